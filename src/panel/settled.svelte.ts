/**
 * A value that waits a moment before it shows a passing one, so that what lasts a blink does not flash by. What is
 * meant to last shows at once.
 */
export class Settled<Value> {
  #value = $state.raw<Value>() as Value;

  /** Must be made while a component is. */
  constructor(read: () => Value, isPassing: (value: Value) => boolean, delay: number) {
    this.#value = read();
    $effect.pre(() => {
      const next = read();
      if (!isPassing(next)) {
        this.#value = next;
        return;
      }
      const timer = setTimeout(() => (this.#value = next), delay);
      return () => clearTimeout(timer);
    });
  }

  get current(): Value {
    return this.#value;
  }
}
