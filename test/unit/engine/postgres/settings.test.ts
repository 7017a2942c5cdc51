import { expect, it } from 'vitest';
import { channelNames, customSettings, startupSettings } from '../../../../src/engine/postgres/settings';
import { changedSettings, isOnlyPrepare, literal } from '../../../../src/engine/postgres/session-state';

it('reads the settings of a startup message', () => {
  const parameters = new Map([
    ['user', 'starter'],
    ['database', 'twitter'],
    ['client_encoding', 'LATIN1'],
    ['application_name', 'flask'],
    ['options', '-c search_path=a,\\ b --lock-timeout=5s -cgeqo=off -c client_encoding=latin1'],
  ]);
  expect(startupSettings(parameters)).toEqual({
    application_name: 'flask',
    search_path: 'a, b',
    lock_timeout: '5s',
    geqo: 'off',
  });
});

it('finds settings that Postgres does not list', () => {
  const sql =
    "set app.tenant = 1; SET LOCAL a.b.c to x; select set_config('my.x', '1', false); set search_path to x";
  expect(customSettings(sql)).toEqual(['app.tenant', 'a.b.c', 'my.x']);
});

it('finds the channels of LISTEN', () => {
  expect(channelNames('LISTEN News; listen "New""s"; unlisten other')).toEqual(['news', 'New"s']);
});

it('tells what changed, and what was set back', () => {
  expect([...changedSettings({ a: '1', b: '1', c: '1' }, { a: '1', b: '2', d: '1' })]).toEqual([
    ['c', null],
    ['b', '2'],
    ['d', '1'],
  ]);
});

it('runs no PREPARE again that has company', () => {
  expect(isOnlyPrepare('prepare p as select 1;')).toBe(true);
  expect(isOnlyPrepare('prepare p as select 1; drop table t')).toBe(false);
  expect(isOnlyPrepare('drop table t; prepare p as select 1')).toBe(false);
});

it('quotes', () => {
  expect(literal("it's \\ me")).toBe("E'it''s \\\\ me'");
});
