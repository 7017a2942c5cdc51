import type { CommandTree } from '../shell/command-tree';
import { Interrupted, type Process, type Program, type Source } from '../shell/program';
import { nextTask } from '../next-task';
import type { Interpreter } from './interpreter';
import { pip } from './packages/pip';
import { pipenv } from './packages/pipenv';
import type { Toolbox } from './packages/toolbox';
import { isStackOverflow } from './stack-overflow';

/** What Python programs need of the page beside their streams. */
export interface ProgramHooks {
  /** Whether Ctrl-C was pressed since the command line started. */
  interrupted(): boolean;
  /** Shows a file (absolute path) in the editor. */
  edit(path: string): void;
  /** The interpreter has come to its end and can run nothing more: another must be booted. */
  died(): void;
}

/** What pip and pipenv need beside that. */
export type PackageHooks = Omit<Toolbox, 'interpreter'>;

/**
 * Python counts its own calls and stops at a thousand; those that go through C (`__repr__`, `__getattr__`) fill the
 * stack of WebAssembly earlier, which nothing survives.
 */
const STACK_OVERFLOW = `RecursionError: maximum recursion depth exceeded
stillroom: the recursion has filled the browser's stack; Python starts anew.
`;

/** How often, in milliseconds, a sleeping program looks whether Ctrl-C was pressed. */
const SLEEP_STEP = 50;

/**
 * Imports the stack's libraries and gives the commands that run in Python, by name.
 * The interpreter must have its `_stillroom_postgres` by then.
 */
export async function pythonPrograms(
  interpreter: Interpreter,
  hooks: ProgramHooks & PackageHooks,
): Promise<Map<string, Program>> {
  const host = new TerminalHost(hooks);
  interpreter.registerJsModule('_stillroom_terminal', host.module);
  // What writes to the descriptors themselves (os.write) goes the same way as print.
  const writer = (descriptor: 1 | 2) => {
    const decoder = new TextDecoder();
    return (bytes: Uint8Array): number => {
      host.module.write(descriptor, decoder.decode(bytes, { stream: true }));
      return bytes.length;
    };
  };
  interpreter.pyodide.setStdout({ write: writer(1), isatty: false });
  interpreter.pyodide.setStderr({ write: writer(2), isatty: false });
  const scripts = await interpreter.call<string[]>('stillroom.process', 'boot', interpreter.stack);
  const run: Program = (process) => host.run(process, interpreter);
  const toolbox: Toolbox = { interpreter, versions: hooks.versions, installed: hooks.installed };
  const tools = new Map([
    ['pip', pip(toolbox)],
    ['pip3', pip(toolbox)],
    ['pipenv', pipenv(toolbox)],
  ]);
  const python = withTools(run, tools);
  return new Map([
    ...scripts.map((name) => [name, run] as const),
    ['python', python],
    ['python3', python],
    ...tools,
  ]);
}

/** The commands and options of `flask`, `alembic` and the like, with the app's own as the last `flask ...` found them. */
export function commandTree(interpreter: Interpreter): Promise<CommandTree[]> {
  return interpreter.call<CommandTree[]>('stillroom.process', 'command_tree');
}

/** `python -m pip ...` is `pip ...`. */
function withTools(python: Program, tools: ReadonlyMap<string, Program>): Program {
  return (process) => {
    const [, option, module = '', ...rest] = process.argv;
    const tool = option === '-m' ? tools.get(module) : undefined;
    return tool ? tool({ ...process, argv: [module, ...rest] }) : python(process);
  };
}

/** The terminal as Python sees it: the JavaScript module `_stillroom_terminal` (see process/terminal.py). */
class TerminalHost {
  #process: Process | null = null;
  #readLineSync: Source['readLineSync'];
  #heard = false;
  /** The interpreter died in an earlier command of the line. */
  #dead = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(readonly hooks: ProgramHooks) {}

  readonly module = {
    write: (descriptor: 1 | 2, text: string): void => {
      this.#process?.[descriptor === 1 ? 'stdout' : 'stderr'].write(text);
    },
    canReadSync: (): boolean => this.#readLineSync !== undefined,
    readLineSync: (secret: boolean): string | null => this.#readLineSync?.({ secret }) ?? null,
    /** The next line, null at the end, false if Ctrl-C was pressed instead. */
    readLine: async (secret: boolean): Promise<string | null | false> => {
      try {
        return (await this.#process?.stdin.readLine({ secret })) ?? null;
      } catch (error) {
        if (!(error instanceof Interrupted)) throw error;
        this.#heard = true;
        return false;
      }
    },
    /** True once after Ctrl-C: a program that catches KeyboardInterrupt goes on. */
    interrupted: (): boolean => {
      if (this.#heard || !this.hooks.interrupted()) return false;
      this.#heard = true;
      return true;
    },
    /** Lets the messages in that wait for this thread. */
    breathe: nextTask,
    sleep: async (milliseconds: number): Promise<void> => {
      const end = performance.now() + milliseconds;
      for (let left = milliseconds; left > 0 && !this.#pressed(); left = end - performance.now()) {
        await new Promise((resolve) => setTimeout(resolve, Math.min(left, SLEEP_STEP)));
      }
    },
    edit: (path: string): void => this.hooks.edit(path),
  };

  /** Runs one command; the interpreter holds one at a time. */
  run(process: Process, interpreter: Interpreter): Promise<number> {
    const run = this.#last.then(() => this.#run(process, interpreter));
    this.#last = run.catch(() => {});
    return run;
  }

  async #run(process: Process, interpreter: Interpreter): Promise<number> {
    const { argv, cwd, env, stdin, stdout, stderr, size } = process;
    if (this.#dead) {
      stderr.write(
        `stillroom: ${argv[0] ?? ''}: Python starts anew when this line has ended; run the rest again.\n`,
      );
      return 1;
    }
    this.#readLineSync = await this.#synchronous(stdin);
    this.#process = process;
    this.#heard = false;
    const surroundings = {
      columns: size.columns,
      lines: size.rows,
      tty: [stdin.isTerminal, stdout.isTerminal, stderr.isTerminal],
    };
    const environ = Object.fromEntries(env);
    try {
      return await interpreter.call('stillroom.process', 'run', argv, cwd, environ, surroundings);
    } catch (error) {
      if (!isStackOverflow(error)) throw error;
      stderr.write(STACK_OVERFLOW);
      this.#dead = true;
      this.hooks.died();
      return 1;
    } finally {
      this.#process = null;
    }
  }

  /** How Python reads a line without waiting: from the host, or from a file or pipe, whose text is there. */
  async #synchronous(stdin: Source): Promise<Source['readLineSync']> {
    if (stdin.readLineSync) return stdin.readLineSync.bind(stdin);
    if (stdin.isTerminal) return undefined;
    const lines = (await stdin.readAll()).match(/[^\n]*\n|[^\n]+$/g) ?? [];
    return () => lines.shift() ?? null;
  }

  #pressed(): boolean {
    return !this.#heard && this.hooks.interrupted();
  }
}
