import { Kind, type Tokens } from './attribution-tokens.ts';
import { isAffirming } from './attribution-unsaid.ts';
import { is, isNumber, wordAt } from './attribution-words.ts';
import {
  ADVERB,
  AUXILIARY,
  BE,
  DETERMINER,
  INDEFINITE,
  MODAL,
  NEGATION,
  PAST,
  PREPOSITION,
  PRONOUN,
  TIME,
} from './cues.ts';

/** A verb’s auxiliaries, negation and adverbs, as far as they stand before it: `did not later`, `has often been`. */
export interface VerbGroup {
  /** The token before all of them. */
  readonly before: number;
  readonly modal: boolean;
  readonly negated: boolean;
  readonly passive: boolean;
  readonly auxiliary: boolean;
  readonly adverbs: boolean;
}

/** Reads what belongs to a verb before it, down to `from`; `classes` are those of the verb. */
export function verbGroup(tokens: Tokens, verb: number, from: number, classes: number): VerbGroup {
  let before = verb - 1;
  let modal = false;
  let negated = false;
  let passive = false;
  let auxiliary = false;
  let adverbs = false;
  // `and among other things called it “…”`
  if (/^(?:things|others)$/.test(wordAt(tokens, before))) {
    const among = before - (wordAt(tokens, before) === 'things' ? 2 : 1);
    if (wordAt(tokens, among) === 'among' && among > from) {
      before = among - 1;
      adverbs = true;
    }
  }
  while (before >= from && tokens.kinds[before] === Kind.word) {
    if (is(tokens, before, NEGATION)) {
      // `did not just call it`: did, and more.
      negated = !isAffirming(wordAt(tokens, before + 1));
    } else if (is(tokens, before, MODAL)) {
      modal = true;
    } else if (is(tokens, before, AUXILIARY)) {
      passive = passive || (!auxiliary && is(tokens, before, BE) && (classes & PAST) !== 0);
      auxiliary = true;
    } else if (is(tokens, before, TIME) || isYear(tokens, before, from)) {
      before = beforeTime(tokens, before, from);
      adverbs = true;
      continue;
    } else if (
      is(tokens, before, ADVERB) &&
      (!is(tokens, before, DETERMINER | INDEFINITE) || isFloating(tokens, before, from))
    ) {
      adverbs = true;
    } else {
      break;
    }
    before--;
  }
  // `we’re told`, `it’s called “…”`: the verb of being is part of the word.
  passive ||= !auxiliary && (classes & PAST) !== 0 && before >= from && BEING.test(wordAt(tokens, before));
  return { before, modal, negated, passive, auxiliary, adverbs };
}

/** `we’re`, `it’s` */
const BEING = /^(?:(?:we|they|you)[’']re|i[’']m|(?:it|that|what|there)[’']s)$/i;

/** `in 2010`, `on May 3` before a verb. */
function isYear(tokens: Tokens, index: number, from: number): boolean {
  const isFull = /^[12]\d{3}$/.test(wordAt(tokens, index));
  return index > from && isNumber(tokens, index) && is(tokens, index - 1, isFull ? PREPOSITION | TIME : TIME);
}

/** `Lane and Ortiz both said`, `they all said` */
function isFloating(tokens: Tokens, index: number, from: number): boolean {
  return index > from && (tokens.kinds[index - 1] === Kind.name || is(tokens, index - 1, PRONOUN));
}

function beforeTime(tokens: Tokens, start: number, from: number): number {
  let index = start;
  while (index >= from && (is(tokens, index, TIME) || isNumber(tokens, index))) {
    index--;
  }
  return index >= from && (is(tokens, index, PREPOSITION) || wordAt(tokens, index) === 'this')
    ? index - 1
    : index;
}
