import type { LoadAsset } from '../assets';
import type { Backend } from '../postgres/backend';
import { bootPostgres, type Postgres } from '../postgres/boot';
import { readDatabaseState } from '../postgres/catalog';
import { restoreDatabase } from '../postgres/dump';
import { BackendLost } from '../postgres/errors';
import type { DatabaseState } from '../report';
import { isVersionTable, labelOf } from './catalog-lines';
import { readRows, type RowsByTable, rowsQuery } from './rows';

/** How a database stands: its schema, and its rows so far as to compare them. */
export interface Reached {
  state: DatabaseState;
  rows: RowsByTable;
}

/**
 * A database of its own, in a Postgres of its own, made from a dump of the student's. Whatever happens to it, a crash
 * included, happens to it alone.
 */
export class DatabaseCopy {
  #lost = false;

  private constructor(private readonly postgres: Postgres) {}

  static async make(loadAsset: LoadAsset, dump: string | null): Promise<DatabaseCopy> {
    const copy = new DatabaseCopy(await bootPostgres({ loadAsset }));
    copy.become(dump);
    return copy;
  }

  /** For programs. A Postgres that has died has no connections left to close. */
  readonly backend: Backend = {
    connect: (startup) => this.#noting(() => this.postgres.backend.connect(startup)),
    exchange: (id, request) => this.#noting(() => this.postgres.backend.exchange(id, request)),
    close: (id) => {
      if (!this.#lost) this.#noting(() => this.postgres.backend.close(id));
    },
  };

  /** Postgres has died: nothing can be asked of it any more. */
  get lost(): boolean {
    return this.#lost;
  }

  /** Makes it what a dump says, or empty. */
  become(dump: string | null): void {
    this.#noting(() => restoreDatabase(this.postgres, dump));
  }

  /** How it stands now. */
  look(): Reached {
    return this.#noting(() => {
      const state = this.#state();
      const rows = this.postgres.backend.exclusively((session) => {
        const tables = state.schemas.flatMap(({ name: schema, tables }) =>
          tables.filter((table) => !isVersionTable(table)).map((table) => ({ schema, table })),
        );
        return new Map(
          tables.map(({ schema, table }) => [
            labelOf(schema, table.name),
            readRows(table, session.query(rowsQuery(schema, table))),
          ]),
        );
      });
      return { state, rows };
    });
  }

  /** Gives its memory back. */
  async close(): Promise<void> {
    // One that has died cannot be shut down: it would loop. The garbage collector takes it.
    if (!this.#lost) await this.postgres.pglite.close();
  }

  /** The state with the heads from wherever the migrations keep them. */
  #state(): DatabaseState {
    const state = readDatabaseState(this.postgres);
    if (state.heads.length > 0) return state;
    for (const { name: schema, tables } of state.schemas) {
      const version = tables.find(isVersionTable);
      if (version) return readDatabaseState(this.postgres, { name: version.name, schema });
    }
    return state;
  }

  #noting<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      this.#lost ||= error instanceof BackendLost;
      throw error;
    }
  }
}
