// @ts-check
import { readFileSync } from 'node:fs';
import { inProject } from '../setup/paths.mjs';

/** @typedef {import('./step.mjs').Step} Step */

/** Not `.tar.gz`: some hosts would unpack such a file on its way. */
export const ARCHIVE = 'bin';

/** @type {Record<string, string>} */
const COPIES = {
  'pyodide.wasm': 'pyodide/pyodide.asm.wasm',
  'pglite.wasm': '@electric-sql/pglite/dist/pglite.wasm',
  'pglite.data': '@electric-sql/pglite/dist/pglite.data',
  'initdb.wasm': '@electric-sql/pglite/dist/initdb.wasm',
  'pg_dump.wasm': '@electric-sql/pglite-tools/dist/pg_dump.wasm',
  citext: '@electric-sql/pglite/dist/citext.tar.gz',
  hstore: '@electric-sql/pglite/dist/hstore.tar.gz',
};

/** What is served as it came in a node package.
 * @type {Step} */
export const copies = {
  name: 'WebAssembly and data files',
  inputs: ['scripts/runtime/copies.mjs', ...Object.values(COPIES).map((file) => `node_modules/${file}`)],
  build: async () =>
    Object.entries(COPIES).map(([name, source]) => ({
      name,
      extension: /\.(wasm|data)$/.exec(name)?.[1] ?? ARCHIVE,
      bytes: readFileSync(inProject('node_modules', source)),
    })),
};
