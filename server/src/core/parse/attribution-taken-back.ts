import type { Place } from './attribution-choose.ts';
import type { Attribution } from './attribution-find.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { isDenying } from './attribution-unsaid.ts';
import { is, isThat, wordAt } from './attribution-words.ts';
import { AUXILIARY, CUE, PRONOUN } from './cues.ts';

/** No clause of what is taken back is longer, in tokens. */
const LONGEST_CLAUSE = 24;

/** What is denied besides that something is so: `denied reports that he had said “…”`. */
const RUMOURS =
  /^(?:reports?|claims?|suggestions?|allegations?|accusations?|rumou?rs?|assertions?|speculation|idea|notion|charges?)$/;

/** Whoever does so with a rumour says that it is not so. */
const REJECTING =
  /^(?:reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e|es|ed|ing)|disput(?:e|es|ed|ing)|rebut(?:s|ted)?|quash(?:es|ed)?)$/;

/** `is not true`, `was false` */
const UNTRUE = /^(?:false|untrue|incorrect|nonsense|wrong)$/;

/** Verbs by which somebody calls a thing something. */
const CALLING = /^(?:call|describ|label|term|brand|dub|refer)/;

/**
 * Whether a sentence tells of words before them that nobody said them, whoever else speaks in it: `denied reports that he had called it
 * “…”`, `It is not true that Lane promised “…”`, `If Lane had said “…”`, `Asked whether he had said “…”`, `Lane has never called it “…”,
 * her office said`.
 */
export function isTakenBack({ tokens, at, from }: Place, attributions: readonly Attribution[]): boolean {
  const start = clauseStart(tokens, at, from);
  const isNeverCalled = attributions.some(
    ({ unsaid, cue }) =>
      unsaid && cue.from >= start && cue.to <= at && CALLING.test(wordAt(tokens, cue.from)),
  );
  if (isNeverCalled) {
    return true;
  }
  for (let index = start; index < at; index++) {
    const isSupposed = /^if$/i.test(wordAt(tokens, index)) && hasSaid(tokens, index + 1, at);
    if ((isThat(tokens, index) && isRejected(tokens, index - 1, from)) || isSupposed) {
      return true;
    }
    if (/^(?:if|whether)$/.test(wordAt(tokens, index)) && isAskedAbout(tokens, index, from, at)) {
      return true;
    }
  }
  return false;
}

/** Where the clause begins that a quotation ends: only words and names stand in it. */
function clauseStart(tokens: Tokens, at: number, from: number): number {
  let start = at;
  while (
    start > from &&
    at - start < LONGEST_CLAUSE &&
    (tokens.kinds[start - 1] === Kind.word || tokens.kinds[start - 1] === Kind.name)
  ) {
    start--;
  }
  return start;
}

/** Whether what stands before `that` says that it is not so. */
function isRejected(tokens: Tokens, last: number, from: number): boolean {
  const word = wordAt(tokens, last);
  if (isDenying(word) || (UNTRUE.test(word) && isIt(tokens, last - 1, from))) {
    return true;
  }
  if (word === 'true') {
    return wordAt(tokens, last - 1) === 'not' || /n[’']t$/.test(wordAt(tokens, last - 1));
  }
  for (let verb = last - 1; RUMOURS.test(word) && verb >= from && last - verb <= 3; verb--) {
    if (isDenying(wordAt(tokens, verb)) || REJECTING.test(wordAt(tokens, verb))) {
      return true;
    }
  }
  return false;
}

function isIt(tokens: Tokens, verb: number, from: number): boolean {
  return verb > from && is(tokens, verb, AUXILIARY) && /^it$/i.test(wordAt(tokens, verb - 1));
}

/** `Lane had said`, behind `If` */
function hasSaid(tokens: Tokens, start: number, at: number): boolean {
  for (let index = start; index + 1 < at && index - start < 4; index++) {
    if (wordAt(tokens, index) === 'had') {
      return (
        is(tokens, index + 1, CUE) || (wordAt(tokens, index + 1) === 'only' && is(tokens, index + 2, CUE))
      );
    }
  }
  return false;
}

/** `Asked whether he had ever said “…”` */
function isAskedAbout(tokens: Tokens, whether: number, from: number, at: number): boolean {
  const isAsked =
    whether > from && /^(?:asked|questioned|quizzed|pressed|challenged)$/i.test(wordAt(tokens, whether - 1));
  let verb = whether + 2;
  while (
    verb < at &&
    (is(tokens, verb, AUXILIARY) || /^(?:ever|really|actually)$/.test(wordAt(tokens, verb)))
  ) {
    verb++;
  }
  return isAsked && is(tokens, whether + 1, PRONOUN) && verb < at && is(tokens, verb, CUE);
}
