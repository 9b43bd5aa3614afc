import type { Span } from '../../text/span.ts';
import type { Block } from '../reading.ts';
import { CharacterClass, classOf, foldOf } from './characters.ts';
import { addToHash, finishHash, hashWord, startHash } from './hash.ts';

/** The outer form of a token. Everything from `capitalised` on may be part of a name. */
export const Shape = {
  mark: 0,
  possessive: 1,
  number: 2,
  lower: 3,
  capitalised: 4,
  capitals: 5,
  /** `J` */
  letter: 6,
  /** `J.` */
  initial: 7,
  /** `U.S.` */
  dotted: 8,
  /** `YouTube`, `iPhone`, `McDonald` */
  mixed: 9,
  /** `G20`, `Covid-19` */
  withDigits: 10,
  /** `Al-Sabah` */
  hyphenated: 11,
  /** `Jong-un` */
  hyphenatedLower: 12,
  /** `O'Neil` */
  withApostrophe: 13,
  /** `Sen.` */
  abbreviation: 14,
} as const;

/** What lies before a token. */
export const Gap = { none: 0, space: 1, break: 2 } as const;

/** Where in its sentence a token stands. */
export const Place = { inside: 0, sentenceStart: 1, afterMark: 2, blockStart: 3 } as const;

/** The tokens of a text, one array a property. */
export interface Tokens {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Of the folded word; of the code unit for a mark. Never 0. */
  readonly hashes: Int32Array;
  readonly shapes: Uint8Array;
  readonly gaps: Uint8Array;
  readonly places: Uint8Array;
  /** Index into the blocks. */
  readonly blocks: Int32Array;
}

/** Lower-case second halves that are no part of a name: `U.S.-led`, `Paris-based`. Longer ones never are. */
const APART = new Set(
  'led run born wide like era style old bred made held free day year time long side up off to and by for less only bound type size age rich mad wise plus'
    .split(' ')
    .map(hashWord),
);
/** Lower-case first halves that are part of a name: `al-Assad`. */
const ARTICLES = new Set('al el ul as ad an ar at az ash ach bin ibn abu abd'.split(' ').map(hashWord));
/** Words that keep their stop. */
const ABBREVIATIONS = new Set(
  'mr mrs ms mx dr sen rep gov gen col lt sgt capt cmdr maj adm cpl pvt jr sr st ste prof rev hon fr pres inc ltd co corp bros dept univ assn mt ft pres supt insp sec amb messrs bhd'
    .split(' ')
    .map(hashWord),
);
const LONGEST_LOWER_ENDING = 4;
/** A hidden stretch up to this length (an emphasis mark) does not part two words. */
const LONGEST_MARKUP = 3;
/** Where more than this share of line breaks goes on in lower case, lines are wrapped by hand. */
const WRAPPED_SHARE = 0.2;

class TokenWriter implements Tokens {
  count = 0;
  starts: Int32Array;
  ends: Int32Array;
  hashes: Int32Array;
  shapes: Uint8Array;
  gaps: Uint8Array;
  places: Uint8Array;
  blocks: Int32Array;

  constructor(capacity: number) {
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
    this.hashes = new Int32Array(capacity);
    this.shapes = new Uint8Array(capacity);
    this.gaps = new Uint8Array(capacity);
    this.places = new Uint8Array(capacity);
    this.blocks = new Int32Array(capacity);
  }

  push(
    start: number,
    end: number,
    hash: number,
    shape: number,
    gap: number,
    place: number,
    block: number,
  ): void {
    const index = this.count++;
    if (index === this.starts.length) {
      this.#grow(index * 2);
    }
    this.starts[index] = start;
    this.ends[index] = end;
    this.hashes[index] = hash;
    this.shapes[index] = shape;
    this.gaps[index] = gap;
    this.places[index] = place;
    this.blocks[index] = block;
  }

  #grow(capacity: number): void {
    const { starts, ends, hashes, shapes, gaps, places, blocks } = this;
    (this.starts = new Int32Array(capacity)).set(starts);
    (this.ends = new Int32Array(capacity)).set(ends);
    (this.hashes = new Int32Array(capacity)).set(hashes);
    (this.shapes = new Uint8Array(capacity)).set(shapes);
    (this.gaps = new Uint8Array(capacity)).set(gaps);
    (this.places = new Uint8Array(capacity)).set(places);
    (this.blocks = new Int32Array(capacity)).set(blocks);
  }
}

/** Cuts the prose of a text into words and marks; boilerplate, code and hidden stretches give none. */
export function tokenise(text: string, blocks: readonly Block[]): Tokens {
  const tokens = new TokenWriter((text.length >> 2) + 64);
  const lineGap = wrapped(text, blocks) ? Gap.space : Gap.break;
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'boilerplate' && block.kind !== 'code') {
      tokeniseBlock(text, block, index, lineGap, tokens);
    }
  }
  return tokens;
}

function wrapped(text: string, blocks: readonly Block[]): boolean {
  let breaks = 0;
  let lower = 0;
  for (const block of blocks) {
    for (
      let at = text.indexOf('\n', block.start);
      at >= 0 && at < block.end;
      at = text.indexOf('\n', at + 1)
    ) {
      breaks++;
      if (classOf(text.charCodeAt(at + 1)) === CharacterClass.lower) {
        lower++;
      }
    }
  }
  return lower > breaks * WRAPPED_SHARE;
}

function tokeniseBlock(
  text: string,
  block: Block,
  blockIndex: number,
  lineGap: number,
  tokens: TokenWriter,
): void {
  const { end, hidden } = block;
  let at = block.start;
  let gap: number = Gap.break;
  let place: number = Place.blockStart;
  let nextHidden = 0;
  let hiddenSpan: Span | undefined = hidden[0];
  while (at < end) {
    if (hiddenSpan !== undefined && at >= hiddenSpan.start) {
      if (at < hiddenSpan.end) {
        gap = hiddenSpan.end - hiddenSpan.start > LONGEST_MARKUP ? Gap.break : gap;
        at = hiddenSpan.end;
      }
      hiddenSpan = hidden[++nextHidden];
      continue;
    }
    const code = text.charCodeAt(at);
    const kind = classOf(code);
    if (kind === CharacterClass.space) {
      gap = gap === Gap.none ? Gap.space : gap;
      at++;
    } else if (kind === CharacterClass.newline) {
      gap = Math.max(gap, lineGap);
      place = gap === Gap.break ? Place.blockStart : place;
      at++;
    } else if (kind === CharacterClass.invisible) {
      at++;
    } else {
      const limit = hiddenSpan === undefined || hiddenSpan.start > end ? end : hiddenSpan.start;
      const start = at;
      if (kind === CharacterClass.lower || kind === CharacterClass.upper) {
        at = scanWord(text, at, limit, kind);
        tokens.push(start, at, wordHash, wordShape, gap, place, blockIndex);
        place = Place.inside;
        gap = Gap.none;
        if (possessiveAt(text, at, limit)) {
          tokens.push(at, at + 2, POSSESSIVE, Shape.possessive, Gap.none, Place.inside, blockIndex);
          at += 2;
        }
      } else if (kind === CharacterClass.digit) {
        at = scanNumber(text, at, limit);
        tokens.push(start, at, wordHash, Shape.number, gap, place, blockIndex);
        place = Place.inside;
        gap = Gap.none;
      } else {
        do {
          at++;
        } while (at < limit && text.charCodeAt(at) === code);
        const mark = plainMark(code);
        tokens.push(start, at, finishHash(addToHash(startHash(), mark)), Shape.mark, gap, place, blockIndex);
        place = placeAfter(mark, place, gap);
        gap = Gap.none;
      }
    }
  }
}

const POSSESSIVE = hashWord("'s");
const QUOTE = 0x22;
const FULL_STOP = 0x2e;

/** One code for all quote marks, and one for all dashes. */
function plainMark(code: number): number {
  switch (code) {
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0xab:
    case 0xbb:
    case 0x2018:
    case 0x60:
      return QUOTE;
    case 0x2019:
      return 0x27;
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2010:
    case 0x2011:
      return 0x2d;
    case 0x2026:
      return FULL_STOP;
    default:
      return code;
  }
}

function placeAfter(mark: number, place: number, gap: number): number {
  switch (mark) {
    case FULL_STOP:
    case 0x21: // !
    case 0x3f: // ?
      return Place.sentenceStart;
    case QUOTE:
    case 0x27: // '
      return place !== Place.inside ? place : gap === Gap.none ? Place.inside : Place.afterMark;
    case 0x3a: // :
    case 0x3b: // ;
    case 0x2022: // •
      return Place.afterMark;
    case 0x28: // (
    case 0x5b: // [
    case 0x2d: // -
    case 0x2a: // *
      return place;
    default:
      return Place.inside;
  }
}

let wordHash = 0;
let wordShape = 0;

function scanNumber(text: string, start: number, limit: number): number {
  let at = start;
  let hash = startHash();
  for (; at < limit; at++) {
    const code = text.charCodeAt(at);
    const kind = classOf(code);
    const inside =
      kind === CharacterClass.digit ||
      kind === CharacterClass.lower ||
      kind === CharacterClass.upper ||
      ((code === 0x2c || code === 0x2e) &&
        at + 1 < limit &&
        classOf(text.charCodeAt(at + 1)) === CharacterClass.digit);
    if (!inside) {
      break;
    }
    // All digits alike: what matters of a number is its form.
    hash = addToHash(hash, kind === CharacterClass.digit ? 0x30 : foldOf(code));
  }
  wordHash = finishHash(hash);
  return at;
}

/** Reads the word that starts here; leaves its hash and shape in `wordHash` and `wordShape`. */
function scanWord(text: string, start: number, limit: number, firstKind: number): number {
  let at = start;
  let hash = startHash();
  let upper = 0;
  let lower = 0;
  let digits = 0;
  let dots = 0;
  let apostrophes = 0;
  let capitalAfterHyphen = false;
  let lowerAfterHyphen = false;
  for (; at < limit; at++) {
    const code = text.charCodeAt(at);
    const kind = classOf(code);
    if (kind === CharacterClass.lower) {
      lower++;
    } else if (kind === CharacterClass.upper) {
      upper++;
    } else if (kind === CharacterClass.digit) {
      digits++;
    } else if (kind === CharacterClass.apostrophe) {
      const next = at + 1 < limit ? classOf(text.charCodeAt(at + 1)) : CharacterClass.other;
      if ((next !== CharacterClass.lower && next !== CharacterClass.upper) || possessiveAt(text, at, limit)) {
        break;
      }
      apostrophes++;
      hash = addToHash(hash, 0x27);
      continue;
    } else if (kind === CharacterClass.hyphen) {
      const next = at + 1 < limit ? classOf(text.charCodeAt(at + 1)) : CharacterClass.other;
      if (next === CharacterClass.upper) {
        if (firstKind === CharacterClass.lower && !ARTICLES.has(finishHash(hash))) {
          break;
        }
        capitalAfterHyphen = true;
      } else if (next === CharacterClass.lower) {
        if (firstKind === CharacterClass.upper && !endsName(text, at + 1, limit)) {
          break;
        }
        lowerAfterHyphen = true;
      } else if (next !== CharacterClass.digit || dots > 0) {
        break;
      }
      hash = addToHash(hash, 0x2d);
      continue;
    } else if (kind === CharacterClass.dot) {
      // Letters that each have their stop: J. or U.S.
      if (lower > 0 || digits > 0 || upper !== dots + 1) {
        break;
      }
      dots++;
      const next = at + 1 < limit ? classOf(text.charCodeAt(at + 1)) : CharacterClass.other;
      const beyond = at + 2 < limit ? text.charCodeAt(at + 2) : 0;
      if (next !== CharacterClass.upper || classOf(beyond) === CharacterClass.lower) {
        at++;
        break;
      }
      continue;
    } else if (kind !== CharacterClass.invisible) {
      break;
    }
    if (kind !== CharacterClass.invisible) {
      hash = addToHash(hash, foldOf(code));
    }
  }
  wordHash = finishHash(hash);
  if (dots > 0) {
    wordShape = upper > 1 ? Shape.dotted : Shape.initial;
  } else if (upper === 0) {
    wordShape = Shape.lower;
  } else if (capitalAfterHyphen) {
    wordShape = Shape.hyphenated;
  } else if (digits > 0) {
    wordShape = Shape.withDigits;
  } else if (lowerAfterHyphen) {
    wordShape = firstKind === CharacterClass.upper ? Shape.hyphenatedLower : Shape.lower;
  } else if (apostrophes > 0) {
    wordShape = Shape.withApostrophe;
  } else if (lower === 0) {
    wordShape = upper === 1 ? Shape.letter : Shape.capitals;
  } else {
    wordShape = upper === 1 && firstKind === CharacterClass.upper ? Shape.capitalised : Shape.mixed;
  }
  if (
    dots === 0 &&
    at < limit &&
    text.charCodeAt(at) === FULL_STOP &&
    upper > 0 &&
    ABBREVIATIONS.has(wordHash)
  ) {
    wordShape = Shape.abbreviation;
    at++;
  }
  return at;
}

/** Whether `'s` stands here as a word's ending. */
function possessiveAt(text: string, at: number, limit: number): boolean {
  if (at + 1 >= limit || classOf(text.charCodeAt(at)) !== CharacterClass.apostrophe) {
    return false;
  }
  const letter = text.charCodeAt(at + 1);
  if (letter !== 0x73 && letter !== 0x53) {
    return false;
  }
  const after = at + 2 < limit ? classOf(text.charCodeAt(at + 2)) : CharacterClass.other;
  return after !== CharacterClass.lower && after !== CharacterClass.upper && after !== CharacterClass.digit;
}

/** Whether the lower-case letters here may be the second half of a given name: `-un` of `Jong-un`. */
function endsName(text: string, start: number, limit: number): boolean {
  let at = start;
  let hash = startHash();
  while (at < limit && classOf(text.charCodeAt(at)) === CharacterClass.lower) {
    if (at - start === LONGEST_LOWER_ENDING) {
      return false;
    }
    hash = addToHash(hash, foldOf(text.charCodeAt(at)));
    at++;
  }
  return !APART.has(finishHash(hash));
}
