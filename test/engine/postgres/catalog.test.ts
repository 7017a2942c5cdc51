import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Postgres } from '../../../src/engine/postgres/boot';
import { readDatabaseState } from '../../../src/engine/postgres/catalog';
import { DatabaseState } from '../../../src/engine/report';
import { Client, startPostgres } from './harness';
import { WIDE_SCHEMA } from './wide-schema';

let postgres: Postgres;
let state: DatabaseState;

beforeAll(async () => {
  postgres = await startPostgres();
  expect(new Client(postgres.backend).query(WIDE_SCHEMA).error).toBeNull();
  postgres.backend.resetSession();
  state = readDatabaseState(postgres);
});

afterAll(() => postgres.pglite.close());

it('prints', () => console.log(JSON.stringify(state, null, 1), v.parse(DatabaseState, state) && 1));
