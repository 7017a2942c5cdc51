import { FileTree } from '../../../../src/engine/files/file-tree';
import type { Program, Sink } from '../../../../src/engine/shell/program';
import { Shell } from '../../../../src/engine/shell/shell';
import { TextSource } from '../../../../src/engine/shell/streams';

export interface Ran {
  code: number;
  /** Both streams, in the order they were written. */
  output: string;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  terminal?: boolean;
  stdin?: string;
  columns?: number;
  signal?: AbortSignal;
}

/** A shell on files of its own, with one program that says how it was called. */
export class Machine {
  readonly files = new FileTree(() => Date.UTC(2026, 0, 5, 14, 3));
  readonly edited: string[] = [];
  cleared = 0;
  readonly shell: Shell;

  constructor(programs: Record<string, Program> = { flask: report, python: report, alembic: report }) {
    this.files.mkdir('/home/student/project', { parents: true });
    this.shell = new Shell({
      files: this.files,
      programs: new Map(Object.entries(programs)),
      hooks: { clear: () => (this.cleared += 1), edit: (path) => void this.edited.push(path) },
      leaveKey: 'F6',
    });
  }

  async run(line: string, options: RunOptions = {}): Promise<Ran> {
    const { terminal: isTerminal = false, stdin = '', columns = 80, signal } = options;
    const ran = { output: '', stdout: '', stderr: '' };
    const sink = (stream: 'stdout' | 'stderr'): Sink => ({
      isTerminal,
      write(text) {
        ran[stream] += text;
        ran.output += text;
      },
    });
    const code = await this.shell.run(line, {
      stdin: Object.assign(new TextSource(stdin), { isTerminal }),
      stdout: sink('stdout'),
      stderr: sink('stderr'),
      size: { columns, rows: 24 },
      ...(signal && { signal }),
    });
    return { code, ...ran };
  }
}

/** Prints its arguments and what stands in the environment variable X. */
export const report: Program = (process) => {
  process.stdout.write(`<${process.argv.join('|')}>${process.env.get('X') ?? ''}\n`);
  return Promise.resolve(0);
};
