import { describe, expect, test } from 'vitest';
import type { PreviewOutcome } from '../../../src/engine/migration/preview';
import { plain } from '../../../src/engine/migration/text';
import { buildView } from '../../../src/engine/migration/view';
import { wordsOfOutcome, wordsOfState, type StateWords } from '../../../src/panel/state-words';
import type { LookState } from '../../../src/workspace/look-types';
import { database, revision } from '../engine/migration/make';

const error = { type: 'NameError', message: 'no', path: 'app/models.py', line: 3, sqlstate: null };
const heads = [
  { revision: 'a1', message: 'one', path: 'one.py' },
  { revision: 'b2', message: '', path: 'two.py' },
];

// Records, so that a new kind is an error here until it has a sample.
const outcomes: { [Kind in PreviewOutcome['kind']]: Extract<PreviewOutcome, { kind: Kind }> } = {
  'no-app': { kind: 'no-app', error: null },
  'no-migrate': { kind: 'no-migrate' },
  'import-failed': { kind: 'import-failed', error },
  'env-failed': { kind: 'env-failed', error },
  'revisions-broken': { kind: 'revisions-broken', error },
  'not-applied': { kind: 'not-applied', revisions: heads },
  'unknown-revision': { kind: 'unknown-revision', revisions: ['c3'] },
  'several-heads': { kind: 'several-heads', heads },
  'no-changes': { kind: 'no-changes' },
  pending: { kind: 'pending', view: buildView(revision([], []), '', database([])) },
  stopped: { kind: 'stopped', seconds: 3 },
  busy: { kind: 'busy', reason: 'holds a lock' },
};
const states: {
  [Kind in Exclude<LookState['kind'], 'known'>]: Extract<LookState, { kind: Kind }>;
} = {
  'engine-starting': { kind: 'engine-starting' },
  'engine-restarting': { kind: 'engine-restarting', reason: 'It was stopped.' },
  'engine-failed': { kind: 'engine-failed', message: 'No files.' },
  paused: { kind: 'paused', line: 'flask run' },
  looking: { kind: 'looking' },
};

const all: [string, StateWords][] = [
  ...Object.values(states).map((state): [string, StateWords] => [state.kind, wordsOfState(state)]),
  ...Object.values(outcomes).map((outcome): [string, StateWords] => [outcome.kind, wordsOfOutcome(outcome)]),
];

describe.each(all)('%s', (_, words) => {
  test('has one sentence of its own as its title', () => {
    const title = plain(words.title);
    expect(title).toMatch(/^[A-Z0-9`].*\.$/);
    const same = all.filter(([, other]) => plain(other.title) === title);
    expect(same).toHaveLength(1);
  });

  test('says what it means in whole sentences', () => {
    if (words.meaning.length > 0) expect(plain(words.meaning)).toMatch(/^[A-Z`].*\.$/);
  });
});

test('what fails says where', () => {
  expect(wordsOfOutcome(outcomes['import-failed']).error).toEqual(error);
  expect(wordsOfOutcome(outcomes['env-failed']).error).toEqual(error);
  expect(wordsOfOutcome({ kind: 'no-app', error })).toMatchObject({ error, tone: 'problem' });
});

test('the command that helps is one to run', () => {
  expect(wordsOfOutcome(outcomes['not-applied']).command).toBe('flask db upgrade');
  expect(wordsOfOutcome(outcomes['several-heads']).command).toBe('flask db merge heads');
});

test('revisions are named; past four only counted', () => {
  expect(plain(wordsOfOutcome(outcomes['not-applied']).title)).toBe(
    '2 revisions are not applied yet: `a1` (one) and `b2`.',
  );
  const many = Array.from({ length: 9 }, (_, index) => ({ revision: `r${index}`, message: '', path: '' }));
  expect(plain(wordsOfOutcome({ kind: 'not-applied', revisions: many }).title)).toBe(
    '9 revisions are not applied yet: `r0`, `r1`, `r2`, `r3` and 5 more.',
  );
});
