/**
 * The look ahead as the page has it: what would be written now, which revision is on show, and what belongs together.
 * The one owner of all that; panel and editor read it. What the engine finds out comes through the machine.
 */
import { untrack } from 'svelte';
import type { Fix } from '../engine/migration/edits';
import type { ModelPlace, Preview } from '../engine/migration/preview';
import type { RevisionList } from '../engine/migration/revision';
import type { RevisionView } from '../engine/migration/view';
import { chooseRevision, entriesOf } from './choose-revision';
import { counterparts } from './counterparts';
import { linesOf, partAt, problemsOf, type Lines, type Problem } from './look-places';
import type {
  Look,
  LookState,
  PartKey,
  ProofState,
  RevisionChoice,
  RevisionEntry,
  Shown,
} from './look-types';
import type { Machine } from './machine.svelte';
import { isRevision } from './revisions';
import type { Workspace } from './workspace.svelte';

/** How long the typing must pause before the engine looks, in milliseconds. */
const PAUSE = 120;

const NO_REVISIONS: RevisionList = { directory: null, revisions: [], problem: null };
/** What a look comes to whose code could be ended only with the engine. */
const STOPPED: Preview = {
  outcome: { kind: 'stopped', seconds: 3 },
  beforeInit: false,
  importTrace: null,
  models: [],
  milliseconds: 0,
};

const UNPROVED = {
  busy: 'A program runs. The proof can begin when it has ended.',
  interrupted: 'The proof was stopped. It worked on a copy: your database and files are as they were.',
  stopped: 'The proof could not be interrupted, so Python and PostgreSQL were started anew.',
  failed: 'The proof could not be made.',
};

const NOTHING: ReadonlySet<PartKey> = new Set();

export class LookAhead implements Look {
  readonly #workspace: Workspace;
  readonly #machine: Machine;
  #preview = $state.raw<Preview | null>(null);
  /** The last revision that could be made of the models; null once there is nothing to migrate. */
  #pending = $state.raw<RevisionView | null>(null);
  #list = $state.raw<RevisionList>(NO_REVISIONS);
  #fileView = $state.raw<RevisionView | null>(null);
  #models = $state.raw<readonly ModelPlace[]>([]);
  #pinned = $state.raw<RevisionChoice | null>(null);
  #pointed = $state.raw<PartKey | null>(null);
  #proof = $state.raw<ProofState>({ kind: 'none' });

  #timer: ReturnType<typeof setTimeout> | undefined;
  #isLooking = false;
  #lookAgain = false;
  /** All that there was when the student's code did not come back: it is left alone until something is another. */
  #gaveUpOn: readonly unknown[] | null = null;
  /** What the list and the view on show were made from. */
  #listedFrom: readonly unknown[] = [];
  #viewedFrom: readonly unknown[] = [];
  #provedFrom: readonly unknown[] = [];

  constructor(workspace: Workspace, machine: Machine) {
    this.#workspace = workspace;
    this.#machine = machine;
    machine.onproof = ({ step, done, total }) => {
      if (this.#proof.kind === 'running') this.#proof = { ...this.#proof, step, done, total };
    };
    // For as long as the page: another revision is chosen, so what it does is asked for.
    $effect.root(() => {
      $effect(() => {
        if (this.#chosen) untrack(() => void this.#refreshView());
      });
    });
  }

  readonly state: LookState = $derived.by(() => {
    const { status } = this.#machine;
    switch (status.kind) {
      case 'starting':
        return { kind: 'engine-starting' };
      case 'restarting':
        return { kind: 'engine-restarting', reason: status.reason };
      case 'failed':
        return { kind: 'engine-failed', message: status.message };
      case 'running':
        return { kind: 'paused', line: status.line };
      case 'ready':
        return this.#preview === null ? { kind: 'looking' } : { kind: 'known', preview: this.#preview };
    }
  });

  readonly #chosen = $derived.by(() =>
    chooseRevision({
      pinned: this.#pinned,
      openFile: this.#workspace.active,
      hasPending: this.#pending !== null,
      revisions: this.#list.revisions,
      heads: this.#heads,
    }),
  );

  readonly shown: Shown | null = $derived.by(() => {
    const chosen = this.#chosen;
    if (chosen === null) return null;
    const { choice } = chosen;
    if (choice.kind === 'pending') {
      const view = this.#pending;
      return view && { ...chosen, view, stale: this.#preview?.outcome.kind !== 'pending' };
    }
    const view = this.#fileView;
    return view?.path === choice.path ? { ...chosen, view, stale: false } : null;
  });

  readonly entries: readonly RevisionEntry[] = $derived.by(() =>
    entriesOf(this.#list, this.#heads, this.#pending !== null),
  );

  readonly highlighted: ReadonlySet<PartKey> = $derived.by(() =>
    this.#pointed === null || this.shown === null ? NOTHING : counterparts(this.shown.view, this.#pointed),
  );

  /** The lines of files that belong to what is hovered or focused. */
  readonly marked: readonly Lines[] = $derived.by(() => linesOf(this.highlighted, this.#models, this.shown));

  /** What the editor marks as wrong. */
  readonly problems: readonly Problem[] = $derived.by(() => problemsOf(this.#preview, this.shown));

  readonly canFix: boolean = $derived.by(
    () => this.#chosen?.choice.kind === 'file' && this.#machine.status.kind === 'ready',
  );

  get pinned(): RevisionChoice | null {
    return this.#pinned;
  }

  get proof(): ProofState {
    return this.#proof;
  }

  pin(choice: RevisionChoice | null): void {
    this.#pinned = choice;
  }

  highlight(key: PartKey | null): void {
    this.#pointed = key;
  }

  /** A line of the editor is hovered, or has the cursor; null when none has. */
  point(path: string | null, line: number | null): void {
    this.#pointed = path === null || line === null ? null : partAt(this.#models, this.shown, path, line);
  }

  prove(): void {
    const choice = this.#chosen?.choice;
    if (choice === undefined || this.#machine.status.kind !== 'ready') return;
    void this.#prove(choice.kind === 'file' ? choice.path : null);
  }

  applyFix(fix: Fix): void {
    const { shown } = this;
    if (shown?.choice.kind === 'file' && this.canFix)
      this.#workspace.applyFix(shown.choice.path, fix, shown.view.source);
  }

  run(line: string): void {
    this.#machine.type(line);
  }

  open(path: string, line?: number): void {
    this.#workspace.open(path, line);
  }

  /** The student has edited something: looks when the typing pauses. */
  edited(): void {
    clearTimeout(this.#timer);
    stamp('look-ahead:edited');
    this.#timer = setTimeout(() => {
      stamp('look-ahead:begun');
      void this.look();
    }, PAUSE);
  }

  /** Looks now. One look at a time; what has changed meanwhile is looked at right after. */
  async look(): Promise<void> {
    clearTimeout(this.#timer);
    this.#lookAgain = true;
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      while (this.#lookAgain) {
        this.#lookAgain = false;
        await this.#lookOnce();
      }
    } finally {
      this.#isLooking = false;
    }
  }

  async #prove(path: string | null): Promise<void> {
    this.#proof = { kind: 'running', path, step: 'Beginning', done: 0, total: 1 };
    const from = this.#everything();
    try {
      const proof = await this.#machine.prove(path);
      if (typeof proof === 'string') this.#proof = { kind: 'failed', path, message: UNPROVED[proof] };
      else this.#proof = { kind: 'done', path, proof, outdated: !sameItems(from, this.#everything()) };
      this.#provedFrom = from;
    } catch (error) {
      this.#proof = { kind: 'failed', path, message: error instanceof Error ? error.message : String(error) };
    }
    await this.look();
  }

  async #lookOnce(): Promise<void> {
    await this.#refreshList();
    const from = this.#everything();
    if (this.#gaveUpOn === null || !sameItems(from, this.#gaveUpOn)) {
      const answer = await this.#machine.ask.look();
      const preview = answer === 'stopped' ? STOPPED : answer;
      if (preview === 'busy') return;
      const gaveUp = preview === 'failed' || preview.outcome.kind === 'stopped';
      this.#gaveUpOn = gaveUp ? from : null;
      if (preview !== 'failed') this.#takeUp(preview);
    }
    await this.#refreshView();
    if (this.#proof.kind === 'done' && !sameItems(this.#provedFrom, this.#everything()))
      this.#proof = { ...this.#proof, outdated: true };
  }

  #takeUp(preview: Preview): void {
    const { outcome, models } = preview;
    this.#preview = preview;
    if (models.length > 0) this.#models = models;
    if (outcome.kind === 'pending') this.#pending = outcome.view;
    else if (!keepsPending(preview)) this.#pending = null;
  }

  /** The revision files, where they or what is applied of them have changed. */
  async #refreshList(): Promise<void> {
    const from = [this.#machine.database, ...this.#revisionFiles()];
    if (sameItems(from, this.#listedFrom)) return;
    const list = await this.#machine.ask.revisions();
    if (list === 'busy') return;
    // What did not come back is asked again when it is another.
    this.#listedFrom = from;
    if (typeof list !== 'string') this.#list = list;
  }

  /** What the file on show does, where it, its neighbours or the database have changed. */
  async #refreshView(): Promise<void> {
    const choice = this.#chosen?.choice;
    if (choice?.kind !== 'file') return;
    const from = [choice.path, this.#machine.database, ...this.#revisionFiles()];
    if (sameItems(from, this.#viewedFrom)) return;
    const view = await this.#machine.ask.revision(choice.path);
    if (view === 'busy') return;
    this.#viewedFrom = from;
    if (typeof view !== 'string') this.#fileView = view;
  }

  /** All that a proof depends on. */
  #everything(): unknown[] {
    return [this.#machine.database, ...[...this.#workspace.files].flat()];
  }

  get #heads(): readonly string[] {
    return this.#machine.database?.heads ?? [];
  }

  #revisionFiles(): unknown[] {
    return [...this.#workspace.files].filter(([path]) => isRevision(path)).flat();
  }
}

/** Whether what was pending before may still be: the models could not be read, which says nothing of them. */
function keepsPending({ outcome }: Preview): boolean {
  switch (outcome.kind) {
    case 'import-failed':
    case 'env-failed':
    case 'revisions-broken':
    case 'stopped':
    case 'busy':
      return true;
    default:
      return false;
  }
}

function sameItems(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((item, index) => item === others[index]);
}

/** Marks a time for the browser's profiler and for `npm run bench`; the last of each name is kept. */
function stamp(name: 'look-ahead:edited' | 'look-ahead:begun'): void {
  performance.clearMarks(name);
  performance.mark(name);
}
