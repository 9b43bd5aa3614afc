import type { PersonMention } from './entities-people.ts';

/** How many blocks back a relative's full name makes a bare surname doubtful. */
const CLOSE = 1;
/** How many times as often somebody must be named as a relative, to own the bare surname beside them. */
const DOMINANCE = 3;

/** Who was named in full where, and who owns a bare surname. */
export class Closeness {
  readonly size: number;
  readonly #total: number[];
  readonly #first: number[];
  readonly #seen: number[];
  readonly #bare: number[];
  readonly #lastBlock: number[];
  readonly #kin = new Set<number>();

  constructor(mentions: readonly PersonMention[], byForm: readonly (number | undefined)[], size: number) {
    this.size = size;
    this.#total = new Array<number>(size).fill(0);
    this.#first = new Array<number>(size).fill(Number.MAX_SAFE_INTEGER);
    this.#seen = new Array<number>(size).fill(0);
    this.#bare = new Array<number>(size).fill(0);
    this.#lastBlock = new Array<number>(size).fill(-1);
    for (let index = 0; index < mentions.length; index++) {
      const mention = mentions[index];
      const person = mention && byForm[mention.form.index];
      if (person !== undefined) {
        if (this.#total[person] === 0 && mention?.isKin === true) {
          this.#kin.add(person);
        }
        this.#total[person] = (this.#total[person] ?? 0) + 1;
        this.#first[person] = Math.min(this.#first[person] ?? index, index);
      }
    }
  }

  /** Takes note of a full name. */
  named(person: number, block: number): void {
    this.#seen[person] = (this.#seen[person] ?? 0) + 1;
    this.#lastBlock[person] = block;
  }

  /** Whether somebody has been named in full so far. */
  isNamed(person: number): boolean {
    return (this.#seen[person] ?? 0) > 0;
  }

  /** Whether the text first names somebody as a relative. */
  isFirstKin(person: number): boolean {
    return this.#kin.has(person);
  }

  /** Takes note of a bare surname that was resolved. */
  called(person: number): void {
    if (person < this.size) {
      this.#bare[person] = (this.#bare[person] ?? 0) + 1;
    }
  }

  /** Chooses among relatives; undefined where it cannot be told. */
  choose(candidates: readonly number[], block: number): number | undefined {
    if (candidates.length < 2) {
      return candidates[0];
    }
    const before = candidates.filter(it => (this.#seen[it] ?? 0) > 0);
    if (before.length === 1) {
      return before[0];
    }
    if (before.length === 0) {
      // A headline's surname is the one the story is about.
      return this.#dominant(candidates, it => this.#total[it] ?? 0, 2);
    }
    const established = this.#established(before);
    const near = before.filter(it => it !== established && block - (this.#lastBlock[it] ?? -9) <= CLOSE);
    if (near.length === 0) {
      return established;
    }
    return this.#dominant(before, it => this.#weight(it), DOMINANCE);
  }

  #weight(person: number): number {
    return (this.#seen[person] ?? 0) + (this.#bare[person] ?? 0);
  }

  #established(candidates: readonly number[]): number | undefined {
    return [...candidates].sort(
      (a, b) => (this.#bare[b] ?? 0) - (this.#bare[a] ?? 0) || (this.#first[a] ?? 0) - (this.#first[b] ?? 0),
    )[0];
  }

  #dominant(
    candidates: readonly number[],
    weight: (person: number) => number,
    factor: number,
  ): number | undefined {
    const [first, second] = [...candidates].sort((a, b) => weight(b) - weight(a));
    return first !== undefined &&
      second !== undefined &&
      weight(first) >= factor * Math.max(1, weight(second))
      ? first
      : undefined;
  }
}
