import { editDistance } from '../text/did-you-mean.ts';
import type { CorpusEntity } from './corpus.ts';
import { isCommonName } from './names-common.ts';
import { isCommonShortName, isNameOfTheEast } from './names-short.ts';

/** Shorter names differ by one letter too often: `Reid`, `Reed`. */
const shortest = 5;
/** With the first name beside it a shorter surname is believed, too: `Edda Croy` for `Edda Kroy`. */
const shortestBehindFirst = 3;
/** So many letters has the one or the other then: `Vos`, `Voss`. */
const shortestOfBoth = 4;
/** From so many letters on, two slips are still the same name. */
const longFrom = 8;
/** So many letters more or fewer has a word at most that another is a slip for. */
export const mostMore = 2;

/** Small words of names that are taken for each other. */
const alikeParticles = [
  ['van', 'von', 'vom'],
  ['de', 'di', 'da', 'del', 'dela', 'della', 'dei', 'du', 'do', 'dos'],
  ['den', 'der', 'ten', 'ter'],
  ['zu', 'zum', 'zur'],
];

/** Whether a folded word is one of those. */
export function isParticle(word: string): boolean {
  return alikeParticles.some(it => it.includes(word));
}

/** A full name with another small word in the place of one of its own, in all ways. */
export function otherParticles(tokens: readonly string[]): readonly (readonly string[])[] {
  return tokens.flatMap((token, at) => {
    const others =
      at > 0 && at < tokens.length - 1 ? alikeParticles.find(it => it.includes(token)) : undefined;
    return (others ?? [])
      .filter(it => it !== token)
      .map(it => tokens.map((word, index) => (index === at ? it : word)));
  });
}

/** Whether one article alone has a name: it may be a slip of that article's. */
export function isRare({ kind, occurrenceCount }: CorpusEntity): boolean {
  return kind === 'person' && occurrenceCount === 1;
}

/** So many articles spell a name right where one does not. */
const mostlySpelt = 3;

/** Whether somebody is named in so many articles that a name almost the same is a slip for theirs. */
export function isCommonBeside(entity: CorpusEntity, rare: CorpusEntity): boolean {
  return (
    entity !== rare &&
    entity.kind === 'person' &&
    entity.occurrenceCount >= mostlySpelt &&
    entity.name.split(' ').length === rare.name.split(' ').length
  );
}

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
  const isShort = word.length < shortest && !mayBeShort(word, name);
  return isShort || !/^\p{L}+$/u.test(word) || (isCommonName(word) && !rare);
}

/** Whether a short word is a surname behind a first name, and neither one that many bear nor of a language of short names. */
function mayBeShort(word: string, name: readonly string[]): boolean {
  const [first = ''] = name;
  return (
    word.length >= shortestBehindFirst &&
    word !== first &&
    first.length >= shortestOfBoth &&
    !isCommonShortName(word) &&
    !name.some(isNameOfTheEast)
  );
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
    const isShort = word.length < shortest || token.length < shortest;
    const tooFar =
      Math.abs(token.length - word.length) >= limit || (isShort && !isNearShort(token, word, supported));
    if (
      tooFar ||
      unlike(letters, lettersOf(token)) > 2 * (limit - 1) ||
      found.has(token) ||
      (isInflected(word, token) && !(supported && isOtherEnding(word, token))) ||
      isOtherGender(word, token, supported)
    ) {
      continue;
    }
    const distance = editDistance(word, token, limit);
    if (distance < (isShort ? 2 : limit) && (supported || isSlip(word, token, distance))) {
      found.set(token, distance);
    }
  }
  return [...found]
    .map(([token, distance]) => ({ token, distance }))
    .sort((one, other) => one.distance - other.distance || (one.token < other.token ? -1 : 1));
}

/** Whether a short word may be a slip for another: not `Coe` for `Cole`, which both are names. */
function isNearShort(token: string, word: string, supported: boolean): boolean {
  return (
    supported &&
    token.length >= shortestBehindFirst &&
    Math.max(token.length, word.length) >= shortestOfBoth &&
    !isCommonShortName(token)
  );
}

/** Letters that are written for each other at the beginning of a name. */
const otherFirst: Readonly<Record<string, string>> = {
  c: 'k',
  k: 'c',
  s: 'z',
  z: 's',
  f: 'v',
  v: 'f',
  w: 'v',
  i: 'y',
  y: 'i',
  j: 'y',
};

/** The letters that a word may begin with which another is a slip for: its own, or its second where the two are swapped, or one like it. */
export function firstLettersOf(slip: string): ReadonlySet<string> {
  const [first = '', second = ''] = slip;
  return new Set([first, second, otherFirst[first] ?? first]);
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

/** `Passavante` for `Passavanti`, with the first name beside it: one vowel for another is no inflection of a surname. */
function isOtherEnding(word: string, token: string): boolean {
  return (
    word.length === token.length &&
    word.slice(0, -1) === token.slice(0, -1) &&
    /[aeiouy]$/.test(word) &&
    /[aeiouy]$/.test(token)
  );
}

/** `Schaeuble` for `Schäuble`, `Djoko` for `Đoko`: how letters of a name are written that a keyboard does not have. */
export function isRespelt(word: string, token: string, name: string): boolean {
  return /[äöüåøæđ]/iu.test(name) && plainly(word) === plainly(token);
}

/** `Lin Weiming` and `Lin Weimin`: two names. */
export function isOtherOfTheEast(word: string, token: string, name: readonly string[]): boolean {
  return (word === `${token}g` || token === `${word}g`) && name.some(isNameOfTheEast);
}

function plainly(word: string): string {
  return word.replace(/(?<=[aou])e|(?<=a)a|(?<=d)j/g, '');
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
