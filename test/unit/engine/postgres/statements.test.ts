import { describe, expect, test } from 'vitest';
import { controlOf, splitStatements } from '../../../../src/engine/postgres/statements';

describe('splitting a query string', () => {
  test.each([
    ['select 1', ['select 1']],
    ['select 1; select 2;', ['select 1', ' select 2']],
    [`select ';'; select ";"`, [`select ';'`, ` select ";"`]],
    [`select E'it\\'s; one'; commit`, [`select E'it\\'s; one'`, ' commit']],
    [`select 'it''s; one'; commit`, [`select 'it''s; one'`, ' commit']],
    ['do $$ begin; commit; end $$; select 1', ['do $$ begin; commit; end $$', ' select 1']],
    ['do $a$ $$ ; $$ $a$; select 1', ['do $a$ $$ ; $$ $a$', ' select 1']],
    ['select $1; select 2', ['select $1', ' select 2']],
    ['-- ; not here\nselect 1', ['-- ; not here\nselect 1']],
    ['/* a /* b; */ c; */ select 1; commit', ['/* a /* b; */ c; */ select 1', ' commit']],
    [
      'create function f() begin atomic select case when true then 1 end; select 2; end; select 3',
      ['create function f() begin atomic select case when true then 1 end; select 2; end', ' select 3'],
    ],
    [';; -- nothing\n;', []],
    ['select weekend; commit', ['select weekend', ' commit']],
    [`select 'unfinished; commit`, [`select 'unfinished; commit`]],
  ])('%s', (sql, statements) => {
    expect(splitStatements(sql)).toEqual(statements);
  });
});

describe('what controls the transaction', () => {
  test.each([
    ['BEGIN', 'begin'],
    ['begin isolation level serializable', 'begin'],
    ['  start transaction read only', 'begin'],
    ['/* hello */ -- there\n commit', 'commit'],
    ['END', 'commit'],
    ['commit;', 'commit'],
    ['commit and chain', 'other'],
    ['commit and no chain', 'commit'],
    ['rollback', 'rollback'],
    ['ABORT WORK', 'rollback'],
    ['rollback to savepoint a', null],
    ['rollback work to a', null],
    ['rollback and chain', 'other'],
    [`prepare transaction 'x'`, 'other'],
    [`commit prepared 'x'`, 'other'],
    [`rollback prepared 'x'`, 'other'],
    ['prepare begin as select 1', null],
    ['savepoint a', null],
    ['select 1', null],
    ['start_transaction()', null],
  ])('%s: %s', (sql, control) => {
    expect(controlOf(sql)).toBe(control);
  });
});
