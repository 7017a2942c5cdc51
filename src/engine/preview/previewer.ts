import type { LoadAsset } from '../assets';
import { type FileTree, directoryNode } from '../files/file-tree';
import { copyInto } from '../files/overlay';
import type { CodeError, ImportTrace, ModelPlace, Preview, PreviewOutcome } from '../migration/preview';
import type { Revision, RevisionList } from '../migration/revision';
import { standingOf, type Standing } from '../migration/situation';
import { buildView, type RevisionView } from '../migration/view';
import type { Postgres } from '../postgres/boot';
import { readDatabaseState } from '../postgres/catalog';
import { SessionBusy } from '../postgres/errors';
import type { Rehearsal } from '../postgres/rehearsal';
import { Interpreter, type PyodideHost } from '../python/interpreter';
import { isStackOverflow } from '../python/stack-overflow';
import { nextTask } from '../next-task';
import type { DatabaseState } from '../report';
import { asNotWrittenYet } from './placeholders';
import { silentTerminal } from './silent-terminal';
import { LIMIT, TimeLimit } from './time-limit';

export interface PreviewerOptions {
  /** The interpreter whose packages this one shares. */
  beside: Interpreter;
  loadAsset: LoadAsset;
  host: PyodideHost;
  files: FileTree;
  postgres: Postgres;
  /** Called when the student's code begins to run: until it has come back, this thread hears nothing. */
  onBegin(): void;
}

/** Where a command would be run. */
export interface Place {
  /** The project's folder. */
  root: string;
  cwd: string;
  env: ReadonlyMap<string, string>;
}

/** What Python answers: a pending revision comes as what the recorder made of it, with its text. */
interface Look {
  outcome:
    | Exclude<PreviewOutcome, { kind: 'pending' | 'stopped' }>
    | { kind: 'stopped' }
    | { kind: 'pending'; revision: Revision & { source: string } };
  beforeInit: boolean;
  models: ModelPlace[];
}

/** A recursion through C has filled the stack of WebAssembly, which no interpreter survives (see python/programs.ts). */
const TOO_DEEP: CodeError = {
  type: 'RecursionError',
  message: 'maximum recursion depth exceeded',
  path: null,
  line: null,
  sqlstate: null,
};

const MOUNTS = ['/home/student', '/tmp'] as const;
const MODULE = 'stillroom.preview';

/** In which order a revision's functions can be carried out, by how it stands; null where neither can. */
const ORDERS: Record<Standing, readonly string[] | null> = {
  next: ['upgrade', 'downgrade'],
  applied: ['downgrade', 'upgrade'],
  elsewhere: null,
};

/**
 * Finds out what `flask db migrate` would write now: runs the workspace's models and env.py in an interpreter of its own,
 * on a copy of the files and inside a transaction that is rolled back.
 */
export class Previewer {
  readonly #limit = new TimeLimit();
  readonly #overlays = new Map(MOUNTS.map((path) => [path, directoryNode(0)]));
  #python: Promise<Interpreter> | null = null;
  #interpreter: Interpreter | null = null;
  #rehearsal: Rehearsal | null = null;
  #imported: ReadonlyMap<string, number> = new Map();
  #dead = false;
  /** The database as it was last read, and what it was called then. */
  #state: { at: string; state: DatabaseState } | null = null;

  constructor(private readonly options: PreviewerOptions) {}

  /** The interpreter whose packages it shares: with another one comes another previewer. */
  get beside(): Interpreter {
    return this.options.beside;
  }

  /** The interpreter has come to its end: another previewer is needed. */
  get isDead(): boolean {
    return this.#dead;
  }

  /** Resolves when it can look. The start gives other work a turn between its steps. */
  async ready(): Promise<this> {
    this.#python ??= this.#boot();
    this.#interpreter = await this.#python;
    return this;
  }

  async #boot(): Promise<Interpreter> {
    const { beside, loadAsset, host } = this.options;
    const mounts = Object.fromEntries(this.#overlays);
    const python = await Interpreter.boot({
      ...{ stack: beside.stack, loadAsset, host, mounts, beside },
      env: { HOME: MOUNTS[0] },
    });
    this.#register(python);
    const modules = python.callSync(MODULE, 'begin', beside.stack) as string[];
    for (const name of modules) {
      await nextTask();
      python.callSync(MODULE, 'load', name);
    }
    await nextTask();
    python.callSync(MODULE, 'prepare', beside.stack);
    return python;
  }

  /** Nothing that happens here is seen outside of it, whatever the student's code does. */
  look(place: Place): Preview {
    const started = performance.now();
    this.#copyFiles();
    const look = this.#tryRehearsal(place);
    return {
      outcome: this.#outcomeOf(look),
      beforeInit: look.beforeInit,
      importTrace: traceOf(this.#imported),
      models: look.models,
      milliseconds: performance.now() - started,
    };
  }

  /** To be called after each look: makes the interpreter ready for the next. */
  clean(): void {
    if (!this.#dead) this.#interpreter?.callSync(MODULE, 'clean');
    for (const overlay of this.#overlays.values()) overlay.entries.clear();
  }

  /** The revision files of the project. */
  list({ root, env }: Place): RevisionList {
    this.#copyFiles();
    return this.#within((python) =>
      python.callSync(MODULE, 'list_files', root, Object.fromEntries(env)),
    ) as RevisionList;
  }

  /**
   * What a revision file does (path relative to the root). One that reads rows is carried out on the database as it is,
   * where its turn would be next, so that it finds them.
   */
  describe(place: Place, path: string): RevisionView {
    this.#copyFiles();
    const source = this.options.files.readText(`${place.root}/${path}`);
    const state = this.#databaseState();
    const blank = this.#record(place, path);
    const order = blank.readsRows ? ORDERS[standingOf(blank, state)] : null;
    const live = order && this.#record(place, path, order);
    return buildView(live?.errors.length === 0 ? live : blank, source, state);
  }

  #record({ root, env }: Place, path: string, order: readonly string[] = []): Revision {
    return this.#within((python) =>
      python.callSync(MODULE, 'describe', root, path, Object.fromEntries(env), order),
    ) as Revision;
  }

  #tryRehearsal(place: Place): Look {
    const nothing = { beforeInit: false, models: [] };
    try {
      return this.#rehearse(place);
    } catch (error) {
      if (error instanceof SessionBusy)
        return { ...nothing, outcome: { kind: 'busy', reason: error.reason } };
      this.#dead = true;
      if (isStackOverflow(error)) return { ...nothing, outcome: { kind: 'import-failed', error: TOO_DEEP } };
      throw error;
    }
  }

  #rehearse({ root, cwd, env }: Place): Look {
    return this.#within((python) =>
      python.callSync(MODULE, 'look', root, cwd, Object.fromEntries(env)),
    ) as Look;
  }

  /** Runs Python for a limited time, on a database that is put back. */
  #within(work: (python: Interpreter) => unknown): unknown {
    const python = this.#interpreter;
    if (python === null) throw new Error('the previewer is not ready');
    return this.options.postgres.backend.rehearse((rehearsal) => {
      this.#rehearsal = rehearsal;
      this.#imported = new Map();
      this.#limit.begin();
      this.options.onBegin();
      try {
        return work(python);
      } finally {
        this.#limit.over();
        this.#rehearsal = null;
      }
    });
  }

  #outcomeOf({ outcome }: Look): PreviewOutcome {
    if (outcome.kind === 'stopped') return { kind: 'stopped', seconds: LIMIT / 1000 };
    if (outcome.kind !== 'pending') return outcome;
    const { source, ...revision } = outcome.revision;
    const view = buildView(revision, source, this.#databaseState());
    return { kind: 'pending', view: asNotWrittenYet(view) };
  }

  /** Read again where it has been changed since. */
  #databaseState(): DatabaseState {
    const { postgres } = this.options;
    const at = postgres.backend.version();
    if (this.#state?.at !== at) this.#state = { at, state: readDatabaseState(postgres) };
    return this.#state.state;
  }

  #copyFiles(): void {
    for (const [path, overlay] of this.#overlays) {
      const node = this.options.files.find(path);
      if (node?.kind === 'directory') copyInto(overlay, node);
    }
  }

  #register(python: Interpreter): void {
    const rehearsal = (): Rehearsal => {
      if (this.#rehearsal === null) throw new Error('there is no database outside of a look');
      return this.#rehearsal;
    };
    python.registerJsModule('_stillroom_postgres', {
      connect: (startup: Uint8Array) => rehearsal().connect(startup),
      exchange: (id: number, request: Uint8Array) => rehearsal().exchange(id, request),
      close: (id: number) => this.#rehearsal?.close(id),
    });
    python.registerJsModule('_stillroom_preview', {
      /** The models are imported: what was changed until now, the import did. */
      imported: () => {
        this.#imported = new Map(rehearsal().changes);
      },
      /** Changes whenever something in the database does, and when other names lead elsewhere in it. */
      databaseVersion: () => rehearsal().version(),
      isOverdue: () => this.#limit.isOverdue,
      /** Takes the limit away; tells whether it was passed. */
      endTime: () => this.#limit.over(),
    });
    python.registerJsModule(
      '_stillroom_terminal',
      silentTerminal(() => this.#limit.isOverdue),
    );
    python.pyodide.setStdout({ write: (bytes) => bytes.length, isatty: false });
    python.pyodide.setStderr({ write: (bytes) => bytes.length, isatty: false });
    python.pyodide.setInterruptBuffer(this.#limit.signals());
  }
}

function traceOf(changes: ReadonlyMap<string, number>): ImportTrace | null {
  if (changes.size === 0) return null;
  return { tags: [...changes].map(([tag, count]) => ({ tag, count })) };
}
