import type { Subject } from './attribution-clauses.ts';
import { skipLead } from './attribution-lead.ts';
import { jointEnd, pastTold } from './attribution-joint-behind.ts';
import { isPlainWord, openingOf } from './attribution-phrase-edges.ts';
import { phraseEndingAt } from './attribution-phrases.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { is, isCapital, isNumber, isPerson, isPossessive, isVerb, wordAt } from './attribution-words.ts';
import {
  ADVERB,
  CONJUNCTION,
  DETERMINER,
  GROUP,
  INDEFINITE,
  PREPOSITION,
  RELATIVE,
  ROLE,
  TIME,
  TITLE,
} from './cues.ts';

/** No more tokens than these stand between `and` and the name behind it: `and U.S. Rep. Ana Lane`. */
const LONGEST_TITLE = 6;

/** Nor tell who the one before `and` is: `Lane, the mayor of Holt, and Bo Ortiz said`. */
const LONGEST_APPOSITION = 10;

/** No more people are listed. */
const LONGEST_LIST = 8;

/** Who speaks, where the words that tell of them end at a token, before a verb: one, or more together. */
export function speakersEndingAt(tokens: Tokens, end: number, floor: number): Subject | undefined {
  // `Ana Lane aged 43 said`
  const last = isNumber(tokens, end) && wordAt(tokens, end - 1) === 'aged' ? end - 2 : end;
  const example = exampleSubject(tokens, last, floor);
  if (example) {
    return example;
  }
  const phrase = phraseEndingAt(tokens, last, floor);
  // `Lane and Mayor Ortiz, who said` tells of Ortiz alone.
  return is(tokens, last, RELATIVE)
    ? phrase
    : phrase && (jointSubject(tokens, phrase, floor) ?? joinedBehind(tokens, phrase, last) ?? phrase);
}

/** `Lane, D-Ohio, and Bo Ortiz, R-Iowa, said`, `Lane, together with Ortiz, said`: those who stand between the first and the verb. */
function joinedBehind(tokens: Tokens, first: Subject, last: number): Subject | undefined {
  const end = first.kind === 'pronoun' ? undefined : jointEnd(tokens, first, last + 1);
  return end !== undefined && pastTold(tokens, end, last + 1) >= last
    ? { kind: 'description', from: first.from, to: end }
    : undefined;
}

/** `Ana Lane and Bo Ortiz, neighbours in Holt:`: those who head a line before a colon, with what is told of them. */
export function joinedBeforeColon(tokens: Tokens, start: number, colon: number): Subject | undefined {
  const end = isPerson(tokens, start)
    ? jointEnd(tokens, { kind: 'name', from: start, to: start + 1 }, colon)
    : undefined;
  if (end === undefined || tokens.kinds[end] !== Kind.comma || colon - end > LONGEST_APPOSITION) {
    return undefined;
  }
  for (let index = end + 1; index < colon; index++) {
    const isTold = tokens.kinds[index] === Kind.word || tokens.kinds[index] === Kind.name;
    if (!isTold || isPerson(tokens, index) || (isVerb(tokens, index) && !is(tokens, index, ROLE))) {
      return undefined;
    }
  }
  return { kind: 'description', from: start, to: end };
}

/**
 * `Lane and Mayor Bo Ortiz said`, `Lane, Bo Ortiz and others said`: all who speak together, where they open their clause. `last` is
 * the phrase before the verb.
 */
function jointSubject(tokens: Tokens, last: Subject, floor: number): Subject | undefined {
  if (last.kind === 'pronoun') {
    return undefined;
  }
  const isPair = isPairOfPeople(tokens, last);
  const joiner = isPair ? undefined : joinerBefore(tokens, last.from, floor);
  const owned = joiner === undefined ? undefined : ownedBefore(tokens, joiner, floor);
  if (owned) {
    return { kind: 'description', from: owned.from, to: last.to };
  }
  let name = isPair ? last.from : joiner === undefined ? undefined : personBefore(tokens, joiner, floor);
  for (let count = 0; name !== undefined && count < LONGEST_LIST; count++) {
    const before = listedBefore(tokens, name, floor);
    if (before === undefined) {
      const isJoint = joiner !== undefined || name < last.from;
      return isJoint && opensClause(tokens, titledFrom(tokens, name, floor), floor)
        ? { kind: 'description', from: name, to: last.to }
        : undefined;
    }
    name = before;
  }
  return undefined;
}

/** `Critics such as Lane say`, `Residents, including Bo Ortiz, say`: those who speak, and who is named of them. */
function exampleSubject(tokens: Tokens, last: number, floor: number): Subject | undefined {
  const name = tokens.kinds[last] === Kind.comma ? last - 1 : last;
  if (name <= floor || !isSomebody(tokens, name)) {
    return undefined;
  }
  let word = titledFrom(tokens, name, floor) - 1;
  const isSuch = wordAt(tokens, word) === 'as' && wordAt(tokens, word - 1) === 'such';
  if (!isSuch && !/^(?:like|including)$/.test(wordAt(tokens, word))) {
    return undefined;
  }
  word -= isSuch ? 2 : 1;
  const head = tokens.kinds[word] === Kind.comma ? word - 1 : word;
  const isMany =
    is(tokens, head, INDEFINITE) ||
    (tokens.kinds[head] === Kind.word && /(?:[^s]s|people|men)$/.test(wordAt(tokens, head)));
  let first = head;
  while (first > floor && head - first < LONGEST_TITLE && isEpithet(tokens, first - 1)) {
    first--;
  }
  return isMany && head >= floor && opensClause(tokens, first, floor)
    ? { kind: 'description', from: first, to: name + 1 }
    : undefined;
}

/** Whether a phrase is `Lane and Ortiz`. */
export function isPairOfPeople(tokens: Tokens, { kind, from, to }: Subject): boolean {
  return (
    kind === 'description' &&
    to - from === 3 &&
    isJoiner(tokens, from + 1) &&
    isSomebody(tokens, from) &&
    isSomebody(tokens, to - 1)
  );
}

/** Whether a phrase tells of more than one, who is named at its end. */
export function isOfMany(tokens: Tokens, { kind, from, to }: Subject): boolean {
  for (let index = from + 1; kind === 'description' && isPerson(tokens, to - 1) && index < to - 1; index++) {
    const word = wordAt(tokens, index);
    if (
      isJoiner(tokens, index) ||
      /^(?:like|including)$/.test(word) ||
      (word === 'as' && wordAt(tokens, index - 1) === 'such')
    ) {
      return true;
    }
  }
  return false;
}

function isSomebody(tokens: Tokens, index: number): boolean {
  return isPerson(tokens, index) && !isPossessive(tokens, index);
}

function isJoiner(tokens: Tokens, index: number): boolean {
  return /^(?:and|or|&|plus)$/.test(wordAt(tokens, index));
}

/** `and` before who is named, past what they are: `and the mayor, Bo Ortiz`. */
function joinerBefore(tokens: Tokens, name: number, floor: number): number | undefined {
  let comma = false;
  for (let index = name - 1; index > floor && name - index <= LONGEST_TITLE + 1; index--) {
    if (isJoiner(tokens, index)) {
      return index;
    }
    if (tokens.kinds[index] === Kind.comma && !comma && index === name - 1) {
      comma = true;
    } else if (!isEpithet(tokens, index)) {
      return undefined;
    }
  }
  return undefined;
}

/** `Lane’s office and the council`: what is somebody’s, at the head of the clause. */
function ownedBefore(tokens: Tokens, joiner: number, floor: number): Subject | undefined {
  const phrase = is(tokens, joiner - 1, GROUP | ROLE) ? phraseEndingAt(tokens, joiner - 1, floor) : undefined;
  return phrase?.kind === 'description' &&
    isPossessive(tokens, phrase.from) &&
    opensClause(tokens, phrase.from, floor)
    ? phrase
    : undefined;
}

/** Whether a token can tell who is named behind it: `U.S.`, `Rep.`, `shadow`, `his`, `wife`. */
function isEpithet(tokens: Tokens, index: number): boolean {
  return (
    (tokens.kinds[index] === Kind.name && !isPerson(tokens, index)) ||
    is(tokens, index, ROLE | TITLE | DETERMINER) ||
    (isPlainWord(tokens, index) &&
      (isCapital(tokens, index) || !isVerb(tokens, index)) &&
      !is(tokens, index, TIME))
  );
}

/** The person who stands before `and`, or before what is told of them there. */
function personBefore(tokens: Tokens, joiner: number, floor: number): number | undefined {
  const isApart = tokens.kinds[joiner - 1] === Kind.comma;
  const end = isApart ? joiner - 2 : joiner - 1;
  if (end < floor || isSomebody(tokens, end)) {
    return end < floor ? undefined : end;
  }
  if (tokens.kinds[end] === Kind.close) {
    const open = openingOf(tokens, end, floor) ?? floor;
    return open > floor && isSomebody(tokens, open - 1) ? open - 1 : undefined;
  }
  for (let index = end; index > floor && end - index < LONGEST_APPOSITION; index--) {
    const ends = isApart ? tokens.kinds[index] === Kind.comma : is(tokens, index, PREPOSITION);
    if (ends && isSomebody(tokens, index - 1)) {
      return index - 1;
    }
    if (!isEpithet(tokens, index) && !(isApart && is(tokens, index, PREPOSITION))) {
      return undefined;
    }
  }
  return undefined;
}

/** `Lane, harbour chief Ortiz`: the person who is listed before another. */
function listedBefore(tokens: Tokens, name: number, floor: number): number | undefined {
  let index = name - 1;
  while (
    index > floor &&
    name - index <= LONGEST_TITLE &&
    isEpithet(tokens, index) &&
    !isJoiner(tokens, index)
  ) {
    index--;
  }
  const goesOn = (tokens.kinds[index] === Kind.comma || isJoiner(tokens, index)) && index > floor;
  // `Ana Lane of Holt, Bo Ortiz`
  const isOf = tokens.kinds[index - 1] === Kind.name && is(tokens, index - 2, PREPOSITION);
  const before = isOf ? index - 3 : index - 1;
  return goesOn && before >= floor && isSomebody(tokens, before) ? before : undefined;
}

/** Where a name begins with what is told of them in front of it: `Harbour economist Ana Lane`. */
function titledFrom(tokens: Tokens, name: number, floor: number): number {
  let index = name;
  while (
    index > floor &&
    name - index < LONGEST_TITLE &&
    ((tokens.kinds[index - 1] === Kind.name && !isPerson(tokens, index - 1)) ||
      is(tokens, index - 1, ROLE | TITLE) ||
      (isPlainWord(tokens, index - 1) && isCapital(tokens, index - 1) && !is(tokens, index - 1, TIME)) ||
      /^(?:[Ff]ormer|the|The)$/.test(wordAt(tokens, index - 1)))
  ) {
    index--;
  }
  return index;
}

/** Whether a clause begins at a token: nothing before it, or marks, `but`, `On Tuesday`, `In Holt,`. */
function opensClause(tokens: Tokens, start: number, floor: number): boolean {
  let index = start - 1;
  while (index >= floor && (is(tokens, index, ADVERB | TIME | CONJUNCTION) || isEither(tokens, index))) {
    index--;
  }
  const isLed = index >= floor && is(tokens, index, PREPOSITION) && index < start - 1;
  while (isLed && index >= floor && (is(tokens, index, PREPOSITION) || isNumber(tokens, index))) {
    index--;
  }
  switch (index < floor ? Kind.stop : tokens.kinds[index]) {
    case Kind.quotation:
    case Kind.stop:
    case Kind.colon:
    case Kind.semicolon:
    case Kind.open:
    case Kind.dash:
      return true;
    case Kind.comma:
      return tokens.kinds[index - 1] === Kind.quotation || skipLead(tokens, floor, start + 1) === start;
    default:
      return false;
  }
}

/** `Either Lane or Ortiz said` */
function isEither(tokens: Tokens, index: number): boolean {
  return /^either$/i.test(wordAt(tokens, index));
}
