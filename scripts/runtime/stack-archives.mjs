// @ts-check
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { cachePath, compiler, COMPILER_FILES } from './compiler.mjs';
import { wheelFolder } from './download.mjs';
import { EXTRA } from './stacks.mjs';
import { readWheel, wheelName } from './wheel.mjs';
import { zip, zippedWhole } from './zip.mjs';

/** @typedef {import('./step.mjs').Step} Step */
/** @typedef {import('./step.mjs').Asset} Asset */
/** @typedef {import('./stacks.mjs').Stack} Stack */
/** @typedef {import('./wheel.mjs').Distribution} Distribution */
/** @typedef {import('./zip.mjs').Entry} Entry */
/** @typedef {import('./compiler.mjs').Compile} Compile */

const SITE_PACKAGES = '/usr/local/lib/python3.14/site-packages/';

/** A stack's packages as byte code, and their sources apart: they are only read by people.
 * @param {Stack} stack
 * @returns {Step} */
export function stackArchives(stack) {
  const recipe = ['stack-archives', 'stacks', 'wheel', 'download'].map(
    (name) => `scripts/runtime/${name}.mjs`,
  );
  return {
    name: `Python packages of the ${stack.name} stack`,
    inputs: [stack.requirements, ...recipe, ...COMPILER_FILES],
    async build() {
      const compile = await compiler();
      const distributions = readStack(stack);
      const main = distributions.filter(({ name }) => !EXTRA.has(name)).flatMap(({ modules }) => modules);
      const extra = distributions.filter(({ name }) => EXTRA.has(name)).flatMap(({ modules }) => modules);
      // The metadata of all is in the first: pip lists what is installed, loaded or not.
      const metadata = distributions.flatMap((distribution) => distribution.metadata);
      return [
        ...archives(stack.name, [...main, ...metadata], compile),
        ...archives(`${stack.name}-extra`, extra, compile),
      ];
    },
  };
}

/** @param {Stack} stack
 * @returns {Distribution[]} */
export function readStack(stack) {
  const folder = wheelFolder(stack);
  return readdirSync(folder).map((file) => readWheel(path.join(folder, file)));
}

/** The version of each package, by its normalised name.
 * @param {Stack} stack
 * @returns {Record<string, string>} */
export function readVersions(stack) {
  return Object.fromEntries(
    readdirSync(wheelFolder(stack))
      .map(wheelName)
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, version }) => [name, version]),
  );
}

/** @param {string} name
 * @param {readonly Entry[]} entries
 * @param {Compile} compile
 * @returns {Asset[]} */
function archives(name, entries, compile) {
  const sources = entries.filter(isModule);
  const others = entries.filter((entry) => !isModule(entry));
  const compiled = sources.flatMap((entry) => {
    const bytes = compile(entry.bytes, SITE_PACKAGES + entry.path);
    return bytes === null ? [] : [{ path: cachePath(entry.path), bytes }];
  });
  return [
    { name, extension: 'bin', bytes: zippedWhole([...others, ...compiled]) },
    { name: `${name}-src`, extension: 'zip', bytes: zip(sources) },
  ];
}

/** A template (the env.py that `flask db init` copies) is data, and has to be there before the sources are.
 * @param {Entry} entry */
function isModule({ path: name }) {
  return name.endsWith('.py') && !name.includes('/templates/');
}
