import type { Subject } from './attribution-clauses.ts';
import { phraseEndingAt } from './attribution-phrases.ts';
import { Kind, PERSON, type Tokens } from './attribution-tokens.ts';
import { isRefusing, isUnabashed } from './attribution-unsaid.ts';
import type { Left } from './attribution-verbs.ts';
import { is, isPerson, isThe, titlesBefore, wordAt } from './attribution-words.ts';
import { ADVERB, AUXILIARY, DETERMINER, NEGATION, PRONOUN, ROLE, TITLE } from './cues.ts';

/** `Lane is reported to have called it`: whoever is reported to have spoken. */
export function hearsaySubject(tokens: Tokens, to: number, from: number): Subject | undefined {
  let index = to - 1;
  if (
    !/^(?:reported|said|quoted|known|understood|believed|alleged|rumou?red|supposed|thought)$/.test(
      wordAt(tokens, index),
    )
  ) {
    return undefined;
  }
  do {
    index--;
  } while (index > from && is(tokens, index, AUXILIARY | ADVERB) && !is(tokens, index, NEGATION));
  return is(tokens, index + 1, AUXILIARY | ADVERB) ? phraseEndingAt(tokens, index, from) : undefined;
}

/** `went on to say` shares its subject; `asked him to say` does not; `refused to say` says nothing. */
export function readInfinitive(tokens: Tokens, to: number, from: number, left: Left): void {
  const before = to - 1;
  if (before < from) {
    return;
  }
  if (is(tokens, before, NEGATION) || (before > from && is(tokens, before - 1, NEGATION))) {
    left.negated = !isUnabashed(wordAt(tokens, before));
    return;
  }
  if (isRefusing(wordAt(tokens, before))) {
    left.negated = true;
    return;
  }
  const moved = tokens.kinds[before] === Kind.name ? phraseEndingAt(tokens, before, from) : undefined;
  const verb = before - 1 - titlesBefore(tokens, before, from);
  if (moved?.kind === 'name' && MOVING.test(wordAt(tokens, verb))) {
    left.subject = moved;
    return;
  }
  const inclined = INCLINED.test(wordAt(tokens, before)) ? inclinedTo(tokens, before, from) : undefined;
  if (inclined) {
    left.subject = inclined;
    return;
  }
  const isObject =
    (tokens.kinds[before] === Kind.name && !isMedium(tokens, before) && !isCompany(tokens, before)) ||
    is(tokens, before, PRONOUN) ||
    /^(?:him|her|them|us|me|not)$/.test(wordAt(tokens, before));
  left.barred = isObject;
  left.modal = wordAt(tokens, before) === 'if';
}

/** `“…,” Lane likes to say`, `“…,” Lane was forced to admit` */
const INCLINED = /^(?:likes?|liked|loves?|loved|heard|forced|obliged|compelled|used|quick|keen|happy)$/;

/** Whoever stands between a quotation and what they like or have to say. */
function inclinedTo(tokens: Tokens, verb: number, from: number): Subject | undefined {
  let last = verb - 1;
  while (last > from && is(tokens, last, AUXILIARY | ADVERB) && !is(tokens, last, NEGATION)) {
    last--;
  }
  const start = last - titlesBefore(tokens, last, from);
  const before = tokens.kinds[start - 1] === Kind.comma ? start - 2 : start - 1;
  return isPerson(tokens, last) && before >= from && tokens.kinds[before] === Kind.quotation
    ? phraseEndingAt(tokens, last, from)
    : undefined;
}

/** `prompted Lane to say`: whoever is moved speaks. */
const MOVING = /^(?:prompt|led|lead|driv|drove|mov|inspir|provok|forc|caus)(?:e|es|s|ed|ing)?$/;

/** `left a talk with other Harbour Democrats to say`, `came out of the Harbour Court to say` */
function isCompany(tokens: Tokens, name: number): boolean {
  let index = name - 1;
  while (name - index <= 3 && is(tokens, index, DETERMINER | TITLE | ROLE)) {
    index--;
  }
  return /^(?:with|from|outside|at|in|of)$/.test(wordAt(tokens, index));
}

/** `took to Facebook to say`, `used Facebook to say` */
function isMedium(tokens: Tokens, name: number): boolean {
  return (
    ((tokens.marks[name] ?? 0) & PERSON) === 0 &&
    /^(?:to|on|us(?:e|es|ed|ing))$/.test(wordAt(tokens, name - 1))
  );
}

/** `took to Chirper saying`, `wrote to the Lantern saying` */
export function isWhere(tokens: Tokens, name: number): boolean {
  return (
    isMedium(tokens, isThe(tokens, name - 1) ? name - 1 : name) && ((tokens.marks[name] ?? 0) & PERSON) === 0
  );
}
