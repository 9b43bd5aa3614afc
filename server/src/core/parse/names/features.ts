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
/** What stands for a word beyond the edge of its line: its hash, its group, its shape. */
const NOTHING = 0x3c6ef372;
const NO_GROUP = 256;
const NO_SHAPE = 15;

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
    const position = positionIn(token, runStart, runEnd);
    this.#addNeighbours(token);
    this.#addRun(token, runStart, runEnd, position);
    this.#addElsewhere(token, position);
    this.#addPhrase(token, position);
  }

  /** The two words before it and the two behind. */
  #addNeighbours(token: number): void {
    const { tokens, vocabulary } = this.#document;
    const word = vocabulary.ofToken[token] ?? 0;
    const hash = vocabulary.hashes[word] ?? 0;
    const entry = vocabulary.entries[word] ?? 0;
    const lists = entry & LISTS;
    const wide = this.#wide[groupOf(entry)] ?? 0;
    const shape = tokens.shapes[token] ?? 0;
    const before = this.#wordAt(token, -1);
    const after = this.#wordAt(token, 1);
    const hashBefore = this.#hashOf(before);
    const hashAfter = this.#hashOf(after);
    this.one(20, hashBefore);
    this.one(21, hashAfter);
    this.one(22, this.#hashOf(before < 0 ? -1 : this.#wordAt(token - 1, -1)));
    this.one(23, this.#hashOf(after < 0 ? -1 : this.#wordAt(token + 1, 1)));
    this.two(24, hashBefore, hash);
    this.two(25, hash, hashAfter);
    const listsBefore = this.#listsOf(before);
    const listsAfter = this.#listsOf(after);
    const wideBefore = this.#wideOf(before);
    const wideAfter = this.#wideOf(after);
    this.one(26, wideBefore);
    this.one(27, wideAfter);
    this.two(28, wideBefore, wideAfter);
    this.two(29, wideBefore, wide);
    this.two(30, wide, wideAfter);
    const shapeBefore = this.#shapeBefore(token);
    const shapeAfter = this.#shapeAfter(token);
    this.one(31, (shapeBefore * 16 + shape) * 16 + shapeAfter);
    this.two(32, listsBefore, shapeBefore * 16 + shape);
    this.two(33, listsAfter, shape * 16 + shapeAfter);
    this.three(34, listsBefore, lists, shape);
    this.three(35, lists, listsAfter, shape);
    this.three(36, listsBefore, lists, listsAfter);
  }

  /** Its place in the run of words that may be a name, and what stands at the edges of the run. */
  #addRun(token: number, runStart: number, runEnd: number, position: number): void {
    const { tokens, vocabulary } = this.#document;
    const { ofToken, entries } = vocabulary;
    const place = Math.min(runEnd - runStart, 5) * 4 + position;
    const shapes = this.#shapeBefore(token) * 16 + (tokens.shapes[token] ?? 0);
    this.one(40, place);
    this.two(41, place, this.#listsOf(ofToken[token] ?? 0));
    this.two(42, place, shapes * 16 + this.#shapeAfter(token));
    const left = this.#wordAt(runStart, -1);
    const right = this.#wordAt(runEnd - 1, 1);
    const left2 = left < 0 ? -1 : this.#wordAt(runStart - 1, -1);
    const right2 = right < 0 ? -1 : this.#wordAt(runEnd, 1);
    const leftHash = this.#hashOf(left);
    const rightHash = this.#hashOf(right);
    this.two(43, leftHash, position);
    this.two(44, rightHash, position);
    this.three(45, leftHash, this.#hashOf(left2), position);
    this.three(46, rightHash, this.#hashOf(right2), position);
    const leftGroup = left < 0 ? 0 : groupOf(entries[left] ?? 0);
    const rightGroup = right < 0 ? 0 : groupOf(entries[right] ?? 0);
    this.two(47, leftGroup, position);
    this.two(48, rightGroup, position);
    this.three(49, this.#wide[leftGroup] ?? 0, this.#wideOf(left2), position);
    this.three(50, this.#wide[rightGroup] ?? 0, this.#wideOf(right2), position);
    this.three(51, leftHash, rightHash, position);
    if (position !== Position.only) {
      const first = ofToken[runStart] ?? 0;
      const last = ofToken[runEnd - 1] ?? 0;
      this.two(52, this.#hashOf(first), position);
      this.two(53, this.#hashOf(last), position);
      this.two(54, this.#listsOf(first), position);
      this.two(55, this.#listsOf(last), position);
      this.two(56, this.#wideOf(last), position);
    }
  }

  /** How it is written elsewhere in the text. */
  #addElsewhere(token: number, position: number): void {
    const { tokens, vocabulary } = this.#document;
    const word = vocabulary.ofToken[token] ?? 0;
    const entry = vocabulary.entries[word] ?? 0;
    const seen = vocabulary.seen[word] ?? 0;
    const seenAndPlace = seen * 4 + (tokens.places[token] ?? 0);
    this.two(60, seenAndPlace, tokens.shapes[token] ?? 0);
    this.two(61, seenAndPlace, position);
    this.two(62, seenAndPlace, entry & LISTS);
    this.two(63, seen * SEEN_SHAPE, this.#widest[groupOf(entry)] ?? 0);
  }

  /** The known phrase that it belongs to, if any. */
  #addPhrase(token: number, position: number): void {
    const phrase = this.#document.phrases[token] ?? 0;
    if (phrase !== 0) {
      this.one(64, phrase);
      this.two(65, phrase, position);
      this.two(66, phrase, this.#shapeBefore(token) * 16 + this.#shapeAfter(token));
      this.three(67, phrase, this.#hashOf(this.#wordAt(token, 1)), NOTHING);
    }
  }

  #hashOf(word: number): number {
    return word < 0 ? NOTHING : (this.#document.vocabulary.hashes[word] ?? 0);
  }

  #listsOf(word: number): number {
    return word < 0 ? 0 : (this.#document.vocabulary.entries[word] ?? 0) & LISTS;
  }

  #wideOf(word: number): number {
    return word < 0 ? NO_GROUP : (this.#wide[groupOf(this.#document.vocabulary.entries[word] ?? 0)] ?? 0);
  }

  #shapeBefore(token: number): number {
    return this.#wordAt(token, -1) < 0 ? NO_SHAPE : (this.#document.tokens.shapes[token - 1] ?? 0);
  }

  #shapeAfter(token: number): number {
    return this.#wordAt(token, 1) < 0 ? NO_SHAPE : (this.#document.tokens.shapes[token + 1] ?? 0);
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

function positionIn(token: number, runStart: number, runEnd: number): number {
  if (runEnd - runStart === 1) {
    return Position.only;
  }
  if (token === runStart) {
    return Position.first;
  }
  return token === runEnd - 1 ? Position.last : Position.middle;
}
