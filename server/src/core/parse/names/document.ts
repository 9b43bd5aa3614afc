import type { Block } from '../reading.ts';
import { recaseHeadlines } from './headlines.ts';
import type { Lexicon } from './lexicon.ts';
import { matchPhrase } from './phrases.ts';
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

/** Cuts a text into words and looks them up. */
export function prepareDocument(text: string, blocks: readonly Block[], lexicon: Lexicon): NamesDocument {
  const tokens = tokenise(text, blocks, lexicon.words);
  recaseHeadlines(tokens, blocks, lexicon);
  const runs = findRuns(tokens);
  const vocabulary = gatherVocabulary(tokens, runs, lexicon);
  return { text, tokens, runs, vocabulary, phrases: findPhrases(tokens, runs, lexicon) };
}

function findPhrases(tokens: Tokens, runs: Runs, lexicon: Lexicon): Uint8Array {
  const phrases = new Uint8Array(tokens.count);
  for (let run = 0; run < runs.starts.length; run++) {
    const end = runs.ends[run] ?? 0;
    let token = runs.starts[run] ?? 0;
    while (token < end - 1) {
      const match = matchPhrase(tokens, token, end, lexicon);
      if (match.kind === 0) {
        token++;
      } else {
        phrases.fill(match.kind * 2 + 1, token + 1, match.end);
        phrases[token] = match.kind * 2;
        token = match.end;
      }
    }
  }
  return phrases;
}
