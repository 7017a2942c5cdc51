import type { LoadAsset, Manifest } from './assets';
import { applyChanges, changesBetween, fillFolder, type Listing, listFolder } from './files/changes';
import { type DirectoryNode, FileTree } from './files/file-tree';
import { isWithin } from './files/paths';
import { newestRevision } from './migration/newest';
import type { Preview } from './migration/preview';
import type { Proof, ProofChoice } from './migration/proof';
import type { RevisionList } from './migration/revision';
import type { RevisionView } from './migration/view';
import { bootPostgres, type Postgres } from './postgres/boot';
import { readDatabaseState } from './postgres/catalog';
import { dumpDatabase, restoreDatabase } from './postgres/dump';
import { ProgramConnections } from './postgres/program-connections';
import { projectFiles } from './python/packages/toolbox';
import { Interpreter, type PyodideHost } from './python/interpreter';
import { commandTree, pythonPrograms } from './python/programs';
import { chooseStack } from './python/stacks';
import { type Place, Previewer } from './preview/previewer';
import { stillroomProgram } from './proof/program';
import { Prover } from './proof/prover';
import { nextTask } from './next-task';
import { Queue } from './queue';
import type { Program } from './shell/program';
import { Shell } from './shell/shell';
import { type ReadLineSync, Terminal } from './terminal';
import type {
  BootStep,
  CommandResult,
  EngineEvent,
  EngineState,
  FileChange,
  StackChoice,
  ShellMemory,
  StackName,
  TerminalSize,
  WorkspaceSnapshot,
} from './types';

export const HOME = '/home/student';
export const PROJECT = `${HOME}/project`;

export interface EngineOptions {
  loadAsset: LoadAsset;
  /** The versions of each stack's packages. */
  versions: Manifest['versions'];
  pyodide: PyodideHost;
  emit(event: EngineEvent): void;
  /** Whether programs find a terminal at the other end: colours and prompts depend on it. */
  isTerminal: boolean;
  readLineSync?: ReadLineSync;
}

/** What a workspace runs on, from one `open` to the next. */
interface Machine {
  postgres: Postgres;
  python: Interpreter;
  shell: Shell;
  stack: StackChoice;
}

/**
 * The engine: one student's machine. It knows nothing of the page; what happens while a call runs goes out as events.
 * Calls that touch the machine run one after the other.
 */
export class Engine {
  readonly #options: EngineOptions;
  readonly #files = new FileTree();
  readonly #terminal: Terminal;
  readonly #queue = new Queue();
  readonly #prover: Prover;
  #postgres: Promise<Postgres> | null = null;
  #python: Interpreter | null = null;
  #machine: Machine | null = null;
  /** The project folder as it was when the workspace was opened, and as the other side knows it. */
  #opened: Listing = new Map();
  #known: Listing = new Map();
  #abort: AbortController | null = null;
  /** What the shell finds beside its own commands; those of the interpreter that is installed. */
  readonly #programs = new Map<string, Program>();
  #installed: Interpreter | null = null;
  #connections: ProgramConnections | null = null;
  #chooseAgain = false;
  #previewer: Previewer | null = null;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#terminal = new Terminal((event) => {
      options.emit(event);
    }, options.readLineSync);
    this.#prover = new Prover({
      ...options,
      onStep: (step, done, total) => options.emit({ type: 'proof', step, done, total }),
      interrupted: () => this.#terminal.interrupted,
    });
    this.#files.mkdir(PROJECT, { parents: true });
    this.#files.mkdir('/tmp');
  }

  /** Takes up a workspace: boots what is not there yet, or not for this stack. */
  open(snapshot: WorkspaceSnapshot): Promise<EngineState> {
    return this.#queue.run(async () => {
      fillFolder(this.#files, PROJECT, snapshot);
      this.#opened = this.#known = listFolder(this.#files, PROJECT);
      const stack = this.#chooseStack();
      this.#postgres ??= this.#step('postgres', () => bootPostgres({ loadAsset: this.#options.loadAsset }));
      const [postgres, python] = await Promise.all([this.#postgres, this.#interpreter(stack.stack)]);
      await this.#step('workspace', () => {
        restoreDatabase(postgres, snapshot.database);
      });
      await this.#install(postgres, python);
      this.#machine = { postgres, stack, python, shell: this.#newShell(snapshot.shell) };
      return this.#state(this.#machine);
    });
  }

  /** Takes over what was edited outside. */
  write(changes: readonly FileChange[]): Promise<void> {
    return this.#queue.run(() => {
      applyChanges(this.#files, PROJECT, changes);
      this.#known = listFolder(this.#files, PROJECT);
    });
  }

  /** Runs a command line to its end. A learner's mistake is an exit code; only our own faults throw. */
  run(line: string, size: TerminalSize): Promise<CommandResult> {
    return this.#queue.run(async () => {
      const machine = this.#current();
      const started = performance.now();
      const exitCode = await this.#runLine(machine.shell, line, size);
      const seconds = (performance.now() - started) / 1000;
      this.#followRequirements(machine);
      await this.#renewPython(machine);
      const before = this.#known;
      this.#known = listFolder(this.#files, PROJECT);
      return { exitCode, seconds, changes: changesBetween(before, this.#known), state: this.#state(machine) };
    });
  }

  /** Answers an `input` event: a line with its newline, or null for the end of input. */
  input(line: string | null): void {
    this.#terminal.answer(line);
  }

  /** Ctrl-C. */
  interrupt(): void {
    this.#abort?.abort();
    this.#terminal.interrupt();
  }

  /** Tab completion: the candidates replace the line from `from` up to the cursor. */
  async complete(line: string, cursor: number): Promise<{ from: number; candidates: string[] }> {
    const { revisions } = await this.revisions();
    return this.#queue.run(async () => {
      const { shell, python } = this.#current();
      return shell.complete(line, cursor, {
        commands: await commandTree(python),
        revisions: revisions.flatMap(({ revision }) => revision ?? []),
      });
    });
  }

  /** What the side panel shows of a revision file (path relative to the project), or of the newest one (null). */
  revision(path: string | null): Promise<RevisionView | null> {
    return this.#aside((previewer, place) => {
      const chosen = path ?? newestRevision(previewer.list(place).revisions)?.path;
      const isThere = chosen !== undefined && this.#files.stat(`${PROJECT}/${chosen}`)?.kind === 'file';
      return isThere ? previewer.describe(place, chosen) : null;
    });
  }

  /** The revision files, whether Alembic can read them or not. */
  revisions(): Promise<RevisionList> {
    return this.#aside((previewer, place) => previewer.list(place));
  }

  /** What `flask db migrate` would write now. Files, database and terminal are left as they are. */
  preview(): Promise<Preview> {
    return this.#aside((previewer, place) => {
      const preview = previewer.look(place);
      // The answer goes out first: the promises that lead there are all kept before the next task begins.
      void this.#queue.run(async () => {
        await nextTask();
        previewer.clean();
      });
      return preview;
    });
  }

  /**
   * Takes a revision (a file, or with null what `flask db migrate` would write now, else the newest) through upgrade and
   * downgrade on a copy of the database. Files and database are left as they are.
   * @throws CannotProve where there is none
   * @throws Interrupted on Ctrl-C
   */
  prove(path: string | null): Promise<Proof> {
    return this.#queue.run(() => {
      this.#terminal.begin();
      return this.#prove(path === null ? { kind: 'pending' } : { kind: 'file', path });
    });
  }

  /** The database as SQL from which `open` makes it again; null when it is empty. */
  checkpoint(): Promise<string | null> {
    return this.#queue.run(() => dumpDatabase(this.#current().postgres, this.#options.loadAsset));
  }

  /** What has become of the project folder since `open`. */
  changesSinceOpen(): FileChange[] {
    return changesBetween(this.#opened, listFolder(this.#files, PROJECT));
  }

  /** Does something in the interpreter for looks ahead, which starts in between commands. */
  async #aside<T>(work: (previewer: Previewer, place: Place) => T): Promise<T> {
    const previewer = await this.#previews();
    return this.#queue.run(() => {
      const { cwd, env } = this.#current().shell;
      return work(previewer, { root: PROJECT, cwd: isWithin(PROJECT, cwd) ? cwd : PROJECT, env });
    });
  }

  #previews(): Promise<Previewer> {
    const { postgres, python } = this.#current();
    if (this.#previewer?.beside !== python || this.#previewer.isDead) {
      const { loadAsset, pyodide: host } = this.#options;
      const onBegin = (): void => this.#options.emit({ type: 'looking' });
      this.#previewer = new Previewer({
        beside: python,
        loadAsset,
        host,
        files: this.#files,
        postgres,
        onBegin,
      });
    }
    return this.#previewer.ready();
  }

  #prove(choice: ProofChoice): Promise<Proof> {
    const { python, postgres, shell } = this.#current();
    return this.#prover.prove(choice, {
      python,
      postgres,
      files: this.#files,
      root: PROJECT,
      env: shell.env,
    });
  }

  #current(): Machine {
    if (!this.#machine) throw new Error('engine: no workspace is open');
    return this.#machine;
  }

  #state({ shell, stack, postgres }: Machine): EngineState {
    return {
      cwd: shell.cwd,
      exported: Object.fromEntries(shell.env),
      stack,
      database: readDatabaseState(postgres),
    };
  }

  #newShell(memory?: ShellMemory): Shell {
    const isThere = memory && this.#files.stat(memory.cwd)?.kind === 'directory';
    return new Shell({
      files: this.#files,
      programs: this.#programs,
      hooks: { clear: () => this.#options.emit({ type: 'clear' }), edit: (path) => this.#edit(path) },
      home: HOME,
      cwd: isThere ? memory.cwd : PROJECT,
      exported: memory?.exported ?? {},
      leaveKey: 'F6',
    });
  }

  #runLine(shell: Shell, line: string, size: TerminalSize): Promise<number> {
    const { isTerminal } = this.#options;
    this.#terminal.begin();
    this.#abort = new AbortController();
    return shell.run(line, {
      stdin: this.#terminal.source(isTerminal),
      stdout: this.#terminal.sink('stdout', isTerminal),
      stderr: this.#terminal.sink('stderr', isTerminal),
      size,
      signal: this.#abort.signal,
    });
  }

  #chooseStack(): StackChoice {
    return chooseStack(projectFiles({ files: this.#files, cwd: PROJECT }), this.#options.versions);
  }

  /** The interpreter of a stack; the one of another stack is left to the garbage collector. */
  async #interpreter(stack: StackName): Promise<Interpreter> {
    if (this.#python?.stack === stack) return this.#python;
    this.#python = null;
    const python = await this.#step('python', () =>
      Interpreter.boot({
        stack,
        loadAsset: this.#options.loadAsset,
        host: this.#options.pyodide,
        mounts: { [HOME]: this.#directory(HOME), '/tmp': this.#directory('/tmp') },
        env: { HOME },
      }),
    );
    this.#python = python;
    for (const name of ['stdlib-src', `${stack}-src`] as const) {
      // Sources are for tracebacks: nobody waits for them, and without them a traceback only lacks its lines.
      void this.#options.loadAsset(name).then((zip) => python.sources.fill(name, zip));
    }
    return python;
  }

  /** Makes the stack's programs the ones that the shell finds. */
  async #install(postgres: Postgres, python: Interpreter): Promise<void> {
    if (this.#installed === python) return;
    this.#connections?.closeAll();
    this.#connections = new ProgramConnections(postgres.backend);
    python.registerJsModule('_stillroom_postgres', this.#connections);
    const programs = await this.#step('packages', () =>
      pythonPrograms(python, {
        interrupted: () => this.#terminal.interrupted,
        edit: (path) => this.#edit(path),
        died: () => {
          this.#python = null;
        },
        versions: this.#options.versions,
        installed: () => {
          this.#chooseAgain = true;
        },
      }),
    );
    this.#programs.clear();
    for (const [name, program] of programs) this.#programs.set(name, program);
    this.#programs.set(
      'stillroom',
      stillroomProgram((choice) => this.#prove(choice)),
    );
    this.#installed = python;
  }

  /** After an install: the requirements may now ask for the other stack. */
  #followRequirements(machine: Machine): void {
    if (!this.#chooseAgain) return;
    this.#chooseAgain = false;
    const stack = this.#chooseStack();
    if (stack.stack !== machine.stack.stack) {
      this.#options.emit({ type: 'output', stream: 'stdout', text: `${stack.reason}\n` });
    }
    machine.stack = stack;
  }

  /** A new interpreter where the last one died, or is not of the stack that is asked for now. */
  async #renewPython(machine: Machine): Promise<void> {
    machine.python = await this.#interpreter(machine.stack.stack);
    await this.#install(machine.postgres, machine.python);
  }

  #edit(path: string): void {
    if (isWithin(PROJECT, path)) this.#options.emit({ type: 'edit', path: path.slice(PROJECT.length + 1) });
  }

  #directory(path: string): DirectoryNode {
    const node = this.#files.find(path);
    if (node?.kind !== 'directory') throw new Error(`engine: ${path} is missing`);
    return node;
  }

  /** Does a step of the start, telling when it begins and ends. */
  async #step<T>(step: BootStep, work: () => T | Promise<T>): Promise<T> {
    this.#options.emit({ type: 'progress', step, done: 0, total: 1 });
    const result = await work();
    this.#options.emit({ type: 'progress', step, done: 1, total: 1 });
    return result;
  }
}
