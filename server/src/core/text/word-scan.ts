import { CharacterClass, classOf, expansionOf, foldOf } from './characters.ts';
import { folded, foldedText, hashFolded, longest } from './folded.ts';
import { initialsBehind } from './initials.ts';
import { Last } from './last.ts';
import type { RunningNumber } from './numbers.ts';
import { settleWord } from './settle-word.ts';
import { bracketedLetter, isJoint, isSign, isWordCode, thousands } from './shapes.ts';
import { isBritishS } from './spelling.ts';
import type { Span } from './span.ts';
import { hashKey, hashPrime, hashSeed, isSettled } from './word-hash.ts';
import { WordList } from './word-list.ts';

/** Goes over a text, or a span of it, and adds its words to a list; hidden spans are not there. */
export function scanWords(text: string, span: Span | undefined, hidden: readonly Span[] = none): WordList {
  return lastScan.hold(new Scan(text, span?.start ?? 0, span?.end ?? text.length, hidden)).run();
}

const none: readonly Span[] = [];
const { separator, letter, digit, transparent, apostrophe, expanding, currency } = CharacterClass;

/** No word that is longer than this has another key than its folded letters. */
const longestUnsettled = 24;

function isAccent(code: number): boolean {
  return code >= 0x0300 && code <= 0x036f;
}

class Scan {
  readonly #text: string;
  readonly #end: number;
  readonly #hidden: readonly Span[];
  readonly #start: number;
  readonly #list: WordList;
  /** The number that the last word ended with, while the next may still belong to it. */
  #number: RunningNumber | undefined;

  constructor(text: string, start: number, end: number, hidden: readonly Span[]) {
    this.#text = text;
    this.#start = start;
    this.#end = end;
    this.#hidden = hidden;
    this.#list = new WordList(text);
  }

  run(): WordList {
    this.#scan();
    return this.#list;
  }

  /** All in one, since it reads every character of every source: state in fields, and calls, would cost more than the rest. */
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
      at = this.#addPlain(at, Math.min(end, hiddenStart));
      if (at >= end || at >= hiddenStart) {
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
        } else if (
          (opening === 0x2d || opening === 0x2212) &&
          classOf(next) === digit &&
          isSign(text, at, this.#start)
        ) {
          folded[size++] = 0x2d;
          hash = Math.imul(hash ^ 0x2d, hashPrime);
          odd = true;
          at++;
        } else if (opening === 0x25 /* % */ || opening === 0x26 /* & */) {
          const key = opening === 0x25 ? 'percent' : 'and';
          at += opening === 0x26 && text.startsWith('&amp;', at) ? 5 : 1;
          this.#list.addKey(start, at, key);
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
          if (isAccent(code) && size > 0) {
            // One by itself belongs to its letter: what replaces the word must not leave it behind.
            wordEnd = at + 1;
          }
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
          odd = true;
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

      if (z > 0 && size < 28 && isBritishS(foldedText(size), z)) {
        folded[z] = 0x73;
        hash = hashFolded(size);
        odd = true;
      }
      if ((digits <= 0 && isSettled(hash)) || size > longestUnsettled) {
        this.#number = undefined;
        if (odd) {
          this.#list.addKey(start, wordEnd, foldedText(size));
        } else {
          this.#list.add(start, wordEnd, hash >>> 0);
        }
      } else {
        this.#settle(start, wordEnd, foldedText(size), hash >>> 0, odd);
      }
    }
  }

  /** Adds the words of letters and apostrophes that follow, as most are; gives the place of the first that needs a closer look. */
  #addPlain(from: number, limit: number): number {
    const text = this.#text;
    let at = from;
    while (at < limit) {
      let code = text.charCodeAt(at);
      if (code <= 0x22 || code === 0x2c || code === 0x2e) {
        at++;
        continue;
      }
      const start = at;
      let hash = hashSeed;
      let isBare = true;
      for (; at < limit; at++) {
        code = text.charCodeAt(at);
        const lower = code | 0x20;
        if (lower >= 0x61 && lower <= 0x7a) {
          if (lower === 0x7a && at - start > 3) {
            return start;
          }
          hash = Math.imul(hash ^ lower, hashPrime);
          continue;
        }
        if (code === 0x20) {
          break;
        }
        const kind = classOf(code);
        if (kind === apostrophe && at > start && isWordCode(text, at + 1, this.#end)) {
          isBare = false;
          hash = Math.imul(hash ^ 0x27, hashPrime);
          continue;
        }
        if (kind !== separator && kind !== currency && kind !== apostrophe) {
          return start;
        }
        break;
      }
      const size = at - start;
      const isCut = at === limit ? at < this.#end : size === 1 && code === 0x2e;
      if (size === 0 || size >= longest || isCut) {
        return start;
      }
      if (isSettled(hash) || size > longestUnsettled) {
        this.#number = undefined;
        this.#list.add(start, at, hash >>> 0);
      } else if (isBare) {
        this.#settle(start, at, text.slice(start, at).toLowerCase(), hash >>> 0, false);
      } else {
        return start;
      }
    }
    return at;
  }

  /** Adds a word that letter by letter does not settle, or joins it to the one before. */
  #settle(start: number, end: number, word: string, hash: number, odd: boolean): void {
    const list = this.#list;
    const isJoined = list.length > 0 && isJoint(this.#text, list.lastEnd(), start);
    const { key, joins, number } = settleWord(word, this.#text, start, end, {
      number: isJoined ? this.#number : undefined,
      isPer: isJoined && list.lastHash() === perHash,
    });
    this.#number = number;
    if (joins) {
      list.addKey(list.takeLast(), end, key);
    } else if (odd || key !== word) {
      this.#list.addKey(start, end, key);
    } else {
      this.#list.add(start, end, hash);
    }
  }
}

const lastScan = new Last<Scan>();
const perHash = hashKey('per');
