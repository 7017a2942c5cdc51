import { Queue } from './queue';

/** Whoever puts something in fetch's place has it to themselves: two at once would get each other's answers. */
const turns = new Queue();

/** Runs `work` with `answer` in the place of fetch: for libraries that take an address where the engine has bytes. */
export function withFetch<T>(answer: typeof globalThis.fetch, work: () => Promise<T>): Promise<T> {
  return turns.run(async () => {
    const real = globalThis.fetch;
    globalThis.fetch = answer;
    try {
      return await work();
    } finally {
      globalThis.fetch = real;
    }
  });
}
