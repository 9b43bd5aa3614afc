import { placeOf, type QuotationTable } from './quotations-table.ts';

/** Where the same words are printed: hash of the words to numbers of quotations, counted over all tables. */
export class Prints {
  /** Most words are printed once: one number then, and no list. */
  readonly #byHash = new Map<number, number | number[]>();
  /** The tables by the number of their first quotation, ascending. */
  readonly #tables: { readonly table: QuotationTable; readonly base: number }[] = [];
  #next = 0;

  add(table: QuotationTable): void {
    const base = this.#next;
    this.#tables.push({ table, base });
    this.#next += table.hashes.length;
    for (let at = 0; at < table.hashes.length; at++) {
      const hash = table.hashes[at] ?? 0;
      const known = this.#byHash.get(hash);
      if (known === undefined) {
        this.#byHash.set(hash, base + at);
      } else if (typeof known === 'number') {
        this.#byHash.set(hash, [known, base + at]);
      } else {
        known.push(base + at);
      }
    }
  }

  /** Takes some quotations of a table out. */
  remove(table: QuotationTable, from: number, to: number): void {
    const base = this.#tables.find(it => it.table === table)?.base ?? 0;
    for (let at = from; at < to; at++) {
      const hash = table.hashes[at] ?? 0;
      const known = this.#byHash.get(hash);
      const left = typeof known === 'object' ? known.filter(it => it !== base + at) : [];
      if (left.length > 0) {
        this.#byHash.set(hash, left);
      } else {
        this.#byHash.delete(hash);
      }
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
    const known = this.#byHash.get(hash);
    if (typeof known !== 'object') {
      return 1;
    }
    const outlets = new Set<string>();
    for (const number of known) {
      const article = this.#articleOf(number);
      if (article) {
        outlets.add(article.outlet ?? article.path);
      }
    }
    return Math.max(1, outlets.size);
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
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (valueAt(middle) <= limit) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}
