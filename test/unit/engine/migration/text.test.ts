import { expect, test } from 'vitest';
import { clauses, code, codes, list, plain, text } from '../../../../src/engine/migration/text';

test('keeps words and code apart', () => {
  expect(text`Drops ${code('a`b')} in ${2} ${'steps'}.`).toEqual(['Drops ', { code: 'a`b' }, ' in 2 steps.']);
});

test('splices texts in, and leaves out what is empty', () => {
  expect(text`${text`a ${code('b')}`}${[]} c`).toEqual(['a ', { code: 'b' }, ' c']);
});

test('lists as one says them', () => {
  expect(plain(codes([]))).toBe('');
  expect(plain(codes(['a']))).toBe('`a`');
  expect(plain(codes(['a', 'b']))).toBe('`a` and `b`');
  expect(plain(codes(['a', 'b', 'c'], 'or'))).toBe('`a`, `b` or `c`');
  expect(plain(list([['x'], ['y']]))).toBe('x and y');
  expect(plain(clauses([['x, who is'], ['y, who is']]))).toBe('x, who is, and y, who is');
});
