import { partitionPoint } from '../text/partition-point.ts';
import { placeOf, type QuotationTable } from './quotations-table.ts';

/** A hundred thousand articles have some five quotations to a slot. */
const slots = 1 << 17;

/**
 * Where the same words are printed: hash of the words to numbers of quotations, counted over all tables. In typed
 * arrays, chained by their hashes: to grow takes a millisecond, where a map of a million takes a hundred.
 */
export class Prints {
  /** Of each quotation. */
  #hashes = new Uint32Array(1024);
  /** One more than the one before whose hash has the same slot; 0 for none. */
  #before = new Uint32Array(1024);
  /** One more than the last quotation of a slot. */
  readonly #last = new Uint32Array(slots);
  /** The tables by the number of their first quotation, ascending. */
  readonly #tables: { readonly table: QuotationTable; readonly base: number }[] = [];
  #next = 0;

  add(table: QuotationTable): void {
    const base = this.#next;
    const { hashes } = table;
    this.#tables.push({ table, base });
    this.#next += hashes.length;
    if (this.#next > this.#hashes.length) {
      this.#grow(this.#next);
    }
    this.#hashes.set(hashes, base);
    for (let number = base; number < this.#next; number++) {
      this.#chain(number);
    }
  }

  /** Takes some quotations of a table out. */
  remove(table: QuotationTable, from: number, to: number): void {
    const base = this.#tables.find(it => it.table === table)?.base ?? 0;
    for (let number = base + from; number < base + to; number++) {
      this.#unchain(number);
    }
  }

  /** Forgets a table of which nothing is left. */
  drop(table: QuotationTable): void {
    const index = this.#tables.findIndex(it => it.table === table);
    if (index !== -1) {
      this.#tables.splice(index, 1);
    }
  }

  /** How many outlets print the words; an article without outlet counts as one of its own. */
  outlets(hash: number): number {
    const numbers: number[] = [];
    for (let link = this.#last[this.#slotOf(hash)] ?? 0; link !== 0; link = this.#before[link - 1] ?? 0) {
      if (this.#hashes[link - 1] === hash) {
        numbers.push(link - 1);
      }
    }
    // Most words are printed once.
    if (numbers.length < 2) {
      return 1;
    }
    const outlets = new Set<string>();
    for (const number of numbers) {
      const article = this.#articleOf(number);
      if (article) {
        outlets.add(article.outlet ?? article.path);
      }
    }
    return Math.max(1, outlets.size);
  }

  #chain(number: number): void {
    const slot = this.#slotOf(this.#hashes[number] ?? 0);
    this.#before[number] = this.#last[slot] ?? 0;
    this.#last[slot] = number + 1;
  }

  #unchain(number: number): void {
    const slot = this.#slotOf(this.#hashes[number] ?? 0);
    const before = this.#before[number] ?? 0;
    let link = this.#last[slot] ?? 0;
    if (link === number + 1) {
      this.#last[slot] = before;
      return;
    }
    while (link !== 0 && this.#before[link - 1] !== number + 1) {
      link = this.#before[link - 1] ?? 0;
    }
    if (link !== 0) {
      this.#before[link - 1] = before;
    }
  }

  #slotOf(hash: number): number {
    return hash & (slots - 1);
  }

  /** Makes room for so many quotations. The slots stay: a list that is longer is no slower to add to. */
  #grow(count: number): void {
    let size = this.#hashes.length;
    while (size < count) {
      size *= 2;
    }
    const hashes = new Uint32Array(size);
    const before = new Uint32Array(size);
    hashes.set(this.#hashes);
    before.set(this.#before);
    this.#hashes = hashes;
    this.#before = before;
  }

  #articleOf(number: number): QuotationTable['articles'][number] {
    const { table, base } =
      this.#tables[lastUpTo(this.#tables.length, at => this.#tables[at]?.base ?? 0, number)] ?? {};
    if (!table || base === undefined) {
      return undefined;
    }
    return table.articles[placeOf(table, number - base)];
  }
}

/** The last of some ascending values that is not above a limit. */
function lastUpTo(count: number, valueAt: (index: number) => number, limit: number): number {
  return partitionPoint(count, index => valueAt(index) <= limit) - 1;
}
