import { describe, expect, test } from 'vitest';
import { median } from '../../../scripts/bench/numbers.mjs';
import { table } from '../../../scripts/bench/table.mjs';

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
