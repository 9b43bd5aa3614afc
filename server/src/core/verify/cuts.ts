import { governorBefore } from './governor-before.ts';
import { isSplit, wordBeforeAside, type Beside } from './governing-words.ts';
import { gapAfter, startsSentence } from './sentence-edges.ts';
import type { SourceWords } from './source-words.ts';

/** Sentences longer than this are read so far only. */
export const longestSentence = 40;

/**
 * The position of the word that governs kept words from before them, in the same sentence and no farther than `low`;
 * -1 for none. The kept words are those of the view from `kept` to `keptEnd`.
 */
export function governorAt(
  source: SourceWords,
  view: Int32Array,
  kept: number,
  keptEnd: number,
  low = 0,
): number {
  const from = sentenceStart(source, view, kept, low);
  if (from === kept) {
    return -1;
  }
  const before = beside(source, view, from, kept);
  const firstKept = source.key(view[kept] ?? -1);
  const spoken = withoutAsideBefore(outsideAsides(before), firstKept);
  const at = governorBefore(spoken, firstKept, isQuestion(source, view, keptEnd));
  return at < 0 ? -1 : from + (spoken[at]?.place ?? 0);
}

/** `It is not the case, as some of you wrote, that | the ferry leaks`, `I refuse, and they know it, | to sign`: the words outside of such an aside. */
function withoutAsideBefore<T extends Beside>(words: readonly T[], firstKept: string): readonly T[] {
  const last = words.length - 1;
  const end = complement.test(firstKept) ? last : complement.test(words[last]?.key ?? '') ? last - 1 : -1;
  // `“I do not think,” she said, “that | the pier is safe”`: the comma is that of who says so.
  const at = isSplit(words[end]?.gap ?? '') ? end : wordBeforeAside(words, end);
  const before = words[at];
  return before === undefined
    ? words
    : [...words.slice(0, at), { ...before, gap: ' ' }, ...words.slice(end + 1)];
}

const complement = /^(?:that|to)$/;

/** The words that stand in no bracket, each with its index among all and with what stands behind it outside of brackets. */
function outsideAsides(words: readonly Beside[]): readonly (Beside & { readonly place: number })[] {
  const outside: (Beside & { readonly place: number })[] = [];
  for (let at = 0; at < words.length; at++) {
    const place = at;
    const { key = '', gap = '' } = words[place] ?? {};
    at = endOfAside(words, place);
    const behind = at === place ? gap : (words[at]?.gap ?? '').replace(/^[^)\]]*[)\]]/, '');
    outside.push({ key, gap: behind, place });
  }
  return outside;
}

/** The index of the last word of a bracket that opens behind a word; that of the word itself where none does. */
function endOfAside(words: readonly Beside[], at: number): number {
  if (!/[([]$/.test(words[at]?.gap ?? '')) {
    return at;
  }
  for (let end = at + 1; end < words.length; end++) {
    if (/^[^([]*[)\]]/.test(words[end]?.gap ?? '')) {
      return end;
    }
  }
  return at;
}

/** The first position of the sentence that a position lies in, no farther than `low`. */
export function sentenceStart(source: SourceWords, view: Int32Array, at: number, low: number): number {
  let from = at;
  while (from > low && at - from < longestSentence && !startsSentence(source, view, from)) {
    from--;
  }
  return from;
}

/** The words of a stretch of a view, with what stands between them. */
export function beside(source: SourceWords, view: Int32Array, from: number, to: number): readonly Beside[] {
  return Array.from({ length: to - from }, (_, index) => ({
    key: source.key(view[from + index] ?? -1),
    gap: gapAfter(source, view, from + index),
  }));
}

/** Whether the sentence that goes on at a place of a view asks something. */
export function isQuestion(source: SourceWords, view: Int32Array, end: number): boolean {
  for (let place = end - 1; place < view.length && place < end + longestSentence; place++) {
    const gap = gapAfter(source, view, place);
    if (/[.!?]/.test(gap)) {
      return gap.includes('?');
    }
  }
  return false;
}
