import type { FileTree } from '../files/file-tree';
import { resolvePath } from '../files/paths';
import { builtins } from './builtins/index';
import { staticTrees, type CommandTree } from './command-tree';
import { complete, type Completion } from './complete';
import { ExitShell, LeaveLoop, ReturnFromFunction } from './control';
import { dispatch } from './dispatch';
import type { Hooks, Host } from './host';
import { Interpreter } from './interpreter';
import {
  Interrupted,
  type Process,
  type Program,
  type Sink,
  type Source,
  type TerminalSize,
} from './program';
import { ShellState } from './state';

/** The exit code of what Ctrl-C ended. */
export const INTERRUPTED = 130;

/** What a shell is made of. */
export interface ShellOptions {
  files: FileTree;
  /** The programs that are not the shell's own: flask, python, pip and so on. */
  programs: ReadonlyMap<string, Program>;
  hooks: Hooks;
  /** Where it starts; /home/student/project unless said otherwise. */
  cwd?: string;
  home?: string;
  /** Variables that are exported from the start, beside those of every shell. */
  exported?: Readonly<Record<string, string>>;
  /** Command lines of an earlier shell, oldest first. */
  history?: readonly string[];
  /** The key that leaves the terminal for the rest of the page, as `help` names it. */
  leaveKey?: string;
}

/** Where one command line reads and writes. `signal` aborts on Ctrl-C. */
export interface ShellIo {
  stdin: Source;
  stdout: Sink;
  stderr: Sink;
  size: TerminalSize;
  signal?: AbortSignal;
}

/** The student's shell: remembers its folder, variables, functions and history from one line to the next. */
export class Shell {
  readonly #options: ShellOptions;
  #state: ShellState;
  #ended = false;

  constructor(options: ShellOptions) {
    this.#options = options;
    const home = options.home ?? '/home/student';
    this.#state = ShellState.initial(home, options.cwd ?? `${home}/project`);
    for (const [name, value] of Object.entries(options.exported ?? {})) this.#state.export(name, value);
    this.#state.export('PWD', this.#state.cwd);
    this.#state.history.push(...(options.history ?? []));
  }

  get cwd(): string {
    return this.#state.cwd;
  }

  get lastExit(): number {
    return this.#state.lastExit;
  }

  /** What programs see. */
  get env(): ReadonlyMap<string, string> {
    return this.#state.environment();
  }

  /** The command lines so far, oldest first. */
  get history(): readonly string[] {
    return this.#state.history;
  }

  /** Whether `exit` has ended the shell; at a terminal it never does. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Sets a variable that programs see. */
  export(name: string, value: string): void {
    this.#state.export(name, value);
  }

  /** Runs one command line (of one or more lines) to its end and gives the exit code. */
  async run(line: string, io: ShellIo): Promise<number> {
    this.#remember(line);
    if (!this.#options.files.stat(this.#state.cwd)) this.#goHome();
    const interpreter = new Interpreter(this.#host(io.size, io.signal), this.#state);
    try {
      await interpreter.source(line, io);
    } catch (error) {
      this.#state.lastExit = this.#endOfLine(error, io);
    }
    return this.#state.lastExit;
  }

  /** What Tab offers. `known`: what Python tells about its commands, and the revisions there are. */
  complete(
    line: string,
    cursor: number,
    known: { commands: CommandTree[]; revisions: string[] },
  ): Completion {
    const { programs } = this.#options;
    return complete(line, cursor, {
      names: commandNames(builtins.keys(), programs.keys(), this.#state.functions.keys()),
      trees: [...known.commands, ...staticTrees()],
      revisions: known.revisions,
      variables: [...this.#state.variables.keys()],
      list: (folder) => this.#list(folder),
    });
  }

  /** Runs one command, its words as they are, as a child of a program (subprocess). */
  spawn(process: Process, signal?: AbortSignal): Promise<number> {
    const interpreter = this.#child(process, signal);
    return isolated(() => dispatch(process.argv, process, interpreter));
  }

  /** Runs a command line as a child of a program (os.system, `shell=True`); `process.argv` does not count. */
  system(line: string, process: Process, signal?: AbortSignal): Promise<number> {
    const interpreter = this.#child(process, signal);
    return isolated(() => interpreter.source(line, process));
  }

  #list(folder: string): { name: string; isDirectory: boolean }[] {
    const { files } = this.#options;
    const home = this.#state.get('HOME') ?? '/';
    const path = resolvePath(this.#state.cwd, folder.replace(/^~(?=\/|$)/, home));
    if (files.stat(path)?.kind !== 'directory') return [];
    const isDirectory = (name: string) => files.stat(resolvePath(path, name))?.kind === 'directory';
    return files.list(path).map((name) => ({ name, isDirectory: isDirectory(name) }));
  }

  #child(process: Process, signal?: AbortSignal): Interpreter {
    const variables = new Map([...process.env].map(([name, value]) => [name, { value, exported: true }]));
    variables.set('IFS', { value: ' \t\n', exported: false });
    const state = new ShellState(process.cwd, variables, new Map(), []);
    return new Interpreter(this.#host(process.size, signal), state);
  }

  #host(size: TerminalSize, signal?: AbortSignal): Host {
    const { files, programs, hooks, leaveKey = null } = this.#options;
    return { files, programs, hooks, size, leaveKey, signal: signal ?? null };
  }

  #remember(line: string): void {
    const text = line.trim();
    const { history } = this.#state;
    if (text !== '' && history.at(-1) !== text) history.push(text);
  }

  /** The folder that the shell is in can be deleted under it. */
  #goHome(): void {
    const home = this.#state.get('HOME') ?? '/';
    this.#state.cwd = this.#options.files.stat(home) ? home : '/';
    this.#state.set('PWD', this.#state.cwd);
  }

  #endOfLine(error: unknown, { stdout }: ShellIo): number {
    if (error instanceof Interrupted) return INTERRUPTED;
    if (!(error instanceof ExitShell)) {
      if (error instanceof LeaveLoop || error instanceof ReturnFromFunction) return this.#state.lastExit;
      throw error;
    }
    if (stdout.isTerminal) stdout.write('exit\nThis terminal stays open with the page.\n');
    else this.#ended = true;
    return error.code;
  }
}

async function isolated(run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ExitShell) return error.code;
    throw error;
  }
}

/** Names worth completing, sorted: `[` and `:` are not. */
function commandNames(...lists: Iterable<string>[]): string[] {
  return lists
    .flatMap((names) => [...names])
    .filter((name) => /^\w/.test(name))
    .sort();
}
