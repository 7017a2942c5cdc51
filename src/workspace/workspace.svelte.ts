/**
 * The one owner of what the student works on: files, tabs, selection, and what can be undone. Views link to it and keep
 * nothing of their own. What runs is the machine's concern (machine.svelte.ts).
 */
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { applyEdits, type Fix } from '../engine/migration/edits';
import type { FileChange, WorkspaceFile } from '../engine/types';
import {
  applyChanges,
  exists,
  isDirectory,
  listFiles,
  removalOf,
  renameOf,
  restorationOf,
  type Content,
} from './files';
import { ancestorsOf } from './paths';
import { canBeUndone, describeFix, describeRemoval, type Removal } from './removals';
import { closeTab, keepTabs, noTabs, openTab, renameTabs, type Tabs } from './tabs';
import { changeBetween, lineAt } from './text-change';

/** Everything of a workspace that is not the machine's. */
export interface WorkspaceContents {
  files: WorkspaceFile[];
  emptyDirectories: string[];
  tabs: Tabs;
  expanded: string[];
}

/** A place to show in the editor; a new object each time, so that asking twice shows it twice. */
export interface Place {
  path: string;
  line: number;
}

/** A rename that the editor follows to keep a file's undo history. */
export interface Rename {
  from: string;
  to: string;
}

export class Workspace {
  readonly files = new SvelteMap<string, Content>();
  readonly emptyDirectories = new SvelteSet<string>();
  readonly expanded = new SvelteSet<string>();
  name = $state('');
  tabs = $state.raw<Tabs>(noTabs);
  /** The row of the tree that is selected. */
  selected = $state.raw<string | null>(null);
  place = $state.raw<Place | null>(null);
  /** The newest last; undo takes from the end. */
  removals = $state.raw<readonly Removal[]>([]);

  /** Called after every change that is worth saving. */
  onchange: () => void = () => {};
  /** Called before a rename shows in `files`. */
  onrename: (rename: Rename) => void = () => {};
  /** Called before a fix shows in `files`, with the text as it still is: the editor can then undo to it. */
  onfix: (path: string, before: string) => void = () => {};
  /** Called with each change of the student's that the engine has not seen. */
  onedit: () => void = () => {};

  /** What the student changed since the engine was last told, by path in the order of the changes. */
  #untold: FileChange[] = [];

  constructor(name: string, contents: WorkspaceContents) {
    this.name = name;
    this.replace(contents);
  }

  get active(): string | null {
    return this.tabs.active;
  }

  /** What undo would take back now. */
  get lastRemoval(): Removal | null {
    return this.removals.findLast((removal) => canBeUndone(removal, this.files)) ?? null;
  }

  /** Takes up other contents as a whole; nothing of it is news for the engine. */
  replace({ files, emptyDirectories, tabs, expanded }: WorkspaceContents): void {
    this.files.clear();
    this.emptyDirectories.clear();
    this.expanded.clear();
    for (const { path, content } of files) this.files.set(path, content);
    for (const path of emptyDirectories) this.emptyDirectories.add(path);
    for (const path of expanded) this.expanded.add(path);
    this.#untold = [];
    this.tabs = keepTabs(tabs, (path) => this.files.has(path));
    this.selected = this.tabs.active;
    this.onchange();
  }

  contents(): WorkspaceContents {
    return {
      files: listFiles(this.files),
      emptyDirectories: [...this.emptyDirectories].sort(),
      tabs: this.tabs,
      expanded: [...this.expanded],
    };
  }

  has(path: string): boolean {
    return exists(this, path);
  }

  /** Shows a file in the editor, at a line where one is given, and in the tree. */
  open(path: string, line?: number): void {
    if (!this.files.has(path)) return;
    this.tabs = openTab(this.tabs, path);
    this.select(path);
    if (line !== undefined) this.place = { path, line };
    this.onchange();
  }

  close(path: string): void {
    this.tabs = closeTab(this.tabs, path);
    this.onchange();
  }

  /** Selects a row of the tree and opens the directories above it. */
  select(path: string): void {
    this.selected = path;
    for (const directory of ancestorsOf(path)) this.expanded.add(directory);
  }

  toggle(directory: string, open: boolean = !this.expanded.has(directory)): void {
    if (open) this.expanded.add(directory);
    else this.expanded.delete(directory);
    this.onchange();
  }

  /** An edit typed into the editor. */
  edit(path: string, content: string): void {
    if (this.files.get(path) === content) return;
    this.#change([{ kind: 'written', path, content }]);
  }

  create(kind: 'file' | 'directory', path: string): void {
    this.#change([kind === 'file' ? { kind: 'written', path, content: '' } : { kind: 'directory', path }]);
    if (kind === 'file') this.open(path);
    else this.expanded.add(path);
    this.select(path);
  }

  rename(from: string, to: string): void {
    if (from === to || !this.has(from)) return;
    this.onrename({ from, to });
    if (isDirectory(this, from) && this.expanded.has(from)) this.expanded.add(to);
    const tabs = renameTabs(this.tabs, from, to);
    this.#change(renameOf(this, from, to));
    this.tabs = tabs;
    this.select(to);
  }

  remove(path: string): void {
    const changes = removalOf(this, path);
    this.#remember(changes);
    this.#change(changes);
  }

  /** Takes up what a program did to files. An edit that the program has not seen is newer and stays. */
  applyFromEngine(changes: readonly FileChange[]): void {
    const edited = this.#untold.map((change) => change.path);
    const accepted = changes.filter((change) => !edited.includes(change.path));
    this.#remember(accepted);
    applyChanges(this, accepted);
    this.tabs = keepTabs(this.tabs, (path) => this.files.has(path));
    if (accepted.length > 0) this.onchange();
  }

  /** What the engine has not been told yet; asking hands it over. */
  takeUntold(): FileChange[] {
    const untold = this.#untold;
    this.#untold = [];
    return untold;
  }

  remember(removal: Removal): void {
    this.removals = [...this.removals, removal].slice(-20);
  }

  /** Takes the newest removal off the stack; bringing back what it names is the caller's. */
  takeLastRemoval(): Removal | null {
    const last = this.lastRemoval;
    this.removals = this.removals.filter((removal) => removal !== last);
    return last;
  }

  /**
   * Changes a file as a fix says, as if it had been typed, and shows where. Nothing happens where the file is no longer
   * the text that the fix was made for: its places would be others.
   */
  applyFix(path: string, { title, edits }: Fix, madeFor?: string): void {
    const before = this.files.get(path);
    if (typeof before !== 'string' || (madeFor !== undefined && madeFor !== before)) return;
    const after = applyEdits(before, edits);
    const change = changeBetween(before, after);
    if (change === null) return;
    this.onfix(path, before);
    this.edit(path, after);
    this.remember({ message: describeFix(title), restore: { kind: 'fix', path, before, after } });
    this.open(path, lineAt(after, change.from));
  }

  restore(changes: FileChange[]): void {
    this.#change(changes);
    const [first] = changes;
    if (first?.kind === 'written' && changes.length === 1) this.open(first.path);
    else if (first) this.select(first.path);
  }

  #remember(changes: readonly FileChange[]): void {
    const restored = restorationOf(this, changes);
    if (restored.length > 0)
      this.remember({ message: describeRemoval(restored), restore: { kind: 'files', changes: restored } });
  }

  #change(changes: readonly FileChange[]): void {
    applyChanges(this, changes);
    this.tabs = keepTabs(this.tabs, (path) => this.files.has(path));
    const rewritten = changes.map((change) => change.path);
    // Later writes to the same path replace earlier ones; a removal stays in its place before them.
    this.#untold = [
      ...this.#untold.filter((change) => change.kind === 'removed' || !rewritten.includes(change.path)),
      ...changes,
    ];
    this.onchange();
    this.onedit();
  }
}
