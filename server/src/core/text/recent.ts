/**
 * What is remembered of the objects that were asked about last: of `most` of them at least, of twice as many at most.
 * They are forgotten half at a time: a map whose oldest entry makes room for each new one looks ever longer for it.
 */
export class Recent<Key extends object, Value extends object> {
  readonly #most: number;
  #latest = new Map<Key, Value>();
  #earlier = new Map<Key, Value>();

  constructor(most: number) {
    this.#most = most;
  }

  /** What is remembered of an object, else what `make` gives. */
  get(key: Key, make: (key: Key) => Value): Value {
    const known = this.#latest.get(key);
    if (known !== undefined) {
      return known;
    }
    const value = this.#earlier.get(key) ?? make(key);
    if (this.#latest.size >= this.#most) {
      this.#earlier = this.#latest;
      this.#latest = new Map();
    }
    this.#latest.set(key, value);
    return value;
  }
}
