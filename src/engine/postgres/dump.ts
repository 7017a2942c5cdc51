import type { PGlite } from '@electric-sql/pglite';
import { pgDump } from '@electric-sql/pglite-tools/pg_dump';
import type { LoadAsset } from '../assets';
import { withFetch } from '../with-fetch';
import type { Backend } from './backend';
import type { Postgres } from './boot';
import { EMPTY_DATABASE, HOLDS_ANYTHING, ROLES } from './objects';
import { concat } from './wire';

/**
 * The database as SQL, or null when there is nothing in it. What lies outside of it, such as other databases and their
 * settings, is not part.
 * @throws SessionBusy while a program holds a transaction that cannot be put aside
 */
export async function dumpDatabase({ backend }: Postgres, loadAsset: LoadAsset): Promise<string | null> {
  const [holds, roles] = backend.exclusively((session) => [
    session.query(HOLDS_ANYTHING)[0]?.[0] === 't',
    session.query(ROLES).map(([statement]) => `${statement}\n`),
  ]);
  if (!holds) return null;
  const wasm = await loadAsset('pg_dump.wasm');
  const owners = roles.length > 0 ? [] : ['--no-owner'];
  const pg = socketFor(backend) as unknown as PGlite; // These members are all that pgDump uses.
  const dump = (): Promise<File> => pgDump({ pg, args: ['--rows-per-insert=500', ...owners] });
  const file = await withFetch(() => Promise.resolve(program(wasm)), dump);
  return roles.join('') + (await file.text());
}

/**
 * Makes the database what `dump` says, whatever is in it now; null empties it. Nothing changes when it fails.
 * @throws PostgresError
 */
export function restoreDatabase({ backend }: Pick<Postgres, 'backend'>, dump: string | null): void {
  backend.exclusively((session) => {
    if (session.query(HOLDS_ANYTHING)[0]?.[0] === 't' || dump !== null)
      session.query(`${EMPTY_DATABASE};\n${dump ?? ''}`);
    session.query('discard all');
  });
}

/** What pgDump takes for PGlite: a connection like any other, so that it disturbs nobody and leaves nothing behind. */
function socketFor(backend: Backend): Pick<PGlite, 'query' | 'exec' | 'execProtocolRawStream'> {
  let id: number | null = null;
  let pending: Uint8Array = new Uint8Array(0);
  const answer = (bytes: Uint8Array): Uint8Array => {
    if (id === null) {
      const { id: given, reply } = backend.connect(bytes);
      id = given;
      return reply;
    }
    // libpq cuts long messages where its buffer ends.
    pending = concat([pending, bytes]);
    const request = pending.slice(0, endOfMessages(pending));
    pending = pending.slice(request.length);
    return request.length === 0 ? request : backend.exchange(id, request);
  };
  return {
    // It asks for the search_path, to set it again at the end.
    query: () => Promise.resolve({ rows: [{ search_path: 'public' }], fields: [] }),
    exec: () => Promise.resolve([]),
    execProtocolRawStream: (bytes, { onRawData }) => {
      onRawData(answer(bytes.slice()));
      return Promise.resolve();
    },
  } as Pick<PGlite, 'query' | 'exec' | 'execProtocolRawStream'>;
}

/** Where the last whole message of a buffer ends. */
function endOfMessages(buffer: Uint8Array): number {
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  let end = 0;
  while (end + 5 <= buffer.length) {
    const next = end + 1 + view.getInt32(end + 1);
    if (next > buffer.length) break;
    end = next;
  }
  return end;
}

/** pg_dump's loader fetches its WebAssembly by URL and takes no bytes; the engine's worker has no network. */
function program(wasm: Uint8Array): Response {
  return new Response(wasm.slice(), { headers: { 'Content-Type': 'application/wasm' } });
}
