import {
  type Connection,
  abandon,
  clearAfter,
  endTransaction,
  failTransaction,
  keepListening,
  newConnection,
  resume,
  suspend,
} from './connection';
import { PostgresError, SessionBusy } from './errors';
import { type Greeting, greet, readGreeting, reportedNow } from './greeting';
import { endCopies, forbidden } from './guard';
import { maintain } from './maintenance';
import { Notifications } from './notifications';
import { busyFields, expectsReady, refuse } from './refusal';
import { Rehearsal } from './rehearsal';
import { type Session, writtenSoFar } from './session';
import { clearSettings } from './session-state';
import { withoutTrace } from './without-trace';
import { channelNames, customSettings, startupSettings } from './settings';
import { advance, readReply } from './transaction';
import { type ErrorFields, concat, errorResponse, messages, sqlOf, startupParameters } from './wire';

/** What a program's driver speaks to, in the place of a socket to a server. */
export interface Backend {
  /**
   * Opens a connection. `startup`: a StartupMessage; `reply`: what a server answers, up to ReadyForQuery. `id` names
   * the connection from then on.
   */
  connect(startup: Uint8Array): { id: number; reply: Uint8Array };
  /**
   * `request`: whole frontend messages; the result is every backend message that they cause. The data of a COPY goes
   * with its query in one call. An empty request fetches notifications.
   * @throws BackendLost when Postgres died of it
   */
  exchange(id: number, request: Uint8Array): Uint8Array;
  /** Rolls back what the connection left open, and forgets it. */
  close(id: number): void;
}

/** Statements after which the session may listen no longer: an UNLISTEN takes effect at the commit. */
const ENDS_LISTENING = new Set(['UNLISTEN', 'COMMIT', 'DISCARD ALL']);

/**
 * Several connections on PGlite's one session. Whoever speaks has the session; before another gets it, what the last
 * one left in it is noted and taken away, to be put back when that one speaks again. A transaction that has only read
 * is rolled back and begun again; one that did more keeps the session, and the others are told so.
 */
export class Connections implements Backend {
  readonly #session: Session;
  readonly #greeting: Greeting;
  readonly #connections = new Map<number, Connection>();
  readonly #notifications = new Notifications();
  /** Closed while another had the session: what they left in it is still there. */
  #gone: Connection[] = [];
  #current: Connection | null = null;
  #lastId = 0;
  /** Where the write-ahead log ended when a rehearsal was last over, and what the database was called before it. */
  #rested: { at: string; version: string } | null = null;

  constructor(session: Session) {
    this.#session = session;
    this.#greeting = readGreeting(session);
  }

  connect(startup: Uint8Array): { id: number; reply: Uint8Array } {
    const settings = startupSettings(startupParameters(startup));
    const connection = newConnection(++this.#lastId, this.#freePid(), settings);
    let { parameters } = this.#greeting;
    if (Object.keys(settings).length > 0) {
      const error = this.#handOver(connection);
      // While another connection holds the session, the settings are made when this one first speaks.
      if (error instanceof PostgresError)
        return { id: connection.id, reply: errorResponse({ ...error.fields, S: 'FATAL', V: 'FATAL' }) };
      if (error === null) parameters = reportedNow(this.#session, this.#greeting);
    }
    this.#connections.set(connection.id, connection);
    return { id: connection.id, reply: greet(parameters, connection.pid, connection.id) };
  }

  exchange(id: number, request: Uint8Array): Uint8Array {
    const connection = this.#connections.get(id);
    if (connection === undefined) throw new Error(`there is no connection ${id}`);
    if (request.length === 0) return concat(this.#notifications.take(id));
    if (request[0] === 'X'.charCodeAt(0)) {
      this.close(id);
      return request.subarray(0, 0);
    }
    const error = this.#handOver(connection);
    if (error !== null) return this.#refuse(connection, request, fieldsOf(error));
    const fields = forbidden(request);
    return fields === null ? this.#forward(connection, request) : this.#refuse(connection, request, fields);
  }

  close(id: number): void {
    const connection = this.#connections.get(id);
    if (connection === undefined) return;
    this.#connections.delete(id);
    this.#notifications.take(id);
    this.#gone.push(connection);
    if (this.#connections.size === 0) this.resetSession();
    else if (this.#current === connection) {
      abandon(this.#session, connection, this.#others(connection));
      this.#current = null;
      this.#clearAfterGone();
      this.#session.query('select pg_catalog.pg_advisory_unlock_all(); discard sequences');
    }
  }

  /** Closes every connection, as the end of their programs does. */
  resetSession(): void {
    if (this.#current !== null) endTransaction(this.#session, this.#current.transaction);
    this.#current = null;
    this.#gone = [];
    for (const id of this.#connections.keys()) this.#notifications.take(id);
    this.#connections.clear();
    this.#session.query('discard all');
    maintain(this.#session);
  }

  /**
   * Lends the session, in its first state, to the engine itself.
   * @throws SessionBusy while a connection holds it
   */
  exclusively<T>(work: (session: Session) => T): T {
    this.#putAside();
    return work(this.#session);
  }

  /**
   * Lets programs try what they like on a backend of their own: afterwards the database, its sequences and the session
   * are as they were, whatever was done and committed. Programs that are not part of it must not speak meanwhile.
   * @throws SessionBusy while a connection holds the session
   */
  rehearse<T>(work: (rehearsal: Rehearsal, session: Session) => T): T {
    return this.exclusively((session) => {
      const version = this.version();
      try {
        return withoutTrace(session, () => work(new Rehearsal(session, this.#greeting, version), session));
      } finally {
        if (!session.isLost) this.#rested = { at: writtenSoFar(session), version };
      }
    });
  }

  /**
   * A name for the database as it stands: another one after whatever a program has changed, and the same after what was
   * only rehearsed, although that was written to the log as well.
   * @throws SessionBusy while a connection holds the session
   */
  version(): string {
    const at = this.exclusively(writtenSoFar);
    return this.#rested?.at === at ? this.#rested.version : at;
  }

  /** Gives a connection the session; the error says why it cannot have it. */
  #handOver(to: Connection): SessionBusy | PostgresError | null {
    if (this.#current === to) return null;
    try {
      this.#putAside();
      resume(this.#session, to);
      this.#current = to;
      return null;
    } catch (error) {
      if (error instanceof PostgresError) clearSettings(this.#session);
      if (error instanceof PostgresError || error instanceof SessionBusy) return error;
      throw error;
    }
  }

  #putAside(): void {
    if (this.#current === null) return;
    suspend(this.#session, this.#current, this.#others(this.#current));
    this.#current = null;
    this.#clearAfterGone();
  }

  #forward(connection: Connection, request: Uint8Array): Uint8Array {
    const reply = this.#session.send(endCopies(request));
    const facts = readReply(reply);
    if (facts.status === null && expectsReady(request)) this.#session.markLost();
    const sql = (): string => sqlText(request);
    connection.transaction = advance(connection.transaction, sql, facts);
    // Only these are named in SQL alone; what else a connection left behind, the catalog tells.
    for (const name of customSettings(sql())) connection.custom.add(name);
    if (facts.tags.includes('LISTEN')) for (const name of channelNames(sql())) connection.channels.add(name);
    const others = this.#others(connection);
    if (!facts.notified && others.length === 0) return reply;
    // An UNLISTEN * of this connection was one for all.
    if (facts.status === 'idle' && facts.tags.some((tag) => ENDS_LISTENING.has(tag)))
      keepListening(this.#session, connection, others);
    return this.#notifications.deliver(reply, connection, others);
  }

  /** Answers in the server's place; a transaction that was open fails of it, as of any error. */
  #refuse(connection: Connection, request: Uint8Array, fields: ErrorFields): Uint8Array {
    const { transaction } = connection;
    if (transaction.status === 'open') {
      connection.transaction = { ...transaction, status: 'failed' };
      if (this.#current === connection) failTransaction(this.#session);
      else connection.suspended = { kind: 'failed' };
    }
    return refuse(request, fields, connection.transaction.status);
  }

  #others(connection: Connection): Connection[] {
    return [...this.#connections.values()].filter((other) => other !== connection);
  }

  #clearAfterGone(): void {
    for (const gone of this.#gone.splice(0)) clearAfter(this.#session, gone, [...this.#connections.values()]);
  }

  /** The server's own for the first connection, so that it agrees with pg_backend_pid(); numbers above for others. */
  #freePid(): number {
    const taken = new Set([...this.#connections.values()].map(({ pid }) => pid));
    let { pid } = this.#greeting;
    while (taken.has(pid)) pid++;
    return pid;
  }
}

function fieldsOf(error: SessionBusy | PostgresError): ErrorFields {
  return error instanceof SessionBusy ? busyFields(error.reason) : error.fields;
}

function sqlText(request: Uint8Array): string {
  return [...messages(request)].map((part) => sqlOf(part) ?? '').join(';\n');
}
