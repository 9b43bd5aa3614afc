import type { Place } from './attribution-choose.ts';
import type { Attribution } from './attribution-find.ts';
import { Kind } from './attribution-tokens.ts';
import { is, wordAt } from './attribution-words.ts';
import { MODAL } from './cues.ts';

/** So many words may stand between a modal and its verb: `would some years later write`. */
const LONGEST_ADVERBIAL = 4;

/** What a reporter tells of a life in the future of the past, never of what somebody might say. */
const TELLING = /^(?:recall|recount|reminisce|testify|write|repeat)$/;

const LATER = /^(?:later|eventually|ultimately|often|frequently|famously|afterwards?)$/;

/**
 * Whether `will` or `would` tells what a person said or is about to say: `“…,” Lane will tell the council`, `Lane would later say`.
 * In `If they ask, Lane will say “no”` nobody speaks, nor where critics would say something.
 */
export function isTold(
  { tokens, at, from, to }: Place,
  { cue, subject }: Attribution,
  isPerson: boolean,
): boolean {
  let index = cue.from - 1;
  let later = false;
  while (index > from && cue.from - index <= LONGEST_ADVERBIAL && !is(tokens, index, MODAL)) {
    later ||= LATER.test(wordAt(tokens, index));
    index--;
  }
  const isOne = subject?.kind !== 'pronoun' || /^s?he$/i.test(wordAt(tokens, subject.from));
  if (
    !isPerson ||
    !isOne ||
    !/^(?:will|would)$/.test(wordAt(tokens, index)) ||
    hasCondition(tokens, from, to)
  ) {
    return false;
  }
  return cue.from > at || later || TELLING.test(wordAt(tokens, cue.from));
}

function hasCondition(tokens: Place['tokens'], from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    if (tokens.kinds[index] === Kind.word && /^(?:if|unless|suppose|imagine)$/i.test(wordAt(tokens, index))) {
      return true;
    }
  }
  return false;
}
