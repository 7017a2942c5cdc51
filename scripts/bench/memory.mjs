// @ts-check
// Memory over many commands, and over many looks ahead, in one engine (in Node): flat after the first 50.
import { importBundled } from '../native/bundle.mjs';
import { inProject } from '../setup/paths.mjs';
import { startEngine } from './engine.mjs';
import { javascriptHeap, pythonMemory, pythonObjects } from './heaps.mjs';
import { megabytes } from './numbers.mjs';

/** @typedef {import('./table.mjs').MemoryRow} MemoryRow */

const COMMANDS = 300;
const LOOKS = 500;
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
const MODEL = 'app/models/user.py';

/** @returns {Promise<MemoryRow[]>} */
export async function measureMemory() {
  const engine = await startCourse();
  for (const line of BEFORE) await engine.run(line);
  const rows = [measure(0, engine.python())];
  for (let count = 1; count <= COMMANDS; count += 1) {
    await engine.run(ROUND[(count - 1) % ROUND.length] ?? '');
    if (count % STEP === 0) rows.push(measure(count, engine.python()));
  }
  return rows;
}

/** A column is written into a model, renamed with each look, and taken out again.
 * @returns {Promise<MemoryRow[]>} */
export async function measureLookMemory() {
  const engine = await startCourse();
  for (const line of [...BEFORE, 'flask db upgrade', 'flask seed all']) await engine.run(line);
  const model = engine.text(MODEL);
  await engine.look();
  const rows = [measure(0, engine.python())];
  for (let count = 1; count <= LOOKS; count += 1) {
    await engine.write(
      MODEL,
      count % 5 === 0 ? model : `${model}    note_${count} = db.Column(db.Integer)\n`,
    );
    await engine.look();
    if (count % (2 * STEP) === 0 || count === STEP) rows.push(measure(count, engine.python()));
  }
  return rows;
}

async function startCourse() {
  /** @type {typeof import('./engine-parts.ts')} */
  const { readFolder } = await importBundled('scripts/bench/engine-parts.ts');
  const engine = await startEngine();
  const { files } = await readFolder(inProject('src/lessons/00-course-app/start'));
  await engine.open(files);
  /** @param {string} path */
  const text = (path) => {
    const content = files.find((file) => file.path === path)?.content ?? '';
    return typeof content === 'string' ? content : new TextDecoder().decode(content);
  };
  return { ...engine, text };
}

/** @param {number} count
 * @param {import('pyodide').PyodideAPI} python
 * @returns {MemoryRow} */
function measure(count, python) {
  const objects = pythonObjects(python);
  const heap = javascriptHeap();
  return {
    count,
    python: megabytes(pythonMemory(python)),
    objects: String(objects),
    javascript: megabytes(heap),
    process: megabytes(process.memoryUsage().rss),
  };
}
