import { Last } from '../../text/last.ts';
import type { Span } from '../../text/span.ts';
import type { Block } from '../reading.ts';
import { CharacterClass, classOf } from './characters.ts';
import { addToHash, finishHash, hashWord, startHash } from './hash.ts';
import type { WordTable } from './lexicon.ts';
import { BEYOND } from './room.ts';
import { Gap, Place, Shape } from './shapes.ts';
import { WordScanner } from './word-scanner.ts';

const lastScanner = new Last<WordScanner>();

/** The tokens of a text, one array a property; behind the last one they hold zeros. */
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
  /** 1 for tokens of headlines whose shape is not the printed one. */
  readonly recased: Uint8Array;
  /** The first token of each block, and behind the last block the count. */
  readonly firsts: Int32Array;
}

/** A hidden stretch up to this length (an emphasis mark) does not part two words. */
const LONGEST_MARKUP = 3;
/** Where more than this share of line breaks goes on in lower case, lines are wrapped by hand. */
const WRAPPED_SHARE = 0.2;

/** Tokens that may be written anew, for the next text: making the arrays costs more than filling them. */
export class TokenWriter implements Tokens {
  count = 0;
  starts = new Int32Array(0);
  ends = new Int32Array(0);
  hashes = new Int32Array(0);
  shapes = new Uint8Array(0);
  gaps = new Uint8Array(0);
  places = new Uint8Array(0);
  blocks = new Int32Array(0);
  recased = new Uint8Array(0);
  firsts = new Int32Array(0);

  /** Forgets all tokens and makes room for about so many. */
  clear(tokens: number, blocks: number): void {
    this.count = 0;
    if (tokens + BEYOND > this.starts.length) {
      this.#grow(tokens + BEYOND);
    }
    if (blocks + 1 > this.firsts.length) {
      this.firsts = new Int32Array(blocks * 2 + 16);
    }
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
    if (index + BEYOND >= this.starts.length) {
      this.#grow(index * 2 + BEYOND);
    }
    this.starts[index] = start;
    this.ends[index] = end;
    this.hashes[index] = hash;
    this.shapes[index] = shape;
    this.gaps[index] = gap;
    this.places[index] = place;
    this.blocks[index] = block;
    this.recased[index] = 0;
  }

  finish(): void {
    const { count, starts, ends, hashes, shapes, gaps, places, blocks, recased } = this;
    for (const array of [starts, ends, hashes, shapes, gaps, places, blocks, recased]) {
      array.fill(0, count, count + BEYOND);
    }
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
    this.recased = new Uint8Array(capacity);
  }
}

/** Cuts the prose of a text into words and marks; boilerplate, code and hidden stretches give none. */
export function tokenise(
  text: string,
  blocks: readonly Block[],
  lexicon?: WordTable,
  tokens = new TokenWriter(),
): Tokens {
  const scanner = lastScanner.hold(new WordScanner(text, lexicon));
  tokens.clear((text.length >> 2) + 64, blocks.length);
  const lineGap = wrapped(text, blocks) ? Gap.space : Gap.break;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    tokens.firsts[index] = tokens.count;
    if (block !== undefined && block.kind !== 'boilerplate' && block.kind !== 'code') {
      tokeniseBlock(text, block, index, lineGap, scanner, tokens);
    }
  }
  tokens.firsts[blocks.length] = tokens.count;
  tokens.finish();
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
  scanner: WordScanner,
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
        at = scanner.word(at, limit);
        tokens.push(start, at, scanner.hash, scanner.shape, gap, place, blockIndex);
        place = Place.inside;
        gap = Gap.none;
        if (scanner.possessiveAt(at, limit)) {
          tokens.push(at, at + 2, POSSESSIVE, Shape.possessive, Gap.none, Place.inside, blockIndex);
          at += 2;
        }
      } else if (kind === CharacterClass.digit) {
        at = scanner.number(at, limit);
        tokens.push(start, at, scanner.hash, scanner.shape, gap, place, blockIndex);
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
