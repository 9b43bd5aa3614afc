import type { Lexicon } from './lexicon.ts';
import { addToPhrase, lexiconKey, WordList } from './lexicon.ts';
import type { Tokens } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

const LONGEST_PHRASE = 5;

/** The kind of the longest known phrase that begins at a token and ends before `limit`; 0 for none. */
export interface PhraseMatch {
  readonly kind: number;
  readonly end: number;
}

const NO_MATCH: PhraseMatch = { kind: 0, end: 0 };

/** Looks for a phrase of the lexicon from a token on. */
export function matchPhrase(
  tokens: Tokens,
  { ofToken, entries }: Vocabulary,
  start: number,
  limit: number,
  lexicon: Lexicon,
): PhraseMatch {
  if (((entries[ofToken[start] ?? 0] ?? 0) & WordList.startsPhrase) === 0) {
    return NO_MATCH;
  }
  let match = NO_MATCH;
  let phrase = addToPhrase(0, tokens.hashes[start] ?? 0);
  for (let next = start + 1; next < limit && next - start < LONGEST_PHRASE; next++) {
    phrase = addToPhrase(phrase, tokens.hashes[next] ?? 0);
    const kind = lexicon.phrases.get(lexiconKey(phrase));
    if (kind !== undefined) {
      match = { kind, end: next + 1 };
    }
  }
  return match;
}
