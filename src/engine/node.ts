import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { loadPyodide } from 'pyodide';
import type { AssetName, LoadAsset, Manifest } from './assets';
import type { PyodideHost } from './python/interpreter';
import { NO_PACKAGES } from './python/pyodide-host';

/** The parts of the engine's surroundings that differ in Node: files instead of bytes handed over. */
export interface NodeHost {
  manifest: Manifest;
  loadAsset: LoadAsset;
  pyodide: PyodideHost;
}

/** @param runtime the folder that the set-up built (public/runtime) */
export async function nodeHost(runtime: string): Promise<NodeHost> {
  const manifest = JSON.parse(await readFile(join(runtime, 'manifest.json'), 'utf8')) as Manifest;
  const pathOf = (name: AssetName): string => join(runtime, manifest.assets[name].file);
  const indexURL = dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));
  return {
    manifest,
    loadAsset: async (name) => new Uint8Array(await readFile(pathOf(name))),
    pyodide: {
      load: (_loadAsset, options) =>
        loadPyodide({
          ...options,
          indexURL,
          stdLibURL: pathOf('stdlib'),
          packageBaseUrl: indexURL,
          lockFileContents: NO_PACKAGES,
        }),
    },
  };
}
