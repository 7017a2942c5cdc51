import { expect, test } from 'vitest';
import { LIMIT, TimeLimit } from '../../../../src/engine/preview/time-limit';

const SIGINT = 2;

test('a signal comes when the time is up, and again for who has caught it', () => {
  let now = 0;
  const limit = new TimeLimit(() => now);
  const signals = limit.signals();
  limit.begin();
  expect([signals[0], limit.isOverdue]).toEqual([0, false]);
  now = LIMIT + 1;
  expect(limit.isOverdue).toBe(true);
  expect(signals[0]).toBe(SIGINT);
  expect(signals[0]).toBe(0);
  now += 1000;
  expect(signals[0]).toBe(SIGINT);
  expect(limit.isOverdue).toBe(true);
  expect(limit.over()).toBe(true);
  now += 1000;
  expect(signals[0]).toBe(0);
});

test('Python may write to the place where it looks, as it does to a buffer', () => {
  const limit = new TimeLimit(() => 0);
  const signals = limit.signals();
  limit.begin();
  signals[0] = 0;
  expect(signals[0]).toBe(0);
  expect(limit.over()).toBe(false);
});

test('without a limit no signal comes', () => {
  const limit = new TimeLimit(() => 1e9);
  expect(limit.signals()[0]).toBe(0);
});
