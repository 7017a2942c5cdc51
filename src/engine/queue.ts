/** Runs jobs one after the other, in the order they were given. A job that fails does not stop the next. */
export class Queue {
  #tail: Promise<unknown> = Promise.resolve();

  run<T>(job: () => T | Promise<T>): Promise<T> {
    const result = this.#tail.then(job);
    this.#tail = result.catch(() => undefined);
    return result;
  }

  /** Resolves when everything is done that was given so far. */
  async idle(): Promise<void> {
    await this.#tail;
  }
}
