/** The student's machine as the page sees it: what runs, what it printed, and how the database stands. */
import type {
  CommandResult,
  EngineEvent,
  EngineState,
  StackChoice,
  TerminalSize,
  WorkspaceSnapshot,
} from '../engine/types';
import type { DatabaseState } from '../engine/report';
import type { EngineHandle } from './engine-handle';
import { BootTracker, notStarted, type BootProgress, type EngineStatus } from './engine-status';
import { remember } from './history';
import { aside, type Ended, type MachineMemory, type Screen } from './machine-types';
import { PROJECT } from './paths';
import { Questions } from './questions';
import { revisionsWritten } from './revisions';
import { Transcript } from './transcript';
import { listFiles } from './files';
import type { Workspace } from './workspace.svelte';

const undoneWords = 'What the command changed in files and database is undone.';
const stoppedWords = `Stopped. The command could not be interrupted, so Python and PostgreSQL were started anew. ${undoneWords}`;

/** A traceback stands at the end of what a command prints. */
const outputKept = 20_000;

export class Machine {
  status = $state.raw<EngineStatus>({ kind: 'starting', progress: notStarted });
  stack = $state.raw<StackChoice | null>(null);
  database = $state.raw<DatabaseState | null>(null);
  cwd = $state.raw(PROJECT);
  /** What the last command printed, for finding places in it. */
  lastOutput = $state.raw('');
  /** Said to screen readers when a command has ended. */
  announcement = $state.raw('');
  history: readonly string[];
  /** What can be asked of the engine beside commands. */
  readonly ask = new Questions({
    idle: () => this.#idle(),
    renewed: (state) => this.#renewed(state),
    broken: async (why) => {
      const ended = this.#engine && (await this.#restart(this.#engine, why));
      if (ended?.kind === 'lost') this.note(ended.message);
    },
    note: (text) => this.note(text),
  });
  /** Called when the engine has come to rest and things may be other than before. */
  onsettled: () => void = () => {};
  /** Called with each step of a proof. */
  onproof: (step: ProofStep) => void = () => {};
  readonly transcript: Transcript;

  #proving: Promise<unknown> | null = null;
  /** The command line that runs. */
  #line: string | null = null;
  /** What the running command has printed so far. */
  #output = '';
  /** The database as SQL, as it was after the last command. */
  #checkpoint: string | null;
  #engine: EngineHandle | null = null;
  #screen: Screen | null = null;
  readonly #workspace: Workspace;
  #boot = new BootTracker();
  /** Who waits for the engine to have started, or to have failed. */
  #waiting: (() => void)[] = [];

  constructor(workspace: Workspace, memory: MachineMemory) {
    this.#workspace = workspace;
    this.#checkpoint = memory.database;
    this.transcript = new Transcript(memory.transcript);
    this.history = memory.history;
  }

  get memory(): MachineMemory {
    return { database: this.#checkpoint, transcript: this.transcript.text, history: this.history };
  }

  /** Lets a terminal show what is printed, beginning with what was. */
  link(screen: Screen): () => void {
    this.#screen = screen;
    return () => {
      if (this.#screen === screen) this.#screen = null;
    };
  }

  /** An engine is being made. */
  begin(): void {
    this.#boot = new BootTracker();
    this.status = { kind: 'starting', progress: notStarted };
  }

  /** Takes the engine into service: opens the workspace on it. */
  async start(engine: EngineHandle): Promise<void> {
    this.#engine = engine;
    await this.#open(this.snapshot());
  }

  /** The page cannot make an engine at all. */
  fail(message: string): void {
    this.#settle({ kind: 'failed', message });
    this.note(message);
  }

  snapshot(): WorkspaceSnapshot {
    return {
      files: listFiles(this.#workspace.files),
      emptyDirectories: [...this.#workspace.emptyDirectories].sort(),
      database: this.#checkpoint,
    };
  }

  /** Opens another snapshot in place of everything the engine holds. The workspace has taken up its files already. */
  async reopen(snapshot: WorkspaceSnapshot): Promise<void> {
    this.#checkpoint = snapshot.database;
    if (this.#engine === null) return;
    this.status = { kind: 'starting', progress: { step: 'workspace', done: 0, total: 1 } };
    await this.#open(snapshot);
  }

  /** Runs one command line; waits for the engine when it is still starting. */
  async run(line: string, size: TerminalSize): Promise<Ended> {
    this.history = remember(this.history, line);
    this.#workspace.onchange();
    await this.#started();
    await this.#proving;
    const engine = this.#engine;
    if (engine === null || this.status.kind === 'failed')
      return { kind: 'lost', message: 'The engine is not running.' };
    this.status = { kind: 'running', line, asks: 'nothing' };
    this.#line = line;
    this.#output = '';
    try {
      await this.#tellEdits(engine);
      const outcome = await engine.run(line, size);
      if (outcome.type === 'stopped') return this.#stopped(outcome.state);
      this.#takeUp(outcome.result);
      this.#settle({ kind: 'ready' });
      // The prompt comes back first: neither of these is waited for.
      void this.#saveCheckpoint(engine);
      this.onsettled();
      return { kind: 'ended', exitCode: outcome.result.exitCode };
    } catch (error) {
      return await this.#restart(engine, messageOf(error));
    } finally {
      this.#line = null;
    }
  }

  /** Answers a program that asks; null is the end of its input (Ctrl-D). */
  answer(text: string | null): void {
    if (this.status.kind === 'running') this.status = { ...this.status, asks: 'nothing' };
    this.#engine?.input(text);
  }

  /** Whether a command is at work, so that files and database must not be replaced under it. */
  get busy(): boolean {
    return this.status.kind === 'running' || this.status.kind === 'restarting';
  }

  interrupt(): void {
    if (this.status.kind === 'running') this.#engine?.interrupt();
  }

  /** Proves a revision (see Questions): to the student that is a program that runs. */
  async prove(path: string | null): ReturnType<Questions['prove']> {
    if (this.status.kind !== 'ready') return 'busy';
    const work = this.ask.prove(path);
    this.status = { kind: 'running', line: 'stillroom prove', asks: 'nothing' };
    this.#proving = work.catch(() => {});
    try {
      return await work;
    } finally {
      this.#proving = null;
      this.#settle({ kind: 'ready' });
    }
  }

  /** Types a command line into the terminal and runs it. */
  type(line: string): void {
    this.#screen?.enter(line);
  }

  /** A line of the page's own in the terminal. */
  note(text: string): void {
    this.transcript.append(`${aside(text)}\n`);
    this.#screen?.note(text);
  }

  /** What the engine says while nobody waits for it. */
  receive(event: EngineEvent): void {
    switch (event.type) {
      case 'progress':
        this.#progress(event);
        break;
      case 'output':
        this.transcript.append(event.text);
        this.#output = (this.#output + event.text).slice(-outputKept);
        this.#screen?.write(event.text);
        break;
      case 'input':
        if (this.status.kind === 'running')
          this.status = { ...this.status, asks: event.secret ? 'secret' : 'line' };
        this.#screen?.ask(event.secret);
        break;
      case 'edit':
        this.#workspace.open(event.path);
        break;
      case 'proof':
        this.onproof(event);
        break;
      case 'clear':
        this.transcript.clear();
        this.#screen?.clear();
    }
  }

  #progress(news: BootProgress): void {
    const progress = this.#boot.take(news);
    if (this.status.kind === 'starting' || this.status.kind === 'restarting')
      this.status = { ...this.status, progress };
    // A start in the middle of a run or a look: the code could not be reached, so the engine was replaced.
    else if (news.step !== 'download' && this.status.kind !== 'failed') {
      const reason = this.status.kind === 'running' ? 'Stopped.' : 'The look ahead was stopped.';
      this.#boot = new BootTracker();
      this.status = { kind: 'restarting', reason, progress: this.#boot.take(news) };
    }
  }

  async #open(snapshot: WorkspaceSnapshot): Promise<void> {
    const engine = this.#engine;
    if (engine === null) return;
    this.#workspace.takeUntold();
    try {
      const state = await engine.open(snapshot);
      this.#takeState(state);
      this.#settle({ kind: 'ready' });
      this.#introduce(state.stack);
      this.onsettled();
    } catch (error) {
      this.fail(`The engine did not start: ${messageOf(error)}`);
    }
  }

  #stopped(state: EngineState): Ended {
    this.#takeState(state);
    this.lastOutput = '';
    this.#settle({ kind: 'ready' });
    this.announcement = 'Command stopped.';
    this.#workspace.onchange();
    this.onsettled();
    return { kind: 'lost', message: stoppedWords };
  }

  #introduce({ reason, unmet }: StackChoice): void {
    for (const sentence of [reason, ...unmet]) this.note(sentence);
  }

  #takeUp({ changes, state, exitCode }: CommandResult): void {
    const written = revisionsWritten(changes, (path) => this.#workspace.files.has(path));
    this.#workspace.applyFromEngine(changes);
    const newest = written.at(-1);
    if (newest !== undefined) this.#workspace.open(newest);
    this.#takeState(state);
    this.lastOutput = this.#output;
    this.announcement = exitCode === 0 ? 'Command finished.' : `Command ended with exit code ${exitCode}.`;
    this.#workspace.onchange();
  }

  #takeState({ cwd, stack, database }: EngineState): void {
    this.cwd = cwd;
    this.stack = stack;
    // The same object while it is the same: whoever depends on it sees that nothing has changed.
    if (JSON.stringify(database) !== JSON.stringify(this.database)) this.database = database;
  }

  async #idle(): Promise<EngineHandle | null> {
    const engine = this.#engine;
    if (engine === null || this.status.kind !== 'ready') return null;
    await this.#tellEdits(engine);
    return engine;
  }

  /** The engine had to be started anew under a question; a command that was typed meanwhile runs now, on the new one. */
  #renewed(state: EngineState): void {
    this.#takeState(state);
    const line = this.#line;
    this.#settle(line === null ? { kind: 'ready' } : { kind: 'running', line, asks: 'nothing' });
  }

  async #tellEdits(engine: EngineHandle): Promise<void> {
    const untold = this.#workspace.takeUntold();
    if (untold.length > 0) await engine.write(untold);
  }

  async #saveCheckpoint(engine: EngineHandle): Promise<void> {
    try {
      this.#checkpoint = await engine.checkpoint();
      this.#workspace.onchange();
    } catch (error) {
      this.note(`The database could not be saved: ${messageOf(error)}`);
    }
  }

  /** The engine itself has failed, which no command of the student's should bring about: start another. */
  async #restart(engine: EngineHandle, why: string): Promise<Ended> {
    this.status = { kind: 'restarting', reason: 'The engine failed.', progress: notStarted };
    try {
      this.#stopped(await engine.restart());
      return { kind: 'lost', message: `The engine failed and was started anew (${why}). ${undoneWords}` };
    } catch (error) {
      const message = `The engine failed and could not be started anew: ${messageOf(error)}`;
      this.#settle({ kind: 'failed', message });
      return { kind: 'lost', message };
    }
  }

  #settle(status: EngineStatus): void {
    this.status = status;
    for (const goOn of this.#waiting.splice(0)) goOn();
  }

  #started(): Promise<void> {
    if (this.status.kind !== 'starting' && this.status.kind !== 'restarting') return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

/** How far a proof is. */
export type ProofStep = Extract<EngineEvent, { type: 'proof' }>;

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
