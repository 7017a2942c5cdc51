import type { Extension, PGlite } from '@electric-sql/pglite';
import { entriesOfTar } from './tar';

/** Where PGlite's build of Postgres is installed, in its own file system, and where its data are. */
const PREFIX = '/pglite';
const DATA = `${PREFIX}/data`;

/** What this needs of Emscripten's file system. */
interface FileSystem {
  analyzePath(path: string): { exists: boolean };
  mkdirTree(path: string): void;
  writeFile(path: string, data: Uint8Array, options: { canOwn: boolean }): void;
}

/**
 * Lays the data directory and the extensions' files before Postgres starts, as an "extension" of PGlite's. Its own
 * ways are to copy each file of `loadDataDir`, and to fetch bundles by URL, which the engine's worker may not, and
 * compile their libraries at once. Here that is left to `CREATE EXTENSION`.
 * @param dataDir a .tar.gz; equal files are links in it
 * @param bundles .tar.gz files with what lies beside the server's own
 */
export function serverFiles(dataDir: Uint8Array, bundles: readonly Uint8Array[]): Extension {
  return {
    name: 'files',
    setup: async (_pg: unknown, options: { preRun?: ((module: PGlite['Module']) => void)[] }) => {
      const data = await gunzip(dataDir);
      const others = await Promise.all(bundles.map(gunzip));
      const lay = ({ FS }: { FS: FileSystem }): void => {
        unpack(FS, DATA, data);
        for (const other of others) unpack(FS, PREFIX, other);
      };
      return { emscriptenOpts: { ...options, preRun: [...(options.preRun ?? []), lay] } };
    },
  };
}

function unpack(fs: FileSystem, root: string, tar: Uint8Array): void {
  const files = new Map<string, Uint8Array>();
  const made = new Set<string>();
  const makeDirectory = (path: string): void => {
    if (made.has(path)) return;
    made.add(path);
    fs.mkdirTree(path);
  };
  for (const entry of entriesOfTar(tar)) {
    const path = `${root}/${entry.path}`;
    if (entry.kind === 'directory') {
      makeDirectory(path);
      continue;
    }
    const data = entry.kind === 'file' ? entry.data : files.get(entry.target)?.slice();
    if (data === undefined) throw new Error(`tar: ${entry.path} is a link to nothing`);
    files.set(entry.path, data);
    makeDirectory(path.slice(0, path.lastIndexOf('/')));
    // The view becomes the file, without a copy; Postgres writes into it.
    fs.writeFile(path, data, { canOwn: true });
  }
}

async function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Response(bytes.slice()).body;
  if (stream === null) throw new Error('gunzip: no bytes');
  const unpacked = stream.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}
