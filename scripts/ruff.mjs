// @ts-check
// Runs the pinned ruff with the arguments given; gets it first where it is missing.
import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { hashFiles } from './runtime/hash.mjs';
import { run, runAsCommand, say, SetupError } from './setup/command.mjs';
import { withLock } from './setup/lock.mjs';
import { CACHE, inProject, ROOT } from './setup/paths.mjs';
import { findPython } from './setup/python.mjs';

const REQUIREMENTS = 'requirements/tools.txt';

/** The path of the ruff program, which is there when this resolves. */
export async function ensureRuff() {
  const folder = path.join(CACHE, `tools-${hashFiles([REQUIREMENTS]).slice(0, 12)}`);
  if (!existsSync(folder)) await withLock(() => install(folder));
  return path.join(folder, 'bin', process.platform === 'win32' ? 'ruff.exe' : 'ruff');
}

/** Into a folder of its own rather than a virtual environment: some systems' Python cannot make one.
 * @param {string} folder */
async function install(folder) {
  if (existsSync(folder)) return;
  say('Downloading ruff ...');
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  const pip = [...(await findPython()), '-m', 'pip', '--disable-pip-version-check', 'install', '--quiet'];
  const what = [
    '--require-hashes',
    '--no-deps',
    '--only-binary',
    ':all:',
    '--requirement',
    inProject(REQUIREMENTS),
  ];
  const { code, stderr } = await run([...pip, ...what, '--target', partial]);
  if (code !== 0) throw new SetupError(`pip could not install ruff. It says:\n${stderr.trim()}`);
  renameSync(partial, folder);
}

await runAsCommand(import.meta.url, async () => {
  const { code } = await run([await ensureRuff(), ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
  return code;
});
