import type { Article } from '../corpus/article.ts';
import type { Place } from '../corpus/corpus.ts';
import { numberWord } from '../text/numbers.ts';
import { isWhiteSpace } from '../text/shapes.ts';
import type { Span } from '../text/span.ts';
import type { Drafted } from './drafted.ts';

/**
 * Where in an article all drafted words from `start` to `end` can stand, told from the hashes of its words: most articles
 * need not be opened, and of the others only a few paragraphs. Undefined: nowhere.
 */
export function reachOf(
  drafted: Drafted,
  { article, words }: Pick<Place, 'article' | 'words'>,
  start = 0,
  end = drafted.length,
): Span | 'anywhere' | undefined {
  if (words === undefined) {
    return 'anywhere';
  }
  prepare(drafted, start, end);
  count(words.hashes);
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
  if (missing > 1 || (missing === 1 && !isGlued(article))) {
    return undefined;
  }
  return second < 0
    ? 'anywhere'
    : words.around(
        Math.min(firsts[rarest] ?? 0, firsts[second] ?? 0),
        Math.max(lasts[rarest] ?? 0, lasts[second] ?? 0),
      );
}

/** Whether a word at the edge of a block may go on in what stands beside the block. */
function isGlued({ text, blocks }: Article): boolean {
  return blocks.some(
    ({ start, end, hidden }) =>
      !endsWords(text, start - 1) ||
      !endsWords(text, end) ||
      (hidden.length > 0 && ((hidden[0]?.start ?? start) < start || (hidden.at(-1)?.end ?? end) > end)),
  );
}

function endsWords(text: string, at: number): boolean {
  return at < 0 || at >= text.length || isWhiteSpace(text.charCodeAt(at));
}

/** Puts the words that are looked for into the table: once for all articles that are asked about. */
function prepare(drafted: Drafted, start: number, end: number): void {
  if (drafted === preparedFor && start === preparedStart && end === preparedEnd) {
    return;
  }
  preparedFor = drafted;
  preparedStart = start;
  preparedEnd = end;
  slots.fill(0);
  wanted = 0;
  for (let word = start; word < end && wanted < mostWords; word++) {
    if (isFirm(drafted.key(word))) {
      add(drafted.hashes[word] ?? 0);
    }
  }
}

const mostWords = 64;
/** Many more slots than words, since nearly all words of an article are to meet an empty one. */
const mask = 4095;
const slots = new Uint8Array(mask + 1);
// Of each wanted word: its hash, how often it stands in the article, and where first and last.
const hashes = new Uint32Array(mostWords);
const counts = new Int32Array(mostWords);
const firsts = new Int32Array(mostWords);
const lasts = new Int32Array(mostWords);
let wanted = 0;
let preparedFor: Drafted | undefined;
let preparedStart = 0;
let preparedEnd = 0;

/** Puts a hash into the table. */
function add(hash: number): void {
  let slot = hash & mask;
  for (let known = slots[slot] ?? 0; known !== 0; known = slots[slot] ?? 0) {
    if (hashes[known - 1] === hash) {
      return;
    }
    slot = (slot + 1) & mask;
  }
  hashes[wanted] = hash;
  slots[slot] = ++wanted;
}

/** Counts the wanted words of an article. */
function count(words: Uint32Array): void {
  counts.fill(0, 0, wanted);
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
export function isFirm(key: string): boolean {
  return /^[a-z']{4,}$/.test(key) && numberWord(key) === undefined && key !== 'percent';
}
