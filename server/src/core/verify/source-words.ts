import type { Article } from '../corpus/article.ts';
import type { BlockKind } from '../parse/reading.ts';
import type { Span } from '../text/span.ts';
import { foldWords } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import { bracketGroups } from './drafted.ts';

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

/** `[Maduro]` is the editor's; `(the union)` may be, or the speaker's own aside: it is left out, but not unwrapped. */
export const bracketKinds = { none: 0, square: 1, round: 2 } as const;

function bracketKind(group: string, round: boolean): number {
  if (!round || /^.\s*sic\s*.$/i.test(group)) {
    return bracketKinds.square;
  }
  const isShort = group.split(/\s+/).length <= 4 && !/\d|\b(?:not?|never)\b|n[’']t\b/i.test(group);
  return isShort ? bracketKinds.round : bracketKinds.none;
}

/** Longer articles are read around a place only, this many characters to each side. */
const around = 40_000;
const wholeUpTo = 120_000;
/** Articles whose words are kept: those that a draft or two quote. */
const keptArticles = 256;

const kept = new Map<Article, SourceWords>();

/** The words of an article; of a very long one those around `near`. */
export function sourceWords(article: Article, near: Span): SourceWords {
  if (article.text.length > wholeUpTo) {
    return read(article, { start: near.start - around, end: near.end + around });
  }
  const known = kept.get(article);
  if (known !== undefined) {
    return known;
  }
  const words = read(article, { start: 0, end: article.text.length });
  kept.set(article, words);
  if (kept.size > keptArticles) {
    for (const oldest of kept.keys()) {
      kept.delete(oldest);
      break;
    }
  }
  return words;
}

const isHead: Readonly<Record<BlockKind, boolean | undefined>> = {
  title: true,
  deck: true,
  byline: true,
  heading: true,
  caption: false,
  dateline: false,
  paragraph: false,
  transcript: false,
  blockquote: false,
  boilerplate: undefined,
  code: undefined,
};

function read(article: Article, window: Span): SourceWords {
  const { text, blocks, quotations } = article;
  const parts: { words: Words; block: number; offset: number }[] = [];
  let length = 0;
  let firstBlock = 0;
  for (let low = 0, high = blocks.length; low < high;) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle]?.end ?? 0) <= window.start) {
      low = middle + 1;
    } else {
      high = middle;
    }
    firstBlock = low;
  }
  for (let index = firstBlock; index < blocks.length; index++) {
    const block = blocks[index];
    if (block === undefined || block.start >= window.end) {
      break;
    }
    if (isHead[block.kind] === undefined) {
      continue;
    }
    // One block may be a whole transcript without line breaks.
    const span = { start: Math.max(block.start, window.start), end: Math.min(block.end, window.end) };
    const words = foldWords(text, span, block.hidden);
    parts.push({ words, block: index, offset: length });
    length += words.length;
  }

  const starts = new Int32Array(length);
  const ends = new Int32Array(length);
  const hashes = new Uint32Array(length);
  const block = new Int32Array(length);
  const quotation = new Int32Array(length).fill(-1);
  const nested = new Uint8Array(length);
  const bracketed = new Uint8Array(length);
  for (const part of parts) {
    starts.set(part.words.starts, part.offset);
    ends.set(part.words.ends, part.offset);
    hashes.set(part.words.hashes, part.offset);
    block.fill(part.block, part.offset, part.offset + part.words.length);
  }

  const utterances: number[] = [];
  const members = new Map<number, number[]>();
  let word = 0;
  quotations.forEach((quoted, index) => {
    if (quoted.end <= window.start || quoted.start >= window.end) {
      return;
    }
    const kind = blocks[quoted.block]?.kind;
    if (kind === undefined || isHead[kind] !== false || kind === 'caption') {
      return;
    }
    word = lowerBound(starts, quoted.start, word);
    const first = word;
    while (word < length && (starts[word] ?? 0) < quoted.end) {
      quotation[word] = index;
      word++;
    }
    const own = members.get(quoted.utterance);
    if (own === undefined) {
      utterances.push(quoted.utterance);
      members.set(quoted.utterance, range(first, word));
    } else {
      for (let at = first; at < word; at++) {
        own.push(at);
      }
    }
    for (const inner of quoted.nested) {
      // Marks around the whole are the quotation's own, doubled.
      const whole = inner.start - quoted.start <= 3 && quoted.end - inner.end <= 4;
      for (let at = first; at < word && !whole; at++) {
        if ((starts[at] ?? 0) >= inner.start && (ends[at] ?? 0) <= inner.end) {
          nested[at] = 1;
        }
      }
    }
    for (const group of bracketGroups(text, quoted, [])) {
      const kind = bracketKind(text.slice(group.start, group.end), group.round);
      for (let at = first; at < word && kind !== bracketKinds.none; at++) {
        if ((starts[at] ?? 0) >= group.start && (ends[at] ?? 0) <= group.end) {
          bracketed[at] = kind;
        }
      }
    }
  });

  const body: number[] = [];
  const heads: number[] = [];
  for (const part of parts) {
    const kind = blocks[part.block]?.kind ?? 'paragraph';
    const target = isHead[kind] === true ? heads : body;
    for (let at = 0; at < part.words.length; at++) {
      target.push(part.offset + at);
    }
  }
  const views = new Map<number, Int32Array>();
  const partOf = (index: number): { words: Words; offset: number } | undefined => {
    let low = 0;
    let high = parts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((parts[middle]?.offset ?? 0) <= index) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return parts[low - 1];
  };
  return {
    article,
    length,
    starts,
    ends,
    hashes,
    quotation,
    block,
    nested,
    bracketed,
    key: index => {
      const part = partOf(index);
      return part === undefined ? '' : part.words.key(index - part.offset);
    },
    utterance: index => {
      let view = views.get(index);
      if (view === undefined) {
        view = Int32Array.from(members.get(index) ?? []);
        views.set(index, view);
      }
      return view;
    },
    utterances,
    body: Int32Array.from(body),
    heads: Int32Array.from(heads),
  };
}

function lowerBound(array: Int32Array, value: number, from: number): number {
  let low = from;
  let high = array.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((array[middle] ?? 0) < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function range(first: number, end: number): number[] {
  return Array.from({ length: end - first }, (_, index) => first + index);
}
