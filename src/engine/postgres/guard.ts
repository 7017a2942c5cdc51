import { type Message, concat, message, messages, sqlOf } from './wire';
import type { ErrorFields } from './wire';

/*
 * What must not reach PGlite as it came, because it would take the session down with it.
 */

const UTF8 = String.raw`['"]?(?:utf-?8|unicode|default)\b`;

/** At the start of a statement, so that no column called `names` is meant. */
const OTHER_ENCODING = [
  new RegExp(
    String.raw`(?:^|;)\s*set\s+(?:session\s+|local\s+)?client_encoding\s*(?:to\s|=)\s*(?!\s|${UTF8})`,
    'i',
  ),
  new RegExp(String.raw`(?:^|;)\s*set\s+names\s+(?!\s|${UTF8})`, 'i'),
  new RegExp(String.raw`\bset_config\s*\(\s*'client_encoding'\s*,\s*(?!\s|${UTF8})`, 'i'),
];

/** Why a statement is not run, or null. */
export function forbidden(request: Uint8Array): ErrorFields | null {
  for (const part of messages(request)) {
    const sql = sqlOf(part);
    if (sql !== null && OTHER_ENCODING.some((pattern) => pattern.test(sql)))
      return {
        S: 'ERROR',
        V: 'ERROR',
        C: '0A000',
        M: 'this database speaks UTF8 only',
        H: 'Leave client_encoding at UTF8.',
      };
  }
  return null;
}

const RUNS = new Set(['Q', 'E']);
const COPIES = new Set(['d', 'c', 'f']);

/**
 * Ends a COPY FROM STDIN that nobody feeds: waiting for data that cannot come would hang for ever. Where no COPY is
 * under way, Postgres ignores the message.
 */
export function endCopies(request: Uint8Array): Uint8Array {
  const parts: Message[] = [...messages(request)];
  const unfed = (at: number): boolean =>
    RUNS.has(parts[at]?.type ?? '') && !COPIES.has(parts[at + 1]?.type ?? '');
  if (!parts.some((_, at) => unfed(at))) return request;
  const end = message('f', 'no data was sent');
  return concat(parts.flatMap(({ bytes }, at) => (unfed(at) ? [bytes, end] : [bytes])));
}
