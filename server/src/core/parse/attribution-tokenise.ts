import { isFirstName } from './entities-first-names.ts';
import { CharacterClass, classOf } from '../text/characters.ts';
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
import { ADVERB, classesOf, DETERMINER, PREPOSITION, PRONOUN, SAY, TIME, TITLE } from './cues.ts';
import type { SceneSource } from './attribution-known.ts';
import { CAPITAL, Kind, PERSON, PLACE, POSSESSIVE, type Tokens } from './attribution-tokens.ts';
import type { QuotationSpan } from './marks.ts';

/** Splits a block into tokens. */
export function tokenise({
  text,
  block,
  blockIndex,
  quotations,
  firstQuotation,
  mentions,
  firstMention,
}: SceneSource): Tokens {
  const kinds: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const classes: number[] = [];
  const marks: number[] = [];
  const refs: number[] = [];
  let quotation = firstQuotation;
  let mention = firstMention;
  let hidden = 0;
  let at = block.start;
  // Where the next quotation, hidden span or name begins: up to there, all is words and punctuation.
  let edge = at;

  const push = (kind: number, start: number, end: number, wordClasses = 0, mark = 0, ref = -1): void => {
    kinds.push(kind);
    starts.push(start);
    ends.push(end);
    classes.push(wordClasses);
    marks.push(mark);
    refs.push(ref);
  };

  while (at < block.end) {
    if (at >= edge) {
      const quoted = quotations[quotation];
      const covered = block.hidden[hidden];
      const named = mentions[mention];
      if (quoted && quoted.outer.start <= at) {
        const isWithinName =
          kinds.at(-1) === Kind.name &&
          ((marks.at(-1) ?? 0) & (PERSON | POSSESSIVE)) === PERSON &&
          isNickname(text, quoted, starts.at(-1) ?? at, ends.at(-1) ?? at);
        if (isWithinName) {
          at = quoted.outer.end;
        } else if (quoted.outer.end > at) {
          push(Kind.quotation, at, quoted.outer.end, 0, 0, quotation);
          at = quoted.outer.end;
        }
        quotation++;
      } else if (covered && covered.start <= at) {
        at = Math.max(at, covered.end);
        hidden++;
      } else if (named && named.start <= at) {
        // `Robert “Bud” Lane` is one name.
        const isWithin = quoted !== undefined && quoted.outer.end < named.end;
        const limit = isWithin ? named.end : (quoted?.outer.start ?? block.end);
        if (named.start === at && named.end <= limit) {
          const compound = compoundEnd(text, named.end, Math.min(block.end, limit));
          if (compound > named.end) {
            push(Kind.word, named.start, compound, 0, CAPITAL);
            at = compound;
          } else {
            dropHyphen(named.start, kinds, starts, ends, classes, marks, refs);
            const possessive = possessiveEnd(text, named.end);
            const owns = possessive > named.end || isGenitiveOfPlural(text, named.end);
            const kind = named.kind === 'place' ? PLACE : named.kind === 'person' ? PERSON : 0;
            push(Kind.name, named.start, named.end, 0, CAPITAL | kind | (owns ? POSSESSIVE : 0), mention);
            at = afterLetters(
              text,
              afterAbbreviation(text, named.start, possessive, block.end),
              kind === PERSON,
            );
          }
        }
        mention++;
      } else {
        edge = Math.min(
          block.end,
          quoted?.outer.start ?? block.end,
          covered?.start ?? block.end,
          named?.start ?? block.end,
        );
      }
      continue;
    }
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === 0xa0) {
      at++;
      continue;
    }
    const kind = classOf(code);
    if (
      kind !== CharacterClass.letter &&
      kind !== CharacterClass.digit &&
      kind !== CharacterClass.expanding
    ) {
      at = pushPunctuation(text, at, code, push);
      continue;
    }
    const end = endOfWord(text, at, edge);
    const bare = withoutClitic(text, at, end);
    const last = kinds.length - 1;
    let wordClasses = last >= 0 && isNameLikely(text, at, bare) ? 0 : classesOf(text, at, bare);
    // `said Per Holm`, `said Long`: no preposition or adverb has a capital there.
    if (
      (wordClasses & (ADVERB | PREPOSITION)) !== 0 &&
      (wordClasses & (TIME | DETERMINER)) === 0 &&
      isUpperCase(code) &&
      kinds[last] === Kind.word &&
      ((classes[last] ?? 0) & SAY) !== 0
    ) {
      wordClasses = 0;
    }
    let next = end;
    if (end < edge && text.charCodeAt(end) === 0x2e) {
      const isFollowed = text.charCodeAt(end + 1) === 0x2c;
      if (isFollowed || keepsDot(text.slice(at, bare), wordClasses)) {
        next++;
        wordClasses |= classesOf(text, at, next) & (TITLE | TIME);
      }
    }
    const mark =
      (isUpperCase(code) ? CAPITAL : 0) | (bare < end && (wordClasses & PRONOUN) === 0 ? POSSESSIVE : 0);
    push(Kind.word, at, next, wordClasses, mark);
    if (
      next > end &&
      (wordClasses & TITLE) === 0 &&
      bare - at > 1 &&
      endsSentenceAfter(text, next, block.end)
    ) {
      push(Kind.stop, next - 1, next);
    }
    at = next;
  }
  return { text, block: blockIndex, count: kinds.length, kinds, starts, ends, classes, marks, refs };
}

/** `Oslo-based`, `Lane-backed`: a word that has a name in it. The end of the name where it has no such end. */
function compoundEnd(text: string, end: number, limit: number): number {
  const code = text.charCodeAt(end + 1);
  if (text.charCodeAt(end) !== 0x2d || code < 0x61 || code > 0x7a || end + 2 >= limit) {
    return end;
  }
  return endOfWord(text, end + 1, limit);
}

/** `anti-Lane clerks`, `Holt University-North Quay`: a hyphen before a name is no dash. */
function dropHyphen(
  start: number,
  kinds: number[],
  starts: number[],
  ends: number[],
  ...rest: number[][]
): void {
  const last = kinds.length - 1;
  if (last < 1 || kinds[last] !== Kind.dash) {
    return;
  }
  const isHyphen = ends[last] === start && start - (starts[last] ?? start) === 1;
  const before = kinds[last - 1];
  const isTight = ends[last - 1] === starts[last] && (before === Kind.word || before === Kind.name);
  if (isHyphen && isTight) {
    for (const list of [kinds, starts, ends, ...rest]) {
      list.pop();
    }
  }
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

/** `May` and `Will` inside a sentence are people or a month, never modals. */
function isNameLikely(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start);
  return (
    (code === 0x4d && end - start === 3 && text.startsWith('May', start)) ||
    (code === 0x57 && end - start === 4 && text.startsWith('Will', start))
  );
}

function pushPunctuation(
  text: string,
  at: number,
  code: number,
  push: (kind: number, start: number, end: number) => void,
): number {
  let end = at + 1;
  switch (code) {
    case 0x2c:
      push(Kind.comma, at, end);
      break;
    case 0x2e:
    case 0x21:
    case 0x3f:
    case 0x2026:
      while (end < text.length && '.!?…'.includes(text.charAt(end))) {
        end++;
      }
      push(Kind.stop, at, end);
      break;
    case 0x3a:
      push(Kind.colon, at, end);
      break;
    case 0x3b:
      push(Kind.semicolon, at, end);
      break;
    case 0x28:
    case 0x5b:
      push(Kind.open, at, end);
      break;
    case 0x29:
    case 0x5d:
      push(Kind.close, at, end);
      break;
    case 0x2d:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      while (end < text.length && text.charCodeAt(end) === code) {
        end++;
      }
      push(Kind.dash, at, end);
      break;
    default:
      push(Kind.other, at, end);
  }
  return end;
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
