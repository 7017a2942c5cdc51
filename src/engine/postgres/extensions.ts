import { gunzipSync } from 'fflate';
import type { PGlite } from '@electric-sql/pglite';

/** Where PGlite's build of Postgres is installed, in its own file system. */
const PREFIX = '/pglite';
const BLOCK = 512;
const REGULAR_FILE = new Set(['0', '\0']);

/**
 * Makes an extension available to `CREATE EXTENSION`. PGlite's own way fetches the bundle by URL, which the engine's
 * worker may not; and it compiles the library at once, where this leaves that to the first `CREATE EXTENSION`.
 * @param bundle a .tar.gz of files to lay beside the server's
 */
export function installExtension(pglite: PGlite, bundle: Uint8Array): void {
  for (const { path, data } of filesOfTar(gunzipSync(bundle))) pglite.copyToFS(`${PREFIX}/${path}`, data);
}

/** The regular files of a tar in the ustar format. */
export function* filesOfTar(tar: Uint8Array): Generator<{ path: string; data: Uint8Array }> {
  for (let at = 0; at + BLOCK <= tar.length;) {
    const header = tar.subarray(at, at + BLOCK);
    const name = field(header, 0, 100);
    if (name === '') return;
    const size = Number.parseInt(field(header, 124, 12), 8);
    const prefix = field(header, 257, 5) === 'ustar' ? field(header, 345, 155) : '';
    at += BLOCK;
    if (REGULAR_FILE.has(String.fromCharCode(header[156] ?? 0)))
      yield { path: prefix === '' ? name : `${prefix}/${name}`, data: tar.slice(at, at + size) };
    at += Math.ceil(size / BLOCK) * BLOCK;
  }
}

function field(header: Uint8Array, at: number, length: number): string {
  const text = new TextDecoder().decode(header.subarray(at, at + length));
  return text.replace(/\0[^]*$/, '').trim();
}
