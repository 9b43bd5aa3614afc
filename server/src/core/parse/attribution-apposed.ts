import { VERBAL, type Subject } from './attribution-clauses.ts';
import { nameBehindEpithet } from './attribution-epithet.ts';
import { skipLead } from './attribution-lead.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import {
  hasClass,
  is,
  isAnd,
  isCapital,
  isNumber,
  isPerson,
  isPossessive,
  isVerb,
  wordAt,
} from './attribution-words.ts';
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

/** No apposition that only its verb closes is longer, in tokens. */
const LONGEST_OPEN = 16;

/** What `Ana Lane, R-Ohio said` tells of party and state. */
export const PARTY = /^(?:D|R|I|DFL|Con|Lab)-\p{Lu}/u;

/**
 * `Rhodri Lane, Harbour Party health spokesman said`, `“…” Ana Lane, land worker with the Harbour Trust said`: whoever opens the
 * clause, though no comma closes what they are. `last` is the token before the verb.
 */
export function apposedTo(tokens: Tokens, last: number, floor: number): Subject | undefined {
  const limit = Math.max(floor, last - LONGEST_OPEN);
  let comma = last;
  while (comma > limit && isWithin(tokens, comma)) {
    comma--;
  }
  const name = comma - 1;
  const opens =
    tokens.kinds[comma] === Kind.comma &&
    name >= floor &&
    isPerson(tokens, name) &&
    !isPossessive(tokens, name) &&
    opensClause(tokens, name, floor);
  return opens && tellsWhat(tokens, comma + 1, last) ? { kind: 'name', from: name, to: name + 1 } : undefined;
}

function isWithin(tokens: Tokens, index: number): boolean {
  switch (tokens.kinds[index]) {
    case Kind.name:
      return !isPerson(tokens, index);
    case Kind.open:
    case Kind.close:
      return true;
    case Kind.word:
      return isAnd(tokens, index) || !is(tokens, index, VERBAL | CONJUNCTION | TIME);
    default:
      return false;
  }
}

/** Whether a name, with its titles, is the first of its sentence or stands right behind a quotation. */
function opensClause(tokens: Tokens, name: number, floor: number): boolean {
  let first = name;
  while (first > floor && (is(tokens, first - 1, TITLE | ROLE) || isTitleWord(tokens, first - 1))) {
    first--;
  }
  const before = tokens.kinds[first - 1] === Kind.comma ? first - 2 : first - 1;
  return (
    first === floor || tokens.kinds[before] === Kind.quotation || skipLead(tokens, floor, first + 1) === first
  );
}

function isTitleWord(tokens: Tokens, index: number): boolean {
  const isWord = tokens.kinds[index] === Kind.word && !is(tokens, index, CONJUNCTION | PREPOSITION);
  return (
    isCapital(tokens, index) && (isWord || (tokens.kinds[index] === Kind.name && !isPerson(tokens, index)))
  );
}

/** `mayor of Holt`, `R-Ohio`: one person’s work without an article, which can be the subject of no verb. */
function tellsWhat(tokens: Tokens, from: number, last: number): boolean {
  if (from === last && PARTY.test(wordAt(tokens, from))) {
    return true;
  }
  let end = from;
  while (end <= last && !is(tokens, end, PREPOSITION)) {
    if (is(tokens, end, DETERMINER | ADVERB) || isVerb(tokens, end) || tokens.kinds[end] === Kind.open) {
      return false;
    }
    end++;
  }
  const head = end - 1;
  const isOne =
    tokens.kinds[head] === Kind.word &&
    !is(tokens, head, INDEFINITE | GROUP) &&
    !isPossessive(tokens, head) &&
    (is(tokens, head, ROLE) ||
      (end <= last && !isCapital(tokens, head) && !wordAt(tokens, head).endsWith('s')));
  return head >= from && isOne;
}

/** `The director of the Harbour Trust, Ana Lane, said`: who is named behind what they are. `name` is the last token before the comma. */
export function namedBehindOffice(
  tokens: Tokens,
  name: number,
  described: Subject | undefined,
): Subject | undefined {
  if (!isPerson(tokens, name) || isPossessive(tokens, name) || described?.kind !== 'description') {
    return undefined;
  }
  // `Bo Lane, member for Holt, Hodge Hill, said`: what stands behind a name tells of that one.
  if (tokens.kinds[described.from - 1] === Kind.comma && isPerson(tokens, described.from - 2)) {
    return undefined;
  }
  for (let index = described.from; index < described.to; index++) {
    if (is(tokens, index, ROLE)) {
      return { kind: 'name', from: name, to: name + 1 };
    }
    if (is(tokens, index, PREPOSITION)) {
      return undefined;
    }
  }
  return undefined;
}

/** `Another clerk, Mayor Ana Lane of Holt, said`, `the mayor of Holt’s old town, Ana Lane, said`: who is named behind a description. */
export function namedInApposition(tokens: Tokens, phrase: Subject, comma: number): Subject | undefined {
  if (phrase.kind !== 'description') {
    return undefined;
  }
  let index = phrase.to;
  if (tokens.kinds[index] !== Kind.comma) {
    const last = comma - 1;
    while (index < last && tokens.kinds[index] !== Kind.comma) {
      index++;
    }
    if (!/^one$/i.test(wordAt(tokens, phrase.from))) {
      const isRole = hasClass(tokens, phrase.from, phrase.to, ROLE);
      return isRole && nameBehindEpithet(tokens, index + 1) === last ? named(tokens, last) : undefined;
    }
  }
  const name = nameBehindEpithet(tokens, index + 1) ?? index + 1;
  // `One of the clerks, Sen. Ana Lane, D-Ohio, said`
  const isOfParty = name + 3 === comma && PARTY.test(wordAt(tokens, name + 2));
  // `Her partner, Ana Lane, 43, said`
  const isAged = name + 3 === comma && isNumber(tokens, name + 2);
  const closes =
    name + 1 === comma ||
    isOfParty ||
    isAged ||
    (tokens.kinds[name + 1] === Kind.comma && is(tokens, name + 2, RELATIVE)) ||
    is(tokens, name + 1, PREPOSITION) ||
    tokens.kinds[name + 1] === Kind.open;
  return isPerson(tokens, name) && closes ? named(tokens, name) : undefined;
}

function named(tokens: Tokens, name: number): Subject | undefined {
  return isPossessive(tokens, name) ? undefined : { kind: 'name', from: name, to: name + 1 };
}
