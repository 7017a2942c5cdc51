import { expect, test } from 'vitest';
import type { UpgradeStep } from '../../../src/engine/migration/steps';
import { fromBackticks } from '../../../src/panel/backticks';
import { stepsByLine } from '../../../src/panel/code-lines';
import { formatSql } from '../../../src/panel/format-sql';
import { proofOf, rowWords, stopWords, verdict } from '../../../src/panel/proof-words';
import { nextIndex } from '../../../src/ui/roving';
import { dropTable } from '../engine/migration/make';

function step(number: number, from: number, to: number, statement: [number, number]): UpgradeStep {
  const span = { line: from, column: 4, endLine: to, endColumn: 5 };
  const [line, endLine] = statement;
  return {
    number,
    operation: { ...dropTable('a'), span, statement: { line, endLine } },
    sentence: [],
    table: 'a',
    columns: [],
    reason: null,
    refused: null,
  };
}

test('each line knows its steps; the lines of a statement between the calls belong to all of them', () => {
  const lines = stepsByLine({
    upgrade: [step(1, 10, 12, [10, 12]), step(2, 14, 14, [13, 15]), step(3, 15, 15, [13, 15])],
    downgrade: [step(1, 20, 20, [20, 20])],
  });
  expect([...lines].toSorted(([one], [other]) => one - other)).toEqual([
    [10, ['up:1']],
    [11, ['up:1']],
    [12, ['up:1']],
    [13, ['up:2', 'up:3']],
    [14, ['up:2']],
    [15, ['up:3']],
    [20, ['down:1']],
  ]);
});

test('a call in another file stands on no line', () => {
  const elsewhere: UpgradeStep = { ...step(1, 1, 1, [1, 1]), operation: dropTable('a') };
  expect(stepsByLine({ upgrade: [elsewhere], downgrade: [] })).toEqual(new Map());
});

test('code in a title stands between backticks', () => {
  expect(fromBackticks('Drop `a` before `b`')).toEqual(['Drop ', { code: 'a' }, ' before ', { code: 'b' }]);
});

test('SQL is formatted; what the formatter does not know stays as it is', () => {
  expect(formatSql('CREATE TABLE likes (id SERIAL NOT NULL, tweet INTEGER, PRIMARY KEY (id))')).toBe(
    'CREATE TABLE likes (\n  id SERIAL NOT NULL,\n  tweet INTEGER,\n  PRIMARY KEY (id)\n)',
  );
  expect(formatSql(' $$ not closed ')).toBe('$$ not closed');
});

test('a proof is shown with the revision that it is of', () => {
  const proof = { kind: 'failed', path: null, message: 'no' } as const;
  expect(proofOf(proof, { kind: 'pending' })).toBe(proof);
  expect(proofOf(proof, { kind: 'file', path: 'a.py' })).toBeNull();
  expect(proofOf({ kind: 'none' }, { kind: 'pending' })).toBeNull();
});

test('what a proof comes to is said in a few words', () => {
  const stop = { command: 'upgrade', typed: 'flask db upgrade', failure: null, seconds: 1 } as const;
  expect(stopWords({ ...stop, difference: null })).toBe('goes through');
  expect(stopWords({ ...stop, difference: [{ sign: ' ', text: 'same' }] })).toBe('as it should be');
  expect(stopWords({ ...stop, difference: [{ sign: '+', text: 'new' }] })).toBe('differs in 1 line');
  const failure = { message: 'no', sqlstate: '23502', path: null, line: null, output: '' };
  expect(stopWords({ ...stop, difference: null, failure })).toBe('fails (23502)');
  const rows = { table: 'a', before: 3, after: 2, lost: 2, added: 1, columns: ['name'], inherent: false };
  expect(rowWords(rows)).toBe('2 lost or changed, 1 new in name');
  const proof = { revision: 'a', message: '', path: '', pending: false, passed: true, preparations: [] };
  expect(verdict({ ...proof, stops: [], rows: [], leftBehind: [], conclusions: [], seconds: 1.234 })).toBe(
    'The round trip passes (1.2 s).',
  );
});

test('the arrow keys go through a list and stay within it', () => {
  expect(nextIndex('ArrowDown', 0, 3)).toBe(1);
  expect(nextIndex('ArrowDown', 2, 3)).toBe(2);
  expect(nextIndex('ArrowUp', 0, 3)).toBe(0);
  expect(nextIndex('End', 0, 3)).toBe(2);
  expect(nextIndex('Home', 2, 3)).toBe(0);
  expect(nextIndex('a', 1, 3)).toBeNull();
});
