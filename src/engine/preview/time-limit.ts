/** How long the student's code may take in a look ahead, in milliseconds. */
export const LIMIT = 3000;

/**
 * Ends Python code that runs too long. Python looks now and then whether a signal has come, by reading this in the place
 * of a buffer (emscripten_signal.c in CPython): so it can be reached in its own thread, where no message would arrive.
 */
export class TimeLimit {
  #end = Infinity;
  #passed = false;

  /** @param now the clock, in milliseconds */
  constructor(readonly now: () => number = () => performance.now()) {}

  begin(): void {
    this.#end = this.now() + LIMIT;
    this.#passed = false;
  }

  /** Takes the limit away; tells whether it was passed. */
  over(): boolean {
    const overdue = this.isOverdue;
    this.#end = Infinity;
    this.#passed = false;
    return overdue;
  }

  get isOverdue(): boolean {
    return this.#passed || this.now() > this.#end;
  }

  /** For `setInterruptBuffer`: the number of the signal that has come, or 0. */
  signals(): Uint8Array {
    const read = (): number => {
      if (this.now() <= this.#end) return 0;
      // Once more a little later: the program may have caught it.
      this.#end = this.now() + AGAIN;
      this.#passed = true;
      return SIGINT;
    };
    const buffer = Object.defineProperty({}, 0, { get: read, set: () => undefined });
    return buffer as Uint8Array;
  }
}

const SIGINT = 2;

/** After which a program that has caught the first signal gets the next, in milliseconds. */
const AGAIN = 200;
