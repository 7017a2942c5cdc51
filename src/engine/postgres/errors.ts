import type { ErrorFields } from './wire';

/** What Postgres answered to a statement of the engine's own. */
export class PostgresError extends Error {
  override readonly name = 'PostgresError';
  readonly sqlstate: string;
  readonly detail: string | undefined;
  readonly hint: string | undefined;

  constructor(readonly fields: ErrorFields) {
    super(fields['M'] ?? 'unknown error');
    this.sqlstate = fields['C'] ?? 'XX000';
    this.detail = fields['D'];
    this.hint = fields['H'];
  }
}

/** Postgres died: nothing more will come from it, and the engine must start again from its last checkpoint. */
export class BackendLost extends Error {
  override readonly name = 'BackendLost';

  constructor() {
    super('PostgreSQL stopped in the middle of a statement');
  }
}

/** The one session is held by a transaction that cannot be put aside; `reason` says by what. */
export class SessionBusy extends Error {
  override readonly name = 'SessionBusy';

  constructor(readonly reason: string) {
    super(`another connection ${reason}`);
  }
}
