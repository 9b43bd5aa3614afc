import { fits, type Wanted } from './attribution-meant.ts';
import type { Sentence, Stage } from './attribution-scene.ts';
import type { Tokens } from './attribution-tokens.ts';
import { isNumber, wordAt } from './attribution-words.ts';

const OBITUARY = /\b(?:dies|died|dead|obituary|remembered|remembering|tributes?)\b/i;

/** `“…,” she told the Lantern in 1974.` below a headline that tells of another’s death: not whoever spoke today. */
export function isOldSaying(
  stage: Stage,
  tokens: Tokens,
  { from, to }: Sentence,
  entity: number,
  wanted: Wanted,
): boolean {
  let isOld = false;
  for (let index = from + 1; index < to && !isOld; index++) {
    isOld = isNumber(tokens, index) && /^(?:1[89]|20)\d\d$/.test(wordAt(tokens, index));
  }
  if (!isOld) {
    return false;
  }
  for (const { entity: named, block, kind } of stage.mentions) {
    const place = stage.blocks[block]?.kind;
    if (block > LAST_OF_HEAD || place === 'paragraph') {
      return false;
    }
    if (place === 'title' && kind === 'person') {
      const { start = 0, end = 0 } = stage.blocks[block] ?? {};
      return named !== entity && fits(stage, named, wanted) && OBITUARY.test(stage.text.slice(start, end));
    }
  }
  return false;
}

/** No headline stands farther down, in blocks. */
const LAST_OF_HEAD = 10;
