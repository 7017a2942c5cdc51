import { describe, expect, it } from 'vitest';
import {
  BootTracker,
  describeProgress,
  describeStatus,
  fractionDone,
} from '../../../src/workspace/engine-status';

describe('the engine’s start', () => {
  it('is told in megabytes while it loads', () => {
    expect(describeProgress({ step: 'download', done: 3_120_000, total: 12_400_000 })).toBe(
      'Loading the engine: 3.1 of 12.4 MB',
    );
    expect(describeProgress({ step: 'python', done: 0, total: 1 })).toBe('Starting Python');
  });

  it('goes forward from step to step', () => {
    const fractions = (['download', 'python', 'postgres', 'packages', 'workspace'] as const).map((step) =>
      fractionDone({ step, done: 1, total: 1 }),
    );
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
  });

  it('tells the step that is waited for, of those that go on at a time', () => {
    const boot = new BootTracker();
    expect(boot.take({ step: 'python', done: 0, total: 1 }).step).toBe('python');
    expect(boot.take({ step: 'download', done: 1, total: 9 }).step).toBe('download');
    expect(boot.take({ step: 'postgres', done: 1, total: 1 }).step).toBe('download');
    expect(boot.take({ step: 'download', done: 9, total: 9 }).step).toBe('python');
    expect(boot.take({ step: 'python', done: 1, total: 1 }).step).toBe('postgres');
  });

  it('says why it failed', () => {
    expect(describeStatus({ kind: 'failed', message: 'No connection.' })).toBe('No connection.');
  });
});
