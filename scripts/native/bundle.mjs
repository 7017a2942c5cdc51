// @ts-check
import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { inProject } from '../setup/paths.mjs';

/** @type {Map<string, Promise<any>>} */
const imported = new Map();

/** Bundles a TypeScript module of the project for Node, and imports it.
 * @param {string} entry relative to the project
 * @returns {Promise<any>} typed where it is used, by the module that was bundled */
export function importBundled(entry) {
  const module = imported.get(entry) ?? bundle(entry);
  imported.set(entry, module);
  return module;
}

/** @param {string} entry */
async function bundle(entry) {
  const name = `${entry.replace(/\W+/g, '-')}-${process.pid}.mjs`;
  const outfile = inProject('node_modules/.cache/stillroom', name);
  await build({
    entryPoints: [inProject(entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile);
  }
}
