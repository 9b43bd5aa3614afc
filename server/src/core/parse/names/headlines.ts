import type { Block } from '../reading.ts';
import type { Lexicon } from './lexicon.ts';
import { lookUp, PLAIN_WORD, WordList } from './lexicon.ts';
import { matchPhrase } from './phrases.ts';
import { Gap, Place, Shape } from './shapes.ts';
import type { Tokens } from './tokens.ts';

const FEWEST_CAPITALS = 3;
const FEWEST_TITLE_WORDS = 6;
/** Words of titles that stay small: `in`, `the`, `from`. */
const LONGEST_SMALL_WORD = 4;
const PLAIN = WordList.common | WordList.stop | WordList.cue | PLAIN_WORD;

/**
 * Where a whole block is IN CAPITALS or Has a Capital on Each Word, gives its words the case that they would have in a
 * sentence: small if they are common words or stand in small letters elsewhere in the text.
 */
export function recaseHeadlines(tokens: Tokens, blocks: readonly Block[], lexicon: Lexicon): void {
  const loud = loudBlocks(tokens, blocks);
  if (loud.size === 0) {
    return;
  }
  const names = new Set<number>();
  const plain = new Set<number>();
  for (let token = 0; token < tokens.count; token++) {
    const hash = tokens.hashes[token] ?? 0;
    if (!loud.has(tokens.blocks[token] ?? 0)) {
      if (tokens.shapes[token] === Shape.lower) {
        plain.add(hash);
      } else if (tokens.places[token] === Place.inside) {
        names.add(hash);
      }
    }
  }
  let phraseEnd = 0;
  for (let token = 0; token < tokens.count; token++) {
    const allCapitals = loud.get(tokens.blocks[token] ?? 0);
    const shape = tokens.shapes[token] ?? 0;
    if (allCapitals === undefined || (shape !== Shape.capitals && shape !== Shape.capitalised)) {
      continue;
    }
    if (token >= phraseEnd) {
      phraseEnd = matchPhrase(tokens, token, tokens.count, lexicon).end;
    }
    const hash = tokens.hashes[token] ?? 0;
    const isPlain = plain.has(hash) || (lookUp(lexicon.words, hash) & PLAIN) !== 0;
    if (isPlain && token >= phraseEnd && !names.has(hash)) {
      tokens.shapes[token] = Shape.lower;
      tokens.recased.add(token);
    } else if (allCapitals && (tokens.ends[token] ?? 0) - (tokens.starts[token] ?? 0) > LONGEST_SMALL_WORD) {
      tokens.shapes[token] = Shape.capitalised;
      tokens.recased.add(token);
    }
  }
}

/** The blocks that are all in capitals (true), or all but their small words begin with one (false). */
function loudBlocks(tokens: Tokens, blocks: readonly Block[]): ReadonlyMap<number, boolean> {
  const loud = new Map<number, boolean>();
  let token = 0;
  while (token < tokens.count) {
    const block = tokens.blocks[token] ?? 0;
    let capitals = 0;
    let titles = 0;
    let small = 0;
    let ends = 0;
    const first = token;
    for (
      ;
      token < tokens.count &&
      tokens.blocks[token] === block &&
      (token === first || tokens.gaps[token] !== Gap.break);
      token++
    ) {
      const shape = tokens.shapes[token] ?? 0;
      if (shape === Shape.capitals) {
        capitals++;
      } else if (shape >= Shape.capitalised && shape !== Shape.dotted && shape !== Shape.letter) {
        titles++;
      } else if (shape === Shape.lower) {
        small +=
          (tokens.ends[token] ?? 0) - (tokens.starts[token] ?? 0) > LONGEST_SMALL_WORD
            ? FEWEST_TITLE_WORDS
            : 1;
      }
      ends = shape === Shape.mark && tokens.places[token + 1] === Place.sentenceStart ? 1 : 0;
    }
    const wholeBlock =
      (token === tokens.count || tokens.blocks[token] !== block) &&
      (first === 0 || tokens.blocks[first - 1] !== block);
    if (!wholeBlock || blocks[block]?.kind === 'byline') {
      continue;
    }
    if (capitals >= FEWEST_CAPITALS && titles + small === 0) {
      loud.set(block, true);
    } else if (
      titles + capitals >= FEWEST_TITLE_WORDS &&
      small * 2 < titles + capitals &&
      small < FEWEST_TITLE_WORDS &&
      ends === 0
    ) {
      loud.set(block, false);
    }
  }
  return loud;
}
