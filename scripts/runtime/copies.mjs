// @ts-check
import { readFileSync } from 'node:fs';
import { inProject } from '../setup/paths.mjs';

/** @typedef {import('./step.mjs').Step} Step */

/** @type {Record<string, string>} */
const COPIES = {
  'pyodide.wasm': 'pyodide/pyodide.asm.wasm',
  'pglite.wasm': '@electric-sql/pglite/dist/pglite.wasm',
  'pglite.data': '@electric-sql/pglite/dist/pglite.data',
  'initdb.wasm': '@electric-sql/pglite/dist/initdb.wasm',
  'pg_dump.wasm': '@electric-sql/pglite-tools/dist/pg_dump.wasm',
  'citext.tar.gz': '@electric-sql/pglite/dist/citext.tar.gz',
  'hstore.tar.gz': '@electric-sql/pglite/dist/hstore.tar.gz',
};

/** What is served as it came in a node package.
 * @type {Step} */
export const copies = {
  name: 'WebAssembly and data files',
  inputs: ['scripts/runtime/copies.mjs', ...Object.values(COPIES).map((file) => `node_modules/${file}`)],
  build: async () =>
    Object.entries(COPIES).map(([file, source]) => {
      const [name = '', extension = ''] = splitName(file);
      return { name, extension, bytes: readFileSync(inProject('node_modules', source)) };
    }),
};

/** Extension bundles are known by their bare name, the others by their file name.
 * @param {string} file */
function splitName(file) {
  const bundle = /^(?<name>\w+)\.tar\.gz$/.exec(file)?.groups?.['name'];
  return bundle === undefined ? [file, file.split('.').at(-1)] : [bundle, 'tar.gz'];
}
