import type { Article } from './article.ts';
import type { Quotation } from '../parse/reading.ts';
import { foldWords } from '../text/words.ts';

/** The quotations of one article as completion needs them: words and beginnings, no object a quotation. */
export interface ArticleQuotations {
  readonly article: Article;
  /** Indexes into `article.quotations` of those worth offering. */
  readonly indexes: readonly number[];
  /** Folded words of all of them, hashed. */
  readonly words: Uint32Array;
  /** Where the words of each begin; one more at the end. */
  readonly starts: Uint32Array;
  /** Of all the words of each: the same in every outlet that prints the same words. */
  readonly hashes: Uint32Array;
  /** The first letters of each, for what is typed of it. */
  readonly openings: readonly string[];
}

/** Letters of a beginning that are kept: typing more than these is told apart by whole words. */
export const openingLength = 24;
/** Shorter quotations are quicker typed than chosen. */
const fewestWords = 3;

export function quotationsOf(article: Article): ArticleQuotations {
  const indexes: number[] = [];
  const openings: string[] = [];
  const hashes: number[] = [];
  const starts = [0];
  const words: number[] = [];
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
    indexes.push(index);
    starts.push(words.length);
    hashes.push(hash >>> 0);
    openings.push(opening(article.text.slice(quotation.start, quotation.start + openingLength * 3)));
  });
  return {
    article,
    indexes,
    words: Uint32Array.from(words),
    starts: Uint32Array.from(starts),
    hashes: Uint32Array.from(hashes),
    openings,
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
