import { describe, expect, test } from 'vitest';
import { compareRows, type TableRows } from '../../../../src/engine/proof/rows';

const keyed = (columns: string[], ...rows: string[][]): TableRows => ({
  columns,
  rows: rows.map((cells) => ({ key: cells[0] ?? '', cells })),
});

const loose = (columns: string[], ...rows: string[][]): TableRows => ({
  columns,
  rows: rows.map((cells) => ({ key: null, cells })),
});

describe('rows with a key', () => {
  const before = keyed(['id', 'name'], ['1', 'a'], ['2', 'b'], ['3', '-']);

  test('are compared one by one', () => {
    expect(compareRows(before, before)).toMatchObject({ gone: 0, changed: 0, added: 0 });
    const after = keyed(['id', 'name'], ['2', 'x'], ['3', '-'], ['4', 'd']);
    expect(compareRows(before, after)).toEqual({
      before: 3,
      after: 3,
      gone: 1,
      changed: 1,
      added: 1,
      columns: ['name'],
    });
  });

  test('lose what stood in a column that is gone, but not a NULL', () => {
    expect(compareRows(before, keyed(['id'], ['1'], ['2'], ['3']))).toMatchObject({
      gone: 0,
      changed: 2,
      columns: ['name'],
    });
  });

  test('do not mind another order of columns, or a new one', () => {
    const after = keyed(['id', 'new', 'name'], ['1', 'n', 'a'], ['2', 'n', 'b'], ['3', 'n', '-']);
    expect(compareRows(before, after)).toMatchObject({ gone: 0, changed: 0, added: 0 });
  });

  test('are all gone with their table', () => {
    expect(compareRows(before, undefined)).toMatchObject({ before: 3, after: 0, gone: 3 });
  });
});

describe('rows without a key', () => {
  const before = loose(['a', 'b'], ['1', 'x'], ['1', 'x'], ['2', 'y']);

  test('are told apart by what stands in them, however often', () => {
    expect(compareRows(before, loose(['a', 'b'], ['2', 'y'], ['1', 'x'], ['1', 'x']))).toMatchObject({
      gone: 0,
      changed: 0,
      added: 0,
    });
    expect(compareRows(before, loose(['a', 'b'], ['2', 'y'], ['1', 'x']))).toMatchObject({
      gone: 1,
      changed: 0,
    });
    expect(compareRows(before, loose(['a', 'b'], ['2', 'z'], ['1', 'x'], ['1', 'x']))).toMatchObject({
      gone: 0,
      changed: 1,
      columns: ['b'],
    });
  });

  test('lose what stood in a column that is gone', () => {
    expect(compareRows(before, loose(['a'], ['1'], ['1'], ['2']))).toMatchObject({
      changed: 3,
      columns: ['b'],
    });
  });
});
