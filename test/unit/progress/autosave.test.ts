import { beforeEach, describe, expect, it } from 'vitest';
import { Autosave, whyNotSaved, type Clock } from '../../../src/progress/autosave.svelte';
import type { Saved } from '../../../src/progress/store';

/** Time that goes on when it is told to. */
class ManualClock implements Clock {
  waiting: (() => void)[] = [];
  set(callback: () => void): unknown {
    this.waiting.push(callback);
    return callback;
  }
  clear(timer: unknown): void {
    this.waiting = this.waiting.filter((callback) => callback !== timer);
  }
  pass(): void {
    for (const callback of this.waiting.splice(0)) callback();
  }
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

let clock: ManualClock;
let saves: boolean[];
let answer: () => Promise<Saved>;
let autosave: Autosave;

beforeEach(() => {
  clock = new ManualClock();
  saves = [];
  answer = () => Promise.resolve({ kind: 'saved', revision: 1 });
  autosave = new Autosave(
    (force) => {
      saves.push(force);
      return answer();
    },
    { clock },
  );
});

describe('saving', () => {
  it('happens once for many changes, and is said', async () => {
    autosave.schedule();
    autosave.schedule();
    expect(autosave.status.kind).toBe('saving');
    clock.pass();
    await settle();
    expect(saves).toEqual([false]);
    expect(autosave.status.kind).toBe('saved');
  });

  it('happens again for a change that came meanwhile', async () => {
    let finish: (saved: Saved) => void = () => {};
    answer = () => new Promise((resolve) => (finish = resolve));
    autosave.schedule();
    clock.pass();
    autosave.schedule();
    clock.pass();
    finish({ kind: 'saved', revision: 1 });
    await settle();
    finish({ kind: 'saved', revision: 2 });
    await settle();
    expect(saves).toHaveLength(2);
    expect(autosave.status.kind).toBe('saved');
  });

  it('stops at another tab’s work until it is told to go over it', async () => {
    answer = () => Promise.resolve({ kind: 'conflict' });
    autosave.schedule();
    clock.pass();
    await settle();
    expect(autosave.status.kind).toBe('conflict');
    autosave.schedule();
    expect(clock.waiting).toEqual([]);
    answer = () => Promise.resolve({ kind: 'saved', revision: 9 });
    await autosave.force();
    expect(saves).toEqual([false, true]);
    expect(autosave.status.kind).toBe('saved');
  });

  it('says in words that storage is full', async () => {
    answer = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    autosave.schedule();
    clock.pass();
    await settle();
    expect(autosave.status.kind).toBe('failed');
    expect(autosave.status).toHaveProperty(
      'message',
      whyNotSaved(new DOMException('', 'QuotaExceededError')),
    );
  });
});
