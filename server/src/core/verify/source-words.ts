import type { Article } from '../corpus/article.ts';
import type { Place } from '../corpus/corpus.ts';
import { Recent } from '../text/recent.ts';
import type { Span } from '../text/span.ts';
import { FoldedBlocks } from './folded-blocks.ts';
import { firstBlock, isHead, readSource } from './read-source.ts';

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
  /** The utterances that have words here, in order. */
  readonly utterances: readonly number[];
  /** Indexes of the words of the running text, speech and narration, without headlines. */
  readonly body: Int32Array;
  /** Indexes of the words of headlines, decks, sub-heads and bylines: nobody's speech. */
  readonly heads: Int32Array;
}

/** Longer articles are read around a place only, this many characters to each side. */
const around = 40_000;
const wholeUpTo = 120_000;

/** What was read of an article. */
interface Read {
  readonly folded: FoldedBlocks;
  whole: SourceWords | undefined;
  /** Around a place: it grows with the places asked for. */
  window: (Span & { readonly words: SourceWords }) | undefined;
}

/** The articles that a draft or two quote. */
const recent = new Recent<Article, Read>(128);

function readOf(article: Article): Read {
  return recent.get(article, begin);
}

const begin = (article: Article): Read => ({
  folded: new FoldedBlocks(article),
  whole: undefined,
  window: undefined,
});

/** Whether an article is never read as a whole. */
export function isLong({ text }: Article): boolean {
  return text.length > wholeUpTo;
}

/** The words of an article; of a very long one those around a place. */
export function sourceWords(article: Article, near: Pick<Place, 'span'>): SourceWords {
  const read = readOf(article);
  if (isLong(article)) {
    const { start, end } = near.span;
    return readSource(read.folded, { start: start - around, end: end + around });
  }
  read.whole ??= readSource(read.folded, { start: 0, end: article.text.length });
  return read.whole;
}

/** Of an article the words of the utterances at a span, whole, and at least `words` of the running text to its sides. */
export function wordsAround(article: Article, span: Span, words: number): SourceWords {
  const read = readOf(article);
  if (isLong(article) || read.whole !== undefined) {
    return sourceWords(article, { span });
  }
  const wanted = windowAround(read.folded, span, words);
  const { window } = read;
  if (window !== undefined && window.start <= wanted.start && wanted.end <= window.end) {
    return window.words;
  }
  const start = Math.min(wanted.start, window?.start ?? wanted.start);
  const end = Math.max(wanted.end, window?.end ?? wanted.end);
  read.window = { start, end, words: readSource(read.folded, { start, end }) };
  return read.window.words;
}

/** Where the blocks begin and end that have the utterances at a span, and so many words to its sides. */
function windowAround(folded: FoldedBlocks, span: Span, words: number): Span {
  const { text, blocks, quotations } = folded.article;
  let first = Math.max(0, Math.min(firstBlock(folded.article, span.start), blocks.length - 1));
  let last = first;
  while (last < blocks.length - 1 && (blocks[last + 1]?.start ?? 0) < span.end) {
    last++;
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
    isHead[blocks[index]?.kind ?? 'code'] === false ? folded.words(index).length : 0;
  for (let left = words; left > 0 && first > 0; left -= countIn(first)) {
    first--;
  }
  for (let left = words; left > 0 && last < blocks.length - 1; left -= countIn(last)) {
    last++;
  }
  return { start: blocks[first]?.start ?? 0, end: blocks[last]?.end ?? text.length };
}
