import { type TransactionStatus, concat, errorResponse, messages, readyForQuery } from './wire';
import type { ErrorFields } from './wire';

/**
 * What a connection is told that cannot be served now. The words avoid those by which SQLAlchemy recognises a lost
 * connection ("connection already closed", "terminating connection" ...): this one is well, it only has to wait.
 * @param reason follows "another connection", as in "holds an advisory lock"
 */
export function busyFields(reason: string): ErrorFields {
  return {
    S: 'ERROR',
    V: 'ERROR',
    C: '55P03',
    M: `this database serves one connection at a time, and another connection ${reason}`,
    D:
      'A PostgreSQL server would give each connection a session of its own. Here all share one, ' +
      'and it can change hands only while nothing in it would get mixed up.',
    H: 'Commit, roll back or close the other connection first.',
  };
}

/** A reply to a whole request: one error for each part of it that waits for an answer. */
export function refuse(request: Uint8Array, fields: ErrorFields, status: TransactionStatus): Uint8Array {
  const error = errorResponse(fields);
  const reply: Uint8Array[] = [];
  for (const { type } of messages(request)) if (asksForReady(type)) reply.push(error, readyForQuery(status));
  return concat(reply.length > 0 ? reply : [error]);
}

/** Whether the server answers this message with a ReadyForQuery. */
export function asksForReady(type: string): boolean {
  return type === 'Q' || type === 'S' || type === 'F';
}

export function expectsReady(request: Uint8Array): boolean {
  for (const { type } of messages(request)) if (asksForReady(type)) return true;
  return false;
}
