import type { Block } from '../reading.ts';
import type { Lexicon } from './lexicon.ts';
import { PLAIN_WORD, WordList } from './lexicon.ts';
import { matchPhrase } from './phrases.ts';
import { Gap, Place, Shape } from './shapes.ts';
import type { Tokens } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

const FEWEST_CAPITALS = 3;
const FEWEST_TITLE_WORDS = 6;
/** Words of titles that stay small: `in`, `the`, `from`. */
const LONGEST_SMALL_WORD = 4;
const PLAIN = WordList.common | WordList.stop | WordList.cue | PLAIN_WORD;

/**
 * Where a whole block is IN CAPITALS or Has a Capital on Each Word, gives its words the case that they would have in a
 * sentence: small if they are common words or stand in small letters elsewhere in the text.
 */
export function recaseHeadlines(
  tokens: Tokens,
  vocabulary: Vocabulary,
  blocks: readonly Block[],
  lexicon: Lexicon,
): void {
  const loud = loudBlocks(tokens, blocks);
  if (loud.size === 0) {
    return;
  }
  const elsewhere = writtenElsewhere(tokens, vocabulary, loud);
  const { shapes, starts, ends, firsts, recased } = tokens;
  let phraseEnd = 0;
  for (const [block, allCapitals] of loud) {
    const end = firsts[block + 1] ?? 0;
    for (let token = firsts[block] ?? 0; token < end; token++) {
      if (shapes[token] !== Shape.capitals && shapes[token] !== Shape.capitalised) {
        continue;
      }
      if (token >= phraseEnd) {
        phraseEnd = matchPhrase(tokens, vocabulary, token, tokens.count, lexicon).end;
      }
      const word = vocabulary.ofToken[token] ?? 0;
      const isPlain =
        elsewhere[word] === SMALL ||
        (elsewhere[word] === 0 && ((vocabulary.entries[word] ?? 0) & PLAIN) !== 0);
      if (isPlain && token >= phraseEnd) {
        shapes[token] = Shape.lower;
        recased[token] = 1;
      } else if (allCapitals && (ends[token] ?? 0) - (starts[token] ?? 0) > LONGEST_SMALL_WORD) {
        shapes[token] = Shape.capitalised;
        recased[token] = 1;
      }
    }
  }
}

const SMALL = 1;
const NOT_SMALL = 2;

/** How each word stands outside of loud blocks: in small letters, otherwise inside a sentence, or both. */
function writtenElsewhere(
  { count, shapes, places, blocks }: Tokens,
  { count: words, ofToken }: Vocabulary,
  loud: ReadonlyMap<number, boolean>,
): Uint8Array {
  const written = new Uint8Array(words);
  for (let token = 0; token < count; token++) {
    const as = shapes[token] === Shape.lower ? SMALL : places[token] === Place.inside ? NOT_SMALL : 0;
    const word = ofToken[token] ?? 0;
    if (as !== 0 && !loud.has(blocks[token] ?? 0)) {
      written[word] = (written[word] ?? 0) | as;
    }
  }
  return written;
}

/** The blocks, in order, that are all in capitals (true), or all but their small words begin with one (false). */
function loudBlocks(tokens: Tokens, blocks: readonly Block[]): ReadonlyMap<number, boolean> {
  const loud = new Map<number, boolean>();
  for (let block = 0; block < blocks.length; block++) {
    const isLoud = blocks[block]?.kind === 'byline' ? undefined : loudness(tokens, block);
    if (isLoud !== undefined) {
      loud.set(block, isLoud);
    }
  }
  return loud;
}

/** Whether a block is all in capitals (true), or all but its small words begin with one (false); else undefined. */
function loudness(tokens: Tokens, block: number): boolean | undefined {
  const { starts, ends, shapes, gaps, firsts } = tokens;
  const first = firsts[block] ?? 0;
  const end = firsts[block + 1] ?? 0;
  let capitals = 0;
  let titles = 0;
  let small = 0;
  for (let token = first; token < end; token++) {
    if (gaps[token] === Gap.break && token > first) {
      return undefined;
    }
    const shape = shapes[token] ?? 0;
    if (shape === Shape.capitals) {
      capitals++;
    } else if (shape >= Shape.capitalised && shape !== Shape.dotted && shape !== Shape.letter) {
      titles++;
    } else if (shape === Shape.lower) {
      small += (ends[token] ?? 0) - (starts[token] ?? 0) > LONGEST_SMALL_WORD ? FEWEST_TITLE_WORDS : 1;
      if (small >= FEWEST_TITLE_WORDS) {
        return undefined;
      }
    }
  }
  if (capitals >= FEWEST_CAPITALS && titles + small === 0) {
    return true;
  }
  return titles + capitals >= FEWEST_TITLE_WORDS && small * 2 < titles + capitals ? false : undefined;
}
