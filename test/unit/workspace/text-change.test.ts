import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBetween, lineAt } from '../../../src/workspace/text-change';

const applied = (before: string, after: string): string => {
  const change = changeBetween(before, after);
  return change === null ? before : before.slice(0, change.from) + change.text + before.slice(change.to);
};

describe('the change between two texts', () => {
  it('is as small as one change can be', () => {
    expect(changeBetween('one two three', 'one 2 three')).toEqual({ from: 4, to: 7, text: '2' });
    expect(changeBetween('aa', 'aaa')).toEqual({ from: 2, to: 2, text: 'a' });
    expect(changeBetween('aaa', 'aa')).toEqual({ from: 2, to: 3, text: '' });
    expect(changeBetween('', 'x')).toEqual({ from: 0, to: 0, text: 'x' });
    expect(changeBetween('same', 'same')).toBeNull();
  });

  it('cuts no character and no line end in two', () => {
    expect(changeBetween('🍋', '🍌')).toEqual({ from: 0, to: 2, text: '🍌' });
    expect(changeBetween('a\nb', 'a\r\nb')).toEqual({ from: 1, to: 2, text: '\r\n' });
    expect(changeBetween('a\rb', 'a\r\nb')).toEqual({ from: 1, to: 2, text: '\r\n' });
  });

  it('makes the one text of the other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', '🍋', '🍌', '\ud83c') });
    fc.assert(fc.property(text, text, (before, after) => applied(before, after) === after));
  });
});

it('counts lines from 1', () => {
  expect(lineAt('a\nb\nc', 0)).toBe(1);
  expect(lineAt('a\nb\nc', 2)).toBe(2);
  expect(lineAt('a\nb\nc', 5)).toBe(3);
});
