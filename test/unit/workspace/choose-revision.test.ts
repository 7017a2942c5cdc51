import { describe, expect, test } from 'vitest';
import type { RevisionFile } from '../../../src/engine/migration/revision';
import { chooseRevision, entriesOf, unapplied, type Situation } from '../../../src/workspace/choose-revision';

function file(revision: string, downRevision: string[] = [], more: Partial<RevisionFile> = {}): RevisionFile {
  return {
    revision,
    downRevision,
    dependsOn: [],
    message: revision,
    createDate: `2024-01-0${revision.length}`,
    path: pathOf(revision),
    labels: [],
    isHead: false,
    error: null,
    ...more,
  };
}

const pathOf = (revision: string): string => `migrations/versions/${revision}_.py`;

const chain = [file('ccc', ['bb'], { isHead: true }), file('a'), file('bb', ['a'])];

const situation: Situation = { pinned: null, openFile: null, hasPending: false, revisions: chain, heads: [] };

describe('the revision on show', () => {
  test.each<[what: string, change: Partial<Situation>, because: string, shown: string]>([
    ['what is pending', { hasPending: true, heads: ['ccc'] }, 'pending', 'pending'],
    ['what comes next', { heads: ['a'] }, 'not-applied', pathOf('bb')],
    ['the first, where none is applied', {}, 'not-applied', pathOf('a')],
    ['the head', { heads: ['ccc'] }, 'head', pathOf('ccc')],
    [
      'an open file before all of these',
      { hasPending: true, openFile: pathOf('a') },
      'open-file',
      pathOf('a'),
    ],
    [
      'nothing of an open file that is no revision',
      { openFile: 'app.py', heads: ['ccc'] },
      'head',
      pathOf('ccc'),
    ],
    [
      'what is pinned before an open file',
      { pinned: { kind: 'file', path: pathOf('bb') }, openFile: pathOf('a') },
      'pinned',
      pathOf('bb'),
    ],
    [
      'no pinned file that is gone',
      { pinned: { kind: 'file', path: 'gone.py' }, heads: ['ccc'] },
      'head',
      pathOf('ccc'),
    ],
    [
      'a pinned pending one',
      { pinned: { kind: 'pending' }, hasPending: true, openFile: pathOf('a') },
      'pinned',
      'pending',
    ],
    [
      'no pinned pending one that is none',
      { pinned: { kind: 'pending' }, heads: ['ccc'] },
      'head',
      pathOf('ccc'),
    ],
  ])('is %s', (_, change, because, shown) => {
    const chosen = chooseRevision({ ...situation, ...change });
    expect(chosen?.because).toBe(because);
    expect(chosen?.choice.kind === 'file' ? chosen.choice.path : chosen?.choice.kind).toBe(shown);
  });

  test('is none before there are any', () => {
    expect(chooseRevision({ ...situation, revisions: [] })).toBeNull();
  });
});

describe('the order of the upgrade', () => {
  const ids = (files: RevisionFile[]): unknown[] => files.map(({ revision }) => revision);

  test('follows the chain, not the dates or the names', () => {
    expect(ids(unapplied(chain, []))).toEqual(['a', 'bb', 'ccc']);
    expect(ids(unapplied(chain, ['bb']))).toEqual(['ccc']);
  });

  test('joins branches, and minds what a revision depends on', () => {
    const merged = [
      file('merge', ['left', 'r']),
      file('left', ['a'], { dependsOn: ['r'] }),
      file('r', ['a']),
      file('a'),
    ];
    expect(ids(unapplied(merged, []))).toEqual(['a', 'r', 'left', 'merge']);
    expect(ids(unapplied(merged, ['left']))).toEqual(['merge']);
  });

  test('comes to an end where files follow each other in a circle, or one that is missing', () => {
    expect(ids(unapplied([file('a', ['bb']), file('bb', ['a'])], []))).toHaveLength(2);
    expect(ids(unapplied([file('a', ['gone'])], []))).toEqual(['a']);
  });

  test('leaves out what Alembic cannot read', () => {
    const broken = file('x', [], { revision: null, createDate: null });
    expect(ids(unapplied([broken, ...chain], []))).toEqual(['a', 'bb', 'ccc']);
  });
});

test('the list to choose from begins with what is pending, then the newest', () => {
  expect(
    entriesOf({ revisions: chain }, ['bb'], true).map(({ revision, state }) => [revision, state]),
  ).toEqual([
    [null, 'pending'],
    ['ccc', 'not-applied'],
    ['bb', 'head'],
    ['a', 'applied'],
  ]);
});
