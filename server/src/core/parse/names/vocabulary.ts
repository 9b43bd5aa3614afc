import type { Lexicon } from './lexicon.ts';
import { lookUp } from './lexicon.ts';
import type { Runs } from './runs.ts';
import type { Tokens } from './tokens.ts';
import { Place, Shape } from './shapes.ts';

/** How else a word stands in the same text. */
export const Seen = {
  /** In small letters. */
  lower: 1,
  /** With a capital inside a sentence. */
  capital: 2,
  /** In a run of several words. */
  longer: 4,
} as const;

/** The distinct words of a text, one array a property. */
export interface Vocabulary {
  readonly count: number;
  /** The word of each token. */
  readonly ofToken: Int32Array;
  readonly hashes: Int32Array;
  /** What the lexicon knows of each. */
  readonly entries: Int32Array;
  readonly seen: Uint8Array;
}

/** Gathers the distinct words of a text and how they are written in it. */
export function gatherVocabulary(tokens: Tokens, runs: Runs, lexicon: Lexicon): Vocabulary {
  const { count, hashes: tokenHashes, shapes, places, recased } = tokens;
  let size = 256;
  while (size < count * 2) {
    size *= 2;
  }
  const mask = size - 1;
  const slots = new Int32Array(size);
  const ofToken = new Int32Array(count);
  const hashes = new Int32Array(count);
  const entries = new Int32Array(count);
  const seen = new Uint8Array(count);
  let words = 0;
  for (let token = 0; token < count; token++) {
    const hash = tokenHashes[token] ?? 0;
    let slot = hash & mask;
    let word = (slots[slot] ?? 0) - 1;
    while (word >= 0 && hashes[word] !== hash) {
      slot = (slot + 1) & mask;
      word = (slots[slot] ?? 0) - 1;
    }
    if (word < 0) {
      word = words++;
      slots[slot] = words;
      hashes[word] = hash;
      entries[word] = lookUp(lexicon.words, hash);
    }
    ofToken[token] = word;
    const shape = shapes[token] ?? 0;
    if (recased.size > 0 && recased.has(token)) {
      continue;
    }
    if (shape === Shape.lower) {
      seen[word] = (seen[word] ?? 0) | Seen.lower;
    } else if (shape >= Shape.capitalised && places[token] === Place.inside) {
      seen[word] = (seen[word] ?? 0) | Seen.capital;
    }
  }
  for (let run = 0; run < runs.starts.length; run++) {
    const start = runs.starts[run] ?? 0;
    const end = runs.ends[run] ?? 0;
    for (let token = start; end - start > 1 && token < end; token++) {
      const word = ofToken[token] ?? 0;
      seen[word] = (seen[word] ?? 0) | Seen.longer;
    }
  }
  return { count: words, ofToken, hashes, entries, seen };
}
