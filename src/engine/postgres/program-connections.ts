import type { Backend } from './backend';

/** The connections of one interpreter, so that its end closes them and no others. */
export class ProgramConnections implements Backend {
  readonly #ids = new Set<number>();

  constructor(private readonly backend: Backend) {}

  connect(startup: Uint8Array): { id: number; reply: Uint8Array } {
    const opened = this.backend.connect(startup);
    this.#ids.add(opened.id);
    return opened;
  }

  exchange(id: number, request: Uint8Array): Uint8Array {
    return this.backend.exchange(id, request);
  }

  close(id: number): void {
    this.#ids.delete(id);
    this.backend.close(id);
  }

  /** As the end of a process closes its sockets. */
  closeAll(): void {
    for (const id of this.#ids) this.close(id);
  }
}
