import { describe, expect, it } from 'vitest';
import { endCopies, forbidden } from '../../../../src/engine/postgres/guard';
import { concat, message, messages, query } from '../../../../src/engine/postgres/wire';

describe('forbidden', () => {
  it.each([
    "set client_encoding to 'latin1'",
    'SET SESSION client_encoding = latin1',
    'set client_encoding=SQL_ASCII',
    "set names 'latin1'",
    'begin; set local client_encoding to latin1',
    "select set_config('client_encoding', 'LATIN1', false)",
  ])('is %s', (sql) => {
    expect(forbidden(query(sql))).toMatchObject({ C: '0A000' });
    expect(forbidden(message('P', '', sql, new Uint8Array(2)))).not.toBeNull();
  });

  it.each([
    "set client_encoding to 'UTF8'",
    'set client_encoding = utf-8',
    'set client_encoding to default',
    "set names 'unicode'",
    "select set_config('client_encoding', 'utf8', false)",
    'update t set names = 1',
    'show client_encoding',
    "insert into tweets values ('set names latin1')",
  ])('is not %s', (sql) => {
    expect(forbidden(query(sql))).toBeNull();
  });
});

describe('endCopies', () => {
  const types = (bytes: Uint8Array): string =>
    [...messages(endCopies(bytes))].map(({ type }) => type).join('');

  it('follows each statement', () => {
    expect(types(concat([query('a'), query('b')]))).toBe('QfQf');
    expect(types(concat([message('P'), message('B'), message('E'), message('S')]))).toBe('PBEfS');
  });

  it('leaves a COPY that has its data', () => {
    const fed = concat([query('copy t from stdin'), message('d'), message('d'), message('c')]);
    expect(endCopies(fed)).toBe(fed);
  });
});
