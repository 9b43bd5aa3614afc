import { foldWords } from '../text/words.ts';
import { collapse } from './escape.ts';
import type { Words } from '../text/words.ts';

/**
 * The words of two texts between what they share at both ends, at least one of each: `the worldwide order`, `the
 * international order` give `worldwide`, `international`. Words count as printed, so that a spelling differs too.
 */
export function differing(one: string, other: string): readonly [string, string] {
  const ones = foldWords(one);
  const others = foldWords(other);
  const shorter = Math.min(ones.length, others.length);
  let start = 0;
  while (start < shorter && printed(one, ones, start) === printed(other, others, start)) {
    start++;
  }
  let end = 0;
  while (
    end < shorter - start &&
    printed(one, ones, ones.length - 1 - end) === printed(other, others, others.length - 1 - end)
  ) {
    end++;
  }
  // Where words were only added, a neighbour shows the place.
  if ((start + end === ones.length || start + end === others.length) && start > 0) {
    start--;
  }
  return [middle(one, ones, start, end), middle(other, others, start, end)];
}

/** The words of the second text that are printed otherwise in the first; where they do not pair, the stretch of them. */
export function otherSpellings(one: string, other: string): readonly string[] {
  const ones = foldWords(one);
  const others = foldWords(other);
  if (ones.length !== others.length) {
    const found = respelt(one, ones, other, others);
    return found.length === 0 ? [differing(one, other)[1]] : found;
  }
  const words: string[] = [];
  for (let index = 0; index < others.length; index++) {
    if (printed(one, ones, index) !== printed(other, others, index)) {
      words.push(other.slice(others.starts[index], others.ends[index]));
    } else if (isHyphenated(one, ones, index) !== isHyphenated(other, others, index)) {
      words.push(other.slice(others.starts[index], others.ends[index + 1]));
    }
  }
  return words.length === 0 ? [differing(one, other)[1]] : words;
}

/** Where one text has more words than the other: those of the second that the first has, and prints otherwise only. */
function respelt(one: string, ones: Words, other: string, others: Words): readonly string[] {
  const keys = new Set<string>();
  const prints = new Set<string>();
  for (let index = 0; index < ones.length; index++) {
    keys.add(ones.key(index));
    prints.add(printed(one, ones, index));
  }
  const words: string[] = [];
  for (let index = 1; index < others.length; index++) {
    if (keys.has(others.key(index)) && !prints.has(printed(other, others, index))) {
      words.push(other.slice(others.starts[index], others.ends[index]));
    }
  }
  return words;
}

/** Whether nothing but a hyphen stands between a word and the next: `quay-side`. */
function isHyphenated(text: string, { starts, ends }: Words, index: number): boolean {
  return /^[-\u2010\u2011]$/.test(text.slice(ends[index], starts[index + 1]));
}

/** Marks and apostrophes of either style are one, as is an accent by itself or with its letter; the first letter may be raised. */
function printed(text: string, words: Words, index: number): string {
  const word = text.slice(words.starts[index], words.ends[index]).replace(/[‘’]/g, "'").normalize('NFC');
  return index === 0 ? word.toLowerCase() : word;
}

function middle(text: string, words: Words, start: number, end: number): string {
  const first = words.starts[start];
  const last = words.ends[words.length - 1 - end];
  return first === undefined || last === undefined || last <= first
    ? collapse(text)
    : collapse(text.slice(first, last));
}
