import type { Session } from './session';
import {
  concat,
  int32,
  message,
  messages,
  parameterStatus,
  readyForQuery,
  startupMessage,
  strings,
} from './wire';

/** What a server tells a new connection of itself. */
export interface Greeting {
  parameters: ReadonlyMap<string, string>;
  /** Its process id, as pg_backend_pid() gives it. */
  pid: number;
}

/** Asks PGlite, once: from then on it also reports settings that change (ParameterStatus). */
export function readGreeting(session: Session): Greeting {
  const parameters = new Map<string, string>();
  let pid = 0;
  const startup = startupMessage({ user: 'postgres', database: 'postgres' });
  for (const { type, body } of messages(session.send(startup))) {
    const [name = '', value = ''] = type === 'S' ? strings(body) : [];
    if (type === 'S') parameters.set(name, value);
    if (type === 'K') pid = new DataView(body.buffer, body.byteOffset).getInt32(0);
  }
  // PGlite leaves it empty; it is who it is.
  if (parameters.get('session_authorization') === '') parameters.set('session_authorization', 'postgres');
  // It reports some of them once more with the first answer, which is not to be a program's.
  session.query('select 1');
  return { parameters, pid };
}

/** The values that the server reports, as they are now. */
export function reportedNow(session: Session, { parameters }: Greeting): Map<string, string> {
  const columns = [...parameters.keys()].map((name) => `pg_catalog.current_setting('${name}')`);
  const [row = []] = session.query(`select ${columns.join(', ')}`);
  const now = [...parameters].map(([name, value], at): [string, string] => [name, row[at] || value]);
  return new Map(now);
}

/** A server's answer to a StartupMessage. */
export function greet(parameters: ReadonlyMap<string, string>, pid: number, secret: number): Uint8Array {
  return concat([
    message('R', int32(0)),
    ...[...parameters].map(([name, value]) => parameterStatus(name, value)),
    message('K', int32(pid, secret)),
    readyForQuery('idle'),
  ]);
}
