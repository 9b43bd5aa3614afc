import type { Subject } from './attribution-clauses.ts';
import type { Attribution } from './attribution-find.ts';
import { phraseEndingAt } from './attribution-phrases.ts';
import { subjectFirst } from './attribution-sign.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { is, isThat, isVerb, wordAt } from './attribution-words.ts';
import { ADVERB, AUXILIARY, BE, CONJUNCTION, DETERMINER, MODAL, NEGATION, PREPOSITION } from './cues.ts';

/** What is seen so has no more tokens. */
const LONGEST_OBJECT = 7;

/** `sees the plan as “…”` */
const SEEING = /^(?:sees|saw|views|viewed|regards|regarded|considers|considered|sums|summed)$/;

/** `found it “…”`, `labelled the plan “…”` */
const FINDING = /^(?:considers|considered|finds|found|label(?:s|l?ed))$/;

/** `Lane sees the plan as “…”`, `she considers it “…”`: in whose words something is judged. */
export function seenAs(tokens: Tokens, verb: number, from: number): Attribution | undefined {
  const word = wordAt(tokens, verb);
  if (!SEEING.test(word) && !FINDING.test(word)) {
    return undefined;
  }
  const end = objectEnd(tokens, verb);
  const isAs = wordAt(tokens, end - 1) === 'as';
  const isJudged = isAs ? SEEING.test(word) : FINDING.test(word);
  const subject = isJudged && end > verb + (isAs ? 2 : 1) ? holderBefore(tokens, verb, from) : undefined;
  return subject && subjectFirst('judges', { from: verb, to: end }, subject);
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
