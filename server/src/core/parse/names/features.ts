import { foldOf } from './characters.ts';
import type { NamesDocument } from './document.ts';
import { addToHash, startHash } from './hash.ts';
import type { Lexicon } from './lexicon.ts';
import { groupOf, WordList } from './lexicon.ts';
import { Gap } from './shapes.ts';

/** Features fall into this many buckets. */
export const BUCKET_BITS = 17;
/** Room for the features of one word. */
export const MOST_FEATURES = 128;
const LISTS = 0xffff & ~WordList.startsPhrase;
/** The list bits that also count one by one. */
const LIST_COUNT = 15;
const SEEN_SHAPE = 8;
const NOTHING = 0x3c6ef372;

/** Position of a word in its run. */
const Position = { only: 0, first: 1, middle: 2, last: 3 } as const;

/** Writes, for one word at a time, the buckets of everything that is known of it and of its surroundings. */
export class FeatureWriter {
  /** Buckets; the first `count` of them hold. */
  readonly buckets: Int32Array;
  count = 0;
  readonly #document: NamesDocument;
  readonly #wide: Uint8Array;
  readonly #widest: Uint8Array;

  constructor(document: NamesDocument, lexicon: Lexicon, buckets = new Int32Array(MOST_FEATURES)) {
    this.buckets = buckets;
    this.#document = document;
    this.#wide = lexicon.wide;
    this.#widest = lexicon.widest;
  }

  one(template: number, value: number): void {
    let mixed = Math.imul(value ^ Math.imul(template, 0x85ebca6b), 0x9e3779b1);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
    this.buckets[this.count++] = mixed >>> (32 - BUCKET_BITS);
  }

  two(template: number, value: number, other: number): void {
    let mixed = (Math.imul(value, 0xc2b2ae35) + other) | 0;
    mixed = Math.imul(mixed ^ (mixed >>> 16) ^ Math.imul(template, 0x85ebca6b), 0x9e3779b1);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
    this.buckets[this.count++] = mixed >>> (32 - BUCKET_BITS);
  }

  three(template: number, value: number, other: number, third: number): void {
    this.two(template, (Math.imul(value, 0x27d4eb2f) + other) | 0, third);
  }

  /** What the word is, wherever it stands. */
  addWord(token: number): void {
    const { tokens, vocabulary, text } = this.#document;
    const word = vocabulary.ofToken[token] ?? 0;
    const hash = vocabulary.hashes[word] ?? 0;
    const entry = vocabulary.entries[word] ?? 0;
    const shape = tokens.shapes[token] ?? 0;
    const lists = entry & LISTS;
    const group = groupOf(entry);
    const start = tokens.starts[token] ?? 0;
    const end = tokens.ends[token] ?? 0;
    const length = end - start;
    this.one(1, hash);
    this.two(2, shape, Math.min(length, 7));
    let prefix = startHash();
    for (let at = 0; at < 4 && at < length; at++) {
      prefix = addToHash(prefix, foldOf(text.charCodeAt(start + at)));
      if (at >= 2) {
        this.one(3 + at, prefix);
      }
    }
    let suffix = startHash();
    for (let at = 1; at <= 4 && at <= length; at++) {
      suffix = addToHash(suffix, foldOf(text.charCodeAt(end - at)));
      if (at >= 2) {
        this.one(7 + at, suffix);
      }
    }
    for (let list = 0; list < LIST_COUNT; list++) {
      if ((lists & (1 << list)) !== 0) {
        this.one(12, list);
      }
    }
    this.two(13, lists, shape);
    if (group !== 0) {
      this.one(14, group);
      this.one(15, this.#wide[group] ?? 0);
      this.two(16, this.#widest[group] ?? 0, shape);
    } else {
      this.two(17, shape, lists);
    }
  }

  /** What stands around the word, and how it is written elsewhere in the text. */
  addContext(token: number, runStart: number, runEnd: number): void {
    const { tokens, vocabulary, phrases } = this.#document;
    const { ofToken, hashes, entries, seen } = vocabulary;
    const { shapes, places } = tokens;
    const word = ofToken[token] ?? 0;
    const hash = hashes[word] ?? 0;
    const lists = (entries[word] ?? 0) & LISTS;
    const group = groupOf(entries[word] ?? 0);
    const shape = shapes[token] ?? 0;
    const length = Math.min(runEnd - runStart, 5);
    const position =
      runEnd - runStart === 1
        ? Position.only
        : token === runStart
          ? Position.first
          : token === runEnd - 1
            ? Position.last
            : Position.middle;

    const before = this.#wordAt(token, -1);
    const after = this.#wordAt(token, 1);
    const before2 = before < 0 ? -1 : this.#wordAt(token - 1, -1);
    const after2 = after < 0 ? -1 : this.#wordAt(token + 1, 1);
    const hashBefore = before < 0 ? NOTHING : (hashes[before] ?? 0);
    const hashAfter = after < 0 ? NOTHING : (hashes[after] ?? 0);
    this.one(20, hashBefore);
    this.one(21, hashAfter);
    this.one(22, before2 < 0 ? NOTHING : (hashes[before2] ?? 0));
    this.one(23, after2 < 0 ? NOTHING : (hashes[after2] ?? 0));
    this.two(24, hashBefore, hash);
    this.two(25, hash, hashAfter);
    const entryBefore = before < 0 ? 0 : (entries[before] ?? 0);
    const entryAfter = after < 0 ? 0 : (entries[after] ?? 0);
    const listsBefore = entryBefore & LISTS;
    const listsAfter = entryAfter & LISTS;
    const wideBefore = before < 0 ? 256 : (this.#wide[groupOf(entryBefore)] ?? 0);
    const wideAfter = after < 0 ? 256 : (this.#wide[groupOf(entryAfter)] ?? 0);
    this.one(26, wideBefore);
    this.one(27, wideAfter);
    this.two(28, wideBefore, wideAfter);
    this.two(29, wideBefore, this.#wide[group] ?? 0);
    this.two(30, this.#wide[group] ?? 0, wideAfter);
    const shapeBefore = before < 0 ? 15 : (shapes[token - 1] ?? 0);
    const shapeAfter = after < 0 ? 15 : (shapes[token + 1] ?? 0);
    const shapesHere = (shapeBefore * 16 + shape) * 16 + shapeAfter;
    this.one(31, shapesHere);
    this.two(32, listsBefore, shapeBefore * 16 + shape);
    this.two(33, listsAfter, shape * 16 + shapeAfter);
    this.three(34, listsBefore, lists, shape);
    this.three(35, lists, listsAfter, shape);
    this.three(36, listsBefore, lists, listsAfter);

    this.one(40, length * 4 + position);
    this.two(41, length * 4 + position, lists);
    this.two(42, length * 4 + position, shapesHere);
    const runBefore = this.#wordAt(runStart, -1);
    const runAfter = this.#wordAt(runEnd - 1, 1);
    const leftHash = runBefore < 0 ? NOTHING : (hashes[runBefore] ?? 0);
    const rightHash = runAfter < 0 ? NOTHING : (hashes[runAfter] ?? 0);
    this.two(43, leftHash, position);
    this.two(44, rightHash, position);
    const runBefore2 = runBefore < 0 ? -1 : this.#wordAt(runStart - 1, -1);
    const runAfter2 = runAfter < 0 ? -1 : this.#wordAt(runEnd, 1);
    this.three(45, leftHash, runBefore2 < 0 ? NOTHING : (hashes[runBefore2] ?? 0), position);
    this.three(46, rightHash, runAfter2 < 0 ? NOTHING : (hashes[runAfter2] ?? 0), position);
    const leftGroup = runBefore < 0 ? 0 : groupOf(entries[runBefore] ?? 0);
    const rightGroup = runAfter < 0 ? 0 : groupOf(entries[runAfter] ?? 0);
    this.two(47, leftGroup, position);
    this.two(48, rightGroup, position);
    const left2Group = runBefore2 < 0 ? 256 : (this.#wide[groupOf(entries[runBefore2] ?? 0)] ?? 0);
    const right2Group = runAfter2 < 0 ? 256 : (this.#wide[groupOf(entries[runAfter2] ?? 0)] ?? 0);
    this.three(49, this.#wide[leftGroup] ?? 0, left2Group, position);
    this.three(50, this.#wide[rightGroup] ?? 0, right2Group, position);
    this.three(51, leftHash, rightHash, position);

    if (position !== Position.only) {
      const first = ofToken[runStart] ?? 0;
      const last = ofToken[runEnd - 1] ?? 0;
      this.two(52, hashes[first] ?? 0, position);
      this.two(53, hashes[last] ?? 0, position);
      this.two(54, (entries[first] ?? 0) & LISTS, position);
      this.two(55, (entries[last] ?? 0) & LISTS, position);
      this.two(56, this.#wide[groupOf(entries[last] ?? 0)] ?? 0, position);
    }

    const seenHere = seen[word] ?? 0;
    const place = places[token] ?? 0;
    this.two(60, seenHere * 4 + place, shape);
    this.two(61, seenHere * 4 + place, position);
    this.two(62, seenHere * 4 + place, lists);
    this.two(63, seenHere * SEEN_SHAPE, this.#widest[group] ?? 0);
    const phrase = phrases[token] ?? 0;
    if (phrase !== 0) {
      this.one(64, phrase);
      this.two(65, phrase, position);
      this.two(66, phrase, shapeBefore * 16 + shapeAfter);
      this.three(67, phrase, hashAfter, NOTHING);
    }
  }

  /** The word next to a token in the same line, or -1 at its edge. */
  #wordAt(token: number, step: -1 | 1): number {
    const { tokens, vocabulary } = this.#document;
    const next = token + step;
    if (next < 0 || next >= tokens.count || tokens.gaps[step < 0 ? token : next] === Gap.break) {
      return -1;
    }
    return vocabulary.ofToken[next] ?? -1;
  }
}
