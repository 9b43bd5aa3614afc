import { hashWord, hashedWords } from './hash.ts';
import type { Tokens } from './tokens.ts';
import { Gap, Shape } from './shapes.ts';

/** Words in small letters, and the ampersand, that may join the capital words of one name. */
const LINKS = hashedWords(
  'of the and for de la las los del da do dos das van von der den di du des le bin bint ibn al el e y y on in at to & zu zur ten ter',
);
const LINK_MARKS = new Set([hashWord('&')]);
/** Of those, the ones a name may begin with: `van der Berg`. */
const PARTICLES = hashedWords('de la del da do dos van von der den di du bin bint ibn al el ten ter');
const MOST_LINKS = 2;
/** Capital words in a row that are more than this are cut: a headline in capitals, not a name. */
const LONGEST_ROW = 40;
/** With the particles before them, and the number behind. */
export const LONGEST_RUN = LONGEST_ROW + MOST_LINKS + 1;

/** Stretches of tokens that may hold names: from `starts[i]` up to and without `ends[i]`. */
export interface Runs {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Finds capital words in a row, joined by at most two small words, and the particles before them. */
export function findRuns(tokens: Tokens): Runs {
  const starts: number[] = [];
  const ends: number[] = [];
  const { count, shapes } = tokens;
  let index = 0;
  let last = 0;
  while (index < count) {
    if ((shapes[index] ?? 0) < Shape.capitalised) {
      index++;
      continue;
    }
    let start = index;
    const floor = Math.max(last, index - MOST_LINKS);
    while (start > floor && tokens.gaps[start] === Gap.space && isParticle(tokens, start - 1)) {
      start--;
    }
    const end = endOfRun(tokens, index);
    starts.push(start);
    ends.push(end);
    index = last = end;
  }
  return { starts, ends };
}

function endOfRun(tokens: Tokens, first: number): number {
  const { count, shapes, gaps } = tokens;
  const limit = Math.min(count, first + LONGEST_ROW);
  let end = first + 1;
  while (end < limit) {
    let next = end;
    while (next < limit && next - end <= MOST_LINKS && gaps[next] !== Gap.break && isLink(tokens, next)) {
      next++;
    }
    if (next >= limit || gaps[next] === Gap.break || (shapes[next] ?? 0) < Shape.capitalised) {
      break;
    }
    end = next + 1;
  }
  // Channel 4
  if (end < count && shapes[end] === Shape.number && gaps[end] === Gap.space) {
    end++;
  }
  return end;
}

function isLink(tokens: Tokens, index: number): boolean {
  const hash = tokens.hashes[index] ?? 0;
  switch (tokens.shapes[index]) {
    case Shape.possessive:
    case Shape.number:
      return true;
    case Shape.lower:
      return LINKS.has(hash);
    case Shape.mark:
      return LINK_MARKS.has(hash);
    default:
      return false;
  }
}

function isParticle(tokens: Tokens, index: number): boolean {
  return tokens.shapes[index] === Shape.lower && PARTICLES.has(tokens.hashes[index] ?? 0);
}
