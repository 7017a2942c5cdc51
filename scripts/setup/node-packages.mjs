// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { run, say, SetupError } from './command.mjs';
import { inProject, ROOT } from './paths.mjs';

/** @typedef {{ version?: string, optional?: boolean, link?: boolean }} LockedPackage */

/** Installs the node packages of package-lock.json unless they are all there already. */
export async function ensureNodePackages() {
  if (areInstalled(inProject('package-lock.json'), inProject('node_modules', '.package-lock.json'))) return;
  say('Installing node packages ...');
  // Nothing here needs an install script, so none is run.
  const { code } = await run([...npm(), 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32' && process.env['npm_execpath'] === undefined,
  });
  if (code !== 0)
    throw new SetupError(
      'npm could not install the node packages (its own message is above): is its registry reachable?',
    );
}

/** How to start npm without a shell: the one that runs us, when one does. */
function npm() {
  const cli = process.env['npm_execpath'];
  return cli !== undefined && /npm-cli\.c?js$/.test(cli) ? [process.execPath, cli] : ['npm'];
}

/** Whether npm's record of what it installed has every package that the lock file asks for.
 * @param {string} wanted
 * @param {string} installed */
function areInstalled(wanted, installed) {
  if (!existsSync(installed)) return false;
  const present = packagesOf(installed);
  return Object.entries(packagesOf(wanted)).every(
    ([name, { version, optional }]) => name === '' || optional === true || present[name]?.version === version,
  );
}

/** @param {string} lockFile
 * @returns {Record<string, LockedPackage>} */
function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}
