// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { inProject } from '../setup/paths.mjs';
import { cachePath, compiler, COMPILER_FILES } from './compiler.mjs';
import { zippedWhole } from './zip.mjs';

/** @typedef {import('./step.mjs').Step} Step */

const FOLDER = 'src/engine/python';
const PACKAGE = 'stillroom';
const PREFIX = '/usr/local/lib/stillroom/';

/** The engine's own Python, sources and byte code, rooted at a folder for `sys.path`.
 * @returns {Step} */
export function enginePython() {
  const files = pythonFiles();
  return {
    name: "Engine's Python",
    inputs: [
      'scripts/runtime/engine-python.mjs',
      ...COMPILER_FILES,
      ...files.map((file) => `${FOLDER}/${file}`),
    ],
    async build() {
      const compile = await compiler();
      const entries = files.flatMap((file) => {
        const source = { path: file, bytes: new Uint8Array(readFileSync(inProject(FOLDER, file))) };
        const bytes = file.endsWith('.py') ? compile(source.bytes, PREFIX + file) : null;
        return bytes === null ? [source] : [source, { path: cachePath(file), bytes }];
      });
      return [{ name: 'engine-py', extension: 'bin', bytes: zippedWhole(entries) }];
    },
  };
}

/** Every file of the package, relative to its parent folder, with `/` between. */
function pythonFiles() {
  const folder = inProject(FOLDER, PACKAGE);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.pyc'))
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1).replaceAll('\\', '/'))
    .map((file) => `${PACKAGE}/${file}`)
    .sort();
}
