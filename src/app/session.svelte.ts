/** Puts the parts together: the saved work, the workspace and its machine, the autosave, and the engine. */
import { Autosave, whyNotSaved } from '../progress/autosave.svelte';
import { watchOtherTabs, type OtherTabs } from '../progress/other-tabs';
import { defaultSettings, type SavedWorkspace, type Settings } from '../progress/schema';
import { openStore, type Store } from '../progress/store';
import { LookAhead } from '../workspace/look-ahead.svelte';
import { Machine } from '../workspace/machine.svelte';
import { Workspace } from '../workspace/workspace.svelte';
import { Preferences } from './preferences.svelte';
import { startEngine } from './start-engine';
import { startingContents, startingName } from './starting-workspace';

const workspaceId = 'course-app';

export class Session {
  readonly preferences: Preferences;
  readonly workspace: Workspace;
  readonly machine: Machine;
  readonly look: LookAhead;
  readonly autosave: Autosave;
  readonly #store: Store | null;
  readonly #tabs: OtherTabs;
  #revision: number;

  private constructor(store: Store | null, saved: SavedWorkspace | null, settings: Settings) {
    this.#store = store;
    this.#revision = saved?.revision ?? 0;
    this.preferences = new Preferences(
      settings,
      (changed) => void store?.saveSettings(changed).catch(() => {}),
    );
    this.workspace = new Workspace(saved?.name ?? startingName, saved?.contents ?? startingContents());
    this.machine = new Machine(
      this.workspace,
      saved?.memory ?? { database: null, transcript: '', history: [] },
    );
    this.look = new LookAhead(this.workspace, this.machine);
    this.autosave = new Autosave((force) => this.#save(force));
    if (store === null) this.autosave.status = { kind: 'failed', message: whyNotSaved(null) };
    this.#tabs = watchOtherTabs((id) => id === workspaceId && this.autosave.noticeConflict());
    this.workspace.onchange = () => this.autosave.schedule();
    this.workspace.onedit = () => this.look.edited();
    this.machine.onsettled = () => void this.look.look();
    addEventListener('pagehide', () => void this.autosave.flush());
    addEventListener('visibilitychange', () => document.hidden && void this.autosave.flush());
  }

  /** Reads what was saved, as far as the browser lets the page keep anything. */
  static async open(): Promise<Session> {
    try {
      const store = await openStore();
      const [saved, settings] = await Promise.all([store.loadWorkspace(workspaceId), store.loadSettings()]);
      return new Session(store, saved, settings);
    } catch {
      return new Session(null, null, defaultSettings);
    }
  }

  /** Starts the engine; the page works on files meanwhile. */
  async start(): Promise<void> {
    this.machine.begin();
    try {
      await this.machine.start(await startEngine((event) => this.machine.receive(event)));
    } catch (error) {
      this.machine.fail(error instanceof Error ? error.message : String(error));
    }
  }

  /** Goes back to the start; undo brings everything back. */
  async reset(): Promise<void> {
    const { workspace, machine } = this;
    workspace.remember({
      message: `Reset ${workspace.name}.`,
      restore: { kind: 'workspace', snapshot: machine.snapshot(), tabs: workspace.tabs },
    });
    workspace.replace(startingContents());
    await machine.reopen({ ...machine.snapshot(), database: null });
  }

  /** Takes back the newest removal or reset. */
  async undo(): Promise<void> {
    const restore = this.workspace.lastRemoval?.restore;
    if (restore === undefined) return;
    if (restore.kind === 'workspace' && this.machine.busy) {
      this.machine.note('Stop the command first; then this can be undone.');
      return;
    }
    this.workspace.takeLastRemoval();
    if (restore.kind === 'files') {
      this.workspace.restore(restore.changes);
      return;
    }
    if (restore.kind === 'fix') {
      this.workspace.edit(restore.path, restore.before);
      this.workspace.open(restore.path);
      return;
    }
    const { files, emptyDirectories } = restore.snapshot;
    this.workspace.replace({
      files,
      emptyDirectories,
      tabs: restore.tabs,
      expanded: [...this.workspace.expanded],
    });
    await this.machine.reopen(restore.snapshot);
  }

  /** Saves over what another tab saved. */
  async keepMine(): Promise<void> {
    await this.autosave.force();
  }

  async #save(force: boolean): ReturnType<Store['saveWorkspace']> {
    if (this.#store === null) throw new Error('there is no store');
    const saved = await this.#store.saveWorkspace(
      {
        id: workspaceId,
        name: this.workspace.name,
        revision: this.#revision,
        contents: this.workspace.contents(),
        memory: this.machine.memory,
      },
      force,
    );
    if (saved.kind === 'saved') {
      this.#revision = saved.revision;
      this.#tabs.announce(workspaceId);
    }
    return saved;
  }
}
