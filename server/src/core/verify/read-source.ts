import type { Article } from '../corpus/article.ts';
import type { BlockKind } from '../parse/reading.ts';
import { lowerBound } from '../text/lower-bound.ts';
import type { Span } from '../text/span.ts';
import { foldWords } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import { bracketGroups } from './drafted.ts';
import type { SourceWords } from './source-words.ts';

/** `[Maduro]` is the editor's; `(the union)` may be, or the speaker's own aside: it is left out, but not unwrapped. */
export const bracketKinds = { none: 0, square: 1, round: 2 } as const;

function bracketKind(group: string, round: boolean): number {
  if (!round || /^.\s*sic\s*.$/i.test(group)) {
    return bracketKinds.square;
  }
  const isShort = group.split(/\s+/).length <= 4 && !/\d|\b(?:not?|never)\b|n[’']t\b/i.test(group);
  return isShort ? bracketKinds.round : bracketKinds.none;
}

/** Whether a block is nobody's speech; undefined for what is no prose. */
export const isHead: Readonly<Record<BlockKind, boolean | undefined>> = {
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

interface Part {
  readonly words: Words;
  /** Index into the blocks. */
  readonly block: number;
  /** Index of its first word. */
  readonly offset: number;
}

/** Reads the words of an article that stand in a window. */
export function readSource(article: Article, window: Span): SourceWords {
  const { text, blocks, quotations } = article;
  const parts: Part[] = [];
  let length = 0;
  for (let index = firstBlock(article, window.start); index < blocks.length; index++) {
    const block = blocks[index];
    if (block === undefined || block.start >= window.end) {
      break;
    }
    if (isHead[block.kind] === undefined) {
      continue;
    }
    // One block may be a whole transcript without line breaks.
    const isCut = block.start < window.start || block.end > window.end;
    const span = { start: Math.max(block.start, window.start), end: Math.min(block.end, window.end) };
    const words = isCut ? foldWords(text, span, block.hidden) : foldedBlock(article, index);
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
  /** Of each utterance the stretches of its words: first and end, by turns. */
  const members = new Map<number, number[]>();
  let word = 0;
  for (let index = 0; index < quotations.length; index++) {
    const quoted = quotations[index];
    if (quoted === undefined || quoted.end <= window.start || quoted.start >= window.end) {
      continue;
    }
    const kind = blocks[quoted.block]?.kind;
    if (kind === undefined || isHead[kind] !== false || kind === 'caption') {
      continue;
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
      members.set(quoted.utterance, [first, word]);
    } else {
      own.push(first, word);
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
    const groups = /[[(]/.test(text.slice(quoted.start, quoted.end)) ? bracketGroups(text, quoted, []) : [];
    for (const group of groups) {
      const kind = bracketKind(text.slice(group.start, group.end), group.round);
      for (let at = first; at < word && kind !== bracketKinds.none; at++) {
        if ((starts[at] ?? 0) >= group.start && (ends[at] ?? 0) <= group.end) {
          bracketed[at] = kind;
        }
      }
    }
  }

  const views = new Map<number, Int32Array>();
  let body: Int32Array | undefined;
  let heads: Int32Array | undefined;
  const wordsIn = (inHeads: boolean): Int32Array => {
    const stretches: number[] = [];
    for (const part of parts) {
      if (isHead[blocks[part.block]?.kind ?? 'paragraph'] === inHeads) {
        stretches.push(part.offset, part.offset + part.words.length);
      }
    }
    return indexesIn(stretches);
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
      const part = partOf(parts, index);
      return part === undefined ? '' : part.words.key(index - part.offset);
    },
    utterance: index => {
      let view = views.get(index);
      if (view === undefined) {
        view = indexesIn(members.get(index) ?? []);
        views.set(index, view);
      }
      return view;
    },
    utterances,
    get body() {
      body ??= wordsIn(false);
      return body;
    },
    get heads() {
      heads ??= wordsIn(true);
      return heads;
    },
  };
}

/** Articles whose words are kept: those that a draft or two quote. */
const keptArticles = 256;

const folded = new Map<Article, Words[]>();

/** The words of a block of an article, folded once. */
export function foldedBlock(article: Article, index: number): Words {
  const own = folded.get(article) ?? keep(folded, article, []);
  const block = article.blocks[index];
  const words = own[index] ?? foldWords(article.text, block, block?.hidden);
  own[index] = words;
  return words;
}

/** Remembers something of an article, and forgets the article that is remembered for longest where they are many. */
export function keep<Value>(kept: Map<Article, Value>, article: Article, value: Value): Value {
  kept.set(article, value);
  if (kept.size > keptArticles) {
    for (const oldest of kept.keys()) {
      kept.delete(oldest);
      break;
    }
  }
  return value;
}

/** Index of the first block that ends behind an offset. */
function firstBlock({ blocks }: Article, offset: number): number {
  let low = 0;
  for (let high = blocks.length; low < high;) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle]?.end ?? 0) <= offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** All indexes in stretches that are given by first and end, by turns. */
function indexesIn(stretches: readonly number[]): Int32Array {
  let length = 0;
  for (let at = 0; at < stretches.length; at += 2) {
    length += (stretches[at + 1] ?? 0) - (stretches[at] ?? 0);
  }
  const indexes = new Int32Array(length);
  let filled = 0;
  for (let at = 0; at < stretches.length; at += 2) {
    for (let index = stretches[at] ?? 0; index < (stretches[at + 1] ?? 0); index++) {
      indexes[filled++] = index;
    }
  }
  return indexes;
}

function partOf(parts: readonly Part[], index: number): Part | undefined {
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
}
