import { PGlite } from '@electric-sql/pglite';
import type { LoadAsset } from '../assets';
import { Connections } from './backend';
import { serverFiles } from './server-files';
import { Session } from './session';

/** The database of one engine. */
export interface Postgres {
  /** For programs: the wire, with the rule for several connections. */
  readonly backend: Connections;
  /** For what speaks to PGlite itself (pg_dump). Everything else goes through `backend`. */
  readonly pglite: PGlite;
}

/** How far the start is: `done` of `total` steps. */
export type OnProgress = (done: number, total: number) => void;

const EXTENSIONS = ['citext', 'hstore'] as const;

const START_PARAMETERS = [
  ...PGlite.defaultStartParams,
  // At the default, endless PL/pgSQL recursion overruns the real stack and kills the backend without a word.
  ...['-c', 'max_stack_depth=300kB'],
  // The default of 128 MB is written over at the start; a student's database is smaller than this.
  ...['-c', 'shared_buffers=16MB'],
  // Nothing here outlives a crash, so nothing need be prepared for one.
  ...['-c', 'full_page_writes=off'],
  // A server refuses changes to its own catalogs; they would ruin the database.
  ...['-c', 'allow_system_table_mods=off'],
  // PGlite says plain `public`; this is what every server says.
  ...['-c', 'search_path="$user", public'],
];

/** The smallest WebAssembly module. initdb's is never run here, but without one PGlite would fetch it. */
const EMPTY_MODULE = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);

/** Starts Postgres in this thread, in memory, from the data directory that the set-up made. */
export async function bootPostgres({
  loadAsset,
  onProgress = () => {},
}: {
  loadAsset: LoadAsset;
  onProgress?: OnProgress;
}): Promise<Postgres> {
  onProgress(0, 1);
  const [wasm, files, dataDir, ...extensions] = await Promise.all([
    loadAsset('pglite.wasm').then((bytes) => WebAssembly.compile(own(bytes))),
    loadAsset('pglite.data'),
    loadAsset('postgres-data'),
    ...EXTENSIONS.map((name) => loadAsset(name)),
  ]);
  const pglite = await PGlite.create('memory://', {
    pgliteWasmModule: wasm,
    initdbWasmModule: await WebAssembly.compile(EMPTY_MODULE),
    fsBundle: new Blob([own(files)]),
    extensions: { files: serverFiles(dataDir, extensions) },
    startParams: START_PARAMETERS,
  });
  const backend = new Connections(new Session(pglite));
  onProgress(1, 1);
  return { backend, pglite };
}

/** Bytes as the DOM's types want them: not on shared memory. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : bytes.slice();
}
