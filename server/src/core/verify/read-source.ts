import type { Article } from '../corpus/article.ts';
import type { BlockKind, Quotation } from '../parse/reading.ts';
import { lowerBound } from '../text/lower-bound.ts';
import { Room } from '../text/room.ts';
import type { Span } from '../text/span.ts';
import { foldWords } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import { bracketGroups } from './drafted.ts';
import type { FoldedBlocks } from './folded-blocks.ts';
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
  cell: false,
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
export function readSource(folded: FoldedBlocks, window: Span): SourceWords {
  const { text, blocks } = folded.article;
  const parts: Part[] = [];
  let length = 0;
  for (let index = firstBlock(folded.article, window.start); index < blocks.length; index++) {
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
    const words = isCut ? foldWords(text, span, block.hidden) : folded.words(index);
    parts.push({ words, block: index, offset: length });
    length += words.length;
  }
  return new WindowWords(folded.article, window, parts, length);
}

const room = new Room(1 << 16);
const noWords = new Int32Array(0);
/** Hardly any source has something nested or bracketed: all others share these. */
let zeros = new Uint8Array(1024);

class WindowWords implements SourceWords {
  readonly article: Article;
  readonly length: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly hashes: Uint32Array;
  readonly quotation: Int32Array;
  readonly block: Int32Array;
  nested: Uint8Array;
  bracketed: Uint8Array;
  readonly utterances: number[] = [];
  /** Of each of the utterances the stretches of its words: first and end, by turns. */
  readonly #members: number[][] = [];
  readonly #views: (Int32Array | undefined)[] = [];
  readonly #parts: readonly Part[];
  #body: Int32Array | undefined;
  #heads: Int32Array | undefined;

  constructor(article: Article, window: Span, parts: readonly Part[], length: number) {
    this.article = article;
    this.length = length;
    this.#parts = parts;
    const size = length * Int32Array.BYTES_PER_ELEMENT;
    const { buffer, offset } = room.take(size * 5);
    this.starts = new Int32Array(buffer, offset, length);
    this.ends = new Int32Array(buffer, offset + size, length);
    this.hashes = new Uint32Array(buffer, offset + size * 2, length);
    this.quotation = new Int32Array(buffer, offset + size * 3, length).fill(-1);
    this.block = new Int32Array(buffer, offset + size * 4, length);
    if (length > zeros.length) {
      zeros = new Uint8Array(length * 2);
    }
    this.nested = zeros;
    this.bracketed = zeros;
    for (const part of parts) {
      this.#copy(part);
    }
    this.#readSpeech(window);
  }

  key(index: number): string {
    const part = partOf(this.#parts, index);
    return part === undefined ? '' : part.words.key(index - part.offset);
  }

  utterance(utterance: number): Int32Array {
    const at = lowerBound(this.utterances, utterance);
    if (this.utterances[at] !== utterance) {
      return noWords;
    }
    const view = this.#views[at] ?? indexesIn(this.#members[at] ?? []);
    this.#views[at] = view;
    return view;
  }

  get body(): Int32Array {
    this.#body ??= this.#wordsIn(false);
    return this.#body;
  }

  get heads(): Int32Array {
    this.#heads ??= this.#wordsIn(true);
    return this.#heads;
  }

  /** Word by word: most blocks are short, and copying them as whole arrays would take longer. */
  #copy({ words, block, offset }: Part): void {
    const { starts, ends, hashes, block: blocks } = this;
    const { starts: from, ends: to, hashes: folded } = words;
    for (let word = 0; word < words.length; word++) {
      const at = offset + word;
      starts[at] = from[word] ?? 0;
      ends[at] = to[word] ?? 0;
      hashes[at] = folded[word] ?? 0;
      blocks[at] = block;
    }
  }

  #wordsIn(inHeads: boolean): Int32Array {
    const { blocks } = this.article;
    const stretches: number[] = [];
    for (const part of this.#parts) {
      if (isHead[blocks[part.block]?.kind ?? 'paragraph'] === inHeads) {
        stretches.push(part.offset, part.offset + part.words.length);
      }
    }
    return indexesIn(stretches);
  }

  #readSpeech(window: Span): void {
    const { length, starts, quotation, utterances } = this;
    const { blocks, quotations } = this.article;
    let word = 0;
    for (let index = 0; index < quotations.length; index++) {
      const quoted = quotations[index];
      if (quoted === undefined || quoted.start >= window.end) {
        break;
      }
      const kind = blocks[quoted.block]?.kind;
      if (quoted.end <= window.start || kind === undefined || isHead[kind] !== false || kind === 'caption') {
        continue;
      }
      word = lowerBound(starts, quoted.start, word);
      const first = word;
      while (word < length && (starts[word] ?? 0) < quoted.end) {
        quotation[word] = index;
        word++;
      }
      if (utterances.at(-1) !== quoted.utterance) {
        utterances.push(quoted.utterance);
        this.#members.push([]);
      }
      this.#members.at(-1)?.push(first, word);
      this.#readInner(quoted, first, word);
    }
  }

  /** Tells whose the words of a quotation are: of somebody whom the speaker quotes, or of the editor. */
  #readInner(quoted: Quotation, first: number, end: number): void {
    for (const inner of quoted.nested) {
      // Marks around the whole are the quotation's own, doubled.
      const whole = inner.start - quoted.start <= 3 && quoted.end - inner.end <= 4;
      if (!whole) {
        this.nested = this.#marked(this.nested, inner, first, end, 1);
      }
    }
    const { text, blocks } = this.article;
    // The brackets of a link are markup.
    const groups = /[[(]/.test(text.slice(quoted.start, quoted.end))
      ? bracketGroups(text, quoted, blocks[quoted.block]?.hidden ?? [])
      : [];
    for (const group of groups) {
      const kind = bracketKind(text.slice(group.start, group.end), group.round);
      if (kind !== bracketKinds.none) {
        this.bracketed = this.#marked(this.bracketed, group, first, end, kind);
      }
    }
  }

  /** The marks with another for those of the words from `first` to `end` that stand in a span. */
  #marked(marks: Uint8Array, span: Span, first: number, end: number, mark: number): Uint8Array {
    const own = marks === zeros ? new Uint8Array(this.length) : marks;
    for (let word = first; word < end; word++) {
      if ((this.starts[word] ?? 0) >= span.start && (this.ends[word] ?? 0) <= span.end) {
        own[word] = mark;
      }
    }
    return own;
  }
}

/** Index of the first block that ends behind an offset. */
export function firstBlock({ blocks }: Article, offset: number): number {
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
  const { buffer, offset } = room.take(length * Int32Array.BYTES_PER_ELEMENT);
  const indexes = new Int32Array(buffer, offset, length);
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
