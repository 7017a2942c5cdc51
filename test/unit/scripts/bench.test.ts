import { describe, expect, test } from 'vitest';
import { median, percentile } from '../../../scripts/bench/numbers.mjs';
import { table } from '../../../scripts/bench/table.mjs';
import { wideProject } from '../../../scripts/bench/wide-models.mjs';

describe('the median', () => {
  test('of an odd number of values is the middle one', () => {
    expect(median([3, 1, 10])).toBe(3);
  });

  test('of an even number lies between the two in the middle', () => {
    expect(median([4, 1, 3, 10])).toBe(3.5);
  });
});

test('a table lines up as Markdown and as text', () => {
  expect(
    table([
      ['', 'here'],
      ['start', '2 s'],
    ]),
  ).toBe(['|       | here |', '| ----- | ---- |', '| start | 2 s  |'].join('\n'));
});

test('a percentile is one of the values', () => {
  const values = Array.from({ length: 40 }, (_, index) => 40 - index);
  expect(percentile(values, 50)).toBe(20);
  expect(percentile(values, 95)).toBe(38);
  expect(percentile([7], 95)).toBe(7);
});

test('wide models have ten columns each and refer to tables that come before them', () => {
  const text = wideProject(100, 'note').find(({ path }) => path === 'models.py')?.content ?? '';
  const tables = text.split('class ').slice(1);
  expect(tables).toHaveLength(100);
  tables.forEach((table, index) => {
    expect(table.match(/db\.Column/g)).toHaveLength(10);
    const referenced = Number(/ForeignKey\("things_(\d+)\.id"\)/.exec(table)?.[1]);
    expect(referenced).toBeLessThan(Math.max(index, 1));
  });
  // Someone types at its end.
  expect(text).toMatch(/\n {4}note = db\.Column\(db\.DateTime\)$/);
});
