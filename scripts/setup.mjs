// @ts-check
// Makes a fresh clone ready to serve and to test; does nothing, quickly, when nothing changed.
// Only node: modules may be imported here before the node packages are in place.
import { runAsCommand } from './setup/command.mjs';
import { withLock } from './setup/lock.mjs';
import { ensureNodePackages } from './setup/node-packages.mjs';

/** Installs what is missing and builds what is outdated. */
export async function setup() {
  await withLock(async () => {
    await ensureNodePackages();
    const { buildRuntime } = await import('./runtime/build.mjs');
    await buildRuntime();
  });
}

await runAsCommand(import.meta.url, setup);
