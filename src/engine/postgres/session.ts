import type { PGlite } from '@electric-sql/pglite';
import { BackendLost, PostgresError } from './errors';
import { dataRow, errorFields, concat, messages, query } from './wire';

/** One row of an answer; every value as text. */
export type Row = (string | null)[];

/** The database's one session, spoken to in wire messages, synchronously. */
export class Session {
  #lost = false;

  constructor(private readonly pglite: PGlite) {}

  /**
   * Every backend message that these frontend messages cause.
   * `execProtocolRawStream` does its work before it first yields, so the reply is complete when it returns; its
   * synchronous sister parses each reply and keeps the result for ever.
   */
  send(request: Uint8Array): Uint8Array {
    if (this.#lost) throw new BackendLost();
    const chunks: Uint8Array[] = [];
    const onRawData = (bytes: Uint8Array): void => {
      chunks.push(bytes.slice());
    };
    this.pglite.execProtocolRawStream(request, { syncToFs: false, onRawData }).catch(() => {
      // A trap inside Postgres: the reply lacks its end, which is how whoever reads it learns of it.
    });
    return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : concat(chunks);
  }

  /** The backend is dead. */
  get isLost(): boolean {
    return this.#lost;
  }

  /** Nothing is sent any more: a dead backend does not answer, it loops. */
  markLost(): never {
    this.#lost = true;
    throw new BackendLost();
  }

  /** Runs statements in the simple protocol; the rows of all of them. */
  query(sql: string): Row[] {
    const rows: Row[] = [];
    let failure: PostgresError | undefined;
    let ready = false;
    for (const { type, body } of messages(this.send(query(sql)))) {
      if (type === 'D') rows.push(dataRow(body));
      else if (type === 'E') failure ??= new PostgresError(errorFields(body));
      else if (type === 'Z') ready = true;
    }
    if (!ready) this.markLost();
    if (failure !== undefined) throw failure;
    return rows;
  }
}

/** Where the write-ahead log ends: every change of a table or the catalog moves it on, what is rolled back included. */
export function writtenSoFar(session: Session): string {
  return session.query('select pg_catalog.pg_current_wal_insert_lsn()')[0]?.[0] ?? '';
}
