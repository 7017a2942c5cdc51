import { expect, test } from 'vitest';
import { plain } from '../../../src/engine/migration/text';
import { buildView } from '../../../src/engine/migration/view';
import {
  lineOf,
  parentsOf,
  stateName,
  titleOf,
  traceSentence,
  whyShown,
} from '../../../src/panel/shown-words';
import type { LookState, Shown } from '../../../src/workspace/look-types';
import { database, revision } from '../engine/migration/make';

const view = buildView(revision([], []), '', database([]));
const shown = (more: Partial<Shown>): Shown => ({
  choice: { kind: 'file', path: view.path },
  because: 'head',
  view,
  stale: false,
  ...more,
});
const known = (outcome: Extract<LookState, { kind: 'known' }>['preview']['outcome']): LookState => ({
  kind: 'known',
  preview: { outcome, beforeInit: false, importTrace: null, models: [], milliseconds: 1 },
});

test('each reason to show a revision has words of its own', () => {
  const reasons = ['pending', 'not-applied', 'head', 'open-file', 'pinned'] as const;
  const words = reasons.map((because) => plain(whyShown(shown({ because }))));
  expect(new Set([...words, plain(whyShown(shown({ stale: true })))])).toHaveLength(6);
});

test('the line says what is the matter while one types, and else why the revision is shown', () => {
  expect(plain(lineOf({ kind: 'paused', line: 'flask run' }, shown({})))).toBe(
    'Waits while `flask run` runs.',
  );
  expect(plain(lineOf(known({ kind: 'no-changes' }), shown({})))).toBe('The models and the database agree.');
  expect(plain(lineOf(known({ kind: 'no-changes' }), shown({ because: 'pinned' })))).toContain('Pinned');
  expect(plain(lineOf(known({ kind: 'no-migrate' }), shown({})))).toContain('The head');
});

test('how a revision stands comes from the list; one that is missing there is told by its standing', () => {
  const choice = { kind: 'file', path: view.path } as const;
  const entry = { choice, revision: 'new', message: '', state: 'head' } as const;
  expect(stateName(shown({}), [entry])).toBe('head');
  expect(stateName(shown({}), [])).toBe('not applied');
  expect(stateName(shown({ choice: { kind: 'pending' } }), [])).toBe('pending');
  expect(stateName(shown({ stale: true }), [entry])).toBe('out of date');
});

test('a revision is named by its message', () => {
  expect(titleOf({ kind: 'pending' }, 'empty message')).toBe('Pending revision');
  expect(titleOf({ kind: 'file', path: 'a' }, 'add likes')).toBe('add likes');
  expect(titleOf({ kind: 'file', path: 'a' }, '')).toBe('Revision without a message');
});

test('what a revision follows', () => {
  expect(plain(parentsOf(view))).toBe('the first revision');
  expect(plain(parentsOf({ ...view, downRevision: ['a1', 'b2'] }))).toBe('after `a1` and `b2`');
});

test('what the app did while it was imported is counted in rows and times', () => {
  const tags = [
    { tag: 'CREATE TABLE', count: 3 },
    { tag: 'INSERT', count: 1000 },
    { tag: 'nextval', count: 2 },
    { tag: 'DROP TABLE', count: 1 },
  ];
  expect(plain(traceSentence({ tags }))).toBe(
    'While it was imported, the app changed the database (CREATE TABLE 3 times, INSERT 1,000 rows, ' +
      'sequences counted on 2 times and DROP TABLE once): the look ahead took that back.',
  );
});
