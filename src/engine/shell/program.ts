import type { FileTree } from '../files/file-tree';

/** Where a program writes text. */
export interface Sink {
  write(text: string): void;
  readonly isTerminal: boolean;
}

/** Where a program reads text from. */
export interface Source {
  readonly isTerminal: boolean;
  /** The next line with its newline, or null at the end. `secret` asks the terminal not to show what is typed. */
  readLine(options?: { secret?: boolean }): Promise<string | null>;
  /** The same without waiting, where the host or what lies behind allows it. */
  readLineSync?(options?: { secret?: boolean }): string | null;
  /** Everything up to the end. */
  readAll(): Promise<string>;
}

/** The terminal's size in characters. */
export interface TerminalSize {
  columns: number;
  rows: number;
}

/** What a program gets: its arguments (argv[0] is its name), surroundings and streams. */
export interface Process {
  argv: string[];
  cwd: string;
  /** The exported variables. */
  env: ReadonlyMap<string, string>;
  stdin: Source;
  stdout: Sink;
  stderr: Sink;
  files: FileTree;
  size: TerminalSize;
}

/** A command: runs to its end and gives the exit code. */
export type Program = (process: Process) => Promise<number>;

/** Thrown through programs by Ctrl-C; the shell turns it into exit code 130. */
export class Interrupted extends Error {
  constructor() {
    super('Interrupted');
    this.name = 'Interrupted';
  }
}
