import type { Block } from '../reading.ts';
import { recaseHeadlines } from './headlines.ts';
import { readInitials } from './initials.ts';
import type { Lexicon } from './lexicon.ts';
import { matchPhrase } from './phrases.ts';
import { cleared } from './room.ts';
import type { Runs } from './runs.ts';
import { findRuns } from './runs.ts';
import type { Tokens } from './tokens.ts';
import { tokenise, TokenWriter } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';
import { noteSeen, VocabularyWriter } from './vocabulary.ts';

/** A text made ready for judging the words of its runs. */
export interface NamesDocument {
  readonly text: string;
  readonly tokens: Tokens;
  readonly runs: Runs;
  readonly vocabulary: Vocabulary;
  /** For each token, twice the kind of the known phrase it is in, plus 1 inside it; 0 outside of all. */
  readonly phrases: Uint8Array;
}

/** Where a document is laid out. The next one laid out there takes its place. */
export class DocumentRoom {
  readonly tokens = new TokenWriter();
  readonly vocabulary = new VocabularyWriter();
  phrases = new Uint8Array(0);
}

/** Cuts a text into words and looks them up. */
export function prepareDocument(
  text: string,
  blocks: readonly Block[],
  lexicon: Lexicon,
  room = new DocumentRoom(),
): NamesDocument {
  const { tokens, vocabulary } = room;
  tokenise(text, blocks, lexicon.words, tokens);
  readInitials(tokens, lexicon.words);
  vocabulary.gather(tokens, lexicon);
  recaseHeadlines(tokens, vocabulary, blocks, lexicon);
  const runs = findRuns(tokens);
  noteSeen(vocabulary, tokens, runs);
  room.phrases = cleared(room.phrases, tokens.count);
  findPhrases(tokens, vocabulary, runs, lexicon, room.phrases);
  return { text, tokens, runs, vocabulary, phrases: room.phrases };
}

function findPhrases(
  tokens: Tokens,
  vocabulary: Vocabulary,
  runs: Runs,
  lexicon: Lexicon,
  phrases: Uint8Array,
): void {
  for (let run = 0; run < runs.starts.length; run++) {
    const end = runs.ends[run] ?? 0;
    let token = runs.starts[run] ?? 0;
    while (token < end - 1) {
      const match = matchPhrase(tokens, vocabulary, token, end, lexicon);
      if (match.kind === 0) {
        token++;
      } else {
        phrases.fill(match.kind * 2 + 1, token + 1, match.end);
        phrases[token] = match.kind * 2;
        token = match.end;
      }
    }
  }
}
