/**
 * Makes the engine's client: fetches what the set-up has built, beside this page, and hands the bytes over. The worker is
 * a `data:` module, so it has no origin and reaches neither storage nor network (see the policy in public/policy.js).
 */
import engineUrl from 'virtual:engine-url';
import type { AssetName, Manifest } from '../engine/assets';
import { EngineClient, STARTING_ASSETS } from '../engine/client';
import type { EngineEvent } from '../engine/types';
import { readWithProgress } from './download';

/** Fetches manifest and worker and, beside them, what every start needs; the rest follows when the engine asks for it. */
export async function startEngine(onEvent: (event: EngineEvent) => void): Promise<EngineClient> {
  const bundle = fetchOk(engineUrl).then((response) => response.text());
  // Told below, unless the manifest has failed before.
  bundle.catch(() => {});
  const manifest = (await (await fetchOk('runtime/manifest.json')).json()) as Manifest;
  const downloads = new Map<AssetName, Promise<Uint8Array>>();
  const totals = { done: 0, total: 0 };
  const report = (): void => onEvent({ type: 'progress', step: 'download', ...totals });

  async function download(name: AssetName): Promise<Uint8Array> {
    const entry = manifest.assets[name];
    totals.total += entry.bytes;
    const response = await fetchOk(`runtime/${entry.file}`);
    return readWithProgress(response, entry.bytes, (bytes) => {
      totals.done += bytes;
      report();
    });
  }

  /** A restart of the engine asks again and must not load again. */
  function loadAsset(name: AssetName): Promise<Uint8Array> {
    const bytes = downloads.get(name) ?? download(name);
    downloads.set(name, bytes);
    // What failed may be asked for once more.
    bytes.catch(() => downloads.delete(name));
    return bytes;
  }

  for (const name of STARTING_ASSETS) void loadAsset(name).catch(() => {});
  const worker = await bundle;
  const startWorker = (): Worker => new Worker(worker, { type: 'module', name: 'stillroom-engine' });
  return new EngineClient({ manifest, startWorker, loadAsset }, onEvent);
}

async function fetchOk(path: string): Promise<Response> {
  const address = new URL(path, document.baseURI);
  const response = await fetch(address).catch(() => {
    throw new Error(`${address.pathname} could not be loaded: there is no connection to this site.`);
  });
  if (!response.ok) throw new Error(`${address.pathname} could not be loaded (${response.status}).`);
  return response;
}
