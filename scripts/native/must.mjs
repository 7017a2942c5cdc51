// @ts-check
import { run, SetupError } from '../setup/command.mjs';

/** Runs a program that has to succeed.
 * @param {readonly string[]} command
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<string>} its standard output */
export async function must(command, options = {}) {
  const { code, stdout, stderr } = await run(command, options);
  if (code !== 0) throw new SetupError(`${command.slice(0, 4).join(' ')} failed. It says:\n${stderr.trim()}`);
  return stdout;
}
