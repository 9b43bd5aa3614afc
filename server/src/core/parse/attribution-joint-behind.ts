import type { Subject } from './attribution-clauses.ts';
import { PARTY } from './attribution-apposed.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { is, isCapital, isNumber, isPerson, isPossessive, isVerb, wordAt } from './attribution-words.ts';
import {
  ADVERB,
  AUXILIARY,
  CONJUNCTION,
  DETERMINER,
  GROUP,
  INDEFINITE,
  MODAL,
  NEGATION,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  ROLE,
  TIME,
  TITLE,
} from './cues.ts';

/** No more people are listed. */
const LONGEST_LIST = 8;

/** No more tokens tell who one of them is: `, the mayor of the old town,`. */
const LONGEST_APPOSITION = 10;

/** Nor stand in brackets behind a name. */
const LONGEST_BRACKETS = 8;

/** Nor stand before a name: `and the former U.S. Rep. Ana Lane`. */
const LONGEST_TITLE = 6;

/** What no phrase that names somebody holds. */
const NO_PHRASE = AUXILIARY | MODAL | NEGATION | PRONOUN | RELATIVE | CONJUNCTION;

/**
 * Where those end who speak together with the first of them, behind whom they stand: `Lane, the mayor, and Bo Ortiz`, `Lane or
 * Ortiz`, `Lane, Moss and the council`; undefined where one speaks alone. No further than `ceiling`.
 */
export function jointEnd(tokens: Tokens, { to }: Subject, ceiling: number): number | undefined {
  let at = pastTold(tokens, to, ceiling);
  let end: number | undefined;
  for (let count = 0; count < LONGEST_LIST; count++) {
    const behind = pastJoiner(tokens, at, ceiling);
    if (behind === undefined) {
      // `Lane, Moss and Ortiz`
      const listed = tokens.kinds[at] === Kind.comma ? personFrom(tokens, at + 1, ceiling) : undefined;
      if (listed === undefined || !goesOn(tokens, listed, ceiling)) {
        return end;
      }
      at = pastTold(tokens, listed, ceiling);
      continue;
    }
    // `the Northern Command, or Northcom`
    const isOr = wordAt(tokens, behind - 1) === 'or';
    const next =
      personFrom(tokens, behind, ceiling) ??
      unknownFrom(tokens, behind, ceiling) ??
      (isOr ? undefined : bodyFrom(tokens, behind, ceiling));
    if (next === undefined) {
      return end;
    }
    end = next;
    at = pastTold(tokens, next, ceiling);
  }
  return end;
}

/** Whether a list goes on to one more who is joined: `, Moss, Ferris and Ortiz`. */
function goesOn(tokens: Tokens, from: number, ceiling: number): boolean {
  let at = from;
  for (let count = 0; count < LONGEST_LIST; count++) {
    at = pastTold(tokens, at, ceiling);
    if (pastJoiner(tokens, at, ceiling) !== undefined) {
      return true;
    }
    const next = tokens.kinds[at] === Kind.comma ? personFrom(tokens, at + 1, ceiling) : undefined;
    if (next === undefined) {
      return false;
    }
    at = next;
  }
  return false;
}

/** Past what tells who somebody is: `(Lab)`, `, 43`, `, the mayor of Holt` before another comma or before whoever is joined. */
export function pastTold(tokens: Tokens, start: number, ceiling: number): number {
  let at = start;
  if (tokens.kinds[at] === Kind.open) {
    let close = at + 1;
    while (close < ceiling && close - at < LONGEST_BRACKETS && tokens.kinds[close] !== Kind.close) {
      close++;
    }
    at =
      tokens.kinds[close] === Kind.close && pastJoiner(tokens, at + 1, ceiling) === undefined
        ? close + 1
        : at;
  }
  if (
    is(tokens, at, PREPOSITION) &&
    tokens.kinds[at + 1] === Kind.name &&
    !isPerson(tokens, at + 1) &&
    pastJoiner(tokens, at + 2, ceiling) !== undefined
  ) {
    return at + 2;
  }
  if (tokens.kinds[at] !== Kind.comma || personFrom(tokens, at + 1, ceiling) !== undefined) {
    return at;
  }
  let index = at + 1;
  while (index < ceiling && index - at <= LONGEST_APPOSITION && isTelling(tokens, index)) {
    index++;
  }
  return tokens.kinds[index] === Kind.comma && index > at + 1 ? index : at;
}

function isTelling(tokens: Tokens, index: number): boolean {
  return (
    (tokens.kinds[index] === Kind.name && !isPerson(tokens, index)) ||
    (tokens.kinds[index] === Kind.word && !isVerb(tokens, index) && !is(tokens, index, NO_PHRASE))
  );
}

/** Past `and`, `or`, `, together with`, `(and`. */
function pastJoiner(tokens: Tokens, start: number, ceiling: number): number | undefined {
  const at = tokens.kinds[start] === Kind.comma || tokens.kinds[start] === Kind.open ? start + 1 : start;
  if (/^(?:and|or|&|plus)$/.test(wordAt(tokens, at)) && at + 1 < ceiling) {
    return at + 1;
  }
  const words = tokens.text.slice(tokens.starts[at], tokens.ends[at + 1]);
  if (/^(?:together|along|jointly) with$/.test(words) && at + 2 < ceiling) {
    return at + 2;
  }
  const isAsWell = /^as well$/.test(words) && wordAt(tokens, at + 2) === 'as';
  return isAsWell && at + 3 < ceiling ? at + 3 : undefined;
}

/** Past somebody’s name and what stands before it: `Mayor Ana Lane`, `the senator, Bo Ortiz`. */
function personFrom(tokens: Tokens, start: number, ceiling: number): number | undefined {
  for (let index = start; index < ceiling && index - start <= LONGEST_TITLE; index++) {
    if (isPerson(tokens, index)) {
      return isPossessive(tokens, index) ? undefined : index + 1;
    }
    const isBehindRole = tokens.kinds[index] === Kind.comma && is(tokens, index - 1, ROLE) && index > start;
    const isEpithet =
      tokens.kinds[index] === Kind.name ||
      is(tokens, index, ROLE | TITLE | DETERMINER) ||
      (tokens.kinds[index] === Kind.word &&
        isCapital(tokens, index) &&
        !is(tokens, index, TIME | ADVERB | CONJUNCTION));
    if (
      !isEpithet &&
      !(isBehindRole && isPerson(tokens, index + 1)) &&
      !/^former$/.test(wordAt(tokens, index))
    ) {
      return undefined;
    }
  }
  return undefined;
}

/** `and Harbour Trust analyst Bo Ortiz`, where no finder of names knows the last: past the capitals behind what they are. */
function unknownFrom(tokens: Tokens, start: number, ceiling: number): number | undefined {
  let role = false;
  let index = start;
  while (index < ceiling && index - start <= LONGEST_TITLE && isTitleLike(tokens, index)) {
    role ||= is(tokens, index, ROLE);
    index++;
  }
  const isName =
    tokens.kinds[index - 1] === Kind.word && isCapital(tokens, index - 1) && !is(tokens, index - 1, ROLE);
  return role && isName ? index : undefined;
}

function isTitleLike(tokens: Tokens, index: number): boolean {
  const isWord = tokens.kinds[index] === Kind.word && !is(tokens, index, NO_PHRASE | TIME | ADVERB);
  return (
    (isWord && (isCapital(tokens, index) || is(tokens, index, ROLE | TITLE))) || isNamedBody(tokens, index)
  );
}

function isNamedBody(tokens: Tokens, index: number): boolean {
  return tokens.kinds[index] === Kind.name && !isPerson(tokens, index) && !isPossessive(tokens, index);
}

/** Past those whom no name tells: `the council`, `her lawyer`, `others`, `two clerks`, `Quill’s office`. */
function bodyFrom(tokens: Tokens, start: number, ceiling: number): number | undefined {
  let index = start;
  while (
    index < ceiling &&
    index - start <= LONGEST_TITLE &&
    (tokens.kinds[index] === Kind.name ||
      (tokens.kinds[index] === Kind.word &&
        !isVerb(tokens, index) &&
        !is(tokens, index, NO_PHRASE | PREPOSITION | TIME)))
  ) {
    index++;
  }
  const last = index - 1;
  const opens =
    is(tokens, start, DETERMINER | INDEFINITE) ||
    isPossessive(tokens, start) ||
    (tokens.kinds[start] === Kind.name && last === start);
  const isSomebody =
    is(tokens, last, ROLE | GROUP | INDEFINITE) ||
    /(?:[^s]s|people|men|council|board|trust|bank|office|court)$/.test(wordAt(tokens, last)) ||
    tokens.kinds[last] === Kind.name;
  return last >= start && opens && isSomebody && !isPossessive(tokens, last) ? index : undefined;
}

/** `Holt & Co Chief Executive Ana Lane`, `former Governor and party chairman Ana Lane`: who is named behind all that they are. */
export function namedLast(tokens: Tokens, first: Subject, end: number): Subject | undefined {
  const name = end - 1;
  const isTitled = is(tokens, name - 1, ROLE | TITLE) && !is(tokens, first.from, DETERMINER);
  for (let index = first.from; index < name; index++) {
    if (
      !isTitled ||
      isPerson(tokens, index) ||
      is(tokens, index, DETERMINER) ||
      tokens.kinds[index] === Kind.comma
    ) {
      return undefined;
    }
  }
  return isPerson(tokens, name) && isTitled ? { kind: 'name', from: name, to: end } : undefined;
}

/** Whether nothing but who they are, when or where stands behind those who speak: no verb of the last alone. */
export function endsJoint(tokens: Tokens, end: number, to: number): boolean {
  let at = end;
  if (tokens.kinds[at] === Kind.close) {
    at++;
  }
  const kind = tokens.kinds[at];
  if (kind === Kind.comma) {
    const tells =
      is(tokens, at + 1, DETERMINER | ROLE | RELATIVE | PREPOSITION | TIME) ||
      isNumber(tokens, at + 1) ||
      PARTY.test(wordAt(tokens, at + 1)) ||
      tokens.kinds[at + 1] === Kind.quotation;
    return tells || at + 1 >= to;
  }
  return (
    at >= to ||
    kind === Kind.stop ||
    kind === Kind.quotation ||
    kind === Kind.close ||
    kind === Kind.open ||
    kind === Kind.dash ||
    kind === Kind.colon ||
    is(tokens, at, TIME | PREPOSITION | ADVERB)
  );
}
