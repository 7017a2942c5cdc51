// @ts-check
import { build } from 'esbuild';
import { inProject } from '../setup/paths.mjs';
import { slimPyodide } from './slim-pyodide.mjs';

/** Chromium takes no URL that is longer. */
const LONGEST_URL = 2 * 1024 * 1024;

/** The engine's worker as one self-contained module in a `data:` URL: a worker that is started from it has an
 * opaque origin and keeps the page's policy.
 * @returns {Promise<{ url: string, modules: string[] }>} `modules`: the files that it was made from */
export async function bundleEngine() {
  const { outputFiles, metafile } = await build({
    entryPoints: [inProject('src/engine/worker.ts')],
    absWorkingDir: inProject(),
    bundle: true,
    plugins: [slimPyodide],
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    // Other characters would take up to nine in a URL.
    charset: 'ascii',
    // Imports that are only reached in Node; never resolved in the worker.
    external: ['node:*', 'module', 'ws'],
    // Nothing is fetched from beside the worker, and what the packages put together from this is never used.
    // The module's own URL would not do: it is no base for another.
    define: { 'import.meta.url': '"https://engine.invalid/"' },
    // Else every line of an error's stack would repeat the whole URL.
    footer: { js: '//# sourceURL=stillroom-engine.mjs' },
    logLevel: 'warning',
  });
  const url = `data:text/javascript,${escape(outputFiles[0]?.text ?? '')}`;
  if (url.length >= LONGEST_URL)
    throw new Error(`The engine's bundle has become too long for a data: URL in Chromium: ${url.length}`);
  return { url, modules: Object.keys(metafile.inputs).map((file) => inProject(file)) };
}

/** Only what a URL would take for something else, so that it stays short.
 * @param {string} code */
function escape(code) {
  return code.replace(/[%#?\n\r\t]/g, encodeURIComponent);
}
