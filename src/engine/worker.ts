/*
 * The worker's entry. It is started as a `data:` module worker: an opaque origin without storage or network
 * (FACTS of the containment are in ARCHITECTURE.md), so everything it needs comes through `postMessage`.
 */
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import { type AssetName, AssetShelf, type Manifest } from './assets';
import { Engine } from './engine';
import { bytesHost } from './python/pyodide-host';
import { type Port, serve } from './rpc';
import type { EngineEvent } from './types';

/** The page's messages beside calls: what the engine is to start with, and each asset when it has arrived. */
export type HostMessage =
  { host: 'start'; versions: Manifest['versions'] } | { host: 'asset'; name: AssetName; bytes: Uint8Array };

/** What the worker says beside answers: an event, or that it needs an asset now. */
export type WorkerMessage = { host: 'event'; event: EngineEvent } | { host: 'want'; name: AssetName };

const port: Port = globalThis;
const shelf = new AssetShelf((name) => port.postMessage({ host: 'want', name } satisfies WorkerMessage));

// A worker of this worker would be one more thing to hold in; the engine needs none.
Reflect.deleteProperty(globalThis, 'Worker');

if (globalThis.origin !== 'null') throw new Error('the engine refuses to start with the rights of a page');

port.addEventListener('message', (event: MessageEvent<HostMessage | null>) => {
  const message = event.data;
  if (message?.host === 'asset') shelf.put(message.name, message.bytes);
  if (message?.host === 'start') start(message.versions);
});

function start(versions: Manifest['versions']): void {
  const engine = new Engine({
    versions,
    loadAsset: (name) => shelf.get(name),
    pyodide: bytesHost(createPyodideModule),
    emit: (event) => port.postMessage({ host: 'event', event } satisfies WorkerMessage),
    isTerminal: true,
  });
  serve(port, engine, [
    'open',
    'write',
    'run',
    'input',
    'interrupt',
    'complete',
    'revision',
    'revisions',
    'preview',
    'prove',
    'checkpoint',
  ]);
}
