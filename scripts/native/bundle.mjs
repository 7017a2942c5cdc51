// @ts-check
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { inProject } from '../setup/paths.mjs';

/** Bundles a TypeScript module of the project for Node, and imports it.
 * @param {string} entry relative to the project
 * @returns {Promise<any>} typed where it is used, by the module that was bundled */
export async function importBundled(entry) {
  const outfile = inProject(
    'node_modules/.cache/stillroom',
    `${path.basename(entry, '.ts')}-${process.pid}.mjs`,
  );
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
  return import(pathToFileURL(outfile).href);
}
