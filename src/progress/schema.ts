/** What lies in IndexedDB, by version. A new version adds a step to `upgrade` and never changes an older one. */
import type { DBSchema, IDBPDatabase } from 'idb';
import type { MachineMemory } from '../workspace/machine-types';
import type { WorkspaceContents } from '../workspace/workspace.svelte';

export const databaseName = 'stillroom';
export const databaseVersion = 1;

/** A workspace with everything that a reload brings back. */
export interface SavedWorkspace {
  id: string;
  name: string;
  /** Counts the saves; whoever saves over a number that is not the one they read overwrites someone else's work. */
  revision: number;
  contents: WorkspaceContents;
  memory: MachineMemory;
}

/** How the student likes the page. */
export interface Settings {
  theme: 'system' | 'light' | 'dark';
  screenReader: boolean;
  tabLeavesEditor: boolean;
  treeOpen: boolean;
  /** The sizes of panes, by the key under which paneforge asks for them. */
  panes: Record<string, string>;
}

export const defaultSettings: Settings = {
  theme: 'system',
  screenReader: false,
  tabLeavesEditor: false,
  treeOpen: true,
  panes: {},
};

export interface StillroomSchema extends DBSchema {
  workspaces: { key: string; value: SavedWorkspace };
  settings: { key: 'settings'; value: Partial<Settings> };
}

/** Brings a database of any older version up to this one. */
export function upgrade(database: IDBPDatabase<StillroomSchema>, from: number): void {
  if (from < 1) {
    database.createObjectStore('workspaces', { keyPath: 'id' });
    database.createObjectStore('settings');
  }
}
