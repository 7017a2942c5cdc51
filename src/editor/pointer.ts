/**
 * Which line of the editor is pointed at, with the mouse or with the cursor: the one that moved last. When one of them
 * leaves, it is the other's line again.
 */
export class Pointer {
  #mouse: number | null = null;
  #cursor: number | null = null;
  #line: number | null = null;
  /** Undefined where what was told was of another file. */
  #told: number | null | undefined = null;
  #waiting = false;
  readonly #tell: (line: number | null) => void;
  readonly #nextFrame: (callback: () => void) => void;

  constructor(tell: (line: number | null) => void, nextFrame: (callback: () => void) => void) {
    this.#tell = tell;
    this.#nextFrame = nextFrame;
  }

  /** The mouse is over a line, or over none. */
  mouse(line: number | null): void {
    if (line === this.#mouse) return;
    this.#mouse = line;
    this.#point(line ?? this.#cursor);
  }

  /** The cursor is in a line; null where the editor has not the focus. */
  cursor(line: number | null): void {
    if (line === this.#cursor) return;
    this.#cursor = line;
    this.#point(line ?? this.#mouse);
  }

  /** Another file is shown: where the mouse is in it shows when it moves. */
  otherFile(cursor: number | null): void {
    this.#mouse = null;
    this.#cursor = cursor;
    this.#told = undefined;
    this.#point(cursor);
  }

  #point(line: number | null): void {
    this.#line = line;
    if (this.#waiting) return;
    this.#waiting = true;
    this.#nextFrame(() => {
      this.#waiting = false;
      if (this.#line === this.#told) return;
      this.#told = this.#line;
      this.#tell(this.#line);
    });
  }
}
