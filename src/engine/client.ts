import type { AssetName, Manifest } from './assets';
import type { Engine } from './engine';
import type { RevisionView } from './migration/view';
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
export type RunOutcome =
  | { type: 'done'; result: CommandResult }
  | { type: 'stopped'; state: EngineState; snapshot: WorkspaceSnapshot };

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
  #running: { stop(outcome: RunOutcome): void; fail(error: Error): void } | null = null;

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
    await this.#engine?.write(changes);
  }

  /** Runs one command line. Output comes as events; resolves when the prompt is due. */
  run(line: string, size: TerminalSize): Promise<RunOutcome> {
    const engine = this.#engine;
    if (!engine) return Promise.reject(new Error('the engine is not open'));
    return new Promise((resolve, reject) => {
      this.#running = { stop: resolve, fail: reject };
      engine.run(line, size).then(
        (result) => {
          this.#running = null;
          this.#remember(result.changes);
          resolve({ type: 'done', result });
        },
        (error: unknown) => {
          this.#running = null;
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      );
    });
  }

  /** Answers an `input` event: a line with its newline, or null for Ctrl-D. */
  input(text: string | null): void {
    void this.#engine?.input(text);
  }

  /** Ctrl-C. Where the program does not come back within a second, the engine is replaced. */
  interrupt(): void {
    const running = this.#running;
    if (!running) return;
    void this.#engine?.interrupt();
    setTimeout(() => {
      if (this.#running !== running) return;
      this.#running = null;
      this.restart().then(
        (state) => running.stop({ type: 'stopped', state, snapshot: this.#last }),
        (error: unknown) => running.fail(error instanceof Error ? error : new Error(String(error))),
      );
    }, PATIENCE);
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
    return (await this.#engine?.complete(line, cursor)) ?? { from: cursor, candidates: [] };
  }

  /** What the side panel shows of a revision file, or of the newest one (null). */
  async revision(path: string | null): Promise<RevisionView | null> {
    return (await this.#engine?.revision(path)) ?? null;
  }

  /** The database as SQL, or null when it is empty. Call it after a run: a restart goes back to here. */
  async checkpoint(): Promise<string | null> {
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
      if (message?.host === 'event') this.onEvent(message.event);
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
    this.#running?.fail(error);
    this.#running = null;
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
