import { monthAbbreviations, monthOf } from './months.ts';
import { beginDigits, beginNumber, growNumber, numberKey, numberWord, numberWords } from './numbers.ts';
import type { RunningNumber } from './numbers.ts';
import { canonicalSpelling, spellings } from './spelling.ts';

/** What a folded word stands for. */
export interface SettledWord {
  readonly key: string;
  /** Whether it goes on with the word before: `twenty-five`, `per cent`. */
  readonly joins: boolean;
  /** The number that a next word may still go on with. */
  readonly number: RunningNumber | undefined;
}

/** The word right before, where nothing but a space or a hyphen stands between. */
export interface JoinedBefore {
  readonly number: RunningNumber | undefined;
  readonly isPer: boolean;
}

/** The folded words that `settleWord` may give another key; their possessives and figures besides. */
export function unsettledWords(): readonly string[] {
  return [...spellings(), ...numberWords(), ...monthAbbreviations(), 'cent', 'pct', 'us'];
}

/** Settles a folded word of a text: numbers, percent, months, the country, and words of two spellings. */
export function settleWord(
  word: string,
  text: string,
  start: number,
  end: number,
  before: JoinedBefore,
): SettledWord {
  const first = word.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) {
    const number = /^\d{1,3}$/.test(word) ? beginDigits(Number(word)) : undefined;
    return { key: word, joins: false, number };
  }
  const named = numberWord(word);
  if (named !== undefined) {
    const grown = before.number === undefined ? undefined : growNumber(before.number, named);
    const number = grown ?? beginNumber(named);
    return { key: number === undefined ? word : numberKey(number), joins: grown !== undefined, number };
  }
  if (word === 'cent' && before.isPer) {
    return { key: 'percent', joins: true, number: undefined };
  }
  if (word === 'pct') {
    return { key: 'percent', joins: false, number: undefined };
  }
  if (word === 'us') {
    // The country in capitals; the pronoun is never written so but in a shout.
    const isCountry = text.charCodeAt(start) === 0x55 && !text.slice(start, end).endsWith('s');
    return { key: isCountry ? 'US' : word, joins: false, number: undefined };
  }
  const key = monthOf(word, text, start, end) ?? canonicalSpelling(word) ?? word;
  return { key, joins: false, number: undefined };
}
