/** What is asked of the engine while no command runs: each question waits for its answer, and is none of the student's commands. */
import type { LookOutcome } from '../engine/client';
import type { Preview } from '../engine/migration/preview';
import type { Proof } from '../engine/migration/proof';
import type { RevisionList } from '../engine/migration/revision';
import type { RevisionView } from '../engine/migration/view';
import type { EngineState } from '../engine/types';
import type { EngineHandle } from './engine-handle';

/**
 * An answer; or `busy`, the engine has other work; `stopped`, the student's code did not come back, and the engine is a new
 * one; `failed`, it is our own fault, and said in the terminal.
 */
export type Asked<T> = T | 'busy' | 'stopped' | 'failed';

/** What the machine does for whoever asks. */
export interface Desk {
  /** The engine, which knows of every edit by then; null while it has other work. */
  idle(): Promise<EngineHandle | null>;
  /** The engine had to be started anew, and stands like this. */
  renewed(state: EngineState): void;
  /** The engine has failed of itself, and must be started anew. */
  broken(why: string): Promise<void>;
  note(text: string): void;
}

export class Questions {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Tab completion: the candidates replace the line from `from` up to the cursor. */
  async complete(line: string, cursor: number): Promise<{ from: number; candidates: string[] }> {
    const found = await this.#ask((engine) => engine.complete(line, cursor));
    return typeof found === 'string' ? { from: cursor, candidates: [] } : found;
  }

  /** What `flask db migrate` would write now. */
  look(): Promise<Asked<Preview>> {
    return this.#ask((engine) => engine.preview());
  }

  /** The revision files. */
  revisions(): Promise<Asked<RevisionList>> {
    return this.#ask((engine) => engine.revisions());
  }

  /** What a revision file does; null where there is no such file. */
  revision(path: string): Promise<Asked<RevisionView | null>> {
    return this.#ask((engine) => engine.revision(path));
  }

  /**
   * Takes a revision there and back on a copy of the database: a file's, or with null the pending one. It can be stopped
   * like a command; `interrupted` says that it was.
   * @throws what cannot be proved says why
   */
  async prove(path: string | null): Promise<Asked<Proof | 'interrupted'>> {
    const engine = await this.#desk.idle();
    if (engine === null) return 'busy';
    const outcome = await engine.prove(path);
    if (outcome.type === 'stopped') this.#desk.renewed(outcome.state);
    return outcome.type === 'done' ? outcome.proof : outcome.type;
  }

  async #ask<T>(question: (engine: EngineHandle) => Promise<LookOutcome<T>>): Promise<Asked<T>> {
    const engine = await this.#desk.idle();
    if (engine === null) return 'busy';
    try {
      const outcome = await question(engine);
      if (outcome.type === 'done') return outcome.value;
      this.#desk.renewed(outcome.state);
      return 'stopped';
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (error instanceof Error && error.name === 'BackendLost') await this.#desk.broken(why);
      else this.#desk.note(`The engine could not look ahead: ${why}`);
      return 'failed';
    }
  }
}
