import { wordSet } from '../text/word-set.ts';
import type { Subject } from './attribution-clauses.ts';
import type { Attribution } from './attribution-find.ts';
import { phraseEndingAt } from './attribution-phrases.ts';
import { subjectFirst } from './attribution-sign.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { is, isCapital, isPossessive, isThat, isVerb, titlesBefore, wordAt } from './attribution-words.ts';
import {
  ADVERB,
  AUXILIARY,
  BE,
  CONJUNCTION,
  DETERMINER,
  MODAL,
  NEGATION,
  PREPOSITION,
  ROLE,
  TITLE,
} from './cues.ts';

/** What is seen so has no more tokens. */
const LONGEST_OBJECT = 7;

/** `sees the plan as “…”` */
const SEEING = wordSet('sees saw views viewed regards regarded considers considered sums summed');

/** `found it “…”`, `labelled the plan “…”` */
const FINDING = wordSet('considers considered finds found labels labeled labelled');

/** `Lane sees the plan as “…”`, `she considers it “…”`: in whose words something is judged. */
export function seenAs(tokens: Tokens, verb: number, from: number): Attribution | undefined {
  const word = wordAt(tokens, verb);
  if (!SEEING.has(word) && !FINDING.has(word)) {
    return undefined;
  }
  const end = objectEnd(tokens, verb);
  const isAs = wordAt(tokens, end - 1) === 'as';
  const isJudged = isAs ? SEEING.has(word) : FINDING.has(word);
  const subject = isJudged && end > verb + (isAs ? 2 : 1) ? holderBefore(tokens, verb, from) : undefined;
  return subject && subjectFirst('judges', { from: verb, to: end }, subject);
}

/** `Lane thinks the quay is “…”` */
const THINKING = wordSet(
  'thinks thought believes believed feels felt fears feared hopes hoped wants wanted judges judged deems deemed',
);

/** What is thought of has no more tokens. */
const LONGEST_THOUGHT = 12;

/** `Lane thinks the quay is “…”`, `she wants it to be “…”`: in whose mind something is what the words say. */
export function thoughtTo(tokens: Tokens, verb: number, from: number): Attribution | undefined {
  if (!THINKING.has(wordAt(tokens, verb)) || isThat(tokens, verb + 1)) {
    return undefined;
  }
  let quotation = verb + 1;
  while (quotation - verb <= LONGEST_THOUGHT && tokens.kinds[quotation] !== Kind.quotation) {
    const isPart =
      tokens.kinds[quotation] === Kind.name ||
      (tokens.kinds[quotation] === Kind.word &&
        !isVerb(tokens, quotation) &&
        !is(tokens, quotation, CONJUNCTION | NEGATION));
    if (!isPart) {
      return undefined;
    }
    quotation++;
  }
  let being = quotation - 1;
  while (being > verb + 1 && is(tokens, being, ADVERB | DETERMINER)) {
    being--;
  }
  const isWhat = tokens.kinds[quotation] === Kind.quotation && is(tokens, being, BE) && being > verb + 1;
  const subject = isWhat ? holderBefore(tokens, verb, from) : undefined;
  return subject && opensClause(tokens, subject.from, from)
    ? subjectFirst('judges', { from: verb, to: being + 1 }, subject)
    : undefined;
}

/** Whether nobody tells what stands behind: `He said that he thought it was “…”` are the words of whoever said so. */
function opensClause(tokens: Tokens, start: number, from: number): boolean {
  const before = start - 1 - titlesBefore(tokens, start, from);
  const kind = tokens.kinds[before];
  return (
    before < from ||
    kind === Kind.comma ||
    kind === Kind.semicolon ||
    kind === Kind.quotation ||
    kind === Kind.dash ||
    /^(?:and|but)$/i.test(wordAt(tokens, before))
  );
}

/** Where what is seen, and `as`, end before an article and the marks; the verb’s own end where no marks follow. */
function objectEnd(tokens: Tokens, verb: number): number {
  if (isThat(tokens, verb + 1)) {
    return verb + 1;
  }
  let index = verb + 1;
  while (index - verb <= LONGEST_OBJECT && tokens.kinds[index] !== Kind.quotation) {
    const isPart =
      tokens.kinds[index] === Kind.name ||
      (tokens.kinds[index] === Kind.word &&
        !isVerb(tokens, index) &&
        !is(tokens, index, AUXILIARY | MODAL) &&
        (wordAt(tokens, index) === 'as' || !is(tokens, index, CONJUNCTION)));
    if (!isPart) {
      return verb + 1;
    }
    index++;
  }
  if (tokens.kinds[index] !== Kind.quotation) {
    return verb + 1;
  }
  const isArticle = index - 1 > verb + 1 && /^(?:an?|the)$/.test(wordAt(tokens, index - 1));
  const end = isArticle ? index - 1 : index;
  const isBehind = is(tokens, end - 1, PREPOSITION | DETERMINER) && wordAt(tokens, end - 1) !== 'this';
  return isBehind ? verb + 1 : end;
}

/** Whoever is named before the verb, or `he` or `she`. */
function holderBefore(tokens: Tokens, verb: number, from: number): Subject | undefined {
  let last = verb - 1;
  while (last > from && is(tokens, last, AUXILIARY | ADVERB) && !is(tokens, last, NEGATION | BE)) {
    last--;
  }
  const subject = phraseEndingAt(tokens, last, from);
  const isHe = subject?.kind === 'pronoun' && /^s?he$/i.test(wordAt(tokens, subject.from));
  return subject?.kind === 'name' || isHe ? subject : undefined;
}

/** `Lane called Mayor Ortiz’s claim “…”`, `calling out Ortiz’s claim that …`: what is said of another’s words is not the other’s. */
export function isJudged(tokens: Tokens, noun: number, from: number): boolean {
  if (!isPossessive(tokens, noun - 1)) {
    return false;
  }
  let judge = noun - 2;
  while (judge > from && (isCapital(tokens, judge) || is(tokens, judge, TITLE | ROLE | DETERMINER))) {
    judge--;
  }
  const isOut = /^out$/.test(wordAt(tokens, judge));
  return judge >= from && CALLS.test(wordAt(tokens, isOut ? judge - 1 : judge));
}

const CALLS =
  /^(?:call(?:s|ed|ing)?|brand(?:s|ed|ing)|label(?:s|l?ed|l?ing)|deem(?:s|ed|ing)?|dub(?:s|bed|bing)?)$/;
