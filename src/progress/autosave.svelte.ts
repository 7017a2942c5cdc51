/**
 * Saves a little after the last change, one save at a time, and says how it stands. What is saved and where are
 * arguments, and so is the clock.
 */
import type { Saved } from './store';

export type SaveStatus =
  | { kind: 'saved' }
  | { kind: 'saving' }
  /** Another tab has saved this workspace since. */
  | { kind: 'conflict' }
  | { kind: 'failed'; message: string };

export interface Clock {
  set(callback: () => void, delay: number): unknown;
  clear(timer: unknown): void;
}

const pageClock: Clock = {
  set: (callback, delay) => setTimeout(callback, delay),
  clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};

export class Autosave {
  status = $state.raw<SaveStatus>({ kind: 'saved' });
  readonly #save: (force: boolean) => Promise<Saved>;
  readonly #clock: Clock;
  readonly #delay: number;
  #timer: unknown = null;
  #saving: Promise<void> | null = null;
  #again = false;

  constructor(save: (force: boolean) => Promise<Saved>, { delay = 400, clock = pageClock } = {}) {
    this.#save = save;
    this.#delay = delay;
    this.#clock = clock;
  }

  /** Something changed. */
  schedule(): void {
    if (this.status.kind === 'conflict' || this.status.kind === 'failed') return;
    this.status = { kind: 'saving' };
    if (this.#timer !== null) this.#clock.clear(this.#timer);
    this.#timer = this.#clock.set(() => void this.flush(), this.#delay);
  }

  /** Saves now what is waiting to be saved: the page is about to go. */
  async flush(): Promise<void> {
    if (this.#timer === null) return;
    this.#clock.clear(this.#timer);
    this.#timer = null;
    if (this.#saving) this.#again = true;
    else await this.#run(false);
  }

  /** Saves over what another tab has saved. */
  async force(): Promise<void> {
    this.status = { kind: 'saving' };
    await this.#run(true);
  }

  /** Learns that another tab has saved. */
  noticeConflict(): void {
    if (this.status.kind !== 'failed') this.status = { kind: 'conflict' };
  }

  async #run(force: boolean): Promise<void> {
    this.#saving = this.#saveOnce(force);
    await this.#saving;
    this.#saving = null;
    if (!this.#again) return;
    this.#again = false;
    await this.#run(false);
  }

  async #saveOnce(force: boolean): Promise<void> {
    try {
      const { kind } = await this.#save(force);
      if (kind === 'conflict') this.status = { kind: 'conflict' };
      // A change during the save is waiting for its own.
      else if (this.#timer === null && !this.#again) this.status = { kind: 'saved' };
    } catch (error) {
      this.status = { kind: 'failed', message: whyNotSaved(error) };
    }
  }
}

/** A refused save in one sentence. */
export function whyNotSaved(error: unknown): string {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError')
    return 'The browser has no room left for this page: from now on your work lasts only until the tab is closed.';
  return 'This browser does not let the page keep anything: your work lasts only until the tab is closed.';
}
