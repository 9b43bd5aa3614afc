import { isFirstName } from './entities-first-names.ts';
import { CharacterClass, classOf } from '../text/characters.ts';
import { Last } from '../text/last.ts';
import {
  afterLetters,
  endOfWord,
  endsSentenceAfter,
  isGenitiveOfPlural,
  isUpperCase,
  keepsDot,
  possessiveEnd,
  withoutClitic,
} from './attribution-spelling.ts';
import {
  ADVERB,
  classesOf,
  CONJUNCTION,
  DETERMINER,
  PAST,
  PREPOSITION,
  PRONOUN,
  SAY,
  TIME,
  TITLE,
} from './cues.ts';
import type { SceneSource } from './attribution-known.ts';
import { pushPunctuation } from './attribution-punctuation.ts';
import { CAPITAL, Kind, PERSON, PLACE, POSSESSIVE, type Tokens } from './attribution-tokens.ts';
import type { QuotationSpan } from './marks.ts';

/** Splits a block into tokens. */
export function tokenise(source: SceneSource): Tokens {
  return lastTokeniser.hold(new Tokeniser(source)).read();
}

const lastTokeniser = new Last<Tokeniser>();

/** Goes through a block once, and past its quotations, hidden spans and names as it comes to them. */
class Tokeniser {
  readonly #source: SceneSource;
  readonly #kinds: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #classes: number[] = [];
  readonly #marks: number[] = [];
  readonly #refs: number[] = [];
  #quotation: number;
  #mention: number;
  #hidden = 0;
  #at: number;
  /** Where the next quotation, hidden span or name begins: up to there, all is words and punctuation. */
  #edge: number;

  constructor(source: SceneSource) {
    this.#source = source;
    this.#quotation = source.firstQuotation;
    this.#mention = source.firstMention;
    this.#at = source.block.start;
    this.#edge = source.block.start;
  }

  read(): Tokens {
    const { text, block, blockIndex } = this.#source;
    const push = this.#push.bind(this);
    while (this.#at < block.end) {
      if (this.#at >= this.#edge) {
        this.#takeSpan();
        continue;
      }
      const code = text.charCodeAt(this.#at);
      if (code <= 0x20 || code === 0xa0) {
        this.#at++;
        continue;
      }
      const kind = classOf(code);
      const isWord =
        kind === CharacterClass.letter || kind === CharacterClass.digit || kind === CharacterClass.expanding;
      this.#at = isWord ? this.#takeWord(this.#at, code) : pushPunctuation(text, this.#at, code, push);
    }
    return {
      text,
      block: blockIndex,
      count: this.#kinds.length,
      kinds: this.#kinds,
      starts: this.#starts,
      ends: this.#ends,
      classes: this.#classes,
      marks: this.#marks,
      refs: this.#refs,
    };
  }

  #push(kind: number, start: number, end: number, wordClasses = 0, mark = 0, ref = -1): void {
    this.#kinds.push(kind);
    this.#starts.push(start);
    this.#ends.push(end);
    this.#classes.push(wordClasses);
    this.#marks.push(mark);
    this.#refs.push(ref);
  }

  /** Takes the quotation, hidden span or name that stands here; where none does, looks how far the next one is. */
  #takeSpan(): void {
    const { block, quotations, mentions } = this.#source;
    const quoted = quotations[this.#quotation];
    const covered = block.hidden[this.#hidden];
    const named = mentions[this.#mention];
    if (quoted && quoted.outer.start <= this.#at) {
      this.#takeQuotation(quoted);
      this.#quotation++;
    } else if (covered && covered.start <= this.#at) {
      this.#at = Math.max(this.#at, covered.end);
      this.#hidden++;
    } else if (named && named.start <= this.#at) {
      this.#takeName(named, quoted);
      this.#mention++;
    } else {
      this.#edge = Math.min(
        block.end,
        quoted?.outer.start ?? block.end,
        covered?.start ?? block.end,
        named?.start ?? block.end,
      );
    }
  }

  #takeQuotation(quoted: QuotationSpan): void {
    const { text } = this.#source;
    const { end } = quoted.outer;
    const last = this.#kinds.length - 1;
    const isWithinName =
      this.#kinds[last] === Kind.name &&
      ((this.#marks[last] ?? 0) & (PERSON | POSSESSIVE)) === PERSON &&
      isNickname(text, quoted, this.#starts[last] ?? this.#at, this.#ends[last] ?? this.#at);
    if (!isWithinName && end > this.#at) {
      this.#push(Kind.quotation, this.#at, end, 0, 0, this.#quotation);
    }
    this.#at = isWithinName ? end : Math.max(this.#at, end);
  }

  /** `quoted`: the next quotation. */
  #takeName(named: SceneSource['mentions'][number], quoted: QuotationSpan | undefined): void {
    const { text, block } = this.#source;
    // `Robert “Bud” Lane` is one name.
    const isWithin = quoted !== undefined && quoted.outer.end < named.end;
    const limit = isWithin ? named.end : (quoted?.outer.start ?? block.end);
    if (named.start !== this.#at || named.end > limit) {
      return;
    }
    const compound = compoundEnd(text, named.end, Math.min(block.end, limit));
    if (compound > named.end) {
      this.#push(Kind.word, named.start, compound, 0, CAPITAL);
      this.#at = compound;
      return;
    }
    this.#dropHyphen(named.start);
    const possessive = isGenitiveOfPlural(text, named.end) ? named.end + 1 : possessiveEnd(text, named.end);
    const owns = possessive > named.end;
    const kind = named.kind === 'place' ? PLACE : named.kind === 'person' ? PERSON : 0;
    const mark = CAPITAL | kind | (owns ? POSSESSIVE : 0);
    this.#push(Kind.name, named.start, named.end, 0, mark, this.#mention);
    // `once of the F.B.I. But Lane said`
    const isDotted = kind === 0 && text.charCodeAt(named.end - 1) === 0x2e;
    if (isDotted && opensClause(text, named.end, block.end)) {
      this.#push(Kind.stop, named.end - 1, named.end);
    }
    const end = afterAbbreviation(text, named.start, possessive, block.end);
    this.#at = afterLetters(text, end, kind === PERSON);
  }

  /** Takes a word that begins with the character of this code, and says where to go on. */
  #takeWord(at: number, code: number): number {
    const { text, block } = this.#source;
    const end = endOfWord(text, at, this.#edge);
    const bare = withoutClitic(text, at, end);
    let wordClasses = this.#classesOf(at, bare, code);
    let next = end;
    if (end < this.#edge && text.charCodeAt(end) === 0x2e) {
      const isFollowed = text.charCodeAt(end + 1) === 0x2c;
      if (isFollowed || keepsDot(text.slice(at, bare), wordClasses)) {
        next++;
        wordClasses |= classesOf(text, at, next) & (TITLE | TIME);
      }
    }
    // `the clubs’ manager`
    const ofMany = end < this.#edge && isGenitiveOfPlural(text, end);
    const owns = (ofMany || bare < end) && (wordClasses & PRONOUN) === 0;
    const mark = (isUpperCase(code) ? CAPITAL : 0) | (owns ? POSSESSIVE : 0);
    this.#push(Kind.word, at, next, wordClasses, mark);
    const isAbbreviated = next > end && (wordClasses & TITLE) === 0 && bare - at > 1;
    if (isAbbreviated && endsSentenceAfter(text, next, block.end)) {
      this.#push(Kind.stop, next - 1, next);
    }
    return ofMany ? end + 1 : next;
  }

  #classesOf(at: number, bare: number, code: number): number {
    const { text } = this.#source;
    const last = this.#kinds.length - 1;
    if (this.#isPerfect(last) && text.startsWith('written', at) && bare - at === 7) {
      return SAY | PAST;
    }
    const wordClasses = last >= 0 && isNameLikely(text, at, bare) ? 0 : classesOf(text, at, bare);
    // `said Per Holm`, `said Long`: no preposition or adverb has a capital there.
    const isCapitalised =
      (wordClasses & (ADVERB | PREPOSITION)) !== 0 &&
      (wordClasses & (TIME | DETERMINER)) === 0 &&
      isUpperCase(code);
    const isBehindSay = this.#kinds[last] === Kind.word && ((this.#classes[last] ?? 0) & SAY) !== 0;
    return isCapitalised && isBehindSay ? 0 : wordClasses;
  }

  /** `Lane had`, `Lane had also`: what follows is what she did, and not what was done to it. */
  #isPerfect(last: number): boolean {
    const isHave = (at: number): boolean =>
      this.#kinds[at] === Kind.word &&
      perfect.test(this.#source.text.slice(this.#starts[at], this.#ends[at]));
    return isHave(last) || (((this.#classes[last] ?? 0) & ADVERB) !== 0 && isHave(last - 1));
  }

  /** `anti-Lane clerks`, `Holt University-North Quay`: a hyphen before a name is no dash. */
  #dropHyphen(name: number): void {
    const [kinds, starts, ends] = [this.#kinds, this.#starts, this.#ends];
    const last = kinds.length - 1;
    if (last < 1 || kinds[last] !== Kind.dash) {
      return;
    }
    const isHyphen = ends[last] === name && name - (starts[last] ?? name) === 1;
    const before = kinds[last - 1];
    const isTight = ends[last - 1] === starts[last] && (before === Kind.word || before === Kind.name);
    if (isHyphen && isTight) {
      for (const list of [kinds, starts, ends, this.#classes, this.#marks, this.#refs]) {
        list.pop();
      }
    }
  }
}

/** `Oslo-based`, `Lane-backed`: a word that has a name in it. The end of the name where it has no such end. */
function compoundEnd(text: string, end: number, limit: number): number {
  const code = text.charCodeAt(end + 1);
  if (text.charCodeAt(end) !== 0x2d || code < 0x61 || code > 0x7a || end + 2 >= limit) {
    return end;
  }
  return endOfWord(text, end + 1, limit);
}

/** A name may end in an abbreviation whose dot is no part of it: `Sens.`, `U.S.`, `Jr.` */
function afterAbbreviation(text: string, start: number, end: number, limit: number): number {
  if (text.charCodeAt(end) !== 0x2e) {
    return end;
  }
  const name = text.slice(start, end);
  const word = name.slice(name.lastIndexOf(' ') + 1);
  const goesOn =
    text.charCodeAt(end + 1) === 0x2c ||
    (keepsDot(word, classesOf(word)) && !endsSentenceAfter(text, end + 1, limit));
  return goesOn ? end + 1 : end;
}

const perfect = /^(?:has|had|have)$/;

/** Whether a dotted name is the end of its sentence: a small word that opens a clause follows with a capital. */
function opensClause(text: string, offset: number, limit: number): boolean {
  const word = /^\s+(\p{Lu}\p{Ll}*)\s/u.exec(text.slice(offset, Math.min(limit, offset + 20)))?.[1] ?? '';
  return word !== '' && (classesOf(word) & (CONJUNCTION | PRONOUN | DETERMINER)) !== 0;
}

/** `May` and `Will` inside a sentence are people or a month, never modals. */
function isNameLikely(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start);
  return (
    (code === 0x4d && end - start === 3 && text.startsWith('May', start)) ||
    (code === 0x57 && end - start === 4 && text.startsWith('Will', start))
  );
}

/** No longer are the names that friends give, in characters. */
const LONGEST_NICKNAME = 16;

/** `James “Mad Dog” Lane`: no words of anybody, between the given name and the other. */
function isNickname(
  text: string,
  { start, end, outer }: QuotationSpan,
  first: number,
  last: number,
): boolean {
  const given = text.slice(first, last);
  const isGiven = outer.start - last === 1 && (given.endsWith('.') || isFirstName(given));
  return (
    isGiven &&
    end - start <= LONGEST_NICKNAME &&
    /^\p{Lu}[\p{L}’' -]*$/u.test(text.slice(start, end)) &&
    /^ \p{Lu}\p{Ll}/u.test(text.slice(outer.end, outer.end + 3))
  );
}
