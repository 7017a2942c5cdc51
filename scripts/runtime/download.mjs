// @ts-check
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { run, say, SetupError } from '../setup/command.mjs';
import { CACHE, inProject } from '../setup/paths.mjs';
import { findPython } from '../setup/python.mjs';
import { hashFiles } from './hash.mjs';
import { STACKS } from './stacks.mjs';

/** @typedef {import('./stacks.mjs').Stack} Stack */

const WHEELS = path.join(CACHE, 'wheels');

/** The folder of a stack's wheels, named by what was asked for: it exists only when complete.
 * @param {Stack} stack */
export function wheelFolder(stack) {
  const key = hashFiles([stack.requirements], [stack.target.join(' ')]);
  return path.join(WHEELS, `${stack.name}-${key.slice(0, 12)}`);
}

/** Downloads the wheels of every stack that are not in the cache. */
export async function ensureWheels() {
  const missing = STACKS.filter((stack) => !existsSync(wheelFolder(stack)));
  if (missing.length === 0) return;
  const python = await findPython();
  say(`Downloading Python packages (${missing.map((stack) => stack.name).join(', ')}) ...`);
  await Promise.all(missing.map((stack) => download(python, stack)));
  removeOldFolders();
}

/** @param {readonly string[]} python
 * @param {Stack} stack */
async function download(python, stack) {
  const folder = wheelFolder(stack);
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  const pip = [...python, '-m', 'pip', '--disable-pip-version-check', 'download', '--quiet', '--no-deps'];
  const what = ['--require-hashes', '--only-binary', ':all:', ...stack.target];
  const files = ['--dest', partial, '--requirement', inProject(stack.requirements)];
  const { code, stderr } = await run([...pip, ...what, ...files]);
  if (code !== 0) throw new SetupError(explain(stack, stderr));
  renameSync(partial, folder);
}

/** @param {Stack} stack
 * @param {string} stderr */
function explain(stack, stderr) {
  if (
    /from versions: none|NewConnectionError|ConnectTimeout|ReadTimeout|NameResolution|ProxyError|Max retries|getaddrinfo/i.test(
      stderr,
    )
  )
    return `The Python package index cannot be reached, so the packages of the "${stack.name}" stack cannot be downloaded: connect to the internet once and try again.`;
  return `pip could not download the packages of the "${stack.name}" stack (${stack.requirements}). It says:\n${stderr.trim()}`;
}

function removeOldFolders() {
  const wanted = new Set(STACKS.map((stack) => path.basename(wheelFolder(stack))));
  for (const name of readdirSync(WHEELS))
    if (!wanted.has(name)) rmSync(path.join(WHEELS, name), { recursive: true, force: true });
}
