import { SessionBusy } from './errors';
import type { Session } from './session';
import {
  type Observation,
  type SessionState,
  type Settings,
  applySettings,
  changedSettings,
  clearSettings,
  dropLeftovers,
  identifier,
  observe,
  prepareAgain,
} from './session-state';
import { NO_TRANSACTION, type Transaction, obstacle } from './transaction';
import { message, query } from './wire';

/** What it takes to begin a transaction again that was put aside. */
export type Suspended =
  { kind: 'open'; readOnly: boolean; settings: ReadonlyMap<string, string | null> } | { kind: 'failed' };

/** One of the connections that share the session. */
export interface Connection {
  readonly id: number;
  /** The process id that it was told as its own. */
  readonly pid: number;
  transaction: Transaction;
  suspended: Suspended | null;
  /** What it left in the session when it last gave it up. */
  state: SessionState;
  /** Channels on which it listens. */
  channels: Set<string>;
  /** Settings like `app.user` that it may have made. */
  readonly custom: Set<string>;
}

export function newConnection(id: number, pid: number, settings: Settings): Connection {
  return {
    id,
    pid,
    transaction: NO_TRANSACTION,
    suspended: null,
    state: { settings, statements: [], temporary: [], cursors: [] },
    channels: new Set(),
    custom: new Set(),
  };
}

/**
 * Puts a connection aside: afterwards the session is as a new connection finds it, but for what cannot be hidden
 * (temporary tables, held cursors) and for the channels listened to, which go on collecting.
 * @throws SessionBusy, and then nothing has changed
 */
export function suspend(session: Session, connection: Connection, others: readonly Connection[]): void {
  const { transaction } = connection;
  refuseFor(obstacle(transaction, null));
  if (transaction.status === 'failed') session.query('rollback');
  let observed = observe(session, connection.custom);
  const reason = obstacle(transaction.status === 'failed' ? NO_TRANSACTION : transaction, observed);
  if (reason !== null && transaction.status === 'failed') beginFailed(session);
  refuseFor(reason);
  if (transaction.status === 'failed') connection.suspended = { kind: 'failed' };
  if (transaction.status === 'open') {
    const inside = observed;
    session.query('rollback');
    observed = observe(session, connection.custom);
    connection.suspended = {
      kind: 'open',
      readOnly: inside.readOnly,
      settings: changedSettings(observed.state.settings, inside.state.settings),
    };
  }
  keepOwn(connection, observed, others);
  clearSettings(session);
}

/** Gives the session back to a connection that was put aside, or to a new one. */
export function resume(session: Session, connection: Connection): void {
  const { state, suspended } = connection;
  applySettings(session, Object.entries(state.settings));
  prepareAgain(session, state.statements);
  if (suspended?.kind === 'failed') beginFailed(session);
  if (suspended?.kind === 'open') {
    session.query(`begin isolation level read committed, read ${suspended.readOnly ? 'only' : 'write'}`);
    applySettings(session, suspended.settings);
  }
  connection.suspended = null;
}

/** Ends what a connection that goes away left open, and notes what else it leaves behind. */
export function abandon(session: Session, connection: Connection, others: readonly Connection[]): void {
  endTransaction(session, connection.transaction);
  const observed = observe(session, connection.custom);
  keepOwn(connection, observed, others);
  clearSettings(session);
}

export function endTransaction(session: Session, { status, complete }: Transaction): void {
  if (!complete) session.send(message('S'));
  if (!complete || status !== 'idle') session.query('rollback');
}

/** Makes the open transaction a failed one. */
export function failTransaction(session: Session): void {
  session.send(query('fail on purpose'));
}

function beginFailed(session: Session): void {
  session.query('begin');
  failTransaction(session);
}

function refuseFor(reason: string | null): void {
  if (reason !== null) throw new SessionBusy(reason);
}

/** Of what is in the session, what others had there before is theirs; the rest, and what it had itself, its own. */
function keepOwn(
  connection: Connection,
  { state, channels }: Observation,
  others: readonly Connection[],
): void {
  const own = <T>(now: T[], of: (connection: Connection) => Iterable<T>): T[] => {
    const foreign = new Set(others.flatMap((other) => [...of(other)]));
    const before = new Set(of(connection));
    return now.filter((item) => before.has(item) || !foreign.has(item));
  };
  connection.channels = new Set(own(channels, (one) => one.channels));
  connection.state = {
    ...state,
    temporary: own(state.temporary, (one) => one.state.temporary),
    cursors: own(state.cursors, (one) => one.state.cursors),
  };
}

/** Takes away what a connection that is gone left in the session, beside what others have there. */
export function clearAfter(session: Session, gone: Connection, others: readonly Connection[]): void {
  dropLeftovers(session, gone.state);
  for (const channel of gone.channels)
    if (!others.some(({ channels }) => channels.has(channel)))
      session.query(`unlisten ${identifier(channel)}`);
}

/** Finds out which channels a connection no longer listens to, and listens again where others do. */
export function keepListening(session: Session, connection: Connection, others: readonly Connection[]): void {
  const wanted = new Set(others.flatMap(({ channels }) => [...channels]));
  if (wanted.size === 0) return;
  const { channels } = observe(session);
  connection.channels = new Set([...connection.channels].filter((channel) => channels.includes(channel)));
  for (const channel of wanted)
    if (!channels.includes(channel)) session.query(`listen ${identifier(channel)}`);
}
