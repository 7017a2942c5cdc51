import { expect, test } from 'vitest';
import { chosenName } from '../../../../src/engine/migration/names';

test('joins table and columns', () => {
  expect(chosenName('tweets', ['user_id'], 'fkey')).toBe('tweets_user_id_fkey');
  expect(chosenName('pairs', ['a', 'b'], 'key')).toBe('pairs_a_b_key');
  expect(chosenName('users', [], 'pkey')).toBe('users_pkey');
});

// What PostgreSQL 18 chose for these tables.
test.each([
  ['l'.repeat(40), ['m'.repeat(40)], `${'l'.repeat(29)}_${'m'.repeat(28)}_fkey`],
  ['t', ['m'.repeat(40), `${'m'.repeat(40)}2`], `t_${'m'.repeat(40)}_${'m'.repeat(15)}_fkey`],
  ['ü'.repeat(25), ['m'.repeat(40)], `${'ü'.repeat(14)}_${'m'.repeat(28)}_fkey`],
  ['üx', ['ö'.repeat(33)], `üx_${'ö'.repeat(27)}_fkey`],
  [`${'l'.repeat(40)}a`, ['m'.repeat(21)], `${'l'.repeat(36)}_${'m'.repeat(21)}_fkey`],
])('cuts what is too long as PostgreSQL does: %s %j', (table, columns, expected) => {
  expect(chosenName(table, columns, 'fkey')).toBe(expected);
});
