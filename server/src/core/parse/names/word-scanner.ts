import { CharacterClass, classOf, foldOf } from './characters.ts';
import { addToHash, finishHash, hashedWords, startHash } from './hash.ts';
import { lookUp, WordList, type WordTable } from './lexicon.ts';
import { Shape } from './shapes.ts';

/** Lower-case second halves that are no part of a name: `U.S.-led`, `Paris-based`. Longer ones never are. */
const APART = hashedWords(
  'led run born wide like era style old bred made held free day year time long side up off to and by for less only bound type size age rich mad wise plus strong being going along',
);
/** First halves that are no part of a name: `Anti-Gaddafi`, `ex-France`. */
const PREFIXES = hashedWords('anti pro ex non pre post mid former self co un sub trans inter pan cross all');
/** Lower-case first halves that are part of a name: `al-Assad`. */
const ARTICLES = hashedWords('al el ul as ad an ar at az ash ach bin ibn abu abd');
/** Words that keep their stop. */
const ABBREVIATIONS = hashedWords(
  'mr mrs ms mx dr sen rep gov gen col lt sgt capt cmdr maj adm cpl pvt jr sr st ste prof rev hon fr pres inc ltd co corp bros dept univ assn mt ft supt insp sec amb messrs bhd',
);
const LONGEST_LOWER_ENDING = 4;
/** `-chung` of `Chih-chung`. */
const LONGEST_LOWER_ENDING_NG = 6;
const SPACE = 0x20;
const FULL_STOP = 0x2e;
const HYPHEN = 0x2d;
const COMMA = 0x2c;

/** Reads the words of a text, and leaves the hash and shape of the last one in its fields. */
export class WordScanner {
  hash = 0;
  shape = 0;
  readonly #text: string;
  readonly #lexicon: WordTable | undefined;

  /** With the words of a lexicon, countries joined by a hyphen are read as two words. */
  constructor(text: string, lexicon: WordTable | undefined) {
    this.#text = text;
    this.#lexicon = lexicon;
  }

  /** Reads the word that starts at a letter; gives its end. */
  word(start: number, limit: number): number {
    const text = this.#text;
    let at = start;
    let hash = startHash();
    let code = text.charCodeAt(at);
    const upper = code >= 0x41 && code <= 0x5a ? 1 : 0;
    if (upper === 1) {
      hash = addToHash(hash, code | 0x20);
      code = ++at < limit ? text.charCodeAt(at) : SPACE;
    }
    const small = at;
    while (code >= 0x61 && code <= 0x7a) {
      hash = addToHash(hash, code);
      code = ++at < limit ? text.charCodeAt(at) : SPACE;
    }
    // Nearly every word is plain letters up to a space or a mark.
    if (classOf(code) > CharacterClass.newline) {
      return this.#anyWord(start, limit, at, hash, upper, at - small);
    }
    this.hash = finishHash(hash);
    this.shape = upper === 0 ? Shape.lower : at === small ? Shape.letter : Shape.capitalised;
    return at;
  }

  /** Reads on, from `at`, in a word of which some plain letters have been read. In one piece, as all that is done a character. */
  #anyWord(
    start: number,
    limit: number,
    from: number,
    hashSoFar: number,
    upperSoFar: number,
    lowerSoFar: number,
  ): number {
    const text = this.#text;
    const startsUpper = classOf(text.charCodeAt(start)) === CharacterClass.upper;
    let at = from;
    let hash = hashSoFar;
    let upper = upperSoFar;
    let lower = lowerSoFar;
    let digits = 0;
    let dots = 0;
    let apostrophes = 0;
    let capitalAfterHyphen = false;
    let lowerAfterHyphen = false;
    let countryEnd = 0;
    let countryHash = 0;
    let countryShape = 0;
    scan: for (; at < limit; at++) {
      const code = text.charCodeAt(at);
      const kind = classOf(code);
      switch (kind) {
        case CharacterClass.lower:
          lower++;
          break;
        case CharacterClass.upper:
          upper++;
          break;
        case CharacterClass.digit:
          digits++;
          break;
        case CharacterClass.invisible:
          continue;
        case CharacterClass.apostrophe:
          if (!isLetter(this.#classAt(at + 1, limit)) || this.possessiveAt(at, limit)) {
            break scan;
          }
          apostrophes++;
          hash = addToHash(hash, 0x27);
          continue;
        case CharacterClass.hyphen: {
          const next = this.#classAt(at + 1, limit);
          if (next === CharacterClass.upper) {
            const half = finishHash(hash);
            if (PREFIXES.has(half) || (!startsUpper && !ARTICLES.has(half))) {
              break scan;
            }
            if (countryEnd === 0 && this.#isCountry(half)) {
              countryEnd = at;
              countryHash = half;
              countryShape = lower === 0 ? Shape.capitals : Shape.capitalised;
            }
            capitalAfterHyphen = true;
          } else if (next === CharacterClass.lower) {
            if (startsUpper && !this.#endsName(at + 1, limit)) {
              break scan;
            }
            lowerAfterHyphen = true;
          } else if (next !== CharacterClass.digit || dots > 0) {
            break scan;
          }
          hash = addToHash(hash, HYPHEN);
          continue;
        }
        case CharacterClass.dot: {
          // Letters that each have their stop: J. or U.S.
          if (lower > 0 || digits > 0 || upper !== dots + 1) {
            break scan;
          }
          dots++;
          if (
            this.#classAt(at + 1, limit) !== CharacterClass.upper ||
            this.#classAt(at + 2, limit) === CharacterClass.lower
          ) {
            at++;
            break scan;
          }
          continue;
        }
        default:
          break scan;
      }
      hash = addToHash(hash, foldOf(code));
    }
    this.hash = finishHash(hash);
    if (countryEnd > 0 && !this.#isCountry(this.hash)) {
      this.hash = countryHash;
      this.shape = countryShape;
      return countryEnd;
    }
    if (dots > 0) {
      this.shape = upper > 1 ? Shape.dotted : Shape.initial;
    } else if (upper === 0) {
      this.shape = Shape.lower;
    } else if (capitalAfterHyphen) {
      this.shape = Shape.hyphenated;
    } else if (digits > 0) {
      this.shape = Shape.withDigits;
    } else if (lowerAfterHyphen) {
      this.shape = startsUpper ? Shape.hyphenatedLower : Shape.lower;
    } else if (apostrophes > 0) {
      this.shape = Shape.withApostrophe;
    } else if (lower === 0) {
      this.shape = upper === 1 ? Shape.letter : Shape.capitals;
    } else {
      this.shape = upper === 1 && startsUpper ? Shape.capitalised : Shape.mixed;
    }
    if (
      dots === 0 &&
      upper > 0 &&
      at < limit &&
      text.charCodeAt(at) === FULL_STOP &&
      ABBREVIATIONS.has(this.hash)
    ) {
      this.shape = Shape.abbreviation;
      at++;
    }
    return at;
  }

  /** Reads the number that starts at a digit; gives its end. */
  number(start: number, limit: number): number {
    let at = start;
    let hash = startHash();
    for (; at < limit; at++) {
      const code = this.#text.charCodeAt(at);
      const kind = classOf(code);
      const inside =
        kind === CharacterClass.digit ||
        isLetter(kind) ||
        ((code === COMMA || code === FULL_STOP) && this.#classAt(at + 1, limit) === CharacterClass.digit);
      if (!inside) {
        break;
      }
      // All digits alike: what matters of a number is its form.
      hash = addToHash(hash, kind === CharacterClass.digit ? 0x30 : foldOf(code));
    }
    this.hash = finishHash(hash);
    this.shape = Shape.number;
    return at;
  }

  /** Whether `'s` stands here as a word's ending. */
  possessiveAt(at: number, limit: number): boolean {
    if (this.#classAt(at, limit) !== CharacterClass.apostrophe || at + 1 >= limit) {
      return false;
    }
    const letter = this.#text.charCodeAt(at + 1);
    const after = this.#classAt(at + 2, limit);
    return (letter === 0x73 || letter === 0x53) && !isLetter(after) && after !== CharacterClass.digit;
  }

  #classAt(at: number, limit: number): number {
    return at < limit ? classOf(this.#text.charCodeAt(at)) : CharacterClass.other;
  }

  /** Whether the lower-case letters here may be the second half of a given name: `-un` of `Jong-un`. */
  #endsName(start: number, limit: number): boolean {
    let at = start;
    let hash = startHash();
    while (this.#classAt(at, limit) === CharacterClass.lower) {
      if (at - start === LONGEST_LOWER_ENDING_NG) {
        return false;
      }
      hash = addToHash(hash, foldOf(this.#text.charCodeAt(at)));
      at++;
    }
    if (at - start > LONGEST_LOWER_ENDING && !this.#text.startsWith('ng', at - 2)) {
      return false;
    }
    return !APART.has(finishHash(hash));
  }

  #isCountry(hash: number): boolean {
    return (
      this.#lexicon !== undefined &&
      (lookUp(this.#lexicon, hash) & (WordList.country | WordList.bigCity)) !== 0
    );
  }
}

function isLetter(kind: number): boolean {
  return kind === CharacterClass.lower || kind === CharacterClass.upper;
}
