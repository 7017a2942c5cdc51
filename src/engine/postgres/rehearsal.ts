import type { Backend } from './backend';
import { PostgresError } from './errors';
import { type Greeting, greet, reportedNow } from './greeting';
import { endCopies, forbidden } from './guard';
import { busyFields, expectsReady, refuse } from './refusal';
import { type Session, writtenSoFar } from './session';
import { type Settings, applySettings, clearSettings, observe } from './session-state';
import { startupSettings } from './settings';
import { type Control, controlOf, needsTransaction, splitStatements } from './statements';
import { changesIn, readReply } from './transaction';
import {
  type ErrorFields,
  type Message,
  type TransactionStatus,
  concat,
  errorResponse,
  message,
  messages,
  query,
  readyForQuery,
  sqlOf,
  startupParameters,
} from './wire';

/** One of the connections of a rehearsal. */
interface Player {
  readonly id: number;
  status: TransactionStatus;
  /** Whether its savepoint stands: while it has the session and its transaction is not over. */
  inSavepoint: boolean;
  /** What would be lost if another connection had its turn, as in "has ..."; null when there is nothing. */
  pinnedBy: string | null;
  settings: Settings;
  /** It may have changed settings since it got the session. */
  hasSet: boolean;
}

/** The savepoint in which the connection that has the session plays its transaction. */
const SAVEPOINT = 'stillroom_transaction';

/** Within it, what COMMIT would check is checked, without changing when the rest will be. */
const CHECK_CONSTRAINTS =
  'savepoint stillroom_check; set constraints all immediate; rollback to stillroom_check; release stillroom_check';

/** What decides which table a name leads to. */
const NAMES = `select current_user, pg_catalog.current_setting('search_path')`;

const fieldsFor = (code: string, text: string): ErrorFields => ({ S: 'ERROR', V: 'ERROR', C: code, M: text });

const NOT_HERE = fieldsFor('0A000', 'transactions cannot be controlled in this way in a look ahead');
const FAILED = fieldsFor(
  '25P02',
  'current transaction is aborted, commands ignored until end of transaction block',
);

/**
 * What programs speak to while everything is only tried: it all happens inside one transaction, which whoever made this
 * rolls back. A program's own BEGIN, COMMIT and ROLLBACK become a savepoint, its release and the way back to it.
 * What differs from transactions of their own: the isolation level is that of the whole, now() stands still, and a
 * SET CONSTRAINTS lasts beyond its COMMIT.
 */
export class Rehearsal implements Backend {
  readonly #players = new Map<number, Player>();
  readonly #changes = new Map<string, number>();
  #current: Player | null = null;
  #lastId = 0;

  readonly #begunAt: string;

  /** @param database what the database is called that it begins with (Connections.version) */
  constructor(
    private readonly session: Session,
    private readonly greeting: Greeting,
    private readonly database: string,
  ) {
    this.#begunAt = writtenSoFar(session);
  }

  /** What has been changed so far, by CommandComplete tag: rows, or statements where no rows are counted. */
  get changes(): ReadonlyMap<string, number> {
    return this.#changes;
  }

  /**
   * How the database stands for the connection that has the session: the name that it had at the beginning, or where
   * its log ends since something was written, and what decides which tables a name leads to.
   */
  version(): string {
    const at = writtenSoFar(this.session);
    const [names = []] = this.session.query(NAMES);
    return [at === this.#begunAt ? this.database : at, ...names].join(' ');
  }

  connect(startup: Uint8Array): { id: number; reply: Uint8Array } {
    const settings = startupSettings(startupParameters(startup));
    const id = ++this.#lastId;
    const player: Player = {
      id,
      status: 'idle',
      inSavepoint: false,
      pinnedBy: null,
      settings,
      hasSet: false,
    };
    const { pid } = this.greeting;
    let { parameters } = this.greeting;
    if (Object.keys(settings).length > 0) {
      const error = this.#handOver(player);
      if (error !== null) return { id, reply: errorResponse({ ...error, S: 'FATAL', V: 'FATAL' }) };
      parameters = reportedNow(this.session, this.greeting);
    }
    this.#players.set(id, player);
    return { id, reply: greet(parameters, pid, id) };
  }

  exchange(id: number, request: Uint8Array): Uint8Array {
    const player = this.#players.get(id);
    if (player === undefined) throw new Error(`there is no connection ${id}`);
    if (request.length === 0) return request;
    if (request[0] === 'X'.charCodeAt(0)) {
      this.close(id);
      return request.subarray(0, 0);
    }
    const fields = this.#handOver(player) ?? forbidden(request);
    if (fields !== null) return this.#refuse(player, request, fields);
    const parts = [...messages(request)];
    const [first] = parts;
    return parts.length === 1 && first?.type === 'Q'
      ? this.#statements(player, sqlOf(first) ?? '')
      : this.#extended(player, request, parts);
  }

  close(id: number): void {
    const player = this.#players.get(id);
    if (player === undefined) return;
    this.#players.delete(id);
    if (this.#current !== player) return;
    this.#rollBack(player);
    if (player.hasSet) clearSettings(this.session);
    this.#current = null;
  }

  /**
   * A query string, one statement at a time, so that those which control the transaction can be told apart. What stands
   * outside of a transaction is one together, as PostgreSQL has it.
   */
  #statements(player: Player, sql: string): Uint8Array {
    const replies: Message[] = [];
    let implicit = false;
    for (const statement of splitStatements(sql)) {
      implicit ||= player.status === 'idle';
      const control = controlOf(statement);
      const reply =
        control === null ? this.#plain(player, statement, implicit) : this.#control(player, control);
      replies.push(...reply);
      const failed = reply.some(({ type }) => type === 'E');
      if (failed && implicit) this.#rollBack(player);
      if (failed || control !== null) implicit = false;
      if (failed) break;
    }
    const error = implicit ? this.#commit(player) : null;
    if (error !== null) {
      // Its last statement says that it is done after the commit.
      const last = replies.findLastIndex(({ type }) => type === 'C');
      replies.splice(last, 1, ...messages(errorResponse(error.fields)));
    }
    if (replies.length === 0) replies.push(...messages(message('I')));
    const parts = replies.filter(({ type }) => type !== 'Z').map(({ bytes }) => bytes);
    return concat([...parts, readyForQuery(player.status)]);
  }

  #plain(player: Player, statement: string, implicit: boolean): Message[] {
    const name = implicit ? needsTransaction(statement) : null;
    if (name === null) return this.#run(player, query(statement));
    return [...messages(errorResponse(fieldsFor('25P01', `${name} can only be used in transaction blocks`)))];
  }

  /** Parse, Bind, Execute and their like, and COPY's data with its query, in one go. */
  #extended(player: Player, request: Uint8Array, parts: readonly Message[]): Uint8Array {
    const controls = parts.some((part) =>
      splitStatements(sqlOf(part) ?? '').some((statement) => controlOf(statement) !== null),
    );
    if (controls) return this.#refuse(player, request, NOT_HERE);
    const alone = player.status === 'idle';
    const reply = this.#run(player, request);
    // Before its Sync, an extended query is not over.
    if (alone && reply.some(({ type }) => type === 'Z')) {
      const error = reply.some(({ type }) => type === 'E') ? null : this.#commit(player);
      if (player.status !== 'idle') this.#rollBack(player);
      // It commits at the Sync: the statement itself has been said to be done.
      if (error !== null) reply.splice(-1, 0, ...messages(errorResponse(error.fields)));
    }
    return concat(reply.map(({ type, bytes }) => (type === 'Z' ? readyForQuery(player.status) : bytes)));
  }

  /** Runs what controls no transaction, within one. */
  #run(player: Player, request: Uint8Array): Message[] {
    if (player.status === 'failed' && !player.inSavepoint) return [...messages(errorResponse(FAILED))];
    this.#enter(player);
    const reply = this.session.send(endCopies(request));
    const facts = readReply(reply);
    if (facts.status === null && expectsReady(request)) this.session.markLost();
    if (facts.status === 'failed') player.status = 'failed';
    else if (facts.status !== null) player.status = 'open';
    this.#note(player, facts.tags, reply);
    return [...messages(reply)];
  }

  #control(player: Player, control: Control): Message[] {
    const tag = player.status === 'failed' ? 'ROLLBACK' : 'COMMIT';
    switch (control) {
      case 'begin':
        if (player.status === 'failed') return [...messages(errorResponse(FAILED))];
        this.#enter(player);
        return [...messages(message('C', 'BEGIN'))];
      case 'rollback':
        this.#rollBack(player);
        return [...messages(message('C', 'ROLLBACK'))];
      case 'commit': {
        const error = this.#commit(player);
        return [...messages(error === null ? message('C', tag) : errorResponse(error.fields))];
      }
      case 'other':
        this.#fail(player);
        return [...messages(errorResponse(NOT_HERE))];
    }
  }

  #enter(player: Player): void {
    if (player.inSavepoint) return;
    this.session.query(`savepoint ${SAVEPOINT}`);
    player.inSavepoint = true;
    player.status = 'open';
  }

  #rollBack(player: Player): void {
    if (player.inSavepoint) {
      this.session.query(`rollback to ${SAVEPOINT}`);
      this.session.query(`release ${SAVEPOINT}`);
    }
    this.#leave(player);
  }

  /** The error is that of a deferred constraint. */
  #commit(player: Player): PostgresError | null {
    if (player.status !== 'open' || !player.inSavepoint) {
      this.#rollBack(player);
      return null;
    }
    try {
      if (player.pinnedBy !== null) this.session.query(CHECK_CONSTRAINTS);
      this.session.query(`release ${SAVEPOINT}`);
      this.#leave(player);
      return null;
    } catch (error) {
      if (!(error instanceof PostgresError)) throw error;
      this.#rollBack(player);
      return error;
    }
  }

  #leave(player: Player): void {
    player.inSavepoint = false;
    player.status = 'idle';
    player.pinnedBy = null;
  }

  #note(player: Player, tags: readonly string[], reply: Uint8Array): void {
    for (const [tag, count] of changesIn(reply)) {
      this.#changes.set(tag, (this.#changes.get(tag) ?? 0) + count);
      player.pinnedBy ??= 'has a transaction open that has changed data';
    }
    if (tags.includes('SAVEPOINT')) player.pinnedBy ??= 'has a transaction open with a savepoint in it';
    if (tags.includes('DECLARE CURSOR'))
      player.pinnedBy ??= 'has a transaction open that reads from a cursor';
    player.hasSet ||= tags.some((tag) => tag === 'SET' || tag === 'SELECT');
  }

  #refuse(player: Player, request: Uint8Array, fields: ErrorFields): Uint8Array {
    this.#fail(player);
    return refuse(request, fields, player.status);
  }

  /** An error of ours, which an open transaction fails of as of any other. */
  #fail(player: Player): void {
    if (player.status !== 'open') return;
    if (player.inSavepoint) this.session.query(`rollback to ${SAVEPOINT}; release ${SAVEPOINT}`);
    player.inSavepoint = false;
    player.status = 'failed';
  }

  /** Gives a connection its turn, by the rule of backend.ts: one that has only read can be begun again. */
  #handOver(to: Player): ErrorFields | null {
    const from = this.#current;
    if (from === to) return null;
    if (from !== null) {
      if (from.status === 'open' && from.pinnedBy !== null) return busyFields(from.pinnedBy);
      if (from.inSavepoint) this.session.query(`rollback to ${SAVEPOINT}; release ${SAVEPOINT}`);
      from.inSavepoint = false;
      if (from.hasSet) {
        from.settings = observe(this.session).state.settings;
        clearSettings(this.session);
      }
    }
    applySettings(this.session, Object.entries(to.settings));
    to.hasSet = Object.keys(to.settings).length > 0;
    this.#current = to;
    return null;
  }
}
