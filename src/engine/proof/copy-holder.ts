import type { LoadAsset } from '../assets';
import { DatabaseCopy } from './copy';

/** The copy that a proof works on; another one where that has died. */
export class CopyHolder {
  #copy: DatabaseCopy | null = null;

  constructor(
    private readonly loadAsset: LoadAsset,
    /** The student's database as SQL; null for an empty one. */
    readonly dump: string | null,
  ) {}

  get current(): DatabaseCopy {
    if (this.#copy === null) throw new Error('the copy of the database is not there yet');
    return this.#copy;
  }

  /** A copy that holds this: what the student's database does, or nothing. */
  async renew(holds: 'everything' | 'nothing'): Promise<DatabaseCopy> {
    const dump = holds === 'everything' ? this.dump : null;
    if (this.#copy !== null && !this.#copy.lost) this.#copy.become(dump);
    else this.#copy = await DatabaseCopy.make(this.loadAsset, dump);
    return this.#copy;
  }

  async close(): Promise<void> {
    await this.#copy?.close();
    this.#copy = null;
  }
}
