/** What the terminal has shown, kept as it was written, so that a reload can show it again. */

const limit = 200_000;

export class Transcript {
  #text: string;

  constructor(text = '') {
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }

  /** Adds at the end; the oldest whole lines go when it grows too long. */
  append(text: string): void {
    this.#text += text;
    if (this.#text.length <= limit) return;
    const cut = this.#text.indexOf('\n', this.#text.length - limit);
    this.#text = this.#text.slice(cut + 1);
  }

  clear(): void {
    this.#text = '';
  }
}
