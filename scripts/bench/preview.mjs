// @ts-check
// The look ahead in Chromium, from a keystroke until the panel has painted the revision that comes of it; and
// `flask db migrate` natively, after the same edit.
import { startMachine } from '../native/machine.mjs';
import { ensureStack } from '../native/stack.mjs';
import { inProject } from '../setup/paths.mjs';
import { launchBrowser, serve } from './browser.mjs';
import { CASES, COLUMN, edited } from './look-cases.mjs';
import { median, percentile } from './numbers.mjs';
import { openProject, runLines, typeIntoName } from './typing.mjs';

/** @typedef {import('./look-cases.mjs').Case} Case */
/** @typedef {import('./look-cases.mjs').TextFile} TextFile */
/** @typedef {import('../native/stack.mjs').StackName} StackName */
/** @typedef {import('./table.mjs').LookRow} LookRow */

const STACKS = /** @type {const} */ (['course', 'current']);
const WARM_UP = 5;

/** @param {string} [page] the folder of the built page
 * @returns {Promise<LookRow[]>} */
export async function measureLooks(page = inProject('dist')) {
  const rows = [];
  for (const stack of STACKS) {
    for (const one of CASES) {
      const files = await one.files(stack);
      const here = await inBrowser(page, files, one);
      const there = await onNative(stack, files, one);
      rows.push(row(`${one.what}, ${stack} stack`, here, there, one.target));
    }
  }
  return rows;
}

/** @param {string} what
 * @param {readonly number[]} here milliseconds
 * @param {readonly number[]} there milliseconds
 * @param {number} target
 * @returns {LookRow} */
function row(what, here, there, target) {
  const [p50, p95, native] = [percentile(here, 50), percentile(here, 95), median(there)];
  return {
    what,
    p50: `${p50.toFixed(0)} ms`,
    p95: `${p95.toFixed(0)} ms`,
    there: `${native.toFixed(0)} ms`,
    ratio: `${(native / p50).toFixed(1)} times faster`,
    target: `p95 at most ${target} ms${p95 <= target ? '' : ': missed'}`,
  };
}

/** @param {string} folder
 * @param {TextFile[]} files
 * @param {Case} one
 * @returns {Promise<number[]>} milliseconds of each keystroke */
async function inBrowser(folder, files, { active, before, keystrokes }) {
  const { url, close } = await serve(folder);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await openProject(page, url, files, active);
    await runLines(page, before);
    await page.getByRole('tab', { name: active.slice(active.lastIndexOf('/') + 1) }).click();
    return await typeIntoName(page, COLUMN, { warmUp: WARM_UP, count: keystrokes });
  } finally {
    await browser.close();
    close();
  }
}

/** @param {StackName} name
 * @param {readonly TextFile[]} files
 * @param {Case} one
 * @returns {Promise<number[]>} milliseconds of `flask db migrate` */
async function onNative(name, files, { active, before, nativeRounds }) {
  const stack = await ensureStack(name);
  const machine = await startMachine(stack);
  /** @param {string} line */
  const must = async (line) => {
    const { exitCode, output } = await machine.run(stack, line, { keepBytecode: true });
    if (exitCode !== 0) throw new Error(`${line} failed natively:\n${output}`);
  };
  const milliseconds = [];
  try {
    for (let round = 0; round < nativeRounds; round += 1) {
      await machine.open(files);
      for (const line of before) await must(line);
      await machine.write([edited(files, active)]);
      const started = performance.now();
      await must('flask db migrate');
      milliseconds.push(performance.now() - started);
    }
    return milliseconds;
  } finally {
    await machine.stop();
  }
}
