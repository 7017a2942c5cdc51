import { LIMIT } from './preview/time-limit';

/** How long the student's code may take before its engine is given up: Python ends it earlier wherever it can be reached. */
const PATIENCE = LIMIT + 700;

/** Watches over calls in which the student's code runs where no message reaches it. One call at a time. */
export class LookWatch {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #giveUp: () => void = () => {};

  /** The code has begun to run (the engine's `looking` event); each time it does, its time begins anew. */
  began(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#giveUp, PATIENCE);
  }

  /** The engine is lost: there is nothing to wait for. */
  lost(): void {
    this.#giveUp();
  }

  /** The call's answer; null when it does not come in time. */
  async wait<T>(call: Promise<T>): Promise<{ value: T } | null> {
    const givenUp = new Promise<null>((resolve) => {
      this.#giveUp = () => resolve(null);
    });
    try {
      return await Promise.race([call.then((value) => ({ value })), givenUp]);
    } finally {
      clearTimeout(this.#timer);
      this.#giveUp = () => {};
    }
  }
}
