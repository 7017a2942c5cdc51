import { expect, it } from 'vitest';
import { busyFields, expectsReady, refuse } from '../../../../src/engine/postgres/refusal';
import { concat, message, messages, query } from '../../../../src/engine/postgres/wire';

const types = (bytes: Uint8Array): string => [...messages(bytes)].map(({ type }) => type).join('');
const fields = busyFields('has a transaction open that has changed data');

it('answers a query, each query, and an extended query up to its Sync', () => {
  expect(types(refuse(query('select 1'), fields, 'idle'))).toBe('EZ');
  expect(types(refuse(concat([query('select 1'), query('select 2')]), fields, 'idle'))).toBe('EZEZ');
  const extended = concat([message('P', '', 'select 1', new Uint8Array(2)), message('E'), message('S')]);
  expect(types(refuse(extended, fields, 'failed'))).toBe('EZ');
});

it('gives the error alone to what waits for no ReadyForQuery', () => {
  const flushed = concat([message('P', '', 'select 1', new Uint8Array(2)), message('H')]);
  expect(types(refuse(flushed, fields, 'idle'))).toBe('E');
  expect(expectsReady(flushed)).toBe(false);
});

/** From SQLAlchemy's dialects for psycopg2 and psycopg (is_disconnect): found in a message, the connection is dropped. */
const LOST_CONNECTION = [
  'terminating connection',
  'closed the connection',
  'connection not open',
  'could not receive data from server',
  'could not send data to server',
  'connection already closed',
  'cursor already closed',
  'losed the connection unexpectedly',
  'connection has been closed unexpectedly',
  'SSL error',
  'SSL SYSCALL error',
  'Operation timed out',
  'Connection timed out',
];

it('is not mistaken for a lost connection', () => {
  const text = Object.values(fields).join('\n').toLowerCase();
  for (const phrase of LOST_CONNECTION) expect(text).not.toContain(phrase.toLowerCase());
});

it('says what, why and what to do', () => {
  expect(fields['C']).toBe('55P03');
  expect(fields['M']).toContain('another connection has a transaction open that has changed data');
  expect(fields['H']).toBe('Commit, roll back or close the other connection first.');
});
