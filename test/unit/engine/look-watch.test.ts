import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LookWatch } from '../../../src/engine/look-watch';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = new Promise<never>(() => {});

test('an answer is handed on, however long it takes before the code begins to run', async () => {
  const watch = new LookWatch();
  let answer = (_: string): void => {};
  const waiting = watch.wait(new Promise<string>((resolve) => (answer = resolve)));
  await vi.advanceTimersByTimeAsync(60_000);
  watch.began();
  await vi.advanceTimersByTimeAsync(1000);
  answer('seen');
  expect(await waiting).toEqual({ value: 'seen' });
});

test('code that does not come back is given up', async () => {
  const watch = new LookWatch();
  const waiting = watch.wait(never);
  watch.began();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await waiting).toBeNull();
});

test('each time that code begins to run, its time begins anew', async () => {
  const watch = new LookWatch();
  let ended = false;
  const waiting = watch.wait(never).finally(() => (ended = true));
  for (let round = 0; round < 5; round++) {
    watch.began();
    await vi.advanceTimersByTimeAsync(3000);
  }
  expect(ended).toBe(false);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await waiting).toBeNull();
});

test('a lost engine is not waited for, and a failure is passed on', async () => {
  const watch = new LookWatch();
  const waiting = watch.wait(never);
  watch.lost();
  expect(await waiting).toBeNull();
  await expect(watch.wait(Promise.reject(new Error('ours')))).rejects.toThrow('ours');
});

test('what one call began does not end the next', async () => {
  const watch = new LookWatch();
  watch.began();
  await watch.wait(Promise.resolve(1));
  let ended = false;
  void watch.wait(never).finally(() => (ended = true));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ended).toBe(false);
});
