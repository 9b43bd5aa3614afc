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

const SAYING = /^(?:say|tell|confirm)$/;

/**
 * Whether `will` or `would` tells what a person said or is about to say: `“…,” Lane will tell the council`, `Lane would later say`,
 * `one neighbour would write`, `a spokesman would say only that “…”`.
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
  // `Years later she would say`, `Later, she would say`
  const lead = (subject?.from ?? 0) - 1;
  later ||=
    lead >= from &&
    LATER.test(wordAt(tokens, tokens.kinds[lead] === Kind.comma ? lead - 1 : lead).toLowerCase());
  const only = wordAt(tokens, cue.from - 1) === 'only' || wordAt(tokens, cue.to) === 'only';
  const isReticent = only && SAYING.test(wordAt(tokens, cue.from));
  const isOneOfMany =
    subject?.kind === 'description' &&
    subject.to - subject.from > 1 &&
    /^(?:one|another)$/i.test(wordAt(tokens, subject.from));
  const isOne = subject?.kind !== 'pronoun' || /^s?he$/i.test(wordAt(tokens, subject.from));
  if (
    !(isPerson || isOneOfMany || isReticent) ||
    !isOne ||
    !/^(?:will|would)$/.test(wordAt(tokens, index)) ||
    hasCondition(tokens, from, to)
  ) {
    return false;
  }
  const isTelling = later || TELLING.test(wordAt(tokens, cue.from));
  return isReticent || isTelling || (isPerson && cue.from > at);
}

function hasCondition(tokens: Place['tokens'], from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    if (tokens.kinds[index] === Kind.word && /^(?:if|unless|suppose|imagine)$/i.test(wordAt(tokens, index))) {
      return true;
    }
  }
  return false;
}
