// @ts-check
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject, RUNTIME } from '../setup/paths.mjs';
import { ARCHIVE, copies } from './copies.mjs';
import { ensureWheels } from './download.mjs';
import { enginePython } from './engine-python.mjs';
import { buildDataDir } from './postgres-data.mjs';
import { STACKS } from './stacks.mjs';
import { readVersions, stackArchives } from './stack-archives.mjs';
import { standardLibrary } from './standard-library.mjs';
import { runSteps } from './step.mjs';

/** @typedef {import('./step.mjs').Step} Step */
/** @typedef {import('./step.mjs').Listed} Listed */

const MANIFEST = 'manifest.json';

/** Brings public/runtime/ up to date: everything that the engine loads, named by content, and a manifest. */
export async function buildRuntime() {
  await ensureWheels();
  const assets = await runSteps([
    copies,
    enginePython(),
    standardLibrary,
    postgresData,
    ...STACKS.map(stackArchives),
  ]);
  writeManifest(assets);
  removeOthers(new Set([MANIFEST, ...Object.values(assets).map((asset) => asset.file)]));
}

/** @type {Step} */
const postgresData = {
  name: 'Postgres data directory',
  inputs: [
    'scripts/runtime/build.mjs',
    'scripts/runtime/postgres-data.mjs',
    'scripts/runtime/tar.mjs',
    'node_modules/@electric-sql/pglite/package.json',
  ],
  build: async () => [{ name: 'postgres-data', extension: ARCHIVE, bytes: await buildDataDir() }],
};

/** @param {Record<string, Listed>} assets */
function writeManifest(assets) {
  const file = path.join(RUNTIME, MANIFEST);
  const versions = Object.fromEntries(STACKS.map((stack) => [stack.name, readVersions(stack)]));
  const text = `${JSON.stringify({ assets, versions }, null, 2)}\n`;
  if (!readdirSync(RUNTIME).includes(MANIFEST) || readFileSync(file, 'utf8') !== text)
    writeFileSync(file, text);
}

/** @param {ReadonlySet<string>} wanted */
function removeOthers(wanted) {
  for (const name of readdirSync(inProject('public', 'runtime')))
    if (!wanted.has(name)) rmSync(path.join(RUNTIME, name));
}
