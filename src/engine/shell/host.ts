import type { FileTree } from '../files/file-tree';
import { Interrupted, type Process, type Program, type TerminalSize } from './program';
import type { ShellState } from './state';
import type { Streams } from './streams';

/** What a shell does outside of text and files. */
export interface Hooks {
  /** `clear`: empty the screen. */
  clear(): void;
  /** Open a file in the editor; absolute path. */
  edit(path: string): void | Promise<void>;
}

/** What all subshells of one shell share while a command line runs. */
export interface Host {
  readonly files: FileTree;
  readonly programs: ReadonlyMap<string, Program>;
  readonly hooks: Hooks;
  readonly size: TerminalSize;
  /** The key that leaves the terminal, for `help`; null where there is none. */
  readonly leaveKey: string | null;
  /** Aborts on Ctrl-C. */
  readonly signal: AbortSignal | null;
}

/** What the builtins that are part of the shell may do to it. */
export interface ShellContext {
  readonly state: ShellState;
  readonly host: Host;
  /** Runs one command whose words are expanded already. */
  execute(argv: string[], streams: Streams): Promise<number>;
  /** Runs source text in this shell, as `source` does. */
  source(text: string, streams: Streams): Promise<number>;
  /** A copy that leaves this shell as it is. */
  subshell(): ShellContext;
}

/** A command that the shell brings along. Those that only read their Process may leave `shell` out. */
export type Command = (process: Process, shell: ShellContext) => number | Promise<number>;

/** Lets messages in from time to time, so that Ctrl-C reaches a loop that never waits. */
export class Breather {
  #last = Date.now();

  constructor(readonly signal: AbortSignal | null) {}

  /** @throws Interrupted */
  async breathe(): Promise<void> {
    if (Date.now() - this.#last > 30) {
      await new Promise((resolve) => setTimeout(resolve));
      this.#last = Date.now();
    }
    if (this.signal?.aborted) throw new Interrupted();
  }
}
