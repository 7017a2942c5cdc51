import { join } from 'node:path';
import { expect } from 'vitest';
import { readFolder } from '../../../src/engine/cli/folder';
import { fillFolder } from '../../../src/engine/files/changes';
import { FileTree } from '../../../src/engine/files/file-tree';
import { nodeHost } from '../../../src/engine/node';
import { bootPostgres } from '../../../src/engine/postgres/boot';
import { Interpreter } from '../../../src/engine/python/interpreter';
import { commandTree, pythonPrograms } from '../../../src/engine/python/programs';
import type { CommandTree } from '../../../src/engine/shell/command-tree';
import type { Process } from '../../../src/engine/shell/program';
import type { StackName } from '../../../src/engine/types';

const ROOT = join(import.meta.dirname, '../../..');
const HOME = '/home/student';
export const PROJECT = `${HOME}/project`;

/** What one command did. */
export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
  /** Both, as they came. */
  output: string;
}

/** How a command is run, where it matters. */
export interface Options {
  cwd?: string;
  env?: Record<string, string>;
  /** Standard input; without it there is none. */
  input?: string;
  /** Whether the three streams are a terminal. */
  terminal?: boolean;
}

/** A stack's interpreter with its programs and a database, and the course's app in its project folder. */
export interface Machine {
  files: FileTree;
  edited: string[];
  interrupt(): void;
  run(argv: string[], options?: Options): Promise<Outcome>;
  commandTree(): Promise<CommandTree[]>;
  python: Interpreter;
}

/** `expect.stringContaining`, typed as what it stands for. */
export const containing = (text: string): string => expect.stringContaining(text) as string;

/** `expect.stringMatching`, likewise. */
export const matching = (pattern: RegExp): string => expect.stringMatching(pattern) as string;

/** Starts a machine; the app's files are what the page opens on. */
export async function startMachine(stack: StackName): Promise<Machine> {
  const host = await nodeHost(join(ROOT, 'public/runtime'));
  const files = new FileTree();
  files.mkdir(PROJECT, { parents: true });
  files.mkdir('/tmp');
  const app = await readFolder(join(ROOT, 'src/lessons/00-course-app/start'));
  fillFolder(files, PROJECT, { ...app, database: null });
  const directory = (path: string) => {
    const node = files.find(path);
    if (node?.kind !== 'directory') throw new Error(`no directory: ${path}`);
    return node;
  };

  const [postgres, python] = await Promise.all([
    bootPostgres({ loadAsset: host.loadAsset }),
    Interpreter.boot({
      stack,
      loadAsset: host.loadAsset,
      host: host.pyodide,
      mounts: { [HOME]: directory(HOME), '/tmp': directory('/tmp') },
      env: { HOME },
    }),
  ]);
  for (const name of ['stdlib-src', `${stack}-src`] as const)
    python.sources.fill(name, await host.loadAsset(name));
  python.registerJsModule('_stillroom_postgres', postgres.backend);
  const edited: string[] = [];
  let interrupted = false;
  const programs = await pythonPrograms(python, {
    interrupted: () => interrupted,
    edit: (path) => edited.push(path),
    versions: host.manifest.versions,
    died: () => {
      throw new Error('the interpreter died');
    },
    installed: () => {},
  });

  return {
    files,
    edited,
    python,
    interrupt: () => (interrupted = true),
    commandTree: () => commandTree(python),
    async run(argv, options = {}) {
      const program = programs.get(argv[0] ?? '');
      if (!program) throw new Error(`no program: ${argv[0]}`);
      interrupted = false;
      const { process, outcome } = record(argv, files, options);
      const code = await program(process);
      return { code, ...outcome };
    },
  };
}

function record(
  argv: string[],
  files: FileTree,
  options: Options,
): { process: Process; outcome: Omit<Outcome, 'code'> } {
  const outcome = { stdout: '', stderr: '', output: '' };
  const isTerminal = options.terminal ?? false;
  const lines = options.input?.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const sink = (stream: 'stdout' | 'stderr') => ({
    isTerminal,
    write(text: string) {
      outcome[stream] += text;
      outcome.output += text;
    },
  });
  const next = (): string | null => lines.shift() ?? null;
  const env = {
    HOME,
    USER: 'student',
    PATH: '/usr/local/bin:/usr/bin:/bin',
    TERM: 'xterm-256color',
    EDITOR: 'stillroom-editor',
    ...options.env,
  };
  return {
    outcome,
    process: {
      argv,
      cwd: options.cwd ?? PROJECT,
      env: new Map(Object.entries(env)),
      files,
      size: { columns: 100, rows: 30 },
      stdin: {
        isTerminal,
        readLine: () => Promise.resolve(next()),
        readAll: () => Promise.resolve(lines.splice(0).join('')),
        readLineSync: next,
      },
      stdout: sink('stdout'),
      stderr: sink('stderr'),
    },
  };
}
