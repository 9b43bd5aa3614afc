import type { Article } from './article.ts';
import type { Quotation } from '../parse/reading.ts';
import { partitionPoint } from '../text/partition-point.ts';
import { foldWordsForNow } from '../text/words.ts';
import type { Packable, PackedArrays } from './parcel-arrays.ts';
import { opening, Openings } from './quotations-openings.ts';
import { isShort, WordsTaker, type Numbers, type QuotationWords } from './quotations-words.ts';

/**
 * The quotations of some articles as completion needs them: words and beginnings in typed arrays, no object a
 * quotation, and nothing for which an article would have to be opened. Only those that are worth offering.
 */
export interface QuotationTable {
  /** Undefined where an article was removed. */
  readonly articles: (Article | undefined)[];
  /** The first quotation of each article; one more at the end. */
  readonly starts: Uint32Array;
  /** Of each quotation: its index in `article.quotations`. */
  readonly indexes: Uint32Array;
  /** One more than the entity that speaks; 0 where nobody does. */
  readonly speakers: Uint32Array;
  /** Of all its words: the same in every outlet that prints the same words. */
  readonly hashes: Uint32Array;
  /** Where its words begin in `words.ids`; one more at the end. */
  readonly wordStarts: Uint32Array;
  readonly words: QuotationWords;
  /** Where its first letters begin in `openings`; one more at the end. */
  readonly openingStarts: Uint32Array;
  /** Code units of the first letters, for what is typed of them. */
  readonly openings: Uint16Array;
  /** The quotations in the order of their first letters. */
  readonly byOpening: Numbers;
}

/** Shorter quotations are quicker typed than chosen. */
const fewestWords = 3;

/** A table but for the articles themselves. */
export type TableArrays = Omit<QuotationTable, 'articles'>;

/** Gathers the quotations of some articles. */
export function quotationTable(articles: readonly Article[]): QuotationTable {
  const taker = new QuotationTaker();
  for (const article of articles) {
    taker.add(article);
  }
  return { articles: [...articles], ...taker.take() };
}

/** Takes down the quotations of one article after the other. */
export class QuotationTaker {
  readonly #starts = [0];
  readonly #indexes: number[] = [];
  readonly #speakers: number[] = [];
  readonly #hashes: number[] = [];
  readonly #wordStarts = [0];
  readonly #words = new WordsTaker();
  readonly #openings = new Openings();

  add(article: Article): void {
    article.quotations.forEach((quotation, index) => {
      if (quotation.kind !== 'scare') {
        this.#add(article, quotation, index);
      }
    });
    this.#starts.push(this.#indexes.length);
  }

  take(): TableArrays {
    return {
      starts: new Uint32Array(this.#starts),
      indexes: new Uint32Array(this.#indexes),
      speakers: new Uint32Array(this.#speakers),
      hashes: new Uint32Array(this.#hashes),
      wordStarts: new Uint32Array(this.#wordStarts),
      words: this.#words.take(),
      ...this.#openings.take(),
    };
  }

  #add(article: Article, quotation: Quotation, index: number): void {
    const hidden = article.blocks[quotation.block]?.hidden;
    const folded = foldWordsForNow(article.text, quotation, hidden);
    if (folded.length < fewestWords) {
      return;
    }
    let hash = 0;
    for (let word = 0; word < folded.length; word++) {
      hash = Math.imul(hash ^ (folded.hashes[word] ?? 0), 0x85ebca6b);
      hash ^= hash >>> 15;
    }
    this.#words.add(folded);
    this.#openings.add(opening(article.text, quotation));
    this.#indexes.push(index);
    this.#speakers.push((speakerOf(article, quotation) ?? -1) + 1);
    this.#hashes.push(hash >>> 0);
    this.#wordStarts.push(this.#words.length);
  }
}

/** The arrays of a table, to be packed. */
export function tableArrays(table: TableArrays): readonly Packable[] {
  const { starts, indexes, speakers, hashes, wordStarts, openingStarts, openings, byOpening } = table;
  const { letterStarts, letters, holderStarts, holders, ids } = table.words;
  return [
    ...[starts, indexes, speakers, hashes, wordStarts, openingStarts, openings, byOpening],
    ...[letterStarts, letters, holderStarts, holders, ids],
  ];
}

/** A table of packed arrays. */
export function openTable(arrays: PackedArrays, articles: readonly (Article | undefined)[]): QuotationTable {
  const starts = arrays.words();
  const count = starts[starts.length - 1] ?? 0;
  const numbersBelow = (limit: number): Numbers => (isShort(limit) ? arrays.halves() : arrays.words());
  const table = {
    articles: [...articles],
    starts,
    indexes: arrays.words(),
    speakers: arrays.words(),
    hashes: arrays.words(),
    wordStarts: arrays.words(),
    openingStarts: arrays.words(),
    openings: arrays.halves(),
    byOpening: numbersBelow(count),
  };
  const letterStarts = arrays.words();
  return {
    ...table,
    words: {
      letterStarts,
      letters: arrays.halves(),
      holderStarts: arrays.words(),
      holders: numbersBelow(count),
      ids: numbersBelow(letterStarts.length - 1),
    },
  };
}

/** Which of a table's articles has a quotation. */
export function placeOf({ starts }: Pick<QuotationTable, 'starts'>, quotation: number): number {
  return partitionPoint(starts.length, index => (starts[index] ?? 0) <= quotation) - 1;
}

/** The entity that a quotation, or the utterance it is part of, is given to. */
export function speakerOf(article: Article, quotation: Quotation): number | undefined {
  return quotation.speaker?.entity ?? article.utterances[quotation.utterance]?.speaker?.entity;
}
