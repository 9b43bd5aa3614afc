import { editDistance } from '../text/did-you-mean.ts';
import { isCommonName } from './names-common.ts';

/** Shorter names differ by one letter too often: `Reid`, `Reed`. */
const shortest = 5;
/** From so many letters on, two slips are still the same name. */
const longFrom = 8;
/** So many letters more or fewer has a word at most that another is a slip for. */
export const mostMore = 2;

/** A word of the sources' names that a word of the draft may be a slip for. */
export interface NearToken {
  readonly token: string;
  readonly distance: number;
}

/**
 * Whether a word of a name is no slip, whatever it resembles: too short, or a name that many people bear. Beside a
 * rare name (`Michele Obama`) it may be one.
 */
export function isNoSlip(word: string, name: readonly string[]): boolean {
  const rare = name.some(it => it !== word && it.length > 2 && !isCommonName(it));
  return word.length < shortest || !/^\p{L}+$/u.test(word) || (isCommonName(word) && !rare);
}

/**
 * The tokens that a word is a near miss of, nearest first. `supported`: other words of the name agree, so that a
 * slip in the first letter, or any one letter of a shorter word, is believed too.
 */
export function nearTokens(word: string, tokens: Iterable<string>, supported: boolean): NearToken[] {
  const found = new Map<string, number>();
  const limit = word.length >= longFrom ? mostMore + 1 : mostMore;
  const letters = lettersOf(word);
  for (const token of tokens) {
    const tooFar = Math.abs(token.length - word.length) >= limit || token.length < shortest;
    if (
      tooFar ||
      unlike(letters, lettersOf(token)) > 2 * (limit - 1) ||
      found.has(token) ||
      isInflected(word, token) ||
      isOtherGender(word, token, supported)
    ) {
      continue;
    }
    const distance = editDistance(word, token, limit);
    if (distance < limit && (supported || isSlip(word, token, distance))) {
      found.set(token, distance);
    }
  }
  return [...found]
    .map(([token, distance]) => ({ token, distance }))
    .sort((one, other) => one.distance - other.distance || (one.token < other.token ? -1 : 1));
}

/** A bit for each letter that a word has; other letters than a–z share them. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index++) {
    letters |= 1 << (word.charCodeAt(index) & 31);
  }
  return letters;
}

/** Letters that only one of two words has: a slip changes at most two. Most words are told apart by this alone. */
function unlike(one: number, other: number): number {
  let count = 0;
  for (let rest = one ^ other; rest !== 0; rest &= rest - 1) {
    count++;
  }
  return count;
}

const derived =
  /^(?:s|es|n|an|ian|ns|ans|ians|ese|ish|i|is|ic|ics|al|y|ed|ing|ers?|ists?|ism|land|ville|ton|son|sen|mann?|ez)$/;
const stem = /^(?:|o|a|e|y|ia)$/;

/** `Mexican` of `Mexico`, `Clintons` of `Clinton`, `Johnson` of `John`: another word, not a slip. */
function isInflected(word: string, token: string): boolean {
  let common = 0;
  while (common < word.length && word[common] === token[common]) {
    common++;
  }
  const rest = word.slice(common);
  const other = token.slice(common);
  // `Marchetty` for `Marchetti` is none, nor is `Hoffmann` for `Hoffman`.
  const isDoubledAtEnd = rest.length + other.length === 1 && rest + other === word[common - 1];
  if (isDoubledAtEnd || (/^[iy]$/.test(rest) && /^[iy]$/.test(other))) {
    return false;
  }
  return (
    common >= 4 && ((derived.test(rest) && stem.test(other)) || (stem.test(rest) && derived.test(other)))
  );
}

/** `Mario`, `Maria`: two names, not a slip; and with a surname beside them `Theodor`, `Theodora`. */
function isOtherGender(word: string, token: string, supported: boolean): boolean {
  if (supported && (word === `${token}a` || token === `${word}a`)) {
    return true;
  }
  return (
    isCommonName(word) &&
    word.slice(0, -1) === token.slice(0, -1) &&
    /[aeo]$/.test(word) &&
    /[aeo]$/.test(token)
  );
}

/** A bare name with nothing beside it to agree must look like a slip of the hand, not like somebody else. */
function isSlip(word: string, token: string, distance: number): boolean {
  if (word[0] !== token[0]) {
    return false;
  }
  const shorter = Math.min(word.length, token.length);
  if (shorter > 6) {
    return distance < (shorter > longFrom ? 3 : 2);
  }
  return distance === 1 && (isSwapped(word, token) || isDoubled(word, token) || isDropped(word, token));
}

/** Two neighbours swapped. */
function isSwapped(word: string, token: string): boolean {
  return word.length === token.length && [...word].sort().join('') === [...token].sort().join('');
}

/** A letter written twice, or once instead of twice. */
function isDoubled(word: string, token: string): boolean {
  return single(word) === single(token);
}

function single(word: string): string {
  return word.replace(/(.)\1/gu, '$1');
}

/** A letter left out of a word that is not short. */
function isDropped(word: string, token: string): boolean {
  return word.length > shortest && word.length === token.length - 1;
}
