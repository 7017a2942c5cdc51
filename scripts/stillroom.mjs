// @ts-check
// `npm run -s stillroom -- ...`: the engine's command line. Sets up what is missing, bundles it (some 100 ms), runs it.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runAsCommand } from './setup/command.mjs';
import { inProject, ROOT } from './setup/paths.mjs';
import { setup } from './setup.mjs';

async function main() {
  await setup();
  // Not before: on a fresh clone the set-up installs it.
  const { build } = await import('esbuild');
  const outfile = inProject('node_modules/.cache/stillroom/cli.mjs');
  await mkdir(path.dirname(outfile), { recursive: true });
  await build({
    entryPoints: [inProject('src/engine/cli/main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  /** @type {{ main: (args: string[], root: string) => Promise<number> }} */
  const cli = await import(pathToFileURL(outfile).href);
  return cli.main(process.argv.slice(2), ROOT);
}

await runAsCommand(import.meta.url, main);
