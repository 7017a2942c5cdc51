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
