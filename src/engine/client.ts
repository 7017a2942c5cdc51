import type { AssetName, Manifest } from './assets';
import type { Engine } from './engine';
import type { Preview } from './migration/preview';
import type { Proof } from './migration/proof';
import type { RevisionList } from './migration/revision';
import type { RevisionView } from './migration/view';
import { LIMIT } from './preview/time-limit';
import { connect, type Remote } from './rpc';
import type {
  CommandResult,
  EngineEvent,
  EngineState,
  FileChange,
  TerminalSize,
  WorkspaceSnapshot,
} from './types';
import type { HostMessage, WorkerMessage } from './worker';

/** How long Ctrl-C waits for the program before the engine is stopped, in milliseconds (DESIGN.md, decision 8). */
const PATIENCE = 1000;

/** How long a look ahead may take before the engine is stopped: Python ends it earlier wherever that can be reached. */
const LOOK_PATIENCE = LIMIT + 700;

/** Where the page gets the engine's parts. */
export interface EngineSource {
  /** Starts a worker that holds the engine's bundle. */
  startWorker(): Worker;
  manifest: Manifest;
  /** An asset's bytes; the same ones each time, so that a restart does not download again. */
  loadAsset(name: AssetName): Promise<Uint8Array>;
}

/** How a run ended: by itself, or because the engine had to be stopped and went back to its last checkpoint. */
export type RunOutcome = { type: 'done'; result: CommandResult } | Stopped;

/** How a proof ended; `interrupted` where Ctrl-C could reach it, and nothing was lost. */
export type ProofOutcome = { type: 'done'; proof: Proof } | { type: 'interrupted' } | Stopped;

/** The engine had to be stopped: it is now what it was at its last checkpoint. */
export interface Stopped {
  type: 'stopped';
  state: EngineState;
  snapshot: WorkspaceSnapshot;
}

/** What a look comes to whose code could be ended only with the engine. */
const STOPPED: Preview = {
  outcome: { kind: 'stopped', seconds: LIMIT / 1000 },
  beforeInit: false,
  importTrace: null,
  models: [],
  milliseconds: LOOK_PATIENCE,
};

/** What a look ahead saw; `restarted` where it could be ended only with the engine, which has started anew. */
export interface LookResult {
  preview: Preview;
  restarted: EngineState | null;
}

/** What every start needs: handed over before the engine asks. */
export const STARTING_ASSETS: readonly AssetName[] = [
  'pyodide.wasm',
  'stdlib',
  'engine-py',
  'pglite.wasm',
  'pglite.data',
  'postgres-data',
];

/** The page's handle on the engine, which survives the engine's being stopped. */
export class EngineClient {
  #worker: Worker | null = null;
  #engine: Remote<Engine> | null = null;
  /** Assets that the worker was given and has not asked for yet. */
  #ahead = new Set<AssetName>();
  /** What a new engine starts from: the files as they are, the database as of the last checkpoint. */
  #last: WorkspaceSnapshot = { files: [], emptyDirectories: [], database: null };
  #opening: ((error: Error) => void) | null = null;
  /** The look ahead under way. A call that comes meanwhile waits here: it would be lost if the engine had to be stopped. */
  #looking: Promise<unknown> | null = null;
  #lookBegan: () => void = () => {};
  #lookLost: () => void = () => {};
  /** What can be stopped, in the order in which the engine works at it. */
  #running: { stop: (outcome: Stopped) => void; fail: (error: Error) => void }[] = [];

  constructor(
    readonly source: EngineSource,
    readonly onEvent: (event: EngineEvent) => void,
  ) {}

  /** Boots the engine if there is none, and takes up the workspace. */
  async open(snapshot: WorkspaceSnapshot): Promise<EngineState> {
    this.#last = snapshot;
    this.#engine ??= this.#start();
    const failed = new Promise<never>((_, reject) => {
      this.#opening = reject;
    });
    return Promise.race([this.#engine.open(snapshot), failed]);
  }

  /** Passes on what was edited in the page. */
  async write(changes: FileChange[]): Promise<void> {
    this.#remember(changes);
    await this.#looking;
    await this.#engine?.write(changes);
  }

  /** Runs one command line. Output comes as events; resolves when the prompt is due. */
  async run(line: string, size: TerminalSize): Promise<RunOutcome> {
    return this.#stoppable(async (engine) => {
      const result = await engine.run(line, size);
      this.#remember(result.changes);
      return { type: 'done', result };
    });
  }

  /**
   * Takes a revision file (with null what `flask db migrate` would write now, else the newest file) there and back on a
   * copy of the database. Its steps come as `proof` events; `interrupt` stops it.
   */
  async prove(path: string | null): Promise<ProofOutcome> {
    return this.#stoppable(async (engine) => {
      try {
        return { type: 'done', proof: await engine.prove(path) };
      } catch (error) {
        if (error instanceof Error && error.name === 'Interrupted') return { type: 'interrupted' };
        throw error;
      }
    });
  }

  /** Lets the engine work at something that `interrupt` can stop, if need be with the engine. */
  async #stoppable<T>(work: (engine: Remote<Engine>) => Promise<T>): Promise<T | Stopped> {
    await this.#looking;
    const engine = this.#engine;
    if (!engine) throw new Error('the engine is not open');
    return new Promise<T | Stopped>((resolve, reject) => {
      const running = { stop: resolve, fail: reject };
      this.#running.push(running);
      void work(engine)
        .then(resolve, reject)
        .finally(() => {
          this.#running = this.#running.filter((other) => other !== running);
        });
    });
  }

  /** Answers an `input` event: a line with its newline, or null for Ctrl-D. */
  input(text: string | null): void {
    void this.#engine?.input(text);
  }

  /** Ctrl-C. Where the program does not come back within a second, the engine is replaced. */
  interrupt(): void {
    const [running] = this.#running;
    if (!running) return;
    void this.#engine?.interrupt();
    setTimeout(() => {
      if (this.#running[0] !== running) return;
      const ended = this.#running.splice(0);
      this.restart().then(
        (state) => {
          for (const { stop } of ended) stop({ type: 'stopped', state, snapshot: this.#last });
        },
        (error: unknown) => {
          for (const { fail } of ended) fail(error instanceof Error ? error : new Error(String(error)));
        },
      );
    }, PATIENCE);
  }

  /**
   * Looks ahead: what `flask db migrate` would write now. Code that does not come back in time, and cannot be reached, is
   * stopped with the engine, which starts anew from the last checkpoint.
   */
  async preview(): Promise<LookResult> {
    await this.#looking;
    const engine = this.#engine;
    if (!engine) throw new Error('the engine is not open');
    const outcome = this.#lookAhead(engine);
    this.#looking = outcome.catch(() => {});
    return outcome;
  }

  async #lookAhead(engine: Remote<Engine>): Promise<LookResult> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const overdue = new Promise<'overdue'>((resolve) => {
      this.#lookBegan = () => (timer = setTimeout(() => resolve('overdue'), LOOK_PATIENCE));
      this.#lookLost = () => resolve('overdue');
    });
    try {
      const preview = await Promise.race([engine.preview(), overdue]);
      if (preview !== 'overdue') return { preview, restarted: null };
      return { preview: STOPPED, restarted: await this.restart() };
    } finally {
      clearTimeout(timer);
      this.#looking = null;
      this.#lookBegan = this.#lookLost = () => {};
    }
  }

  /** Ends the engine and starts a new one from the last checkpoint. */
  async restart(): Promise<EngineState> {
    this.close();
    return this.open(this.#last);
  }

  /** Ends the engine. */
  close(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#engine = null;
  }

  /** Tab completion: candidates replace the line from `from` up to the cursor. */
  async complete(line: string, cursor: number): Promise<{ from: number; candidates: string[] }> {
    await this.#looking;
    return (await this.#engine?.complete(line, cursor)) ?? { from: cursor, candidates: [] };
  }

  /** What the side panel shows of a revision file, or of the newest one (null). */
  async revision(path: string | null): Promise<RevisionView | null> {
    await this.#looking;
    return (await this.#engine?.revision(path)) ?? null;
  }

  /** The revision files, whether Alembic can read them or not. */
  async revisions(): Promise<RevisionList> {
    await this.#looking;
    return (await this.#engine?.revisions()) ?? { directory: null, revisions: [], problem: null };
  }

  /** The database as SQL, or null when it is empty. Call it after a run: a restart goes back to here. */
  async checkpoint(): Promise<string | null> {
    await this.#looking;
    const engine = this.#engine;
    if (!engine) return this.#last.database;
    const database = await engine.checkpoint();
    if (engine === this.#engine) this.#last = { ...this.#last, database };
    return database;
  }

  #start(): Remote<Engine> {
    const worker = this.source.startWorker();
    this.#worker = worker;
    const engine = connect<Engine>(worker);
    worker.addEventListener('message', (event: MessageEvent<WorkerMessage | null>) => {
      const message = event.data;
      if (message?.host === 'event') this.#hear(message.event);
      // What was handed over ahead of its being asked for is on its way.
      if (message?.host === 'want' && !this.#ahead.delete(message.name)) this.#hand(worker, message.name);
    });
    worker.addEventListener('error', (event) => {
      this.#fail(new Error(event.message || 'the engine could not be started'));
    });
    worker.postMessage({ host: 'start', versions: this.source.manifest.versions } satisfies HostMessage);
    this.#ahead = new Set(STARTING_ASSETS);
    for (const name of STARTING_ASSETS) this.#hand(worker, name);
    return engine;
  }

  #hear(event: EngineEvent): void {
    if (event.type === 'looking') this.#lookBegan();
    else this.onEvent(event);
  }

  /** Gives the worker an asset. */
  #hand(worker: Worker, name: AssetName): void {
    this.source.loadAsset(name).then(
      (bytes) => {
        worker.postMessage({ host: 'asset', name, bytes } satisfies HostMessage);
      },
      (error: unknown) => {
        this.#fail(error instanceof Error ? error : new Error(String(error)));
      },
    );
  }

  /** The engine cannot go on: whoever waits for it is told. */
  #fail(error: Error): void {
    for (const { fail } of this.#running.splice(0)) fail(error);
    this.#lookLost();
    this.#opening?.(error);
  }

  #remember(changes: readonly FileChange[]): void {
    const files = new Map(this.#last.files.map((file) => [file.path, file]));
    const directories = new Set(this.#last.emptyDirectories);
    for (const change of changes) {
      directories.delete(change.path);
      if (change.kind === 'written') files.set(change.path, { path: change.path, content: change.content });
      else if (change.kind === 'removed') files.delete(change.path);
      else directories.add(change.path);
    }
    this.#last = { ...this.#last, files: [...files.values()], emptyDirectories: [...directories] };
  }
}
