// @ts-check
// Memory over many commands in one engine (in Node): flat after the first 50.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { importBundled } from '../native/bundle.mjs';
import { inProject } from '../setup/paths.mjs';
import { startEngine } from './engine.mjs';
import { megabytes } from './numbers.mjs';

/** @typedef {import('./table.mjs').MemoryRow} MemoryRow */

const COMMANDS = 300;
const STEP = 50;
const BEFORE = ['flask db init', 'flask db migrate'];
/** Downgrading drops the tables and their sequences, so each round finds the same database. */
const ROUND = [
  'flask db upgrade',
  'flask db migrate',
  'flask seed all',
  'flask db current',
  'flask seed undo',
  'flask db downgrade',
];
const OBJECTS = 'import gc; gc.collect(); len(gc.get_objects())';

/** @returns {Promise<MemoryRow[]>} */
export async function measureMemory() {
  /** @type {typeof import('./engine-parts.ts')} */
  const { readFolder } = await importBundled('scripts/bench/engine-parts.ts');
  const engine = await startEngine();
  await engine.open((await readFolder(inProject('src/lessons/00-course-app/start'))).files);
  for (const line of BEFORE) await engine.run(line);
  const rows = [measure(0, engine.python())];
  for (let count = 1; count <= COMMANDS; count += 1) {
    await engine.run(ROUND[(count - 1) % ROUND.length] ?? '');
    if (count % STEP === 0) rows.push(measure(count, engine.python()));
  }
  return rows;
}

/** @param {number} commands
 * @param {import('pyodide').PyodideAPI} python
 * @returns {MemoryRow} */
function measure(commands, python) {
  const objects = python.runPython(OBJECTS);
  collectGarbage();
  const { heapUsed, rss } = process.memoryUsage();
  return {
    commands,
    python: megabytes(heapOf(python).byteLength),
    objects: String(objects),
    javascript: megabytes(heapUsed),
    process: megabytes(rss),
  };
}

/** The interpreter's WebAssembly memory, which Pyodide's types do not show.
 * @param {any} python
 * @returns {Uint8Array} */
function heapOf(python) {
  return python._module.HEAPU8;
}

function collectGarbage() {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}
