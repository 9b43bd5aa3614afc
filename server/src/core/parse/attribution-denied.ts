import type { Choice, Place } from './attribution-choose.ts';
import type { Subject } from './attribution-clauses.ts';
import type { Attribution } from './attribution-find.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { isDenying } from './attribution-unsaid.ts';
import { is, isCapital, isNumber, isThat, wordAt } from './attribution-words.ts';
import { ADVERB, AUXILIARY, NEGATION } from './cues.ts';

/** Verbs that report words and nothing else: `would not add “one dime”` is no speech that did not happen. */
const REPORTING =
  /^(?:sa(?:y|ys|ying|id)|t(?:ell|ells|elling|old)|writ(?:e|es|ing|ten)|wrote|stat(?:e|es|ed|ing)|utter(?:s|ed|ing)?|declar(?:e|es|ed|ing)|claim(?:s|ed|ing)?|tweet(?:s|ed|ing)?)$/;

/** So far from the verb what somebody did not call by a name may stand: `would not call the plan “…”`. */
const REACH_OF_CALLING = 4;

/** No clause of what is denied is longer, in tokens. */
const LONGEST_DENIAL = 24;

/** Whether words are told to have been said by nobody: `Lane never said: “…”`, `denied saying “…”`, `would not call it “…”`. */
export function isUnsaid(place: Place, { attribution, reach }: Choice): boolean {
  const { unsaid, strength, cue, subject } = attribution;
  if (strength === 'says' && subject !== undefined && isNobody(place.tokens, subject)) {
    return true;
  }
  const gap = place.at - cue.to;
  const verb = wordAt(place.tokens, cue.from);
  const says = strength === 'says' && reach === 'beside' && REPORTING.test(verb);
  const isNear = says || (gap <= REACH_OF_CALLING && /^call(?:s|ed|ing)?$/.test(verb));
  return (unsaid && gap >= 0 && isNear) || isDeniedClause(place, attribution) || isUnused(place);
}

/** `None of the officers who came that night said “…”`, `No witness said “…”`; but `No 10 said`. */
function isNobody(tokens: Tokens, { from, to }: Subject): boolean {
  const word = wordAt(tokens, from).toLowerCase();
  const isOfMany =
    word === 'no' && from + 1 < to && !isNumber(tokens, from + 1) && !isCapital(tokens, from + 1);
  // `No one said`: only the second word is taken for the subject.
  const isNoOne = word === 'one' && /^no$/i.test(wordAt(tokens, from - 1));
  return (
    isNoOne || (isOfMany && wordAt(tokens, from + 1) !== 'less') || /^(?:none|nobody|neither)$/.test(word)
  );
}

/** Whether words stand in the clause of what is denied: `denied saying that the quay was “…”`, `denied that the quay was “…”`. */
export function isDeniedClause({ tokens, at }: Place, { unsaid, strength, cue }: Attribution): boolean {
  const verb = wordAt(tokens, cue.from);
  const denies = unsaid ? strength === 'says' && REPORTING.test(verb) : isDenying(verb);
  if (!denies || at <= cue.to || at - cue.to > LONGEST_DENIAL) {
    return false;
  }
  let hasThat = false;
  for (let index = cue.to; index < at; index++) {
    if (tokens.kinds[index] !== Kind.word && tokens.kinds[index] !== Kind.name) {
      return false;
    }
    hasThat ||= isThat(tokens, index);
  }
  return hasThat;
}

/** Whether words are told to have been used by nobody: `she never used the words “…”`, `denied using the phrase “…”`. */
export function isUnused({ tokens, at, from }: Place): boolean {
  if (!/^(?:words?|phrases?|terms?|expressions?)$/.test(wordAt(tokens, at - 1))) {
    return false;
  }
  let verb = at - 2;
  while (verb > from && /^(?:the|those|these|any|exact|actual|very|such|a|an)$/.test(wordAt(tokens, verb))) {
    verb--;
  }
  return (
    /^(?:us(?:e|ed|ing)|utter(?:ed|ing)?|sp(?:eak|oke|oken))$/.test(wordAt(tokens, verb)) &&
    isDenied(tokens, verb, from)
  );
}

/** `never used`, `did not use`, `denied ever having used` */
function isDenied(tokens: Tokens, verb: number, from: number): boolean {
  for (let index = verb - 1; index >= from; index--) {
    const word = wordAt(tokens, index);
    if (is(tokens, index, NEGATION) || isDenying(word)) {
      return true;
    }
    if (!is(tokens, index, ADVERB | AUXILIARY) && !/^(?:having|ever|to)$/.test(word)) {
      return false;
    }
  }
  return false;
}
