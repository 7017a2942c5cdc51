import { loadPyodide } from 'pyodide';
import type { LoadAsset } from '../assets';
import { withFetch } from '../with-fetch';
import type { PyodideHost } from './interpreter';

/** Not a place: it marks the few requests that Pyodide makes while it starts, which are answered from the assets. */
const ORIGIN = 'https://pyodide.invalid/';

/**
 * Pyodide where nothing may be fetched: its module is part of our own bundle, its files come as bytes.
 * @param createPyodideModule the default export of `pyodide/pyodide.asm.mjs`
 */
export function bytesHost(createPyodideModule: unknown): PyodideHost {
  return {
    load: (loadAsset, options) =>
      withFetch(
        (input) => respond(loadAsset, input),
        () =>
          loadPyodide({
            ...options,
            indexURL: ORIGIN,
            stdLibURL: `${ORIGIN}stdlib.zip`,
            packageBaseUrl: ORIGIN,
            lockFileContents: NO_PACKAGES,
            // Pyodide types it as a function of its internal settings.
            createPyodideModule: createPyodideModule as never,
          }),
      ),
  };
}

/** Pyodide's package index, empty: every package comes from the stack's archive. */
export const NO_PACKAGES = JSON.stringify({
  info: { abi_version: '2026_0', arch: 'wasm32', platform: 'emscripten', python: '3.14', version: '314.0.7' },
  packages: {},
});

async function respond(loadAsset: LoadAsset, input: RequestInfo | URL): Promise<Response> {
  const url = input instanceof Request ? input.url : String(input);
  if (url === `${ORIGIN}pyodide.asm.wasm`)
    return bytesResponse(await loadAsset('pyodide.wasm'), 'application/wasm');
  if (url === `${ORIGIN}stdlib.zip`) return bytesResponse(await loadAsset('stdlib'), 'application/zip');
  throw new TypeError(`the engine has no network: ${url}`);
}

function bytesResponse(bytes: Uint8Array, type: string): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { 'Content-Type': type } });
}
