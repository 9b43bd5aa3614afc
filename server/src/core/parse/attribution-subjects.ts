import { nameBehindTrade, phraseStartingAt, sentenceSubject, type Subject } from './attribution-clauses.ts';
import type { Attribution } from './attribution-find.ts';
import { endsJoint, jointEnd, namedLast } from './attribution-joint-behind.ts';
import { phraseEndingAt } from './attribution-phrases.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import {
  commaBehindState,
  is,
  isCapital,
  isCoordinator,
  isPerson,
  isPlace,
  isPossessive,
  titlesBefore,
  wordAt,
} from './attribution-words.ts';
import {
  ADVERB,
  AUXILIARY,
  CONJUNCTION,
  GERUND,
  NEGATION,
  PREPOSITION,
  RELATIVE,
  ROLE,
  TIME,
} from './cues.ts';

/** Whoever speaks behind the cue, alone or together: `said Lane`, `said the mayor, Ana Lane`, `said both Lane and Ortiz`. */
export function invertedSubject(tokens: Tokens, cue: number, to: number): Subject | undefined {
  const isBoth = /^(?:both|either)$/.test(wordAt(tokens, cue + 1)) && isPerson(tokens, cue + 2);
  const first = oneBehind(tokens, isBoth ? cue + 1 : cue, to);
  const end = first && first.kind !== 'pronoun' ? jointEnd(tokens, first, to) : undefined;
  return first && end !== undefined && endsJoint(tokens, end, to)
    ? (namedLast(tokens, first, end) ?? { kind: 'description', from: first.from, to: end })
    : first;
}

function oneBehind(tokens: Tokens, cue: number, to: number): Subject | undefined {
  const subject = phraseStartingAt(tokens, cue + 1, to);
  if (!subject) {
    return undefined;
  }
  if (subject.kind === 'pronoun') {
    // `said he`; but `said they would`, `told us`
    const after = tokens.kinds[subject.to];
    return subject.to >= to || after === Kind.comma || after === Kind.stop ? subject : undefined;
  }
  if (subject.kind === 'description') {
    const extended = withPrepositions(tokens, subject, to);
    const name = extended.to + 1;
    if (tokens.kinds[extended.to] === Kind.comma && name < to) {
      const apposed = phraseStartingAt(tokens, name, to);
      if (
        apposed?.kind === 'name' &&
        tokens.kinds[apposed.from] === Kind.name &&
        closesPhrase(tokens, apposed.to, to)
      ) {
        return apposed;
      }
    }
    return extended;
  }
  return ofWhomNamed(tokens, subject.to - 1, to) ?? subject;
}

/** `said Ortiz confidant Ana Lane`, `said Holt, Wis., Mayor Ana Lane`: who speaks is named behind the first name. */
function ofWhomNamed(tokens: Tokens, first: number, to: number): Subject | undefined {
  if (tokens.kinds[first] !== Kind.name) {
    return undefined;
  }
  const behind = nameBehindTrade(tokens, first, to);
  if (behind !== undefined) {
    const isFull = /\s/.test(wordAt(tokens, behind)) && !NOT_TRADES.test(wordAt(tokens, first + 1));
    return isFull && closesPhrase(tokens, behind + 1, to)
      ? { kind: 'name', from: behind, to: behind + 1 }
      : undefined;
  }
  const comma = isPlace(tokens, first) ? commaBehindState(tokens, first + 1) : undefined;
  const isSeat = comma === undefined && isSeatBehind(tokens, first);
  const official =
    comma === undefined && !isSeat ? undefined : phraseStartingAt(tokens, (comma ?? first + 1) + 1, to);
  const isNamed = official?.kind === 'name' && tokens.kinds[official.from] === Kind.name;
  const isOfficial =
    isNamed && (!isSeat || (is(tokens, official.from - 1, ROLE) && isPerson(tokens, official.from)));
  return isOfficial && closesPhrase(tokens, official.to, to) ? official : undefined;
}

/** `wrote University of Holt, Sarel law school dean Ana Lane`: the town that a body's name goes on with. */
function isSeatBehind(tokens: Tokens, first: number): boolean {
  const isSeat = isPlace(tokens, first + 2) && !isPossessive(tokens, first + 2);
  return !isPerson(tokens, first) && tokens.kinds[first + 1] === Kind.comma && isSeat;
}

/** Small words of place that begin no trade. */
const NOT_TRADES =
  /^(?:aboard|above|atop|back|below|beneath|besides?|down|off|onto|opposite|out|past|plus|up|versus|vs)$/;

function closesPhrase(tokens: Tokens, index: number, to: number): boolean {
  return index >= to || tokens.kinds[index] !== Kind.word || is(tokens, index, RELATIVE);
}

function withPrepositions(tokens: Tokens, subject: Subject, to: number): Subject {
  let end = subject.to;
  for (let round = 0; round < 3; round++) {
    if (end >= to || !is(tokens, end, PREPOSITION) || is(tokens, end + 1, TIME)) {
      break;
    }
    const object = phraseStartingAt(tokens, end + 1, to);
    if (!object) {
      break;
    }
    end = object.to;
  }
  return { ...subject, to: end };
}

/** `quoted Lane as saying “…”` */
const QUOTING = /^(?:quot|cit)(?:e|es|ed|ing)$/;
const QUOTED = /^(?:quot(?:es?|ed|ing)|cit(?:es?|ed|ing)|reported|recorded)$/;

/**
 * `The agency quoted Lane as saying “…”`, `Lane was quoted by the agency as saying “…”`: whoever is quoted. `as` stands at an
 * index.
 */
export function quotedAs(tokens: Tokens, as: number, from: number): Subject | undefined {
  const named = behindQuoting(tokens, as, from);
  if (named) {
    return named;
  }
  const quoted = phraseEndingAt(tokens, as - 1, from);
  // `quoted Mr. Lane as saying`
  const first = quoted === undefined ? as : quoted.from - titlesBefore(tokens, quoted.from, from);
  if (quoted !== undefined && quoted.kind !== 'pronoun' && QUOTING.test(wordAt(tokens, first - 1))) {
    return quoted;
  }
  const isBy = quoted !== undefined && wordAt(tokens, quoted.from - 1) === 'by';
  const verb = isBy ? quoted.from - 2 : as - 1;
  let index = verb - 1;
  while (index > from && is(tokens, index, AUXILIARY | ADVERB) && !is(tokens, index, NEGATION)) {
    index--;
  }
  const isPassive = QUOTED.test(wordAt(tokens, verb)) && index < verb - 1 && is(tokens, index + 1, AUXILIARY);
  return isPassive ? phraseEndingAt(tokens, index, from) : undefined;
}

/** `quoted Ana Lane, a city spokeswoman as saying`: who is named right behind the verb, however they are told of. */
function behindQuoting(tokens: Tokens, as: number, from: number): Subject | undefined {
  for (let verb = as - 2; verb >= Math.max(from, as - REACH_OF_QUOTING); verb--) {
    if (QUOTING.test(wordAt(tokens, verb)) && tokens.kinds[verb] === Kind.word) {
      const subject = phraseStartingAt(tokens, verb + 1, as);
      return subject?.kind === 'name' && tokens.kinds[subject.to] === Kind.comma ? subject : undefined;
    }
  }
  return undefined;
}

/** So far `as saying` may stand behind the verb: `quoted former Secretary of State Ana Lane as saying`. */
const REACH_OF_QUOTING = 12;

/** Whether a verb only leads to the one behind it: `quoted Lane as saying`. */
export function isQuotedAsSaying(tokens: Tokens, verb: number, to: number): boolean {
  const word = wordAt(tokens, verb);
  for (let index = verb + 1; QUOTED.test(word) && index < to && index - verb <= REACH_OF_QUOTING; index++) {
    const kind = tokens.kinds[index];
    if (kind !== Kind.word && kind !== Kind.name && kind !== Kind.comma) {
      return false;
    }
    if (wordAt(tokens, index) === 'as' && is(tokens, index + 1, GERUND)) {
      return true;
    }
  }
  return false;
}

/** The subject of a verb that has none of its own: that of the verb before, else the sentence's. */
export function sharedSubject(
  tokens: Tokens,
  index: number,
  from: number,
  earlier: readonly Attribution[],
): Subject | undefined {
  const kept = is(tokens, index, GERUND) ? keptFrom(tokens, index, from) : undefined;
  if (kept) {
    return kept;
  }
  let last: Subject | undefined;
  let aside: Subject | undefined;
  for (let back = earlier.length - 1; back >= 0; back--) {
    const attribution = earlier[back];
    if (!attribution?.subject || attribution.denied || attribution.strength === 'beside') {
      continue;
    }
    // `He referred to Lane, who said it was “sad”, adding that …`: what judges is no report to go on with.
    if (last?.kind === 'name' && attribution.strength === 'judges' && is(tokens, index, GERUND)) {
      return last;
    }
    if (!isEmbedded(tokens, attribution, from, earlier[back - 1])) {
      return recalledSubject(tokens, attribution, index) ?? attribution.subject;
    }
    last ??= attribution.strength === 'says' ? attribution.subject : undefined;
    aside ??= attribution.subject;
  }
  return sentenceSubject(tokens, from, index) ?? aside;
}

/** `It did not stop Lane from looking out and telling them: “…”`: whoever is not kept from it. */
function keptFrom(tokens: Tokens, gerund: number, from: number): Subject | undefined {
  for (let at = gerund - 1; at > from + 1; at--) {
    const kind = tokens.kinds[at];
    if (kind === Kind.quotation || kind === Kind.semicolon || kind === Kind.colon) {
      return undefined;
    }
    if (wordAt(tokens, at) === 'from' && wordAt(tokens, at + 1).endsWith('ing')) {
      const name = at - 1;
      const verb = name - titlesBefore(tokens, name, from) - 1;
      return isPerson(tokens, name) && KEEP.test(wordAt(tokens, verb)) && isDenied(tokens, verb, from)
        ? { kind: 'name', from: name, to: at }
        : undefined;
    }
  }
  return undefined;
}

const KEEP = /^(?:(?:stop|keep|prevent|deter|dissuade|discourage)(?:s|ped|red|ed|d)?|kept)$/;

/** `did not stop`, `nothing stopped` */
function isDenied(tokens: Tokens, verb: number, from: number): boolean {
  for (let at = verb - 1; at >= Math.max(from, verb - 4); at--) {
    if (is(tokens, at, NEGATION) || /^(?:nothing|no|nobody|little)$/i.test(wordAt(tokens, at))) {
      return true;
    }
  }
  return false;
}

/**
 * `Lane recalled that she walked in, looked round and said: “…”`: whoever is recalled goes on, and does not recall. `Lane recalled that
 * Ortiz opposed the wall and said: “…”` may be either's.
 */
function recalledSubject(tokens: Tokens, { cue }: Attribution, index: number): Subject | undefined {
  const isTold = /^(?:recall|remember)(?:s|ed)$/.test(wordAt(tokens, cue.from));
  const isSaid = /^(?:said|says|asked|told|shouted|cried|whispered)$/.test(wordAt(tokens, index));
  for (let at = cue.to; isTold && isSaid && at < index; at++) {
    if (tokens.kinds[at] === Kind.quotation || tokens.kinds[at] === Kind.semicolon) {
      return undefined;
    }
    if (/^(?:that|how)$/.test(wordAt(tokens, at))) {
      const subject = phraseStartingAt(tokens, at + 1, index);
      // Whom a pronoun means there is not told by who spoke last; nor is it sure that whoever is named there goes on.
      return subject && { ...subject, kind: 'description' };
    }
  }
  return undefined;
}

/** `Calling it …, Lane left`, `After saying …, Lane left`, `Having said …, Lane left` */
export function opensSentence(tokens: Tokens, index: number, from: number): boolean {
  return (
    (index === from + 1 && wordAt(tokens, from) === 'Having') ||
    (is(tokens, index, GERUND) &&
      (index === from || (index === from + 1 && is(tokens, from, PREPOSITION | CONJUNCTION))))
  );
}

/** The subject behind the comma that ends an opening clause. */
export function mainSubject(tokens: Tokens, index: number, to: number): Subject | undefined {
  for (let at = index + 1; at < to; at++) {
    const kind = tokens.kinds[at];
    const tail =
      kind === Kind.quotation ? tokens.text.slice((tokens.ends[at] ?? 0) - 4, tokens.ends[at]) : '';
    if (kind === Kind.comma || tail.includes(',')) {
      const subject = phraseStartingAt(tokens, at + 1, to);
      return subject?.kind === 'description' ? undefined : subject;
    }
  }
  return undefined;
}

/** Whether a clause of speech depends on another: `an architect who said`, `Lane said Ortiz called`. */
function isEmbedded(
  tokens: Tokens,
  attribution: Attribution,
  from: number,
  before: Attribution | undefined,
): boolean {
  let start = attribution.from;
  while (
    start > from &&
    tokens.kinds[start - 1] === Kind.word &&
    (isCapital(tokens, start - 1) || is(tokens, start - 1, ROLE)) &&
    !is(tokens, start - 1, CONJUNCTION | RELATIVE)
  ) {
    start--;
  }
  if (before && start <= before.cue.to && before.cue.to <= attribution.from) {
    return true;
  }
  const relative = attribution.order === 'subject first' && is(tokens, attribution.cue.from - 1, RELATIVE);
  const lead = start > from ? start - 1 : -1;
  return (
    relative ||
    (lead >= 0 &&
      (is(tokens, lead, RELATIVE) || (is(tokens, lead, CONJUNCTION) && !isCoordinator(tokens, lead))))
  );
}
