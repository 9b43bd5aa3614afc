import { wordSet } from '../text/word-set.ts';
import { isCondition, nothing, type Beside } from './governing-words.ts';

/**
 * Whether words from an index on make a condition as `if` does: `subject to the vote`, `as long as it holds`, `on condition that`,
 * `depending on`, `barring`, `in the event of`. `previous` is the word before the first of `words`.
 */
export function isPhraseOfCondition(words: readonly Beside[], at: number, previous = ''): boolean {
  const key = (index: number): string => words[index]?.key ?? nothing.key;
  const before = at > 0 ? key(at - 1) : previous;
  const [first, second, third] = [key(at), key(at + 1), key(at + 2)];
  switch (first) {
    case 'subject':
      return second === 'to' && !isTold(before);
    case 'conditional':
    case 'contingent':
      return /^(?:on|upon)$/.test(second) && !isTold(before);
    case 'depending':
      return /^(?:on|upon)$/.test(second);
    case 'barring':
      return second !== '' && !isTold(before);
    case 'providing':
      return second === 'that';
    case 'pending':
      return pending.has(second) && !isTold(before);
    case 'on':
      return second === 'condition' ? third !== 'of' : `${second} ${third}` === 'the condition';
    case 'in':
      return `${second} ${third}` === 'the event';
    case 'as':
    case 'so':
      return `${second} ${third}` === 'long as' && !isWhile(key(at + 3), key(at + 4));
    default:
      return false;
  }
}

/** Whether words of the draft tell a condition themselves: `Depending on the wind, Lane said, …`, `If the wind allows, …`. */
export function tellsCondition(keys: readonly string[]): boolean {
  const words = keys.map(key => ({ key, gap: ' ' }));
  const [first = ''] = keys;
  return (isCondition(first) && first !== 'whether') || words.some((_, at) => isPhraseOfCondition(words, at));
}

/** `The plan is subject to a vote`: what the sentence itself tells. */
function isTold(before: string): boolean {
  return /^(?:is|are|was|were|be|been|being|not|remains?|made|'s)$/.test(before);
}

/** `as long as I am mayor`, `as long as I can remember`, `as long as a year`: how long, and no condition. */
function isWhile(next: string, behind: string): boolean {
  return (
    /^(?:\d.*|an?)$/.test(next) ||
    /^(?:live|lived|remember|know|knew|can|could|breathe)$/.test(behind) ||
    /^(?:i've|i'm|we've|they've|he's|she's|there's)$/.test(next) ||
    (next === 'i' && /^(?:am|was|have|had)$/.test(behind))
  );
}

const pending = wordSet(
  'approval confirmation consent review talks funding the final further an a its their our',
);
