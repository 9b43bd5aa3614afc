import type { Article } from './article.ts';
import type { QuotationTable } from './quotations-table.ts';

/** What is kept of a quotation, in a row of its own: the hash of its words, … */
const rowSize = 3;
/** … one more than the one before whose hash has the same slot, 0 for none, … */
const before = 1;
/** … and the number of the outlet, from 1. */
const outlet = 2;

/** A hundred thousand articles have one or two quotations to a slot. */
const slots = 1 << 19;

/**
 * Where the same words are printed: hash of the words to the outlets, numbered over all tables. In typed arrays, chained by
 * their hashes: to grow takes milliseconds, where a map of a million takes a hundred; and in one row a quotation, since
 * each lies elsewhere in memory.
 */
export class Prints {
  #rows = new Uint32Array(1024 * rowSize);
  /** One more than the last quotation of a slot. */
  readonly #last = new Uint32Array(slots);
  /** The number of the first quotation of each table. */
  readonly #bases = new Map<QuotationTable, number>();
  #next = 0;
  readonly #outlets = new Map<string, number>();
  #nextOutlet = 1;

  add(table: QuotationTable): void {
    const { starts, hashes } = table;
    const base = this.#next;
    this.#bases.set(table, base);
    this.#makeRoom(base + hashes.length);
    this.#next += hashes.length;
    for (const [place, article] of table.articles.entries()) {
      const own = article && this.#numberOf(article);
      for (let at = starts[place] ?? 0; own !== undefined && at < (starts[place + 1] ?? 0); at++) {
        const row = (base + at) * rowSize;
        this.#rows[row] = hashes[at] ?? 0;
        this.#rows[row + outlet] = own;
        this.#chain(base + at);
      }
    }
  }

  /** Takes some quotations of a table out. */
  remove(table: QuotationTable, from: number, to: number): void {
    const base = this.#bases.get(table) ?? 0;
    for (let number = base + from; number < base + to; number++) {
      this.#unchain(number);
    }
  }

  /** Forgets a table of which nothing is left. */
  drop(table: QuotationTable): void {
    this.#bases.delete(table);
  }

  /** How many outlets print the words; an article without outlet counts as one of its own. */
  outlets(hash: number): number {
    const rows = this.#rows;
    let first: number | undefined;
    // Most words are printed once.
    let others: Set<number> | undefined;
    for (let link = this.#last[this.#slotOf(hash)] ?? 0; link !== 0;) {
      const row = (link - 1) * rowSize;
      if (rows[row] === hash) {
        const number = rows[row + outlet] ?? 0;
        first ??= number;
        if (number !== first) {
          others = (others ?? new Set()).add(number);
        }
      }
      link = rows[row + before] ?? 0;
    }
    return 1 + (others?.size ?? 0);
  }

  #numberOf(article: Article): number {
    const known = article.outlet === undefined ? undefined : this.#outlets.get(article.outlet);
    const number = known ?? this.#nextOutlet++;
    if (article.outlet !== undefined && known === undefined) {
      this.#outlets.set(article.outlet, number);
    }
    return number;
  }

  #chain(number: number): void {
    const row = number * rowSize;
    const slot = this.#slotOf(this.#rows[row] ?? 0);
    this.#rows[row + before] = this.#last[slot] ?? 0;
    this.#last[slot] = number + 1;
  }

  #unchain(number: number): void {
    const rows = this.#rows;
    const slot = this.#slotOf(rows[number * rowSize] ?? 0);
    const rest = rows[number * rowSize + before] ?? 0;
    let link = this.#last[slot] ?? 0;
    if (link === number + 1) {
      this.#last[slot] = rest;
      return;
    }
    while (link !== 0 && rows[(link - 1) * rowSize + before] !== number + 1) {
      link = rows[(link - 1) * rowSize + before] ?? 0;
    }
    if (link !== 0) {
      rows[(link - 1) * rowSize + before] = rest;
    }
  }

  #slotOf(hash: number): number {
    return hash & (slots - 1);
  }

  /** Makes room for so many quotations. The slots stay: to chain hundreds of thousands anew would stop all else for too long. */
  #makeRoom(count: number): void {
    let size = this.#rows.length;
    while (size < count * rowSize) {
      size *= 2;
    }
    if (size > this.#rows.length) {
      const rows = new Uint32Array(size);
      rows.set(this.#rows);
      this.#rows = rows;
    }
  }
}
