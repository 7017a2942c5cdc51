// @ts-check
// How much memory an interpreter and this process hold, when all that is unused has been collected.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** @typedef {import('pyodide').PyodideAPI} Pyodide */

const OBJECTS = 'import gc; gc.collect(); len(gc.get_objects())';

/** The objects that Python keeps an eye on, those aside that were there before any program ran.
 * @param {Pyodide} python
 * @returns {number} */
export function pythonObjects(python) {
  return python.runPython(OBJECTS);
}

/** The size of the interpreter's WebAssembly memory, which Pyodide's types do not show.
 * @param {any} python
 * @returns {number} bytes */
export function pythonMemory(python) {
  return python._module.HEAPU8.byteLength;
}

/** What of that is in use: the field `uordblks` of the C library's mallinfo().
 * @param {any} python
 * @returns {number} bytes */
export function pythonMemoryInUse(python) {
  const { _malloc, _mallinfo, _free, HEAP32 } = python._module;
  const fields = _malloc(40);
  _mallinfo(fields);
  const used = HEAP32[fields / 4 + 7];
  _free(fields);
  return used;
}

/** @returns {number} bytes */
export function javascriptHeap() {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}
