// @ts-check
import { readFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';
import { inProject } from '../setup/paths.mjs';

/** @typedef {import('./zip.mjs').Entry} Entry */
/** Compiles a module's source; null where it is no valid Python.
 * @typedef {(source: Uint8Array, filename: string) => Uint8Array | null} Compile */

/** What the compiled files depend on besides the sources. */
export const COMPILER_FILES = [
  'scripts/runtime/compiler.mjs',
  'scripts/runtime/compile_module.py',
  'scripts/runtime/zip.mjs',
  'node_modules/pyodide/package.json',
];

/** @type {Promise<Compile> | undefined} */
let started;

/** The compiler, started once: Pyodide itself, so that the byte code is the one that it reads. */
export function compiler() {
  started ??= startCompiler();
  return started;
}

/** @returns {Promise<Compile>} */
async function startCompiler() {
  // A fixed hash seed: the order of a frozen set in the byte code depends on it.
  const pyodide = await loadPyodide({ env: { PYTHONHASHSEED: '0' } });
  const globals = pyodide.globals.get('dict')();
  pyodide.runPython(readFileSync(inProject('scripts/runtime/compile_module.py'), 'utf8'), { globals });
  const compileModule = globals.get('compile_module');
  return (source, filename) => {
    const compiled = compileModule(source, filename);
    if (compiled === undefined) return null;
    const bytes = compiled.toJs();
    compiled.destroy();
    return bytes;
  };
}

/** Where a finder looks for the byte code of a module beside its source.
 * @param {string} source a path that ends in .py */
export function cachePath(source) {
  const slash = source.lastIndexOf('/') + 1;
  return `${source.slice(0, slash)}__pycache__/${source.slice(slash, -3)}.cpython-314.pyc`;
}
