import { CharacterClass, classOf, expansionOf, foldOf } from './characters.ts';
import { initialsBehind } from './initials.ts';
import type { RunningNumber } from './numbers.ts';
import { settleWord, unsettledWords } from './settle-word.ts';
import { bracketedLetter, isJoint, isWordCode, thousands } from './shapes.ts';
import { isBritishS } from './spelling.ts';
import type { Span } from './span.ts';

/**
 * The words of a text as they are compared: what never counts as a difference folds to one key. A structure of arrays,
 * since millions of words are folded. Two words of one key have one hash; the reverse is only very likely.
 */
export interface Words {
  readonly length: number;
  /** UTF-16 offsets into the text. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** FNV-1a of the key, 32 bit. */
  readonly hashes: Uint32Array;
  key(index: number): string;
}

/** The words of a text, or of a span of it. Hidden spans are not there: a word goes on behind them. */
export function foldWords(text: string, span?: Span, hidden?: readonly Span[]): Words {
  return new Scan(text, span?.start ?? 0, span?.end ?? text.length, hidden ?? none).run();
}

/** The FNV-1a hash of a key: what `Words.hashes` holds for it. */
export function hashKey(key: string): number {
  let hash = hashSeed;
  for (let index = 0; index < key.length; index++) {
    hash = Math.imul(hash ^ key.charCodeAt(index), hashPrime);
  }
  return hash >>> 0;
}

const none: readonly Span[] = [];
const hashSeed = 0x811c9dc5 | 0;
const hashPrime = 0x01000193;
const { letter, digit, transparent, apostrophe, expanding, currency } = CharacterClass;

/** Longer runs of letters are no words; they are cut, so that hostile text cannot grow the buffer. */
const longest = 1000;
/** The folded characters of the word that is being scanned. Scanning is synchronous: one buffer is enough. */
const folded = new Uint16Array(longest + 32);

/** One bit a hash: set for the words that folding letter by letter does not settle. */
const special = new Uint32Array(0x10000 >>> 5);
for (const word of unsettledWords()) {
  const bit = hashKey(word) & 0xffff;
  special[bit >>> 5] = (special[bit >>> 5] ?? 0) | (1 << (bit & 31));
}

class Scan implements Words {
  length = 0;
  starts = noOffsets;
  ends = noOffsets;
  hashes = noHashes;
  readonly #text: string;
  readonly #end: number;
  readonly #hidden: readonly Span[];
  readonly #start: number;
  /** Keys that folding letter by letter would not give, or that depend on what stands around the word. */
  readonly #keys = new Map<number, string>();
  /** The number that the last word ended with, while the next may still belong to it. */
  #number: RunningNumber | undefined;

  constructor(text: string, start: number, end: number, hidden: readonly Span[]) {
    this.#text = text;
    this.#start = start;
    this.#end = end;
    this.#hidden = hidden;
  }

  key(index: number): string {
    const known = this.#keys.get(index);
    if (known !== undefined) {
      return known;
    }
    if (index < 0 || index >= this.length) {
      return '';
    }
    return foldPlain(this.#text, this.starts[index] ?? 0, this.ends[index] ?? 0);
  }

  run(): Words {
    this.#scan();
    this.starts = starts.slice(0, this.length);
    this.ends = ends.slice(0, this.length);
    this.hashes = hashes.slice(0, this.length);
    return this;
  }

  #scan(): void {
    const text = this.#text;
    const end = this.#end;
    const hidden = this.#hidden;
    let nextHidden = 0;
    while (nextHidden < hidden.length && (hidden[nextHidden]?.end ?? 0) <= this.#start) {
      nextHidden++;
    }
    let hiddenStart = hidden[nextHidden]?.start ?? end;

    let at = this.#start;
    while (at < end) {
      if (at >= hiddenStart) {
        at = Math.max(at, hidden[nextHidden]?.end ?? at);
        hiddenStart = hidden[++nextHidden]?.start ?? end;
        continue;
      }
      const opening = text.charCodeAt(at);
      let kind = classOf(opening);
      const start = at;
      let hash = hashSeed;
      let size = 0;
      let patched = false;
      let odd = false;
      if (kind !== letter && kind !== digit && kind !== expanding) {
        const next = at + 1 < end ? text.charCodeAt(at + 1) : 0;
        if (kind === currency && classOf(next) === digit) {
          folded[size++] = opening;
          hash = Math.imul(hash ^ opening, hashPrime);
          odd = true;
          at++;
        } else if ((opening === 0x2d || opening === 0x2212) && classOf(next) === digit && this.#signs(at)) {
          folded[size++] = 0x2d;
          hash = Math.imul(hash ^ 0x2d, hashPrime);
          odd = true;
          at++;
        } else if (opening === 0x25 /* % */ || opening === 0x26 /* & */) {
          const key = opening === 0x25 ? 'percent' : 'and';
          at += opening === 0x26 && text.startsWith('&amp;', at) ? 5 : 1;
          this.#add(start, at, hashKey(key));
          this.#keys.set(this.length - 1, key);
          this.#number = undefined;
          continue;
        } else if (opening === 0x5b /* [ */ && bracketedLetter(text, at, end)) {
          at++;
          patched = true;
          odd = true;
        } else {
          at++;
          continue;
        }
        kind = classOf(text.charCodeAt(at));
      }

      let wordEnd = at;
      /** Digits since the start or the last comma; -1 once something else stood in the word. */
      let digits = 0;
      let z = -1;
      for (; at < end && size < longest; at++) {
        if (at >= hiddenStart) {
          odd = true;
          at = Math.max(at, hidden[nextHidden]?.end ?? at) - 1;
          hiddenStart = hidden[++nextHidden]?.start ?? end;
          continue;
        }
        const code = text.charCodeAt(at);
        kind = classOf(code);
        if (kind === letter) {
          const fold = foldOf(code);
          if (fold === 0x7a && size > 3) {
            z = size;
          }
          folded[size++] = fold;
          hash = Math.imul(hash ^ fold, hashPrime);
          digits = -1;
        } else if (kind === digit) {
          const fold = foldOf(code);
          folded[size++] = fold;
          hash = Math.imul(hash ^ fold, hashPrime);
          if (digits >= 0) {
            digits++;
          }
        } else if (kind === transparent) {
          continue;
        } else if (kind === expanding) {
          const expansion = expansionOf(code);
          for (let index = 0; index < expansion.length; index++) {
            const fold = expansion.charCodeAt(index);
            folded[size++] = fold;
            hash = Math.imul(hash ^ fold, hashPrime);
          }
          digits = -1;
        } else if (kind === apostrophe) {
          if (!isWordCode(text, at + 1, end) || at >= hiddenStart - 1) {
            break;
          }
          // `1990's` is `1990s`.
          if (digits < 0) {
            folded[size++] = 0x27;
            hash = Math.imul(hash ^ 0x27, hashPrime);
          } else {
            odd = true;
          }
          continue;
        } else if (patched && code === 0x5d /* ] */) {
          patched = false;
          continue;
        } else if (digits > 0 && code === 0x2c /* , */ && digits <= 3 && thousands(text, at + 1, end)) {
          digits = 0;
          continue;
        } else if (
          digits > 0 &&
          code === 0x2e /* . */ &&
          at + 1 < end &&
          classOf(text.charCodeAt(at + 1)) === digit
        ) {
          folded[size++] = code;
          hash = Math.imul(hash ^ code, hashPrime);
          digits = 4;
          continue;
        } else {
          break;
        }
        wordEnd = at + 1;
      }
      if (size === 1 && digits < 0 && wordEnd < end && text.charCodeAt(wordEnd) === 0x2e) {
        const rest = initialsBehind(text, wordEnd, end);
        if (rest !== undefined) {
          for (let index = 0; index < rest.letters.length; index++) {
            folded[size++] = rest.letters.charCodeAt(index);
          }
          hash = hashFolded(size);
          wordEnd = rest.end;
          odd = true;
          at = wordEnd;
          // Hidden spans inside initials are behind now.
          while (hiddenStart < at) {
            hiddenStart = hidden[++nextHidden]?.start ?? end;
          }
        }
      }

      if (z > 0 && size < 28 && isBritishS(bufferString(size), z)) {
        folded[z] = 0x73;
        hash = hashFolded(size);
        odd = true;
      }
      const bit = hash & 0xffff;
      const settled = digits <= 0 && ((special[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0;
      if (settled || size > 24) {
        this.#number = undefined;
        this.#add(start, wordEnd, hash >>> 0);
        if (odd || digits >= 0) {
          this.#keys.set(this.length - 1, bufferString(size));
        }
      } else {
        this.#settle(start, wordEnd, bufferString(size));
      }
    }
  }

  /** Adds a word that letter by letter does not settle, or joins it to the one before. */
  #settle(start: number, end: number, word: string): void {
    const before = this.length - 1;
    const isJoined = before >= 0 && isJoint(this.#text, ends[before] ?? 0, start);
    const { key, joins, number } = settleWord(word, this.#text, start, end, {
      number: isJoined ? this.#number : undefined,
      isPer: isJoined && hashes[before] === perHash,
    });
    this.#number = number;
    if (joins) {
      this.length--;
      this.#add(starts[this.length] ?? start, end, hashKey(key));
    } else {
      this.#add(start, end, hashKey(key));
    }
    this.#keys.set(this.length - 1, key);
  }

  /** Whether a minus at an offset is a sign: white space before it, and no figure before that. */
  #signs(at: number): boolean {
    if (at === this.#start) {
      return true;
    }
    const before = this.#text.charCodeAt(at - 1);
    const isSpace =
      before === 0x20 ||
      before === 0x0a ||
      before === 0xa0 ||
      before === 0x202f ||
      (before >= 0x2000 && before <= 0x200b);
    return isSpace && (at < 2 || classOf(this.#text.charCodeAt(at - 2)) !== digit);
  }

  #add(start: number, end: number, hash: number): void {
    if (this.length === starts.length) {
      starts = grow(starts, Int32Array);
      ends = grow(ends, Int32Array);
      hashes = grow(hashes, Uint32Array);
    }
    starts[this.length] = start;
    ends[this.length] = end;
    hashes[this.length] = hash;
    this.length++;
  }
}

const perHash = hashKey('per');
const noOffsets = new Int32Array(0);
const noHashes = new Uint32Array(0);

// The words of the scan that runs, cut to size at its end: most texts are a paragraph, and allocation is what costs.
let starts = new Int32Array(4096);
let ends = new Int32Array(4096);
let hashes = new Uint32Array(4096);

/** The key of a word in which nothing but its letters is to be folded. */
function foldPlain(text: string, start: number, end: number): string {
  const raw = text.slice(start, end);
  if (/^[a-z]+$/.test(raw)) {
    return raw;
  }
  let key = '';
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    const kind = classOf(code);
    if (kind === letter || kind === digit) {
      key += String.fromCharCode(foldOf(code));
    } else if (kind === expanding) {
      key += expansionOf(code);
    } else if (kind === apostrophe) {
      key += "'";
    }
  }
  return key;
}

function grow<A extends Int32Array | Uint32Array>(array: A, Kind: new (length: number) => A): A {
  const larger = new Kind(array.length * 2 + 16);
  larger.set(array);
  return larger;
}

function hashFolded(size: number): number {
  let hash = hashSeed;
  for (let index = 0; index < size; index++) {
    hash = Math.imul(hash ^ (folded[index] ?? 0), hashPrime);
  }
  return hash;
}

function bufferString(size: number): string {
  return String.fromCharCode.apply(null, folded.subarray(0, size) as unknown as number[]);
}
