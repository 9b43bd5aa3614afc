import type { Article } from './article.ts';
import type { Span } from '../text/span.ts';
import { foldWords, foldWordsForNow } from '../text/words.ts';
import { sieveOf, type WordSieve } from './word-sieve.ts';

/** One character offset is kept for so many words: the rest is folded again from the text where it is needed. */
export const anchorEvery = 16;
/** Articles begin at multiples of this in a segment: a small table says which article a place belongs to. */
const alignmentBits = 5;
const alignment = 1 << alignmentBits;

/** The words of one article as the index keeps them. The arrays may be views into a segment. */
export interface ArticleWords {
  /** Folded words, hashed; never 0. */
  readonly hashes: Uint32Array;
  /** A bit a word: whether it stands inside quotation marks. */
  readonly quoted: Uint8Array;
  /** Offset into the text of every sixteenth word. */
  readonly anchors: Uint32Array;
}

/**
 * The index of word pairs over some articles: immutable but for the articles that were removed. A pair of
 * neighbouring words is hashed to a bucket; a bucket lists the places of its first words, ascending. No pair is
 * stored, but of its hash all that there is room for: other pairs of the bucket are told from it without a look at their
 * words, which lie all over memory. A wrong hit dies when the words are compared.
 */
export interface Segment {
  /** Undefined where an article was removed; its words stay until the next merge. */
  readonly articles: (Article | undefined)[];
  /** Place of the first word of each article. */
  readonly bases: Uint32Array;
  /** Article of each 32 places. */
  readonly owners: Uint32Array;
  /** How many words each article has. */
  readonly lengths: Uint32Array;
  /** Place to word; 0 between articles. */
  readonly hashes: Uint32Array;
  /** A bit a place: whether its word stands inside quotation marks. */
  readonly quoted: Uint8Array;
  readonly anchors: Uint32Array;
  /** Index of the first anchor of each article. */
  readonly anchorBases: Uint32Array;
  /** Bucket to the start of its list in `postings`; one more at the end. */
  readonly heads: Uint32Array;
  /** The place in the lower bits, as many as `placeBits` says, and the lower bits of the pair's hash above them. */
  readonly postings: Uint32Array;
  /** Of all words, those of removed articles too. */
  readonly sieve: WordSieve;
  /** 32 less the bits of a bucket. */
  readonly shift: number;
  /** Words of all articles, removed ones included. */
  readonly words: number;
}

/** Folds an article for the index. Boilerplate is kept: what stands there is found, and judged elsewhere. */
export function articleWords(article: Article): ArticleWords {
  const words = foldWordsForNow(article.text, undefined, hiddenSpans(article));
  const { length, starts } = words;
  const hashes = new Uint32Array(length);
  const quoted = new Uint8Array(Math.ceil(length / 8));
  const anchors = new Uint32Array(Math.ceil(length / anchorEvery));
  let next = 0;
  let current = article.quotations[next];
  for (let word = 0; word < length; word++) {
    const start = starts[word] ?? 0;
    hashes[word] = nonZero(words.hashes[word] ?? 0);
    while (current && current.end <= start) {
      next++;
      current = article.quotations[next];
    }
    if (current && current.start <= start) {
      quoted[word >>> 3] = (quoted[word >>> 3] ?? 0) | (1 << (word & 7));
    }
    if (word % anchorEvery === 0) {
      anchors[word / anchorEvery] = start;
    }
  }
  return { hashes, quoted, anchors };
}

/** The words of a quotation as a query, hashed as the index hashes them. */
export function queryWords(text: string): Uint32Array {
  const words = foldWords(text);
  const hashes = new Uint32Array(words.length);
  for (let word = 0; word < words.length; word++) {
    hashes[word] = nonZero(words.hashes[word] ?? 0);
  }
  return hashes;
}

/** 0 marks the places between articles. */
function nonZero(hash: number): number {
  return hash === 0 ? 1 : hash;
}

const none: readonly Span[] = [];

/** What is no word in an article; most have nothing of the kind, and are asked often. */
export function hiddenSpans(article: Article): readonly Span[] {
  let spans: Span[] | undefined;
  for (const { hidden } of article.blocks) {
    if (hidden.length > 0) {
      spans ??= [];
      spans.push(...hidden);
    }
  }
  return spans ?? none;
}

/** A segment but for the articles themselves. */
export type SegmentArrays = Omit<Segment, 'articles'>;

/** Builds a segment by a counting sort: two passes over the words, no comparison, no object a word. */
export function buildSegment(sources: readonly ArticleWords[]): SegmentArrays {
  let places = 0;
  let words = 0;
  let anchorCount = 0;
  const bases = new Uint32Array(sources.length);
  const lengths = new Uint32Array(sources.length);
  const anchorBases = new Uint32Array(sources.length);
  sources.forEach((source, index) => {
    bases[index] = places;
    lengths[index] = source.hashes.length;
    anchorBases[index] = anchorCount;
    places += roomOf(source);
    words += source.hashes.length;
    anchorCount += source.anchors.length;
  });
  const hashes = new Uint32Array(places);
  // Articles begin where bytes do.
  const quoted = new Uint8Array(places / 8);
  const anchors = new Uint32Array(anchorCount);
  const owners = new Uint32Array(places / alignment);
  sources.forEach((source, index) => {
    const base = bases[index] ?? 0;
    owners.fill(index, base / alignment, (base + roomOf(source)) / alignment);
    hashes.set(source.hashes, base);
    quoted.set(source.quoted, base / 8);
    anchors.set(source.anchors, anchorBases[index]);
  });
  const shift = 32 - Math.min(24, Math.max(4, Math.ceil(Math.log2(words + 1)) - 2));
  const { heads, postings } = sortPairs(hashes, shift);
  return {
    bases,
    owners,
    lengths,
    hashes,
    quoted,
    anchors,
    anchorBases,
    heads,
    postings,
    sieve: sieveOf(hashes),
    shift,
    words,
  };
}

/** Places that an article takes: at least one after it is empty, so that no run and no pair crosses into the next. */
function roomOf({ hashes }: ArticleWords): number {
  return Math.ceil((hashes.length + 1) / alignment) * alignment;
}

function sortPairs(hashes: Uint32Array, shift: number): { heads: Uint32Array; postings: Uint32Array } {
  const heads = new Uint32Array((1 << (32 - shift)) + 1);
  const last = hashes.length - 1;
  let count = 0;
  for (let place = 0; place < last; place++) {
    const one = hashes[place] ?? 0;
    const other = hashes[place + 1] ?? 0;
    if (one !== 0 && other !== 0) {
      const bucket = pairHash(one, other) >>> shift;
      heads[bucket + 1] = (heads[bucket + 1] ?? 0) + 1;
      count++;
    }
  }
  for (let bucket = 1; bucket < heads.length; bucket++) {
    heads[bucket] = (heads[bucket] ?? 0) + (heads[bucket - 1] ?? 0);
  }
  const postings = new Uint32Array(count);
  const fill = heads.slice();
  const bits = placeBits(hashes);
  for (let place = 0; place < last; place++) {
    const one = hashes[place] ?? 0;
    const other = hashes[place + 1] ?? 0;
    if (one !== 0 && other !== 0) {
      const hash = pairHash(one, other);
      const bucket = hash >>> shift;
      const at = fill[bucket] ?? 0;
      postings[at] = (hash << bits) | place;
      fill[bucket] = at + 1;
    }
  }
  return { heads, postings };
}

/** The hash of two neighbouring words. Without `shift` bits at its end it is their bucket. */
export function pairHash(one: number, other: number): number {
  const mixed = Math.imul(one, 0x9e3779b1) ^ ((other << 15) | (other >>> 17));
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
}

/** How many bits of a posting are its place. */
export function placeBits(hashes: Uint32Array): number {
  return 32 - Math.clz32(hashes.length);
}

/** Takes the place out of a posting with so many bits of it. */
export function placeMask(bits: number): number {
  return 0xffffffff >>> (32 - bits);
}

/** Whether a posting of a pair's bucket is the pair's own, by as much of the hash as it holds. */
export function isOfPair(posting: number, hash: number, bits: number): boolean {
  return (posting ^ (hash << bits)) >>> bits === 0;
}

/** An article with its words. */
export interface Indexed {
  readonly article: Article;
  readonly words: ArticleWords;
}

/** The articles that a segment still has, their words as views: what a merge starts from. */
export function survivors(segment: Segment): Indexed[] {
  const sources: Indexed[] = [];
  segment.articles.forEach((article, index) => {
    if (article) {
      const base = segment.bases[index] ?? 0;
      const length = segment.lengths[index] ?? 0;
      const anchorBase = segment.anchorBases[index] ?? 0;
      const words = {
        hashes: segment.hashes.subarray(base, base + length),
        quoted: segment.quoted.subarray(base / 8, Math.ceil((base + length) / 8)),
        anchors: segment.anchors.subarray(anchorBase, anchorBase + Math.ceil(length / anchorEvery)),
      };
      sources.push({ article, words });
    }
  });
  return sources;
}

/** 1 where a place lies inside quotation marks, else 0. */
export function isQuoted({ quoted }: Segment, place: number): number {
  return ((quoted[place >>> 3] ?? 0) >>> (place & 7)) & 1;
}

/** Index of the article that a place lies in. */
export function articleAt({ owners }: Segment, place: number): number {
  return owners[place >>> alignmentBits] ?? 0;
}

/** Where an article lies; nothing where it was removed. */
export function pathOf({
  segment,
  article,
}: {
  readonly segment: Segment;
  readonly article: number;
}): string {
  return segment.articles[article]?.path ?? '';
}
