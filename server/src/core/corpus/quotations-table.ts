import type { Article } from './article.ts';
import type { Quotation } from '../parse/reading.ts';
import { foldWords } from '../text/words.ts';

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
  /** Where its words begin in `words`; one more at the end. */
  readonly wordStarts: Uint32Array;
  /** Folded words, hashed. */
  readonly words: Uint32Array;
  /** Where its first letters begin in `openings`; one more at the end. */
  readonly openingStarts: Uint32Array;
  /** Code units of the first letters, for what is typed of them. */
  readonly openings: Uint16Array;
}

/** Letters of a beginning that are kept: typing more than these is told apart by whole words. */
export const openingLength = 24;
/** Shorter quotations are quicker typed than chosen. */
const fewestWords = 3;

/** Gathers the quotations of some articles. */
export function quotationTable(articles: readonly Article[]): QuotationTable {
  const starts = [0];
  const indexes: number[] = [];
  const speakers: number[] = [];
  const hashes: number[] = [];
  const wordStarts = [0];
  const words: number[] = [];
  const openingStarts = [0];
  const openings: number[] = [];
  for (const article of articles) {
    article.quotations.forEach((quotation, index) => {
      if (quotation.kind === 'scare') {
        return;
      }
      const hidden = article.blocks[quotation.block]?.hidden;
      const folded = foldWords(article.text, quotation, hidden);
      if (folded.length < fewestWords) {
        return;
      }
      let hash = 0;
      for (let word = 0; word < folded.length; word++) {
        const next = folded.hashes[word] ?? 0;
        words.push(next);
        hash = Math.imul(hash ^ next, 0x85ebca6b);
        hash ^= hash >>> 15;
      }
      const letters = opening(article.text.slice(quotation.start, quotation.start + openingLength * 3));
      for (let letter = 0; letter < letters.length; letter++) {
        openings.push(letters.charCodeAt(letter));
      }
      indexes.push(index);
      speakers.push((speakerOf(article, quotation) ?? -1) + 1);
      hashes.push(hash >>> 0);
      wordStarts.push(words.length);
      openingStarts.push(openings.length);
    });
    starts.push(indexes.length);
  }
  return {
    articles: [...articles],
    starts: Uint32Array.from(starts),
    indexes: Uint32Array.from(indexes),
    speakers: Uint32Array.from(speakers),
    hashes: Uint32Array.from(hashes),
    wordStarts: Uint32Array.from(wordStarts),
    words: Uint32Array.from(words),
    openingStarts: Uint32Array.from(openingStarts),
    openings: Uint16Array.from(openings),
  };
}

/** The first letters and digits of a text, without case and accents. */
export function opening(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, openingLength);
}

/** The entity that a quotation, or the utterance it is part of, is given to. */
export function speakerOf(article: Article, quotation: Quotation): number | undefined {
  return quotation.speaker?.entity ?? article.utterances[quotation.utterance]?.speaker?.entity;
}
