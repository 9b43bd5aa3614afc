import type { Article } from './article.ts';
import { byCodeUnits } from '../text/code-units.ts';
import type { CorpusEntity, QuotationQuery, QuotationRef } from './corpus.ts';
import { rankingWords, type RankingWords } from './quotations-context.ts';
import { lookAround } from './quotations-look.ts';
import { Prints } from './quotations-prints.ts';
import { placeOf, quotationTable, type QuotationTable } from './quotations-table.ts';
import { fitsIn, readTyped, type Fit, type Typed } from './quotations-typed.ts';

/** Articles of a speaker that are looked into, the latest: somebody who governs is in all of them. */
const mostSpoken = 4000;

/** The quotations of one article, in the table that holds them. */
interface Shelved {
  readonly table: QuotationTable;
  /** Index of the article in the table. */
  readonly place: number;
}

/** A quotation that fits, with what ranks it. Which article it is of lies elsewhere in memory, and is asked of few. */
interface Candidate {
  readonly table: QuotationTable;
  /** Which of the table's. */
  readonly at: number;
  readonly speaks: boolean;
  readonly fit: Exclude<Fit, 0>;
  readonly context: number;
}

/** The quotations of all articles, for completion: what can be put in after an opening mark. */
export class QuotationIndex {
  readonly #tables = new Set<QuotationTable>();
  readonly #byPath = new Map<string, Shelved>();
  readonly #prints = new Prints();

  upsert(articles: readonly Article[]): void {
    if (articles.length > 0) {
      this.adopt(quotationTable(articles));
    }
  }

  /** Adds the articles of a table; those of the same path go. */
  adopt(table: QuotationTable): void {
    this.remove(table.articles.flatMap(article => article?.path ?? []));
    this.#tables.add(table);
    this.#prints.add(table);
    table.articles.forEach((article, place) => {
      if (article) {
        this.#byPath.set(article.path, { table, place });
      }
    });
  }

  remove(paths: readonly string[]): void {
    for (const path of paths) {
      const shelved = this.#byPath.get(path);
      if (shelved) {
        const { table, place } = shelved;
        this.#prints.remove(table, table.starts[place] ?? 0, table.starts[place + 1] ?? 0);
        table.articles[place] = undefined;
        this.#byPath.delete(path);
        if (!table.articles.some(article => article)) {
          this.#tables.delete(table);
          this.#prints.drop(table);
        }
      }
    }
  }

  /**
   * Quotations that fit what is typed: first those by the speaker, then those that begin so, then by the words they
   * share with the paragraph, then by how many outlets print the same words. Each wording once.
   */
  find(query: QuotationQuery, speakers: readonly CorpusEntity[]): readonly QuotationRef[] {
    const typed = readTyped(query.typed);
    const context = rankingWords(query.context);
    const gathering = new Gathering(typed, context);
    for (const [{ table, place }, entities] of this.#spokenBy(speakers)) {
      for (let at = table.starts[place] ?? 0; at < (table.starts[place + 1] ?? 0); at++) {
        if (entities.has((table.speakers[at] ?? 0) - 1)) {
          gathering.add(table, at, true);
        }
      }
    }
    const { found } = gathering;
    if (found.size < query.limit) {
      lookAround([...this.#tables], typed, context.words, (table, at, fit) => {
        gathering.add(table, at, false, fit);
      });
    }
    return this.#foremost(found, context.weights(), query.limit).map(({ article, table, at, agreement }) => ({
      article,
      quotation: table.indexes[at] ?? 0,
      agreement,
    }));
  }

  /** How many outlets print the same words as a quotation; 1 where it is too short to be kept. */
  agreement({ path }: Article, quotation: number): number {
    const shelved = this.#byPath.get(path);
    if (shelved) {
      const { table, place } = shelved;
      for (let at = table.starts[place] ?? 0; at < (table.starts[place + 1] ?? 0); at++) {
        if (table.indexes[at] === quotation) {
          return this.#prints.outlets(table.hashes[at] ?? 0);
        }
      }
    }
    return 1;
  }

  /** Indexes of the quotations of an article that are worth offering. */
  offered({ path }: Article): Iterable<number> {
    const shelved = this.#byPath.get(path);
    return shelved
      ? shelved.table.indexes.subarray(
          shelved.table.starts[shelved.place],
          shelved.table.starts[shelved.place + 1],
        )
      : [];
  }

  #spokenBy(speakers: readonly CorpusEntity[]): Map<Shelved, Set<number>> {
    const spoken = new Map<Shelved, Set<number>>();
    for (const speaker of speakers) {
      for (const { article, entity } of speaker.latest(mostSpoken)) {
        const shelved = this.#byPath.get(article.path);
        if (shelved) {
          const entities = spoken.get(shelved) ?? new Set<number>();
          spoken.set(shelved, entities.add(entity));
        }
      }
    }
    return spoken;
  }

  /**
   * The best. Tens of thousands may fit: who else prints the words is asked only of those that come first by all else,
   * and which article they are of only of those that come first with that, too.
   */
  #foremost(
    found: ReadonlyMap<number, Candidate>,
    weigh: (mask: number) => number,
    limit: number,
  ): readonly Ranked[] {
    const worths = Float64Array.from(found.values(), it => worthOf(it, weigh));
    const least = lastPlace(worths, limit);
    const foremost: { readonly candidate: Candidate; readonly agreement: number; readonly worth: number }[] =
      [];
    let number = 0;
    for (const [hash, candidate] of found) {
      const worth = worths[number++] ?? 0;
      if (worth >= least) {
        const agreement = this.#prints.outlets(hash >>> 0);
        foremost.push({ candidate, agreement, worth: worth * 1_000 + Math.min(999, agreement) });
      }
    }
    const leastPrinted = lastPlace(
      Float64Array.from(foremost, it => it.worth),
      limit,
    );
    return foremost
      .flatMap(({ candidate: { table, at }, agreement, worth }): readonly Ranked[] => {
        const article = worth < leastPrinted ? undefined : table.articles[placeOf(table, at)];
        return article ? [{ table, at, article, agreement, worth }] : [];
      })
      .sort(byRank)
      .slice(0, limit);
  }
}

/** What the last of so many is worth; of fewer, the least. */
function lastPlace(worths: Float64Array, limit: number): number {
  return worths.slice().sort()[Math.max(0, worths.length - limit)] ?? 0;
}

/** One number for the speaker, then the beginning, then the paragraph. */
function worthOf({ speaks, fit, context }: Candidate, weigh: (mask: number) => number): number {
  return (Number(speaks) * 3 + fit) * 10_000 + Math.min(9_999, Math.round(weigh(context)));
}

/** The quotations that fit among those that are looked at, each wording once. */
class Gathering {
  /** By the hash of the words as a signed number: the others are slow keys. */
  readonly found = new Map<number, Candidate>();
  readonly #typed: Typed;
  readonly #context: RankingWords;
  readonly #asked = new Map<QuotationTable, Asked>();

  constructor(typed: Typed, context: RankingWords) {
    this.#typed = typed;
    this.#context = context;
  }

  /** `known`: how the quotation fits, where that is known. */
  add(table: QuotationTable, at: number, speaks: boolean, known?: Fit): void {
    const { fits, mask, isGapped } = this.#askedOf(table);
    const fit = known ?? fits(at);
    if (fit === 0 || (isGapped && !table.articles[placeOf(table, at)])) {
      return;
    }
    const hash = (table.hashes[at] ?? 0) | 0;
    const other = this.found.get(hash);
    if (!other) {
      this.found.set(hash, { table, at, speaks, fit, context: mask(at) });
    } else if (other.speaks === speaks && isBetterPrint(table, at, other)) {
      this.found.set(hash, { ...other, table, at });
    }
  }

  #askedOf(table: QuotationTable): Asked {
    let asked = this.#asked.get(table);
    if (!asked) {
      asked = {
        fits: fitsIn(table, this.#typed),
        mask: this.#context.maskIn(table),
        isGapped: table.articles.includes(undefined),
      };
      this.#asked.set(table, asked);
    }
    return asked;
  }
}

/** What is typed and what stands around it, as the words of one table tell it. */
interface Asked {
  readonly fits: (at: number) => Fit;
  readonly mask: (at: number) => number;
  /** Whether an article of the table has gone. */
  readonly isGapped: boolean;
}

/** Of several prints of the same words, the one that says who spoke, then the latest. */
function isBetterPrint(table: QuotationTable, at: number, other: Candidate): boolean {
  const named = table.speakers[at] !== 0;
  const otherNamed = other.table.speakers[other.at] !== 0;
  if (named !== otherNamed) {
    return named;
  }
  const { date = '', path = '' } = table.articles[placeOf(table, at)] ?? {};
  const { date: otherDate = '', path: otherPath = '' } =
    other.table.articles[placeOf(other.table, other.at)] ?? {};
  return date === otherDate ? path < otherPath : date > otherDate;
}

interface Ranked {
  readonly table: QuotationTable;
  readonly at: number;
  readonly article: Article;
  readonly agreement: number;
  readonly worth: number;
}

function byRank(one: Ranked, other: Ranked): number {
  return (
    other.worth - one.worth ||
    byCodeUnits(other.article.date ?? '', one.article.date ?? '') ||
    byCodeUnits(one.article.path, other.article.path) ||
    (one.table.indexes[one.at] ?? 0) - (other.table.indexes[other.at] ?? 0)
  );
}
