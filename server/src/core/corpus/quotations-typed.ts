import { foldWords } from '../text/words.ts';
import { begins, opening, openingLength } from './quotations-openings.ts';
import type { QuotationTable } from './quotations-table.ts';
import { wordNumber, wordsFrom } from './sorted-words.ts';

/** Letters that one word and the next must have together to be looked for inside quotations. */
const insideLength = 6;

/** What stands between an opening mark and the cursor, ready to be compared. */
export interface Typed {
  readonly opening: string;
  /** The words that are typed to their end, folded. */
  readonly words: readonly string[];
  /** The word that may go on; empty behind a space. */
  readonly rest: string;
  /** Letters alone find a beginning; inside, it takes two words, or a long one and what follows: else everything fits. */
  readonly isForInside: boolean;
}

/** How what is typed fits a quotation: its beginning (2), words from its inside (1), not at all (0). */
export type Fit = 0 | 1 | 2;

/** Readies what is typed to be compared. */
export function readTyped(text: string): Typed {
  const folded = foldWords(text);
  const open = /[\p{L}\p{N}'’]$/u.test(text) && folded.length > 0;
  const whole = open ? folded.length - 1 : folded.length;
  const words = Array.from({ length: whole }, (_, word) => folded.key(word));
  const rest = open ? folded.key(whole) : '';
  const letters = opening(text);
  const isForInside = whole > 1 || (whole > 0 && rest !== '' && letters.length >= insideLength);
  return { opening: letters, words, rest, isForInside };
}

/** Tells how what is typed fits the quotations of a table. */
export function fitsIn(table: QuotationTable, typed: Typed): (at: number) => Fit {
  const { ids } = table.words;
  const wanted = typed.words.map(word => wordNumber(table.words, word));
  const [first] = wanted;
  const next = wordsFrom(table.words, typed.rest);
  const hasWords = typed.isForInside && wanted.every(word => word !== undefined);

  const goesOn = (place: number, end: number): boolean => {
    const id = ids[place] ?? 0;
    return typed.rest === '' || (place < end && next.start <= id && id < next.end);
  };
  return at => {
    if (typed.opening.length < openingLength && begins(table, at, typed.opening)) {
      return 2;
    }
    const start = table.wordStarts[at] ?? 0;
    const end = table.wordStarts[at + 1] ?? 0;
    for (let place = start; hasWords && place + wanted.length <= end; place++) {
      if (ids[place] === first && wanted.every((word, index) => ids[place + index] === word)) {
        if (goesOn(place + wanted.length, end)) {
          return place === start ? 2 : 1;
        }
      }
    }
    return 0;
  };
}
