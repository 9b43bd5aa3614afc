import { Kind, type Tokens } from './attribution-tokens.ts';
import { is, isThat, isVerb } from './attribution-words.ts';
import { AUXILIARY, CONJUNCTION, GERUND, MODAL, PREPOSITION, PRONOUN, RELATIVE, TIME } from './cues.ts';

/** `told a packed public meeting`, in tokens behind the verb. */
const LONGEST_AUDIENCE = 5;

/** What no longer says who is told: `at Holt`, `on Monday`, `that they would`. */
const BEHIND = PRONOUN | TIME | PREPOSITION | RELATIVE | CONJUNCTION | AUXILIARY | MODAL | GERUND;

/** Where whoever is told ends, behind a verb: `reporters`, `the Lantern`, `them`; `start` where nobody is. */
export function audienceEnd(tokens: Tokens, start: number, to: number): number {
  if (is(tokens, start, PRONOUN)) {
    return start + 1;
  }
  let end = start;
  while (
    end < Math.min(to, start + LONGEST_AUDIENCE) &&
    (tokens.kinds[end] === Kind.word || tokens.kinds[end] === Kind.name) &&
    !is(tokens, end, BEHIND) &&
    !isVerb(tokens, end) &&
    !isThat(tokens, end)
  ) {
    end++;
  }
  return end;
}
