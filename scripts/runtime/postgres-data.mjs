// @ts-check
import { PGlite } from '@electric-sql/pglite';

/** An initialised data directory: starting from it is several times faster than `initdb` in the browser.
 * @returns {Promise<Uint8Array>} a tar file, compressed */
export async function buildDataDir() {
  const pg = await PGlite.create('memory://');
  const dump = await pg.dumpDataDir('gzip');
  await pg.close();
  return new Uint8Array(await dump.arrayBuffer());
}
