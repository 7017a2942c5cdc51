/*
 * PostgreSQL's wire protocol (version 3), as far as the rule for several connections needs it. A message is one type
 * byte, a length that counts itself but not the type byte, and a body:
 * https://www.postgresql.org/docs/18/protocol-message-formats.html
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export type TransactionStatus = 'idle' | 'open' | 'failed';

const STATUS: Record<string, TransactionStatus> = { I: 'idle', T: 'open', E: 'failed' };
const STATUS_LETTER: Record<TransactionStatus, string> = { idle: 'I', open: 'T', failed: 'E' };

/** One message, without its header; `type` is its type byte as a character. */
export interface Message {
  type: string;
  body: Uint8Array;
  /** All of it, with the header. */
  bytes: Uint8Array;
}

/** The fields of an ErrorResponse by their code: `M` message, `C` SQLSTATE, `D` detail, `H` hint ... */
export type ErrorFields = Record<string, string>;

/** The messages of a buffer that holds whole ones. Bodies are views. */
export function* messages(buffer: Uint8Array): Generator<Message> {
  const view = viewOf(buffer);
  for (let at = 0; at < buffer.length;) {
    const end = at + 1 + view.getInt32(at + 1);
    yield {
      type: String.fromCharCode(buffer[at] ?? 0),
      body: buffer.subarray(at + 5, end),
      bytes: buffer.subarray(at, end),
    };
    at = end;
  }
}

/** A message from its type and the parts of its body. */
export function message(type: string, ...parts: (string | Uint8Array)[]): Uint8Array {
  const chunks = parts.map((part) => (typeof part === 'string' ? encoder.encode(`${part}\0`) : part));
  const body = concat(chunks);
  const result = new Uint8Array(5 + body.length);
  result[0] = type.charCodeAt(0);
  viewOf(result).setInt32(1, 4 + body.length);
  result.set(body, 5);
  return result;
}

export function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(chunks.reduce((total, chunk) => total + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    result.set(chunk, at);
    at += chunk.length;
  }
  return result;
}

export function int32(...values: number[]): Uint8Array {
  const bytes = new Uint8Array(4 * values.length);
  values.forEach((value, index) => viewOf(bytes).setInt32(4 * index, value));
  return bytes;
}

export function query(sql: string): Uint8Array {
  return message('Q', sql);
}

export function errorResponse(fields: ErrorFields): Uint8Array {
  const parts = Object.entries(fields).map(([code, text]) => code + text);
  return message('E', ...parts, Uint8Array.of(0));
}

export function parameterStatus(name: string, value: string): Uint8Array {
  return message('S', name, value);
}

export function readyForQuery(status: TransactionStatus): Uint8Array {
  return message('Z', encoder.encode(STATUS_LETTER[status]));
}

export function statusOf(readyBody: Uint8Array): TransactionStatus {
  const status = STATUS[String.fromCharCode(readyBody[0] ?? 0)];
  if (status === undefined) throw new Error('wire: a ReadyForQuery without a status');
  return status;
}

export function errorFields(body: Uint8Array): ErrorFields {
  const fields: ErrorFields = {};
  for (const part of strings(body)) if (part !== '') fields[part.charAt(0)] = part.slice(1);
  return fields;
}

/** The zero-terminated strings of a body. */
export function strings(body: Uint8Array): string[] {
  const parts = decoder.decode(body).split('\0');
  parts.pop();
  return parts;
}

/** The columns of a DataRow in text format. */
export function dataRow(body: Uint8Array): (string | null)[] {
  const view = viewOf(body);
  const values: (string | null)[] = [];
  let at = 2;
  for (let left = view.getInt16(0); left > 0; left--) {
    const length = view.getInt32(at);
    at += 4;
    values.push(length < 0 ? null : decoder.decode(body.subarray(at, at + length)));
    at += Math.max(0, length);
  }
  return values;
}

/** The SQL of a Query or Parse message, else null. */
export function sqlOf({ type, body }: Message): string | null {
  if (type === 'Q') return strings(body)[0] ?? null;
  if (type === 'P') return strings(body)[1] ?? null;
  return null;
}

/** The parameters of a StartupMessage. */
export function startupParameters(startup: Uint8Array): Map<string, string> {
  const parts = strings(startup.subarray(8));
  const parameters = new Map<string, string>();
  for (let at = 0; at + 1 < parts.length; at += 2) parameters.set(parts[at] ?? '', parts[at + 1] ?? '');
  return parameters;
}

/** A StartupMessage: it has no type byte. */
export function startupMessage(parameters: Record<string, string>): Uint8Array {
  const pairs = Object.entries(parameters).flatMap(([name, value]) => [name, value]);
  const body = concat([int32(0x30000), ...[...pairs, ''].map((part) => encoder.encode(`${part}\0`))]);
  return concat([int32(4 + body.length), body]);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
