import type { Subject } from './attribution-clauses.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { is, wordAt } from './attribution-words.ts';
import { JUDGE, PAST, PREPOSITION, RELATIVE, SPEECH } from './cues.ts';

/** Whether a verb only tells of what stands before it: `a plan described as “…”`, `a bill called “…”`, `the deaths blamed on it`: no verb of its subject. */
export function isReduced(
  tokens: Tokens,
  verbIndex: number,
  classes: number,
  subject: Subject | undefined,
  auxiliary: boolean,
): boolean {
  if ((classes & PAST) === 0 || (classes & JUDGE) === 0 || auxiliary || subject?.kind !== 'description') {
    return false;
  }
  const next = wordAt(tokens, verbIndex + 1);
  const before =
    is(tokens, subject.from - 1, RELATIVE) ||
    ['what', 'which', 'as'].includes(wordAt(tokens, subject.from - 1));
  return (
    !before &&
    (next === 'as' ||
      next === 'by' ||
      isWithoutObject(tokens, verbIndex) ||
      tokens.kinds[verbIndex + 1] === Kind.quotation)
  );
}

/** `the deaths blamed on it`, `the crew praised for it` */
export function isWithoutObject(tokens: Tokens, verb: number): boolean {
  return (
    /^(?:on|for)$/.test(wordAt(tokens, verb + 1)) &&
    !/^(?:called|spoke|talked|referred|mentioned)$/.test(wordAt(tokens, verb))
  );
}

/** `said in a statement read to the court: “…”`: a text that is read out there reads nothing itself. */
export function isReadOut(tokens: Tokens, verb: number, subject: Subject | undefined): boolean {
  return (
    subject?.kind === 'description' &&
    /^(?:read|posted|shared|issued|released)$/.test(wordAt(tokens, verb)) &&
    is(tokens, subject.to - 1, SPEECH) &&
    is(tokens, subject.from - 1, PREPOSITION) &&
    tokens.kinds[verb + 1] === Kind.word
  );
}
