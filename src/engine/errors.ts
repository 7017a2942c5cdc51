import type { ErrorData } from './types';

/** The data of an error, as it crosses a boundary that would keep only the message. */
export function errorData(error: unknown): ErrorData {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const data: ErrorData = { name: error.name, message: error.message };
  if (error.stack !== undefined) data.stack = error.stack;
  for (const key of ['sqlstate', 'detail', 'hint', 'file'] as const) {
    const value: unknown = Reflect.get(error, key);
    if (typeof value === 'string') data[key] = value;
  }
  // PGlite and libpq call the SQLSTATE `code`.
  const code: unknown = Reflect.get(error, 'code');
  if (data.sqlstate === undefined && typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code))
    data.sqlstate = code;
  const line: unknown = Reflect.get(error, 'line');
  if (typeof line === 'number') data.line = line;
  return data;
}

/** An error that happened in the engine, on this side of the boundary, with all it knew there. */
export class EngineError extends Error {
  override readonly name: string;

  constructor(readonly data: ErrorData) {
    super(data.message);
    this.name = data.name;
    if (data.stack !== undefined) this.stack = data.stack;
  }
}
