// @ts-check
// The engine in Node, as the benchmark drives it.
import { importBundled } from '../native/bundle.mjs';
import { RUNTIME } from '../setup/paths.mjs';

/** @typedef {import('pyodide').PyodideAPI} Pyodide */
/** @typedef {import('../../src/engine/types.ts').WorkspaceFile} WorkspaceFile */

const SIZE = { columns: 80, rows: 24 };

export async function startEngine() {
  /** @type {typeof import('./engine-parts.ts')} */
  const { Engine, nodeHost } = await importBundled('scripts/bench/engine-parts.ts');
  const { loadAsset, manifest, pyodide } = await nodeHost(RUNTIME);
  /** @type {Pyodide[]} */
  const pythons = [];
  let output = '';
  const engine = new Engine({
    loadAsset,
    versions: manifest.versions,
    isTerminal: false,
    readLineSync: () => null,
    emit: (event) => {
      if (event.type === 'output') output += event.text;
    },
    pyodide: {
      load: async (...args) => {
        const python = await pyodide.load(...args);
        pythons.push(python);
        return python;
      },
    },
  });
  return {
    /** The interpreter that was started last: that of the commands, or once there was a look, that of the looks.
     * @returns {Pyodide} */
    python() {
      const python = pythons.at(-1);
      if (python === undefined) throw new Error('no workspace is open');
      return python;
    },
    /** @param {string} path
     * @param {string} content */
    write: (path, content) => engine.write([{ kind: 'written', path, content }]),
    look: () => engine.preview(),
    /** @param {WorkspaceFile[]} files */
    open: (files) => engine.open({ files, emptyDirectories: [], database: null }),
    /** Runs a command that has to succeed; gives the seconds until its state is known.
     * @param {string} line */
    async run(line) {
      output = '';
      const started = performance.now();
      const { exitCode } = await engine.run(line, SIZE);
      if (exitCode !== 0) throw new Error(`${line} failed on the engine:\n${output}`);
      return (performance.now() - started) / 1000;
    },
  };
}
