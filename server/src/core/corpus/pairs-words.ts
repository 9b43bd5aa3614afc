import type { Article } from './article.ts';
import { anchorEvery, hiddenSpans, type Segment } from './pairs-segment.ts';
import type { Span } from '../text/span.ts';
import { foldWordsForNow } from '../text/words.ts';
import type { Words } from '../text/words.ts';

/** The words of an article, hashed: all, or as far as it has them those from `first` to `last`, both included. */
export function wordsOf(
  { hashes, bases, lengths }: Segment,
  index: number,
  first = 0,
  last = Infinity,
): Uint32Array {
  const base = bases[index] ?? 0;
  return hashes.subarray(base + Math.max(0, first), base + Math.min(lengths[index] ?? 0, last + 1));
}

/** The span of some words of an article, first and last included, both counted from its first word. */
export function wordSpan(
  segment: Segment,
  index: number,
  article: Article,
  first: number,
  last: number,
): Span {
  const isShort = last - first < foldedAtOnce;
  const ahead = refold(segment, index, article, first, isShort ? last : first);
  const start = ahead.starts[Math.min(first % anchorEvery, ahead.length - 1)] ?? 0;
  const behind = isShort ? ahead : refold(segment, index, article, last, last);
  const place = isShort ? last - first + (first % anchorEvery) : last % anchorEvery;
  return { start, end: behind.ends[Math.min(place, behind.length - 1)] ?? start };
}

/** From the last anchor before a word to the first behind another: no word is folded for it. */
export function spanAround(
  segment: Segment,
  index: number,
  article: Article,
  first: number,
  last: number,
): Span {
  const base = segment.anchorBases[index] ?? 0;
  const count = Math.ceil((segment.lengths[index] ?? 0) / anchorEvery);
  const next = Math.floor(last / anchorEvery) + 1;
  return {
    start: segment.anchors[base + Math.floor(first / anchorEvery)] ?? 0,
    end: (next < count ? segment.anchors[base + next] : undefined) ?? article.text.length,
  };
}

/** A longer stretch is folded at its edges alone. */
const foldedAtOnce = anchorEvery * 4;

/**
 * The words from the last anchor before one word to the first behind another, until others are folded. Anchors are where words
 * begin, so that none is torn, and none that folds as one with another (`per cent`).
 */
function refold(segment: Segment, index: number, article: Article, first: number, last: number): Words {
  const span = spanAround(segment, index, article, first, last);
  return foldWordsForNow(article.text, span, hiddenSpans(article));
}
