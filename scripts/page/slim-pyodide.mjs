// @ts-check
import { readFileSync } from 'node:fs';

const ASSIGN = /function assignWasmExports\(wasmExports\)\{([^}]*)\}/;
const PLAIN = /^(_([\w$]+))=Module\["\1"\]=wasmExports\["\2"\](?:\.value>>>0)?$/;
const DECLARE = /var (_[\w$]+(?:,_[\w$]+){500,})/;

/** Pyodide's module gives each of the interpreter's 4,900 exports a variable, for libraries that would be linked to it
 * later: a third of its text. We link none, and the engine has to fit into one URL (engine-bundle.mjs). So the few
 * that the module uses keep theirs, and the others are only put where a library would look.
 * @type {import('esbuild').Plugin} */
export const slimPyodide = {
  name: 'slim-pyodide',
  setup(build) {
    build.onLoad({ filter: /[\\/]pyodide\.asm\.mjs$/ }, ({ path }) => ({
      contents: withoutUnusedExports(readFileSync(path, 'utf8')),
      loader: 'js',
    }));
  },
};

/** @param {string} code of pyodide.asm.mjs
 * @returns {string} the same where it does not look as expected */
export function withoutUnusedExports(code) {
  const assignments = ASSIGN.exec(code)?.[1]?.split(';');
  const declared = DECLARE.exec(code)?.[1]?.split(',');
  if (assignments === undefined || declared === undefined) return code;
  const isUsed = usedMoreThan(code, 3);
  const unused = new Set(assignments.map(plainName).filter((name) => name !== null && !isUsed(name)));
  const kept = assignments.filter((assignment) => !unused.has(plainName(assignment)));
  const rest =
    'for(const[name,value]of Object.entries(wasmExports))' +
    'Module["_"+name]??=typeof value==="function"?value:value.value>>>0';
  return code
    .replace(ASSIGN, () => `function assignWasmExports(wasmExports){${[...kept, rest].join(';')}}`)
    .replace(DECLARE, () => `var ${declared.filter((name) => !unused.has(name)).join(',')}`);
}

/** The variable that a statement gives an export to, when that is all it does.
 * @param {string} assignment */
function plainName(assignment) {
  return PLAIN.exec(assignment)?.[1] ?? null;
}

/** Whether a name occurs more than `times`: in its declaration, its assignment and as a property it always does.
 * @param {string} code
 * @param {number} times
 * @returns {(name: string) => boolean} */
function usedMoreThan(code, times) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const [name] of code.matchAll(/[\w$]+/g)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return (name) => (counts.get(name) ?? 0) > times;
}
