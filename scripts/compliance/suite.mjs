// @ts-check
// SQLAlchemy's dialect suite on disk: fetched once by hash, then laid out as its tests expect it.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { hashFiles } from '../runtime/hash.mjs';
import { run, say, SetupError } from '../setup/command.mjs';
import { CACHE, inProject } from '../setup/paths.mjs';
import { findPython } from '../setup/python.mjs';

export const REQUIREMENTS = 'test/compliance/requirements.txt';
const OURS = inProject('test', 'compliance', 'suite');
/** What is taken of SQLAlchemy's tests. */
const TAKEN = [
  'test/__init__.py',
  'test/requirements.py',
  'test/dialect/__init__.py',
  'test/dialect/test_suite.py',
];

/** @typedef {{ suite: string, packages: string, version: string }} Suite
 * `suite`: the folder to run pytest in; `packages`: pytest and what it needs, unpacked; `version`: SQLAlchemy's. */

/** @returns {Promise<Suite>} */
export async function ensureSuite() {
  const folder = path.join(CACHE, `compliance-${hashFiles([REQUIREMENTS]).slice(0, 12)}`);
  if (!existsSync(folder)) await fetch(folder);
  const suite = path.join(folder, 'suite');
  cpSync(OURS, suite, { recursive: true });
  return { suite, packages: path.join(folder, 'packages'), version: versionOf(REQUIREMENTS) };
}

/** @param {string} requirements
 * @returns {string} the release of SQLAlchemy that a requirements file pins */
export function versionOf(requirements) {
  const text = readFileSync(inProject(requirements), 'utf8');
  return /^sqlalchemy==(\S+)/im.exec(text)?.[1] ?? '';
}

/** @param {string} folder */
async function fetch(folder) {
  say("Downloading SQLAlchemy's dialect suite and pytest ...");
  const python = await findPython();
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  const downloads = path.join(partial, 'downloads');
  mkdirSync(downloads, { recursive: true });
  const pip = [...python, '-m', 'pip', '--disable-pip-version-check', 'download', '--quiet', '--no-deps'];
  const what = ['--require-hashes', '--dest', downloads, '--requirement', inProject(REQUIREMENTS)];
  await must([...pip, ...what], 'pip could not download the suite.');
  for (const file of readdirSync(downloads)) {
    const module = file.endsWith('.whl') ? 'zipfile' : 'tarfile';
    const target = path.join(partial, file.endsWith('.whl') ? 'packages' : 'source');
    await must([...python, '-m', module, '-e', path.join(downloads, file), target], `${file} is broken.`);
  }
  const source = path.join(partial, 'source');
  const [root = ''] = readdirSync(source);
  for (const file of TAKEN) cpSync(path.join(source, root, file), path.join(partial, 'suite', file));
  rmSync(source, { recursive: true });
  rmSync(downloads, { recursive: true });
  renameSync(partial, folder);
}

/** @param {string[]} command
 * @param {string} complaint */
async function must(command, complaint) {
  const { code, stderr } = await run(command, { env: { ...process.env, DISABLE_SQLALCHEMY_CEXT: '1' } });
  if (code !== 0) throw new SetupError(`${complaint} It says:\n${stderr.trim()}`);
}
