import type { LoadAsset } from '../assets';
import { type DirectoryNode, type FileTree, directoryNode } from '../files/file-tree';
import { copyInto } from '../files/overlay';
import type { ImportTrace, ModelPlace, Preview, PreviewOutcome } from '../migration/preview';
import type { Revision } from '../migration/revision';
import { buildView } from '../migration/view';
import type { Postgres } from '../postgres/boot';
import { readDatabaseState } from '../postgres/catalog';
import { SessionBusy } from '../postgres/errors';
import type { Rehearsal } from '../postgres/rehearsal';
import { Interpreter, type PyodideHost } from '../python/interpreter';
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

const MOUNTS = ['/home/student', '/tmp'] as const;
const MODULE = 'stillroom.preview';

/**
 * Finds out what `flask db migrate` would write now: runs the workspace's models and env.py in an interpreter of its own,
 * on a copy of the files and inside a transaction that is rolled back.
 */
export class Previewer {
  readonly #limit = new TimeLimit();
  #rehearsal: Rehearsal | null = null;
  #imported: ReadonlyMap<string, number> = new Map();

  private constructor(
    private readonly options: PreviewerOptions,
    private readonly python: Interpreter,
    private readonly overlays: ReadonlyMap<string, DirectoryNode>,
  ) {}

  static async boot(options: PreviewerOptions): Promise<Previewer> {
    const { beside, loadAsset, host } = options;
    const overlays = new Map(MOUNTS.map((path) => [path, directoryNode(0)]));
    const python = await Interpreter.boot({
      stack: beside.stack,
      loadAsset,
      host,
      mounts: Object.fromEntries(overlays),
      env: { HOME: MOUNTS[0] },
      beside,
    });
    const previewer = new Previewer(options, python, overlays);
    previewer.#register();
    python.callSync(MODULE, 'prepare', beside.stack);
    return previewer;
  }

  /** The interpreter whose packages it shares: with another one comes another previewer. */
  get beside(): Interpreter {
    return this.options.beside;
  }

  /** Nothing that happens here is seen outside of it, whatever the student's code does. */
  look(place: Place): Preview {
    const started = performance.now();
    this.#copyFiles();
    let look: Look;
    try {
      look = this.#rehearse(place);
    } catch (error) {
      if (!(error instanceof SessionBusy)) throw error;
      look = { outcome: { kind: 'busy', reason: error.reason }, beforeInit: false, models: [] };
    }
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
    this.python.callSync(MODULE, 'clean');
    for (const overlay of this.overlays.values()) overlay.entries.clear();
  }

  #rehearse({ root, cwd, env }: Place): Look {
    return this.options.postgres.backend.rehearse((rehearsal) => {
      this.#rehearsal = rehearsal;
      this.#imported = new Map();
      this.#limit.begin();
      try {
        return this.python.callSync(MODULE, 'look', root, cwd, Object.fromEntries(env)) as Look;
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
    const view = buildView(revision, source, readDatabaseState(this.options.postgres));
    return { kind: 'pending', view: asNotWrittenYet(view) };
  }

  #copyFiles(): void {
    for (const [path, overlay] of this.overlays) {
      const node = this.options.files.find(path);
      if (node?.kind === 'directory') copyInto(overlay, node);
    }
  }

  #register(): void {
    const rehearsal = (): Rehearsal => {
      if (this.#rehearsal === null) throw new Error('there is no database outside of a look');
      return this.#rehearsal;
    };
    this.python.registerJsModule('_stillroom_postgres', {
      connect: (startup: Uint8Array) => rehearsal().connect(startup),
      exchange: (id: number, request: Uint8Array) => rehearsal().exchange(id, request),
      close: (id: number) => this.#rehearsal?.close(id),
    });
    this.python.registerJsModule('_stillroom_preview', {
      /** The models are imported: what was changed until now, the import did. */
      imported: () => {
        this.#imported = new Map(rehearsal().changes);
      },
      isOverdue: () => this.#limit.isOverdue,
      /** Takes the limit away; tells whether it was passed. */
      endTime: () => this.#limit.over(),
    });
    this.python.registerJsModule(
      '_stillroom_terminal',
      silentTerminal(() => this.#limit.isOverdue),
    );
    this.python.pyodide.setStdout({ write: (bytes) => bytes.length, isatty: false });
    this.python.pyodide.setStderr({ write: (bytes) => bytes.length, isatty: false });
    this.python.pyodide.setInterruptBuffer(this.#limit.signals());
  }
}

function traceOf(changes: ReadonlyMap<string, number>): ImportTrace | null {
  if (changes.size === 0) return null;
  return { tags: [...changes].map(([tag, count]) => ({ tag, count })) };
}
