import type { Choice, Place } from './attribution-choose.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { hasWords, is, wordAt } from './attribution-words.ts';
import { AUXILIARY, CUE, MODAL } from './cues.ts';
import type { Finding } from './utterances.ts';

/** What stands since the quotation before. */
export interface Trail {
  /** Nothing but its attribution. */
  closed: boolean;
}

/** Whether a quotation follows the one before it with only its own cue and speaker between. */
export function opensWithAttribution(
  { tokens, at, from }: Place,
  choice: Choice | undefined,
  finding: Finding,
  before: Finding | undefined,
): boolean {
  let index = at - 1;
  while (index >= from && tokens.kinds[index] !== Kind.quotation) {
    index--;
  }
  const start = index + 1;
  if (!hasWords(tokens, start, at)) {
    return true;
  }
  // A part of the narrator's sentence is joined to nothing by a cue of its own: `He added that “…”`.
  if (index < from && (finding.kind !== 'direct' || before?.kind !== 'direct')) {
    return false;
  }
  const cue = choice?.reach === 'beside' && choice.attribution.cue.to <= at ? choice.attribution : undefined;
  // `“…,” growls Lane, “and …”`: both are given to one and the same mention.
  const isShared = finding.speaker !== undefined && finding.speaker.start === before?.speaker?.start;
  return (
    cue !== undefined &&
    (cue.strength === 'says' || isShared) &&
    cue.from >= start &&
    isLead(tokens, start, cue.from)
  );
}

/** Said on another day or elsewhere: `On Friday, she said: “…”` opens a speech of its own. */
const ELSEWHERE =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|april|june|july|august|september|october|november|december|yesterday|earlier|previously|separately|elsewhere|ago|interview|statement|letter|tweet|email)$/;

/** Nothing before an attribution but `And`, `Later`, a title. */
function isLead(tokens: Tokens, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    if (
      tokens.kinds[index] === Kind.word &&
      (is(tokens, index, AUXILIARY | MODAL | CUE) || ELSEWHERE.test(wordAt(tokens, index).toLowerCase()))
    ) {
      return false;
    }
  }
  return end - start <= 8;
}

/** Whether what follows a quotation in its sentence is attribution, up to the next quotation. What is signed goes no further. */
export function closesWithAttribution({ tokens, at, to }: Place, choice: Choice | undefined): boolean {
  let end = at + 1;
  while (end < to && tokens.kinds[end] !== Kind.quotation) {
    end++;
  }
  // What follows up to another quotation of the sentence is judged from there.
  return (
    end < to ||
    !hasWords(tokens, at + 1, end) ||
    (choice?.reach === 'beside' &&
      choice.attribution.cue.from > at &&
      tokens.kinds[choice.attribution.cue.from] !== Kind.dash)
  );
}
