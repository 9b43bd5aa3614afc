import { wordSet } from '../text/word-set.ts';
import { isNumber } from './classify.ts';
import { beside, longestSentence } from './cuts.ts';
import type { Beside } from './governing-words.ts';
import { startsSentence } from './sentence-edges.ts';
import type { SourceWords } from './source-words.ts';

/**
 * The position of the first word of a hedge right before kept words of a view, that a cut turns into a bare claim:
 * `at least | 300 families`, `the alleged | leak`; -1 for none.
 */
export function hedgeAt(source: SourceWords, view: Int32Array, kept: number): number {
  let from = kept;
  while (from > 0 && kept - from < Math.min(3, longestSentence) && !startsSentence(source, view, from)) {
    from--;
  }
  const before = beside(source, view, from, kept);
  const last = before.at(-1);
  if (last === undefined || !/^\s+$/.test(last.gap)) {
    return -1;
  }
  if (reserves.has(last.key)) {
    return kept - 1;
  }
  const first = source.key(view[kept] ?? -1);
  const phrase = `${before.at(-2)?.key ?? ''} ${last.key}`;
  if (reversals.has(phrase) && !isNumber(first) && !determiners.has(first)) {
    return kept - 2;
  }
  if (!isNumber(first) && !shares.has(first)) {
    return -1;
  }
  const length = hedgeLength(before, last);
  return length === 0 ? -1 : kept - length;
}

/** How many words of a hedge stand before a figure. */
function hedgeLength(before: readonly Beside[], last: Beside): number {
  if (approximations.has(last.key)) {
    return 1;
  }
  return phrases.has(`${before.at(-2)?.key ?? ''} ${last.key}`) ? 2 : 0;
}

/** Whether the last words before a drafted quotation are a hedge of the narrator's own: `at least “300 families”`. */
export function endsInHedge(keys: readonly string[]): boolean {
  return keys
    .slice(-3)
    .some(
      (key, at, all) =>
        reserves.has(key) || approximations.has(key) || phrases.has(`${all[at - 1] ?? ''} ${key}`),
    );
}

const reserves = wordSet(
  'alleged allegedly supposed supposedly purported purportedly reportedly so-called socalled',
);
const approximations = wordSet('nearly almost roughly approximately barely');
const phrases = new Set(['at least', 'at most', 'more than', 'less than', 'fewer than', 'up to', 'close to']);
/** `less than | serious`: what somebody calls less than so, or anything but so, is not so. `less than | the other` compares. */
const reversals = new Set(['less than', 'anything but']);
const determiners = wordSet(
  'a an the this that these those my your his her its our their i we you he she they it what half all any some last in on at',
);
const shares = wordSet('half all every everyone everybody everything twice');
