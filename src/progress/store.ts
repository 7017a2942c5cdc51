/** Where work is kept in the browser. Only this file talks to IndexedDB. */
import { openDB, type IDBPDatabase } from 'idb';
import {
  databaseName,
  databaseVersion,
  defaultSettings,
  upgrade,
  type SavedWorkspace,
  type Settings,
  type StillroomSchema,
} from './schema';

/** What became of a save. */
export type Saved =
  | { kind: 'saved'; revision: number }
  /** Someone else, another tab of this page, has saved since. Nothing was written. */
  | { kind: 'conflict' };

export class Store {
  readonly #database: IDBPDatabase<StillroomSchema>;

  constructor(database: IDBPDatabase<StillroomSchema>) {
    this.#database = database;
  }

  async loadWorkspace(id: string): Promise<SavedWorkspace | null> {
    return (await this.#database.get('workspaces', id)) ?? null;
  }

  /** Saves over the revision that was read; over any other only when `force` says so. */
  async saveWorkspace(workspace: SavedWorkspace, force = false): Promise<Saved> {
    const transaction = this.#database.transaction('workspaces', 'readwrite');
    const stored = await transaction.store.get(workspace.id);
    if (stored && stored.revision !== workspace.revision && !force) {
      await transaction.done;
      return { kind: 'conflict' };
    }
    const revision = Math.max(stored?.revision ?? 0, workspace.revision) + 1;
    await transaction.store.put({ ...workspace, revision });
    await transaction.done;
    return { kind: 'saved', revision };
  }

  async loadSettings(): Promise<Settings> {
    return { ...defaultSettings, ...(await this.#database.get('settings', 'settings')) };
  }

  async saveSettings(settings: Settings): Promise<void> {
    await this.#database.put('settings', settings, 'settings');
  }
}

/** Opens the store; throws where the browser gives none (a private window, storage switched off). */
export async function openStore(): Promise<Store> {
  const database = await openDB<StillroomSchema>(databaseName, databaseVersion, {
    upgrade,
    // A newer page in another tab must be able to upgrade; this one then no longer saves, and says so.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  return new Store(database);
}
