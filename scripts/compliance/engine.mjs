// @ts-check
// Runs the suite on the engine: Pyodide with the "current" stack, our driver, PGlite.
import { importBundled } from '../native/bundle.mjs';
import { RUNTIME } from '../setup/paths.mjs';

const STACK = 'current';
const PREPARE = [
  'create extension citext',
  'create extension hstore',
  'create schema test_schema',
  'create schema test_schema_2',
].join('; ');

/** @param {import('./suite.mjs').Suite} suite
 * @returns {Promise<import('./outcomes.mjs').Outcomes>} */
export async function runOnEngine({ suite, packages }) {
  /** @type {typeof import('./engine-parts.ts')} */
  const { nodeHost, bootPostgres, Interpreter } = await importBundled('scripts/compliance/engine-parts.ts');
  const { loadAsset, pyodide: host } = await nodeHost(RUNTIME);
  const { backend } = await bootPostgres({ loadAsset });
  backend.exclusively((session) => session.query(PREPARE));

  const env = { HOME: '/home/student', USER: 'student', OUTCOMES: '/tmp/outcomes.json' };
  const python = await Interpreter.boot({ stack: STACK, loadAsset, host, mounts: {}, env });
  python.registerJsModule('_stillroom_postgres', backend);
  // pytest rewrites assertions, for which it reads sources.
  python.sources.fill(`${STACK}-src`, await loadAsset(`${STACK}-src`));
  const { pyodide } = python;
  for (const [place, root] of Object.entries({ '/packages': packages, '/suite': suite })) {
    pyodide.mountNodeFS(place, root);
  }
  pyodide.setStdout({ raw: writer() });
  pyodide.setStderr({ raw: writer() });
  pyodide.runPython(START);
  return JSON.parse(pyodide.FS.readFile('/tmp/outcomes.json', { encoding: 'utf8' }));
}

const START = `
import os, sys
from stillroom.psycopg2 import install
install()
sys.path += ['/packages', '/suite']
os.chdir('/suite')
os.makedirs('/tmp', exist_ok=True)
import pytest
pytest.main(['--dburi', 'postgresql+psycopg2://scott:tiger@localhost/test'])
`;

/** Pyodide gives output byte by byte; it is passed on line by line, and dots as they come. */
function writer() {
  /** @type {number[]} */
  let line = [];
  return (/** @type {number} */ byte) => {
    line.push(byte);
    if (byte !== 10 && byte !== 46) return;
    process.stderr.write(Buffer.from(line));
    line = [];
  };
}
