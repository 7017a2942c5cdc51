import { describe, expect, test } from 'vitest';
import { chooseRevision } from '../../../../src/engine/proof/choice';
import { planProof } from '../../../../src/engine/proof/plan';
import type { RevisionFile } from '../../../../src/engine/migration/revision';
import { plain } from '../../../../src/engine/migration/text';

function file(revision: string, downRevision: string[], more: Partial<RevisionFile> = {}): RevisionFile {
  return {
    revision,
    downRevision,
    dependsOn: [],
    message: '',
    createDate: null,
    path: `migrations/versions/${revision}_.py`,
    labels: [],
    isHead: false,
    error: null,
    ...more,
  };
}

/** The plan in one line: preparations, then the round trip. */
function planned(id: string, files: RevisionFile[], heads: string[]): string {
  const revision = files.find((one) => one.revision === id);
  if (revision === undefined) throw new Error(id);
  const { preparations, commands } = planProof(revision, files, heads);
  const say = ({ command, target }: { command: string; target: string }) => `${command} ${target}`;
  return [...preparations.map(({ command }) => `(${say(command)})`), ...commands.map(say)].join(', ');
}

describe('a chain', () => {
  const chain = [file('a', []), file('b', ['a']), file('c', ['b'])];

  test('up, down and up where the revision is next', () => {
    expect(planned('a', chain, [])).toBe('upgrade a, downgrade base, upgrade a');
    expect(planned('b', chain, ['a'])).toBe('upgrade b, downgrade a, upgrade b');
  });

  test('down, up and down where it is the head', () => {
    expect(planned('c', chain, ['c'])).toBe('downgrade b, upgrade c, downgrade b');
  });

  test('what lies between comes first', () => {
    expect(planned('c', chain, [])).toBe('(upgrade b), upgrade c, downgrade b, upgrade c');
    expect(planned('a', chain, ['c'])).toBe('(downgrade a), downgrade base, upgrade a, downgrade base');
  });

  test('and is said', () => {
    const [first] = chain;
    if (first === undefined) throw new Error('no revision');
    expect(planProof(first, chain, ['c']).preparations.map(({ reason }) => plain(reason))).toEqual([
      'The copy was first downgraded to `a`, since `c` and `b` are applied on top of it.',
    ]);
  });
});

describe('branches', () => {
  const tree = [
    file('root', []),
    file('left', ['root'], { labels: ['west'] }),
    file('right', ['root'], { dependsOn: ['west'] }),
    file('both', ['left', 'right']),
  ];

  test('a downgrade keeps to its own', () => {
    expect(planned('left', tree, ['left'])).toBe('downgrade left@root, upgrade left, downgrade left@root');
    expect(planned('x', [...tree, file('x', [])], [])).toBe('upgrade x, downgrade x@base, upgrade x');
  });

  test('what it depends on is applied first', () => {
    expect(planned('right', tree, ['root'])).toBe(
      '(upgrade left), upgrade right, downgrade right@root, upgrade right',
    );
    expect(planned('left', tree, ['right'])).toBe(
      '(downgrade left), downgrade left@root, upgrade left, downgrade left@root',
    );
  });

  test('a merge leads back to both', () => {
    expect(planned('both', tree, ['left', 'right'])).toBe('upgrade both, downgrade left, upgrade both');
  });
});

describe('which revision is meant', () => {
  const files = [file('abc1', []), file('abd2', ['abc1'], { isHead: true })];
  const chosen = (revision: string): string | null =>
    chooseRevision({ kind: 'typed', revision }, files).revision;

  test('an id, the beginning of one, a file, the head', () => {
    expect(chosen('abc1')).toBe('abc1');
    expect(chosen('abd')).toBe('abd2');
    expect(chosen('migrations/versions/abc1_.py')).toBe('abc1');
    expect(chosen('head')).toBe('abd2');
    expect(chooseRevision({ kind: 'newest' }, files).revision).toBe('abd2');
  });

  test('what names none or several is refused in words', () => {
    expect(() => chosen('ab')).toThrow('There is not exactly one revision whose id begins with `ab`.');
    expect(() => chooseRevision({ kind: 'newest' }, [])).toThrow('There is no revision to prove yet');
    expect(() => chooseRevision({ kind: 'file', path: 'x.py' }, files)).toThrow(
      'There is no revision file `x.py`.',
    );
  });
});
