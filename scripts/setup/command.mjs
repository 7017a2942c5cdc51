// @ts-check
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A failure whose message is written for the person at the keyboard: shown without a stack. */
export class SetupError extends Error {}

/** One line of progress, on stderr so that stdout stays a program's own.
 * @param {string} text */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Runs `main` when the module is the program that Node was started with.
 * @param {string} moduleUrl
 * @param {() => Promise<number | void>} main its result is the exit code */
export async function runAsCommand(moduleUrl, main) {
  const program = process.argv[1];
  if (program === undefined || realpathSync(program) !== fileURLToPath(moduleUrl)) return;
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}

/** @typedef {{ code: number, stdout: string, stderr: string }} Finished */

/** Runs a program to its end. A program that cannot be started has the exit code 127.
 * @param {readonly string[]} command
 * @param {import('node:child_process').SpawnOptions} [options] with `stdio: 'inherit'` nothing is collected
 * @returns {Promise<Finished>} */
export function run([program = '', ...args], options = {}) {
  return new Promise((resolve) => {
    const finished = { code: 0, stdout: '', stderr: '' };
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    child.stdout?.setEncoding('utf8').on('data', (text) => (finished.stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (finished.stderr += text));
    child.on('error', (error) => resolve({ ...finished, code: 127, stderr: error.message }));
    child.on('close', (code) => resolve({ ...finished, code: code ?? 1 }));
  });
}
