import type { Block } from '../reading.ts';
import type { Lexicon } from './lexicon.ts';
import { addToPhrase, lexiconKey, WordList } from './lexicon.ts';
import type { Runs } from './runs.ts';
import { findRuns } from './runs.ts';
import type { Tokens } from './tokens.ts';
import { tokenise } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';
import { gatherVocabulary } from './vocabulary.ts';

/** A text made ready for judging the words of its runs. */
export interface NamesDocument {
  readonly text: string;
  readonly tokens: Tokens;
  readonly runs: Runs;
  readonly vocabulary: Vocabulary;
  /** For each token, twice the kind of the known phrase it is in, plus 1 inside it; 0 outside of all. */
  readonly phrases: Uint8Array;
}

const LONGEST_PHRASE = 5;

/** Cuts a text into words and looks them up. */
export function prepareDocument(text: string, blocks: readonly Block[], lexicon: Lexicon): NamesDocument {
  const tokens = tokenise(text, blocks, lexicon.words);
  const runs = findRuns(tokens);
  const vocabulary = gatherVocabulary(tokens, runs, lexicon);
  return { text, tokens, runs, vocabulary, phrases: findPhrases(tokens, runs, vocabulary, lexicon) };
}

function findPhrases(tokens: Tokens, runs: Runs, vocabulary: Vocabulary, lexicon: Lexicon): Uint8Array {
  const phrases = new Uint8Array(tokens.count);
  for (let run = 0; run < runs.starts.length; run++) {
    const end = runs.ends[run] ?? 0;
    let token = runs.starts[run] ?? 0;
    while (token < end) {
      const entry = vocabulary.entries[vocabulary.ofToken[token] ?? 0] ?? 0;
      let after = token + 1;
      if ((entry & WordList.startsPhrase) !== 0) {
        let phrase = addToPhrase(0, tokens.hashes[token] ?? 0);
        for (let next = token + 1; next < end && next - token < LONGEST_PHRASE; next++) {
          phrase = addToPhrase(phrase, tokens.hashes[next] ?? 0);
          const kind = lexicon.phrases.get(lexiconKey(phrase));
          if (kind !== undefined) {
            phrases.fill(kind * 2 + 1, token + 1, next + 1);
            phrases[token] = kind * 2;
            after = next + 1;
          }
        }
      }
      token = after;
    }
  }
  return phrases;
}
