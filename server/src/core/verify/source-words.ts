import type { Article } from '../corpus/article.ts';
import type { Place } from '../corpus/corpus.ts';
import type { Span } from '../text/span.ts';
import { foldedBlock, isHead, keep, readSource } from './read-source.ts';

/** The words of an article, or of the part of it around a place, each with where it stands. */
export interface SourceWords {
  readonly article: Article;
  readonly length: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly hashes: Uint32Array;
  /** Index into `article.quotations`, -1 for the narrator's words. */
  readonly quotation: Int32Array;
  /** Index into `article.blocks`. */
  readonly block: Int32Array;
  /** 1 where the speaker was himself quoting. */
  readonly nested: Uint8Array;
  /** Where the source's editor put the word into the speaker's mouth: one of `bracketKinds`. */
  readonly bracketed: Uint8Array;
  key(index: number): string;
  /** Indexes of the words of one utterance, in order; empty where none stand here. */
  utterance(index: number): Int32Array;
  /** The utterances that have words here. */
  readonly utterances: readonly number[];
  /** Indexes of the words of the running text, speech and narration, without headlines. */
  readonly body: Int32Array;
  /** Indexes of the words of headlines, decks, sub-heads and bylines: nobody's speech. */
  readonly heads: Int32Array;
}

/** Longer articles are read around a place only, this many characters to each side. */
const around = 40_000;
const wholeUpTo = 120_000;

const kept = new Map<Article, SourceWords>();

/** Whether an article is never read as a whole. */
export function isLong({ text }: Article): boolean {
  return text.length > wholeUpTo;
}

/** The words of an article; of a very long one those around a place. */
export function sourceWords(article: Article, near: Pick<Place, 'span'>): SourceWords {
  if (isLong(article)) {
    const { start, end } = near.span;
    return readSource(article, { start: start - around, end: end + around });
  }
  const known = kept.get(article);
  if (known !== undefined) {
    return known;
  }
  const words = readSource(article, { start: 0, end: article.text.length });
  keep(kept, article, words);
  return words;
}

/** Of an article the words of the utterances at a span, whole, and at least `words` of the running text to its sides. */
export function wordsAround(article: Article, span: Span, words: number): SourceWords {
  const { text, blocks, quotations } = article;
  if (isLong(article) || kept.has(article)) {
    return sourceWords(article, { span });
  }
  let first = 0;
  while (first < blocks.length - 1 && (blocks[first]?.end ?? 0) <= span.start) {
    first++;
  }
  let last = blocks.length - 1;
  while (last > first && (blocks[last]?.start ?? 0) >= span.end) {
    last--;
  }
  for (let at = 0; at < quotations.length;) {
    const opening = quotations[at];
    let closing = opening;
    // The quotations of an utterance follow each other.
    while (opening !== undefined && quotations[at]?.utterance === opening.utterance) {
      closing = quotations[at++];
    }
    if (opening === undefined || closing === undefined || opening.start >= span.end) {
      break;
    }
    if (closing.end > span.start) {
      first = Math.min(first, opening.block);
      last = Math.max(last, closing.block);
    }
  }
  const countIn = (index: number): number =>
    isHead[blocks[index]?.kind ?? 'code'] === false ? foldedBlock(article, index).length : 0;
  for (let left = words; left > 0 && first > 0; left -= countIn(first)) {
    first--;
  }
  for (let left = words; left > 0 && last < blocks.length - 1; left -= countIn(last)) {
    last++;
  }
  const start = blocks[first]?.start ?? 0;
  const end = blocks[last]?.end ?? text.length;
  const known = windows.get(article);
  if (known !== undefined && known.start <= start && end <= known.end) {
    return known.words;
  }
  const window = { start: Math.min(start, known?.start ?? start), end: Math.max(end, known?.end ?? end) };
  return keep(windows, article, { ...window, words: readSource(article, window) }).words;
}

/** What was read of articles around a place: it grows with the places asked for. */
const windows = new Map<Article, Span & { readonly words: SourceWords }>();
