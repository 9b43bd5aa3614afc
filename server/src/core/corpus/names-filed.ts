import { packWords, type SortedWords } from './sorted-words.ts';

/** Words, each with the buckets where names with it are. */
export interface FiledWords extends SortedWords {
  /** Where the buckets of each word begin in `filed`; one more at the end. */
  readonly filedStarts: Uint32Array;
  /** Numbers of buckets, of each word ascending. */
  readonly filed: Uint32Array;
}

/** Files words by the buckets of entities. */
export class WordFiler {
  readonly #numbers = new Map<string, number>();
  readonly #words: number[] = [];
  readonly #starts = [0];

  /** Adds a word of the entity that is being taken down. */
  add(word: string): void {
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(word, number);
    }
    this.#words.push(number);
  }

  /** Ends an entity. */
  end(): void {
    this.#starts.push(this.#words.length);
  }

  /** What was filed, given the entities in the order of their buckets and the bucket of each. */
  take(order: Uint32Array, bucketOf: (entity: number) => number): FiledWords {
    const words = [...this.#numbers.keys()].sort();
    const lists: number[][] = Array.from(words, () => []);
    for (const entity of order) {
      const bucket = bucketOf(entity);
      for (let at = this.#starts[entity] ?? 0; at < (this.#starts[entity + 1] ?? 0); at++) {
        const list = lists[this.#words[at] ?? 0];
        if (list && list.at(-1) !== bucket) {
          list.push(bucket);
        }
      }
    }
    const filedStarts = new Uint32Array(words.length + 1);
    const ordered = words.map(word => lists[this.#numbers.get(word) ?? 0] ?? []);
    ordered.forEach((list, word) => {
      filedStarts[word + 1] = (filedStarts[word] ?? 0) + list.length;
    });
    return { ...packWords(words), filedStarts, filed: Uint32Array.from(ordered.flat()) };
  }
}
