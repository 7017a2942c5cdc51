/** How often things happened. */
export class Tally {
  readonly #counts = new Map<string, number>();

  count(what: string): void {
    this.#counts.set(what, this.of(what) + 1);
  }

  of(what: string): number {
    return this.#counts.get(what) ?? 0;
  }

  /** All of what begins so, taken together. */
  sum(beginning: string): number {
    return [...this.#counts].reduce(
      (sum, [what, count]) => sum + (what.startsWith(beginning) ? count : 0),
      0,
    );
  }

  toString(): string {
    return [...this.#counts]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([what, count]) => `${String(count).padStart(5)}  ${what}`)
      .join('\n');
  }
}
