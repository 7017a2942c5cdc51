import type { StackName } from './types';

/** What the set-up builds into public/runtime/, by name; the files carry a hash of their content. */
export type AssetName =
  | 'pyodide.wasm'
  | 'stdlib'
  | 'stdlib-src'
  | 'engine-py'
  | StackName
  | `${StackName}-src`
  | `${StackName}-extra`
  | 'pglite.wasm'
  | 'pglite.data'
  | 'initdb.wasm'
  | 'postgres-data'
  | 'pg_dump.wasm'
  | 'citext'
  | 'hstore';

/** One entry of the manifest: where the asset lies beside manifest.json, its size in bytes, its SHA-256 in hex. */
export interface AssetEntry {
  file: string;
  bytes: number;
  sha256: string;
}

export interface Manifest {
  assets: Record<AssetName, AssetEntry>;
  /** Package versions of each stack, by normalised name. */
  versions: Record<StackName, Record<string, string>>;
}

/** Hands over an asset's bytes. The engine fetches nothing itself: its worker has no network. */
export type LoadAsset = (name: AssetName) => Promise<Uint8Array>;

/** Assets that come by message: asked for once, waited for by whoever needs them. */
export class AssetShelf {
  readonly #arrived = new Map<AssetName, Uint8Array>();
  readonly #waiting = new Map<AssetName, ((bytes: Uint8Array) => void)[]>();

  /** @param want asks the other side for an asset */
  constructor(readonly want: (name: AssetName) => void) {}

  /** The asset's bytes, once they are here. They leave the shelf; the other side is told each time, and counts. */
  get(name: AssetName): Promise<Uint8Array> {
    this.want(name);
    const bytes = this.#arrived.get(name);
    if (bytes) {
      this.#arrived.delete(name);
      return Promise.resolve(bytes);
    }
    return new Promise((resolve) => {
      this.#waiting.set(name, [...(this.#waiting.get(name) ?? []), resolve]);
    });
  }

  put(name: AssetName, bytes: Uint8Array): void {
    const waiting = this.#waiting.get(name);
    this.#waiting.delete(name);
    if (!waiting) this.#arrived.set(name, bytes);
    else for (const resolve of waiting) resolve(bytes);
  }
}
