import type { Lexicon } from './lexicon.ts';
import { addToPhrase, lexiconKey, lookUp, WordList } from './lexicon.ts';
import type { Tokens } from './tokens.ts';

const LONGEST_PHRASE = 5;

/** The kind of the longest known phrase that begins at a token and ends before `limit`; 0 for none. */
export interface PhraseMatch {
  readonly kind: number;
  readonly end: number;
}

const NO_MATCH: PhraseMatch = { kind: 0, end: 0 };

/** Looks for a phrase of the lexicon from a token on. */
export function matchPhrase(tokens: Tokens, start: number, limit: number, lexicon: Lexicon): PhraseMatch {
  const first = tokens.hashes[start] ?? 0;
  if ((lookUp(lexicon.words, first) & WordList.startsPhrase) === 0) {
    return NO_MATCH;
  }
  let match = NO_MATCH;
  let phrase = addToPhrase(0, first);
  for (let next = start + 1; next < limit && next - start < LONGEST_PHRASE; next++) {
    phrase = addToPhrase(phrase, tokens.hashes[next] ?? 0);
    const kind = lexicon.phrases.get(lexiconKey(phrase));
    if (kind !== undefined) {
      match = { kind, end: next + 1 };
    }
  }
  return match;
}
