// @ts-check
// Commands in the warm engine (in Node) against the same on the native command line.
import { startMachine } from '../native/machine.mjs';
import { readProject } from '../native/samples.mjs';
import { ensureStack } from '../native/stack.mjs';
import { startEngine } from './engine.mjs';
import { importBundled } from '../native/bundle.mjs';
import { median } from './numbers.mjs';

/** @typedef {import('../native/stack.mjs').StackName} StackName */
/** @typedef {import('./table.mjs').Row} Row */

const STACKS = /** @type {const} */ (['course', 'current']);
const PATH = ['flask db init', 'flask db migrate', 'flask db upgrade', 'flask seed all'];
const MEASURED = PATH.slice(1);
const ROUNDS = 5;
const PROJECT = {
  name: '',
  about: '',
  start: 'src/lessons/00-course-app/start',
  stacks: [...STACKS],
  commands: [],
};
/** At least this many times faster than natively. */
const TARGET = { 'flask db migrate': 5 };

/** @returns {Promise<Row[]>} */
export async function measureWarmCommands() {
  const rows = [];
  for (const stack of STACKS) {
    const files = await projectFor(stack);
    const here = await rounds(await onEngine(files), ROUNDS + 1);
    const native = await onNative(stack, files);
    const there = await rounds(native.round, ROUNDS).finally(native.stop);
    for (const line of MEASURED) {
      // The engine's first round is its warm-up.
      const [ours, theirs] = [median((here.get(line) ?? []).slice(1)), median(there.get(line) ?? [])];
      rows.push(row(`\`${line}\`, ${stack} stack`, ours, theirs, TARGET[/** @type {keyof TARGET} */ (line)]));
    }
  }
  return rows;
}

/** @param {string} what
 * @param {number} ours
 * @param {number} theirs
 * @param {number | undefined} target
 * @returns {Row} */
function row(what, ours, theirs, target) {
  const times = theirs / ours;
  return {
    what,
    here: `${ours.toFixed(3)} s`,
    there: `${theirs.toFixed(3)} s`,
    ratio: `${times.toFixed(1)} times faster`,
    target: target === undefined ? '' : `at least ${target} times${times >= target ? '' : ': missed'}`,
  };
}

/** @param {StackName} stack */
async function projectFor(stack) {
  /** @type {typeof import('./engine-parts.ts')} */
  const { readFolder } = await importBundled('scripts/bench/engine-parts.ts');
  return readProject(PROJECT, stack, readFolder);
}

/** @typedef {(time: (line: string, seconds: number) => void) => Promise<void>} Round */

/** Runs rounds and gathers the seconds of each command line.
 * @param {Round} round
 * @param {number} count */
async function rounds(round, count) {
  /** @type {Map<string, number[]>} */
  const times = new Map(PATH.map((line) => [line, []]));
  for (let index = 0; index < count; index += 1)
    await round((line, seconds) => times.get(line)?.push(seconds));
  return times;
}

/** @param {import('../../src/engine/types.ts').WorkspaceFile[]} files
 * @returns {Promise<Round>} */
async function onEngine(files) {
  const engine = await startEngine();
  return async (time) => {
    await engine.open(files);
    for (const line of PATH) time(line, await engine.run(line));
  };
}

/** @param {StackName} name
 * @param {import('../../src/engine/types.ts').WorkspaceFile[]} files
 * @returns {Promise<{ round: Round, stop: () => Promise<void> }>} */
async function onNative(name, files) {
  const stack = await ensureStack(name);
  const machine = await startMachine(stack);
  return {
    stop: () => machine.stop(),
    round: async (time) => {
      await machine.open(files);
      for (const line of PATH) {
        const started = performance.now();
        const { exitCode, output } = await machine.run(stack, line, { keepBytecode: true });
        if (exitCode !== 0) throw new Error(`${line} failed natively:\n${output}`);
        time(line, (performance.now() - started) / 1000);
      }
    },
  };
}
