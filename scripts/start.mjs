// @ts-check
// Sets up what is missing, builds the page and serves it: `npm start [-- --port N] [--base /sub/path]`.
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { runAsCommand, SetupError } from './setup/command.mjs';
import { inProject } from './setup/paths.mjs';
import { setup } from './setup.mjs';

const DEFAULT_PORT = 4173;

async function main() {
  const { port, base } = readArguments();
  await setup();
  const { buildPage } = await import('./page/build.mjs');
  await buildPage();
  await serve(port, base);
}

function readArguments() {
  const options = /** @type {const} */ ({ port: { type: 'string' }, base: { type: 'string', default: '/' } });
  try {
    const { values } = parseArgs({ options });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65536))
      throw new SetupError(`--port ${values.port} is no port number.`);
    return { port, base: `/${values.base}/`.replace(/\/+/g, '/') };
  } catch (error) {
    throw error instanceof SetupError
      ? error
      : new SetupError(`${error instanceof Error ? error.message : error}`);
  }
}

/** @param {number | undefined} port
 * @param {string} base */
async function serve(port, base) {
  const { pageHandler } = await import('./page/serve.mjs');
  const server = createServer(pageHandler(inProject('dist'), base));
  const chosen = await listen(server, port);
  process.stdout.write(`Stillroom is at http://localhost:${chosen}${base}  (Ctrl-C ends it)\n`);
}

/** Listens where it was told to, or from the default port on the first that is free.
 * @param {import('node:http').Server} server
 * @param {number | undefined} wanted
 * @returns {Promise<number>} */
function listen(server, wanted) {
  return new Promise((resolve, reject) => {
    let port = wanted ?? DEFAULT_PORT;
    server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== 'EADDRINUSE') return reject(error);
      if (wanted !== undefined)
        return reject(new SetupError(`Port ${wanted} is in use: name another with --port.`));
      server.listen(++port, 'localhost');
    });
    server.on('listening', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
    server.listen(port, 'localhost');
  });
}

await runAsCommand(import.meta.url, main);
