// @ts-check
import { readFileSync } from 'node:fs';
import { inProject } from '../setup/paths.mjs';
import { licenceText } from './notice.mjs';

/** @typedef {import('./notice.mjs').Notice} Notice */

/** The programs inside the WebAssembly files, which no bundle lists.
 * @returns {Notice[]} */
export function programNotices() {
  const pyodide = versionOf('pyodide');
  const pglite = versionOf('@electric-sql/pglite');
  return [
    {
      name: 'Pyodide',
      version: pyodide,
      licence: 'MPL-2.0',
      text: licenceText('MPL-2.0'),
      remark: `Its standard library is shipped as byte code and as source. The source of Pyodide is in its repository, github.com/pyodide/pyodide, under the tag ${pyodide}.`,
    },
    {
      name: 'CPython, inside Pyodide',
      version: '3.14',
      licence: 'PSF-2.0',
      text: licenceText('CPython'),
      remark:
        'Also inside: Emscripten and musl (MIT), bzip2 (BSD-like), expat (MIT), libffi (MIT), mpdecimal (BSD-2-Clause), sqlite (public domain), xz (0BSD), zlib (Zlib), zstd (BSD-3-Clause).',
    },
    {
      name: 'PostgreSQL, inside PGlite',
      version: `18 (PGlite ${pglite})`,
      licence: 'PostgreSQL',
      text: licenceText('PostgreSQL'),
      remark: 'Also inside: Emscripten and musl (MIT), ICU (Unicode-3.0), zlib (Zlib).',
    },
  ];
}

/** @param {string} name */
function versionOf(name) {
  return JSON.parse(readFileSync(inProject('node_modules', name, 'package.json'), 'utf8')).version;
}
