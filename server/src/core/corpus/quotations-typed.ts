import { foldWords } from '../text/words.ts';
import type { Article } from './article.ts';
import { opening, openingLength, type QuotationTable } from './quotations-table.ts';

/** Letters that one word and the next must have together to be looked for inside quotations. */
const insideLength = 6;

/** What stands between an opening mark and the cursor, ready to be compared. */
export interface Typed {
  readonly opening: string;
  /** The words that are typed to their end, hashed. */
  readonly words: Uint32Array;
  /** The word that may go on; empty behind a space. */
  readonly rest: string;
}

export function readTyped(text: string): Typed {
  const folded = foldWords(text);
  const open = /[\p{L}\p{N}'’]$/u.test(text) && folded.length > 0;
  const whole = open ? folded.length - 1 : folded.length;
  return {
    opening: opening(text),
    words: folded.hashes.slice(0, whole),
    rest: open ? folded.key(whole) : '',
  };
}

/** How what is typed fits a quotation: its beginning (2), words from its inside (1), not at all (0). */
export function fitOf(typed: Typed, table: QuotationTable, article: Article, at: number): 0 | 1 | 2 {
  const { words, rest } = typed;
  if (typed.opening === '') {
    return 2;
  }
  if (typed.opening.length < openingLength && begins(table, at, typed.opening)) {
    return 2;
  }
  const start = table.wordStarts[at] ?? 0;
  const end = table.wordStarts[at + 1] ?? 0;
  const first = words[0];
  // Letters alone find a beginning; inside, it takes two words, or a long one and what follows: else everything fits.
  if (first === undefined || (words.length < 2 && (rest === '' || typed.opening.length < insideLength))) {
    return 0;
  }
  for (let place = start; place + words.length <= end; place++) {
    if (table.words[place] === first && runs(words, table.words, place)) {
      const next = place + words.length;
      if (rest === '' || (next < end && goesOn(table, article, at, next - start, rest))) {
        return place === start ? 2 : 1;
      }
    }
  }
  return 0;
}

function runs(words: Uint32Array, source: Uint32Array, place: number): boolean {
  for (let word = 1; word < words.length; word++) {
    if (source[place + word] !== words[word]) {
      return false;
    }
  }
  return true;
}

/** Whether the letters of a quotation begin so. */
function begins({ openings, openingStarts }: QuotationTable, at: number, typed: string): boolean {
  const start = openingStarts[at] ?? 0;
  if (start + typed.length > (openingStarts[at + 1] ?? 0)) {
    return false;
  }
  for (let letter = 0; letter < typed.length; letter++) {
    if (openings[start + letter] !== typed.charCodeAt(letter)) {
      return false;
    }
  }
  return true;
}

function goesOn(table: QuotationTable, article: Article, at: number, word: number, rest: string): boolean {
  const quotation = article.quotations[table.indexes[at] ?? -1];
  if (!quotation) {
    return false;
  }
  const folded = foldWords(article.text, quotation, article.blocks[quotation.block]?.hidden);
  return folded.key(word).startsWith(rest);
}
