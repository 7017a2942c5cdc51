import { Interrupted, type Sink, type Source } from './shell/program';
import type { EngineEvent } from './types';

/** How this host reads a line when Python cannot be suspended (Node): blocks until there is one; null at the end. */
export type ReadLineSync = (options: { secret: boolean }) => string | null;

/**
 * The student's terminal as programs see it: what they write becomes events, what they read comes from `answer`.
 * One program at a time reads from it.
 */
export class Terminal {
  #waiting: { resolve(line: string | null): void; reject(error: Error): void } | null = null;
  #typedAhead: (string | null)[] = [];
  #interrupted = false;

  constructor(
    readonly emit: (event: EngineEvent) => void,
    readonly readLineSync: ReadLineSync | null = null,
  ) {}

  /** A new command starts: what Ctrl-C asked of the last one is over. */
  begin(): void {
    this.#interrupted = false;
    this.#typedAhead = [];
  }

  get interrupted(): boolean {
    return this.#interrupted;
  }

  /** Ctrl-C: ends a wait for input at once; a running program finds `interrupted`. */
  interrupt(): void {
    this.#interrupted = true;
    this.#waiting?.reject(new Interrupted());
    this.#waiting = null;
  }

  /** What was typed: a line with its newline, or null for Ctrl-D. */
  answer(line: string | null): void {
    if (this.#waiting) this.#waiting.resolve(line);
    else this.#typedAhead.push(line);
    this.#waiting = null;
  }

  sink(stream: 'stdout' | 'stderr', isTerminal: boolean): Sink {
    return {
      isTerminal,
      write: (text) => {
        if (text !== '') this.emit({ type: 'output', stream, text });
      },
    };
  }

  source(isTerminal: boolean): Source {
    const readLine = (options?: { secret?: boolean }): Promise<string | null> =>
      this.#readLine(options?.secret ?? false);
    const { readLineSync } = this;
    return {
      isTerminal,
      readLine,
      ...(readLineSync && { readLineSync: (options) => readLineSync({ secret: options?.secret ?? false }) }),
      readAll: async () => {
        const lines: string[] = [];
        for (let line = await readLine(); line !== null; line = await readLine()) lines.push(line);
        return lines.join('');
      },
    };
  }

  #readLine(secret: boolean): Promise<string | null> {
    if (this.#interrupted) return Promise.reject(new Interrupted());
    const ahead = this.#typedAhead.shift();
    if (ahead !== undefined) return Promise.resolve(ahead);
    if (this.readLineSync) return Promise.resolve(this.readLineSync({ secret }));
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.emit({ type: 'input', secret });
    });
  }
}
