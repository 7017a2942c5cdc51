import type { LoadAsset, Manifest } from '../assets';
import { FileTree } from '../files/file-tree';
import { copyInto } from '../files/overlay';
import type { Backend } from '../postgres/backend';
import { Interpreter, type PyodideHost } from '../python/interpreter';
import { pythonPrograms } from '../python/programs';
import type { Program } from '../shell/program';

/** What ended a command, as Python tells it (process/ending.py). */
export interface ProgramFailure {
  type: string;
  message: string;
  sqlstate: string | null;
  /** Absolute. */
  path: string | null;
  line: number | null;
}

/** How a command ended. */
export interface CommandEnd {
  exitCode: number;
  /** Standard output and standard error as they came. */
  output: string;
  /** Null where it ended well, or not by an exception. */
  failure: ProgramFailure | null;
}

/** Where commands are tried: on copies, so that nothing of the student's is touched. */
export interface Stage {
  /** Runs a command as a fresh process in the project's folder. */
  run(argv: readonly string[]): Promise<CommandEnd>;
  /** Calls a function of one of our Python modules (see Interpreter.call). */
  call<T>(module: string, name: string, ...args: unknown[]): Promise<T>;
}

export interface StageOptions {
  /** The interpreter whose packages this one shares. */
  beside: Interpreter;
  loadAsset: LoadAsset;
  host: PyodideHost;
  versions: Manifest['versions'];
  /** Whether Ctrl-C was pressed. */
  interrupted: () => boolean;
}

/** What a stage shows to the commands: the student's files as they are now, and a database. */
export interface Scene {
  files: FileTree;
  /** The project's folder. */
  root: string;
  env: ReadonlyMap<string, string>;
  /** The database of the moment; it may be replaced by another. */
  backend(): Backend;
}

const MOUNTS = ['/home/student', '/tmp'] as const;
const SIZE = { columns: 80, rows: 24 };

/** An interpreter of its own, beside the one that runs the student's commands, on a copy of their files. */
export class PythonStage {
  readonly #files: FileTree;
  #programs: ReadonlyMap<string, Program> = new Map();
  #backend: (() => Backend) | null = null;
  #dead = false;

  private constructor(
    private readonly options: StageOptions,
    private readonly python: Interpreter,
    files: FileTree,
  ) {
    this.#files = files;
  }

  static async boot(options: StageOptions): Promise<PythonStage> {
    const { beside, loadAsset, host } = options;
    const files = new FileTree();
    for (const path of MOUNTS) files.mkdir(path, { parents: true });
    const python = await Interpreter.boot({
      stack: beside.stack,
      loadAsset,
      host,
      mounts: Object.fromEntries(MOUNTS.map((path) => [path, directory(files, path)])),
      env: { HOME: MOUNTS[0] },
      beside,
    });
    const stage = new PythonStage(options, python, files);
    await stage.#install();
    return stage;
  }

  /** Whether it can be used beside this interpreter: another one has other packages. */
  suits(python: Interpreter): boolean {
    return !this.#dead && this.options.beside === python;
  }

  /** Lets `work` try commands; afterwards nothing is left of the files that they wrote. */
  async play<T>(scene: Scene, work: (stage: Stage) => Promise<T>): Promise<T> {
    for (const path of MOUNTS) copyInto(directory(this.#files, path), directory(scene.files, path));
    this.#backend = () => scene.backend();
    try {
      return await work({
        run: (argv) => this.#run(argv, scene),
        call: (module, name, ...args) => this.python.call(module, name, ...args),
      });
    } finally {
      this.#backend = null;
      for (const path of MOUNTS) directory(this.#files, path).entries.clear();
    }
  }

  async #run(argv: readonly string[], { root, env }: Scene): Promise<CommandEnd> {
    const program = this.#programs.get(argv[0] ?? '');
    if (program === undefined) throw new Error(`stage: there is no program ${argv[0] ?? ''}`);
    let output = '';
    const sink = {
      isTerminal: false,
      write: (text: string) => {
        output += text;
      },
    };
    const stdin = {
      isTerminal: false,
      readLine: () => Promise.resolve(null),
      readLineSync: () => null,
      readAll: () => Promise.resolve(''),
    };
    const streams = { stdin, stdout: sink, stderr: sink };
    const exitCode = await program({
      argv: [...argv],
      cwd: root,
      env,
      files: this.#files,
      size: SIZE,
      ...streams,
    });
    const ended = exitCode !== 0 && !this.#dead;
    const failure = ended
      ? await this.python.call<ProgramFailure | null>('stillroom.process.ending', 'last')
      : null;
    return { exitCode, output, failure };
  }

  async #install(): Promise<void> {
    const { interrupted, versions } = this.options;
    const backend = (): Backend => {
      if (this.#backend === null) throw new Error('there is no database outside of a proof');
      return this.#backend();
    };
    this.python.registerJsModule('_stillroom_postgres', {
      connect: (startup: Uint8Array) => backend().connect(startup),
      exchange: (id: number, request: Uint8Array) => backend().exchange(id, request),
      close: (id: number) => this.#backend?.().close(id),
    });
    this.#programs = await pythonPrograms(this.python, {
      interrupted,
      versions,
      edit: () => {},
      installed: () => {},
      died: () => {
        this.#dead = true;
      },
    });
  }
}

function directory(files: FileTree, path: string) {
  const node = files.find(path);
  if (node?.kind !== 'directory') throw new Error(`stage: ${path} is missing`);
  return node;
}
