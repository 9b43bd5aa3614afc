import { isFormerly, joinsClubs } from './attribution-clubs.ts';
import { trimmed } from './attribution-trimmed.ts';
import { nameBehindEpithet } from './attribution-epithet.ts';
import { skipDateline, skipLead } from './attribution-lead.ts';
import { Kind, POSSESSIVE, type Tokens } from './attribution-tokens.ts';
import {
  is,
  isAnd,
  isCapital,
  isNumber,
  isPerson,
  isPlace,
  isPossessive,
  isThe,
  isVerb,
  wordAt,
} from './attribution-words.ts';
import {
  ADVERB,
  AUXILIARY,
  CONJUNCTION,
  DETERMINER,
  GERUND,
  GROUP,
  INDEFINITE,
  MODAL,
  NEGATION,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  ROLE,
  TIME,
} from './cues.ts';

/** Who a cue gives words to, as token indexes: `to` exclusive. */
export interface Subject {
  readonly kind: 'name' | 'pronoun' | 'description';
  readonly from: number;
  readonly to: number;
}

/** No noun phrase of a speaker is longer than this. */
export const LONGEST_PHRASE = 14;

/** Words that are never part of a noun phrase. */
export const VERBAL = AUXILIARY | MODAL | NEGATION | RELATIVE | PRONOUN;

/** The noun phrase that begins at `start`: a subject at the head of its clause, or one that follows its verb (`said Lane`). */
export function phraseStartingAt(tokens: Tokens, start: number, ceiling: number): Subject | undefined {
  if (start < ceiling && is(tokens, start, PRONOUN)) {
    return { kind: 'pronoun', from: start, to: start + 1 };
  }
  if (is(tokens, start, TIME | PREPOSITION) && !is(tokens, start, DETERMINER)) {
    return undefined;
  }
  const limit = Math.min(ceiling, start + LONGEST_PHRASE);
  const bare = !is(tokens, start, DETERMINER);
  let index = start;
  let name: number | undefined;
  while (index < limit) {
    const kind = tokens.kinds[index];
    if (kind === Kind.name) {
      name = ((tokens.marks[index] ?? 0) & POSSESSIVE) !== 0 ? undefined : index;
      index++;
      continue;
    }
    if (name === index - 1 && joinsClubs(tokens, index, limit)) {
      index = nameBehindTrade(tokens, index + 1, limit) ?? limit;
      continue;
    }
    if (joinsRoles(tokens, index)) {
      index++;
      continue;
    }
    if (
      kind !== Kind.word ||
      is(tokens, index, VERBAL | CONJUNCTION) ||
      (is(tokens, index, DETERMINER) && index > start && !isQuantity(tokens, index))
    ) {
      break;
    }
    if (name !== undefined && !isCapital(tokens, index) && !is(tokens, index, ROLE | GROUP | INDEFINITE)) {
      const isFrom = (name === start && isPlace(tokens, name)) || isFormerly(tokens, start, name);
      const behind = isFrom ? nameBehindTrade(tokens, name, limit) : undefined;
      const role = bare || behind !== undefined ? undefined : roleBehind(tokens, name, limit);
      if (behind === undefined && role === undefined) {
        break;
      }
      name = undefined;
      index = behind ?? role ?? limit;
      continue;
    }
    if (name !== undefined && is(tokens, index, TIME)) {
      break;
    }
    // `an official met Ana Lane`: no verb list is whole, but a small word behind what somebody is goes on to the verb.
    if (
      index > start &&
      is(tokens, index - 1, ROLE) &&
      wordAt(tokens, index - 1) !== 'veteran' &&
      !isCapital(tokens, index) &&
      !is(tokens, index, ROLE | GROUP | INDEFINITE | PREPOSITION)
    ) {
      break;
    }
    if (is(tokens, index, PREPOSITION)) {
      // `Secretary of State Ana Lane`: a title runs through its `of`.
      if (!(bare && name === undefined && index > start && hasTitleAhead(tokens, index + 1, limit))) {
        break;
      }
      // `Speaker of the House Ana Lane`
      index += isThe(tokens, index + 1) ? 1 : 0;
    } else if (
      (isVerb(tokens, index) && !isNounHere(tokens, index, start)) ||
      (is(tokens, index, TIME | ADVERB) && index > start && !isWithinTitle(tokens, index, limit))
    ) {
      break;
    } else {
      name = undefined;
    }
    index++;
  }
  const isBare = index === start + 1 && is(tokens, start, DETERMINER);
  if (index === start || (isBare && (isArticle(tokens, start) || is(tokens, index, TIME | ADVERB)))) {
    return undefined;
  }
  if (name !== undefined && name === index - 1) {
    const joined = isAnd(tokens, index) && tokens.kinds[index + 1] === Kind.name && index + 1 < ceiling;
    if (!joined && name > start && isWithinName(tokens, name)) {
      return { kind: 'description', from: start, to: name + 1 };
    }
    return joined
      ? { kind: 'description', from: name, to: index + 2 }
      : { kind: 'name', from: name, to: name + 1 };
  }
  return trimmed(tokens, start, index);
}

/** `pollster and strategist Ana Lane`, `owner and head coach Ana Lane` */
function joinsRoles(tokens: Tokens, index: number): boolean {
  const last = is(tokens, index + 1, ROLE) && !isPerson(tokens, index + 2) ? index + 2 : index + 1;
  const next = is(tokens, last, ROLE) ? last : last + 1;
  return (
    isAnd(tokens, index) &&
    is(tokens, index - 1, ROLE) &&
    is(tokens, next, ROLE) &&
    isPerson(tokens, next + 1)
  );
}

/** `the two clerks`, `the other side`: goes on behind an article. */
function isQuantity(tokens: Tokens, index: number): boolean {
  return isArticle(tokens, index - 1) && QUANTITY.test(wordAt(tokens, index));
}

const QUANTITY = /^(?:one|two|three|four|five|six|other|few|many|several|most)$/;

/** Whether a token only opens a phrase: alone it is nobody. */
function isArticle(tokens: Tokens, index: number): boolean {
  return is(tokens, index, DETERMINER) && /^(?:the|an?|every|each|no)$/i.test(wordAt(tokens, index));
}

/** `said the ruling` */
function isNounHere(tokens: Tokens, index: number, start: number): boolean {
  return index === start + 1 && isArticle(tokens, start) && is(tokens, index, GERUND);
}

/** `Special Officer First Class Ana Lane`, `First Minister Ana Lane` */
function isWithinTitle(tokens: Tokens, index: number, limit: number): boolean {
  return (
    isCapital(tokens, index) &&
    isCapital(tokens, index - 1) &&
    is(tokens, index, ADVERB) &&
    hasNameAhead(tokens, index + 1, limit)
  );
}

/** What is no part of what somebody does. */
const NO_TRADE = VERBAL | CONJUNCTION | PREPOSITION | DETERMINER | ADVERB | TIME;

/** `the Rovers sporting director`: what somebody is whose club or house is named in front. */
function roleBehind(tokens: Tokens, name: number, limit: number): number | undefined {
  for (let index = name + 1; index < Math.min(limit, name + 4); index++) {
    if (is(tokens, index, ROLE)) {
      return index;
    }
    const isOther = is(tokens, index, NO_TRADE);
    if (tokens.kinds[index] !== Kind.word || isOther) {
      return undefined;
    }
  }
  return undefined;
}

/** Words at most between where somebody is from and the name, that say what they do. */
const longestTrade = 3;

/** `London bus driver Ana Lane`: the name of whoever is from somewhere, or with somebody, and does what no list of roles has. */
export function nameBehindTrade(tokens: Tokens, first: number, limit: number): number | undefined {
  for (let index = first + 1; index < Math.min(limit, first + longestTrade + 2); index++) {
    if (tokens.kinds[index] === Kind.name) {
      const isOwner = isPlace(tokens, index) || isPossessive(tokens, index);
      return isOwner || index === first + 1 ? undefined : index;
    }
    const isOther = is(tokens, index, NO_TRADE);
    if (tokens.kinds[index] !== Kind.word || isCapital(tokens, index) || isOther || isVerb(tokens, index)) {
      return undefined;
    }
  }
  return undefined;
}

/** `Channel 5 Holt`, `Radio Harbour Holt`: a place at the end of a name that no finder knew is not who speaks. */
export function isWithinName(tokens: Tokens, name: number): boolean {
  const before = tokens.kinds[name - 1];
  return (
    isPlace(tokens, name) &&
    ((before === Kind.word &&
      (isCapital(tokens, name - 1) || isNumber(tokens, name - 1)) &&
      !is(tokens, name - 1, CONJUNCTION | PREPOSITION | ADVERB | DETERMINER)) ||
      (before === Kind.name && !isPossessive(tokens, name - 1)))
  );
}

/** Whether a title goes on behind its `of`, up to a name: `of State Ana Lane`, `of the House Ana Lane`. */
function hasTitleAhead(tokens: Tokens, start: number, limit: number): boolean {
  // `head of marketing Ana Lane`
  const behind = isWorkWord(tokens, start) && isWorkWord(tokens, start + 1) ? start + 2 : start + 1;
  if (
    isWorkWord(tokens, start) &&
    is(tokens, start - 2, ROLE) &&
    isPerson(tokens, behind) &&
    behind < limit
  ) {
    return true;
  }
  const first = isThe(tokens, start) ? start + 1 : start;
  const isBody = first === start || (!isPerson(tokens, first) && tokens.kinds[first + 1] === Kind.name);
  return isBody && isCapital(tokens, first) && hasNameAhead(tokens, first, limit);
}

/** Whether a token can tell what somebody is at the head of. */
function isWorkWord(tokens: Tokens, index: number): boolean {
  const isOther = is(tokens, index, NO_TRADE | ROLE) || isVerb(tokens, index);
  return tokens.kinds[index] === Kind.word && !isCapital(tokens, index) && !isOther;
}

function hasNameAhead(tokens: Tokens, start: number, limit: number): boolean {
  // `the deputy Ana Lane of Holt, a farmer`, `friends of Ana Lane`: the only name there is none behind a title.
  const isOnly =
    tokens.kinds[start + 1] !== Kind.name &&
    !isCapital(tokens, start + 1) &&
    !is(tokens, start + 1, ROLE | GROUP);
  if (tokens.kinds[start] === Kind.name && isOnly) {
    return false;
  }
  for (let index = start; index < Math.min(limit, start + 6); index++) {
    if (tokens.kinds[index] === Kind.name) {
      return true;
    }
    if (tokens.kinds[index] !== Kind.word || !isCapital(tokens, index)) {
      return false;
    }
  }
  return false;
}

/** The subject at the head of a sentence, before `ceiling`. */
export function sentenceSubject(tokens: Tokens, from: number, ceiling: number): Subject | undefined {
  let start = skipDateline(tokens, from, ceiling);
  start = skipLead(tokens, start, ceiling) ?? ceiling;
  const subject = start < ceiling ? phraseStartingAt(tokens, start, ceiling) : undefined;
  // `The other side: Lane went to court, saying …`
  if (
    subject?.kind === 'description' &&
    tokens.kinds[subject.to] === Kind.colon &&
    subject.to + 1 < ceiling
  ) {
    return sentenceSubject(tokens, subject.to + 1, ceiling);
  }
  const apposed = subject?.kind === 'description' ? apposedName(tokens, subject.to, ceiling) : undefined;
  if (apposed) {
    return apposed;
  }
  // A capital word that no finder took for a name may be any word at the head of a sentence.
  const isGuess = subject?.kind === 'name' && tokens.kinds[subject.from] !== Kind.name;
  return subject && subject.to <= ceiling && !isGuess ? subject : undefined;
}

/** `Her counterpart, Ana Lane, was less sure`: the name that says who the phrase before it is. */
function apposedName(tokens: Tokens, comma: number, ceiling: number): Subject | undefined {
  const isComma = tokens.kinds[comma] === Kind.comma;
  const name = (isComma ? nameBehindEpithet(tokens, comma + 1) : undefined) ?? comma + 1;
  const closes = isComma && tokens.kinds[name + 1] === Kind.comma && name < ceiling;
  return closes && tokens.kinds[name] === Kind.name ? { kind: 'name', from: name, to: name + 1 } : undefined;
}
