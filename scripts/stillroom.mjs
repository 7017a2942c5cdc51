// @ts-check
// `npm run -s stillroom -- ...`: the engine's command line. Bundles it (some 100 ms), then runs it.
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const outfile = join(root, 'node_modules/.cache/stillroom/cli.mjs');

await mkdir(dirname(outfile), { recursive: true });
await build({
  entryPoints: [join(root, 'src/engine/cli/main.ts')],
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
const { main } = await import(pathToFileURL(outfile).href);
process.exitCode = await main(process.argv.slice(2), root);
