import type { AssetName, Manifest } from './assets';
import type { Engine } from './engine';
import type { Preview } from './migration/preview';
import type { Proof } from './migration/proof';
import type { RevisionList } from './migration/revision';
import type { RevisionView } from './migration/view';
import { LookWatch } from './look-watch';
import { Queue } from './queue';
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

/** How a call ended in which the student's code may run for some seconds: `stopped` where that had to be ended. */
export type LookOutcome<T> = { type: 'done'; value: T } | Stopped;

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
  /** Looks ahead, one after the other. Other calls wait for them: they would be lost if the engine had to be stopped. */
  readonly #looks = new Queue();
  readonly #watch = new LookWatch();
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
    await this.#looks.idle();
    await this.#engine?.write(changes);
  }

  /** Runs one command line. Output comes as events; resolves when the prompt is due. */
  async run(line: string, size: TerminalSize): Promise<RunOutcome> {
    return this.#stoppable(async (engine) => {
      const result = await engine.run(line, size);
      this.#remember(result.changes);
      const { cwd, exported } = result.state;
      this.#last = { ...this.#last, shell: { cwd, exported } };
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
    await this.#looks.idle();
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

  /** What `flask db migrate` would write now. */
  preview(): Promise<LookOutcome<Preview>> {
    return this.#look((engine) => engine.preview());
  }

  /** What a revision file does, or the newest one (null). */
  revision(path: string | null): Promise<LookOutcome<RevisionView | null>> {
    return this.#look((engine) => engine.revision(path));
  }

  /** The revision files, whether Alembic can read them or not. */
  revisions(): Promise<LookOutcome<RevisionList>> {
    return this.#look((engine) => engine.revisions());
  }

  /** Tab completion: candidates replace the line from `from` up to the cursor. */
  complete(line: string, cursor: number): Promise<LookOutcome<{ from: number; candidates: string[] }>> {
    return this.#look((engine) => engine.complete(line, cursor));
  }

  /**
   * A call in which the student's code may run. Where it does not come back in time, and cannot be reached, it is stopped
   * with the engine, which starts anew from the last checkpoint.
   */
  #look<T>(work: (engine: Remote<Engine>) => Promise<T>): Promise<LookOutcome<T>> {
    return this.#looks.run(async () => {
      const engine = this.#engine;
      if (!engine) throw new Error('the engine is not open');
      const answer = await this.#watch.wait(work(engine));
      if (answer !== null) return { type: 'done', value: answer.value };
      return { type: 'stopped', state: await this.restart(), snapshot: this.#last };
    });
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

  /** The database as SQL, or null when it is empty. Call it after a run: a restart goes back to here. */
  async checkpoint(): Promise<string | null> {
    await this.#looks.idle();
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
    if (event.type === 'looking') this.#watch.began();
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
    this.#watch.lost();
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
