import type { PlaceWords } from '../corpus/corpus.ts';
import { numberWord } from '../text/numbers.ts';
import type { Span } from '../text/span.ts';
import type { Drafted } from './drafted.ts';

/**
 * Where in an article all drafted words from `start` to `end` can stand, told from the hashes of its words: most articles
 * need not be opened, and of the others only a few paragraphs. Undefined: nowhere.
 */
export function reachOf(
  drafted: Drafted,
  words: PlaceWords | undefined,
  start = 0,
  end = drafted.length,
): Span | 'anywhere' | undefined {
  if (words === undefined) {
    return 'anywhere';
  }
  let wanted = 0;
  for (let word = start; word < end && wanted < mostWords; word++) {
    if (isFirm(drafted.key(word))) {
      wanted = add(drafted.hashes[word] ?? 0, wanted);
    }
  }
  count(words.hashes);
  slots.fill(0);
  // One that is missing may be glued to its neighbour, where two paragraphs are.
  let missing = 0;
  let rarest = -1;
  let second = -1;
  for (let word = 0; word < wanted; word++) {
    const times = counts[word] ?? 0;
    if (times === 0) {
      missing++;
    } else if (rarest < 0 || times < (counts[rarest] ?? 0)) {
      second = rarest;
      rarest = word;
    } else if (second < 0 || times < (counts[second] ?? 0)) {
      second = word;
    }
  }
  if (missing > 1) {
    return undefined;
  }
  return second < 0
    ? 'anywhere'
    : words.span(
        Math.min(firsts[rarest] ?? 0, firsts[second] ?? 0),
        Math.max(lasts[rarest] ?? 0, lasts[second] ?? 0),
      );
}

const mostWords = 64;
const mask = 255;
const slots = new Uint8Array(mask + 1);
// Of each wanted word: its hash, how often it stands in the article, and where first and last.
const hashes = new Uint32Array(mostWords);
const counts = new Int32Array(mostWords);
const firsts = new Int32Array(mostWords);
const lasts = new Int32Array(mostWords);

/** Puts a hash into the table; gives how many are in it. */
function add(hash: number, wanted: number): number {
  let slot = hash & mask;
  for (let known = slots[slot] ?? 0; known !== 0; known = slots[slot] ?? 0) {
    if (hashes[known - 1] === hash) {
      return wanted;
    }
    slot = (slot + 1) & mask;
  }
  slots[slot] = wanted + 1;
  hashes[wanted] = hash;
  counts[wanted] = 0;
  return wanted + 1;
}

/** Counts the wanted words of an article. */
function count(words: Uint32Array): void {
  for (let place = 0; place < words.length; place++) {
    const hash = words[place] ?? 0;
    let slot = hash & mask;
    for (let known = slots[slot] ?? 0; known !== 0; known = slots[slot] ?? 0) {
      const word = known - 1;
      if (hashes[word] === hash) {
        const times = counts[word] ?? 0;
        firsts[word] = times === 0 ? place : (firsts[word] ?? 0);
        lasts[word] = place;
        counts[word] = times + 1;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
}

/** Whether a word folds alike whatever stands beside it: numbers may be joined, and single letters are initials. */
function isFirm(key: string): boolean {
  return /^[a-z']{4,}$/.test(key) && numberWord(key) === undefined && key !== 'percent';
}
