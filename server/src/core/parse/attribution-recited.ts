import type { Choice, Place } from './attribution-choose.ts';
import { Kind } from './attribution-tokens.ts';
import { is, isPerson, isPossessive, wordAt } from './attribution-words.ts';
import { PRONOUN, SAY } from './cues.ts';

/** So far before the colon may stand who or what is quoted, in tokens. */
const LONGEST_ORIGIN = 12;

/** Texts that are nobody's who cites them. */
const TEXTS =
  /^(?:proverbs?|adages?|sayings?|mottos?|maxims?|slogans?|psalms?|verses?|scriptures?|bible|koran|poems?|poets?|lyrics?|songs?|hymns?|nursery)$/i;

/**
 * Whether whoever speaks only says again what another said, who has no name here: `Lane, quoting her father: “…”`, `Lane cited the
 * old proverb: “…”`.
 */
export function isRecited({ tokens, at, from }: Place, { attribution }: Choice): boolean {
  const { subject, cue } = attribution;
  const colon = at - 1;
  if (tokens.kinds[colon] !== Kind.colon || subject === undefined) {
    return false;
  }
  let hasText = false;
  for (let index = colon - 1; index >= Math.max(from, colon - LONGEST_ORIGIN); index--) {
    const word = wordAt(tokens, index);
    const isQuoting =
      /^(?:quot(?:ed|ing)|recit(?:e|es|ed|ing))$/.test(word) ||
      (word === 'quotes' &&
        (isPerson(tokens, index - 1) || is(tokens, index - 1, PRONOUN)) &&
        !isPossessive(tokens, index - 1));
    if (isQuoting || (hasText && /^cit(?:e|es|ed|ing)$/.test(word))) {
      return index < colon - 1 && subject.from < index && wordAt(tokens, index + 1) !== 'by';
    }
    const isNamed = isPerson(tokens, index) && !isPossessive(tokens, index);
    if (
      (tokens.kinds[index] !== Kind.word && tokens.kinds[index] !== Kind.name) ||
      isNamed ||
      (is(tokens, index, SAY) && index >= cue.from)
    ) {
      return false;
    }
    hasText ||= TEXTS.test(word);
  }
  return false;
}
