// @ts-check
// A stack as a student would install it natively: a virtual environment with the versions of requirements/STACK.txt.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run, say, SetupError } from '../setup/command.mjs';
import { CACHE, inProject } from '../setup/paths.mjs';
import { must } from './must.mjs';

/** @typedef {'course' | 'current'} StackName */
/** @typedef {{ stack: StackName, folder: string, bin: string, python: string, base: string }} NativeStack
 *    `bin`: the folder of its programs; `base`: the installation whose standard library it uses */

/** The Pythons that a stack runs on, best first. Newer ones write tracebacks more as the engine's does; the course's
 * six 1.15 stops at 3.11.
 * @type {Record<StackName, string[]>} */
const PYTHONS = {
  course: ['python3.11', 'python3.10', 'python3.9'],
  current: ['python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10'],
};
/** Packages that are other versions natively. The course's greenlet does not compile on Python 3.11, but one has to be
 * there; setuptools is what a virtual environment brings, as no project asks for it.
 * @type {Record<string, string | null>} */
const EXCEPTIONS = { greenlet: 'greenlet>=3', setuptools: null };

/** Makes the stack's virtual environment unless it is there.
 * @param {StackName} stack
 * @returns {Promise<NativeStack>} */
export async function ensureStack(stack) {
  const packages = pinnedPackages(stack);
  const program = await findPython(stack);
  const base = (await must([program, '-c', 'import sys; print(sys.base_prefix)'])).trim();
  const hash = createHash('sha256')
    .update([base, ...packages].join('\n'))
    .digest('hex')
    .slice(0, 12);
  const folder = path.join(CACHE, 'native', `${stack}-${hash}`);
  const bin = path.join(folder, 'bin');
  const python = path.join(bin, 'python');
  const complete = path.join(folder, 'complete');
  if (!existsSync(complete)) {
    say(`Making a virtual environment for the "${stack}" stack ...`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await must([program, '-m', 'venv', folder]);
    await must([
      python,
      '-m',
      'pip',
      '--disable-pip-version-check',
      'install',
      '--quiet',
      '--no-deps',
      ...packages,
    ]);
    writeFileSync(complete, '');
  }
  return { stack, folder, bin, python, base };
}

/** @param {StackName} stack
 * @returns {string[]} `name==version`, without the hashes: those are of the wheels that the engine takes */
export function pinnedPackages(stack) {
  const text = readFileSync(inProject('requirements', `${stack}.txt`), 'utf8');
  const pins = text.match(/^[\w.-]+==[\w.]+/gm) ?? [];
  return pins.flatMap((pin) => {
    const exception = EXCEPTIONS[pin.slice(0, pin.indexOf('=='))];
    return exception === undefined ? pin : (exception ?? []);
  });
}

const VERSIONS = `
import importlib.metadata, json, platform
names = ('alembic', 'flask', 'flask-migrate', 'flask-sqlalchemy', 'psycopg2-binary', 'sqlalchemy')
print(json.dumps({'python': platform.python_version(), **{n: importlib.metadata.version(n) for n in names}}))
`;

/** The versions of what shapes a command's output.
 * @param {NativeStack} stack
 * @returns {Promise<Record<string, string>>} */
export async function installedVersions({ python }) {
  return JSON.parse(await must([python, '-c', VERSIONS]));
}

/** @param {StackName} stack */
async function findPython(stack) {
  for (const program of PYTHONS[stack]) {
    if ((await run([program, '-c', 'import ensurepip, venv'])).code === 0) return program;
  }
  throw new SetupError(
    `The "${stack}" stack runs natively on one of these, and none was found: ${PYTHONS[stack].join(', ')}.`,
  );
}
