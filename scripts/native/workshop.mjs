// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from './postgres.mjs';

/** Does some work beside a native server, in a folder that is gone afterwards.
 * @template T
 * @param {(folder: string, dsn: string) => Promise<T>} work
 * @returns {Promise<T>} */
export async function withPostgres(work) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'stillroom-native-'));
  const server = await startPostgres(path.join(folder, 'server'));
  try {
    return await work(folder, server.dsn);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
