import { lowerBound } from '../text/lower-bound.ts';
import type { Span } from '../text/span.ts';
import type { FiledWords } from './names-filed.ts';
import { isTitleOf } from './names-roles.ts';
import { roleHead, type NamesTable } from './names-table.ts';
import { wordAt, wordNumber, wordsFrom } from './sorted-words.ts';

/** The buckets of a table where names with a word are. */
export function bucketsWithToken({ tokens }: NamesTable, token: string): Uint32Array {
  return filedUnder(tokens, token);
}

/** The buckets of a table where names with a word are that begins so; perhaps more than once. */
export function bucketsWithTokensFrom({ tokens }: NamesTable, prefix: string): Uint32Array {
  return filedIn(tokens, wordsFrom(tokens, prefix));
}

/** The buckets of a table where names may be that have some words, and one that begins so. */
export function bucketsWithWords(
  { tokens }: NamesTable,
  words: readonly string[],
  prefix: string,
): Set<number> {
  let found = Array.from(filedUnder(tokens, words[0] ?? ''));
  for (const word of found.length === 0 ? [] : words.slice(1)) {
    const others = filedUnder(tokens, word);
    found = found.filter(it => isAmong(others, it));
  }
  const both = new Set<number>();
  if (found.length > 0) {
    const wanted = new Set(found);
    for (const bucket of filedIn(tokens, wordsFrom(tokens, prefix))) {
      if (wanted.has(bucket)) {
        both.add(bucket);
      }
    }
  }
  return both;
}

/** The buckets of a table with names that have all of some words, the last of them at their end. */
export function bucketsGoingBy({ buckets, endings, tokens }: NamesTable, asked: readonly string[]): number[] {
  const last = asked.at(-1) ?? '';
  let found = Array.from(filedUnder(endings, last));
  const own = wordNumber(buckets, last);
  if (own !== undefined) {
    found.push(own);
  }
  for (const token of found.length === 0 ? [] : asked.slice(0, -1)) {
    const others = filedUnder(tokens, token);
    found = found.filter(it => isAmong(others, it));
  }
  return found;
}

/** The buckets of a table where those may be who hold a title; perhaps more than once. */
export function* bucketsWithTitle({ roles }: NamesTable, title: string): Generator<number> {
  const head = roleHead(title.toLowerCase());
  const { start, end } = wordsFrom(roles, head);
  for (let number = start; number < end; number++) {
    if (isTitleOf(title, wordAt(roles, number).slice(head.length))) {
      yield* filedIn(roles, { start: number, end: number + 1 });
    }
  }
}

/** Adds the words that begin with a letter, and have neither fewer nor more letters than some numbers say. */
export function addWordsOfLength(
  words: FiledWords,
  letter: string,
  { start: fewest, end: most }: Span,
  found: Set<string>,
): void {
  const { letterStarts } = words;
  const { start, end } = wordsFrom(words, letter);
  for (let number = start; number < end; number++) {
    const length = (letterStarts[number + 1] ?? 0) - (letterStarts[number] ?? 0);
    if (length >= fewest && length <= most) {
      found.add(wordAt(words, number));
    }
  }
}

/** The buckets that are filed under a word. */
function filedUnder(words: FiledWords, word: string): Uint32Array {
  const number = wordNumber(words, word);
  return number === undefined ? nothing : filedIn(words, { start: number, end: number + 1 });
}

/** The buckets that are filed under some words. */
function filedIn({ filed, filedStarts }: FiledWords, { start, end }: Span): Uint32Array {
  return filed.subarray(filedStarts[start], filedStarts[end]);
}

/** Whether a number is one of some that ascend. */
function isAmong(numbers: Uint32Array, wanted: number): boolean {
  return numbers[lowerBound(numbers, wanted)] === wanted;
}

const nothing = new Uint32Array(0);
