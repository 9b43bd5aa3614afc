/** The buckets of all tables, numbered, with how many occurrences each has; those of removed articles may be among them. */
export class BucketSizes {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #sizes: number[] = [];

  /** Adds to the occurrences of a bucket, or takes from them; gives its number. */
  add(bucket: string, occurrences: number): number {
    let number = this.#numbers.get(bucket);
    if (number === undefined) {
      number = this.#names.push(bucket) - 1;
      this.#numbers.set(bucket, number);
    }
    this.#sizes[number] = (this.#sizes[number] ?? 0) + occurrences;
    return number;
  }

  nameOf(number: number): string {
    return this.#names[number] ?? '';
  }

  of(bucket: string): number {
    return this.#sizes[this.#numbers.get(bucket) ?? -1] ?? 0;
  }
}
