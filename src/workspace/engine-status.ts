/** Where the engine is, as one tagged union, and how the page says it. */
import type { BootStep } from '../engine/types';

/** How far a start has come. */
export interface BootProgress {
  step: BootStep;
  done: number;
  total: number;
}

export type EngineStatus =
  | { kind: 'starting'; progress: BootProgress }
  | { kind: 'ready' }
  /** `asks` while the program waits for a line: how it wants it typed. */
  | { kind: 'running'; line: string; asks: 'nothing' | 'line' | 'secret' }
  /** The worker was stopped or died; a new one takes up the last checkpoint. */
  | { kind: 'restarting'; reason: string; progress: BootProgress }
  | { kind: 'failed'; message: string };

/** The start of every start. */
export const notStarted: BootProgress = { step: 'download', done: 0, total: 0 };

const stepWords: Record<BootStep, string> = {
  download: 'Loading the engine',
  python: 'Starting Python',
  postgres: 'Starting PostgreSQL',
  packages: 'Importing Flask, SQLAlchemy and Alembic',
  workspace: 'Opening the workspace',
};

const steps = Object.keys(stepWords) as BootStep[];

/** Follows a start through its steps, of which several go on at a time. */
export class BootTracker {
  readonly #steps = new Map<BootStep, BootProgress>();

  /** Takes news of one step; gives the step that is waited for. */
  take(progress: BootProgress): BootProgress {
    this.#steps.set(progress.step, progress);
    const started = steps.flatMap((step) => this.#steps.get(step) ?? []);
    return started.find(({ done, total }) => done < total) ?? started.at(-1) ?? progress;
  }
}

/** The step in words, for example "Loading the engine: 3.1 of 12.4 MB". */
export function describeProgress({ step, done, total }: BootProgress): string {
  const words = stepWords[step];
  if (step !== 'download' || total === 0) return words;
  return `${words}: ${megabytes(done)} of ${megabytes(total)} MB`;
}

/** How far the whole start is, from 0 to 1. The download is reckoned as half of it. */
export function fractionDone({ step, done, total }: BootProgress): number {
  const within = total === 0 ? 0 : Math.min(done / total, 1);
  if (step === 'download') return within / 2;
  return 0.5 + (0.5 * (steps.indexOf(step) - 1 + within)) / (steps.length - 1);
}

/** The status in a few words, for the terminal's bar. */
export function describeStatus(status: EngineStatus): string {
  switch (status.kind) {
    case 'starting':
      return describeProgress(status.progress);
    case 'restarting':
      return `${status.reason} ${describeProgress(status.progress)}`;
    case 'ready':
      return 'Ready';
    case 'running':
      return status.asks === 'nothing' ? 'Running' : 'Waiting for your answer';
    case 'failed':
      return status.message;
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
