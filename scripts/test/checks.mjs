// @ts-check
import { say } from '../setup/command.mjs';
import { run } from '../setup/command.mjs';
import { inProject, ROOT } from '../setup/paths.mjs';

/** @typedef {import('./parts.mjs').Count} Count */

/** The command that runs a program of a node package, without a shell.
 * @param {string} name
 * @param {string} program
 * @param {...string} args */
export function node(name, program, ...args) {
  return [process.execPath, inProject('node_modules', name, program), ...args];
}

/** Runs commands beside each other; each is one test, passed when its exit code is 0.
 * @param {readonly (readonly string[])[]} commands
 * @returns {Promise<Count>} */
export async function check(commands) {
  const results = await Promise.all(commands.map((command) => run(command, { cwd: ROOT })));
  results.forEach(({ code, stdout, stderr }, index) => {
    if (code !== 0) process.stdout.write(`${stdout}${stderr}`);
    say(`${code === 0 ? 'passed' : 'FAILED'}: ${describe(commands[index] ?? [])}`);
  });
  const failed = results.filter(({ code }) => code !== 0).length;
  return { passed: results.length - failed, failed, skipped: 0 };
}

/** @param {readonly string[]} command */
function describe(command) {
  const words = command[0] === process.execPath ? command.slice(1) : command;
  return words.map((word) => word.split(/[\\/]/).at(-1)).join(' ');
}
