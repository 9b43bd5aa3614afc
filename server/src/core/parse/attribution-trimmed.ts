import { wordSet } from '../text/word-set.ts';
import type { Subject } from './attribution-clauses.ts';
import { isFirstName } from './entities-first-names.ts';
import { Kind, POSSESSIVE, type Tokens } from './attribution-tokens.ts';
import { is, isCapital, isPossessive, isThe, wordAt } from './attribution-words.ts';
import {
  ADVERB,
  classesOf,
  DETERMINER,
  GROUP,
  INDEFINITE,
  PREPOSITION,
  ROLE,
  SPEECH,
  TIME,
  TITLE,
} from './cues.ts';

/** Takes leading adverbs off a phrase, and tells a name that no finder knew from a description. */
export function trimmed(tokens: Tokens, start: number, to: number): Subject | undefined {
  let from = start;
  while (
    from < to - 1 &&
    (LEADS.test(wordAt(tokens, from)) || is(tokens, from, ADVERB | TIME)) &&
    !is(tokens, from, DETERMINER)
  ) {
    from++;
  }
  if (isNoNoun(tokens, from, to)) {
    return undefined;
  }
  let name = from;
  while (
    name < to - 1 &&
    tokens.kinds[name] === Kind.word &&
    (is(tokens, name, TITLE) || isThe(tokens, name))
  ) {
    name++;
  }
  for (let index = name; index < to; index++) {
    const isNameWord =
      tokens.kinds[index] === Kind.word &&
      isCapital(tokens, index) &&
      !is(tokens, index, INDEFINITE | GROUP | ROLE | DETERMINER) &&
      !isKindOfPeople(wordAt(tokens, index)) &&
      ((tokens.marks[index] ?? 0) & POSSESSIVE) === 0;
    if (!isNameWord) {
      const name = nameAmongRoles(tokens, from, to) ?? nameBehindRole(tokens, from, to);
      return name === undefined ? { kind: 'description', from, to } : { kind: 'name', from: name, to };
    }
  }
  // `the Pentagon` is a name; `the Republican`, `the Scotsman` is whoever was spoken of.
  name = behindTitle(tokens, name, to);
  const isSomeone =
    to - name === 1 && name > from && isThe(tokens, name - 1) && KINDS_OF_PEOPLE.test(wordAt(tokens, name));
  return isSomeone ? { kind: 'description', from, to } : { kind: 'name', from: name, to };
}

/** `Enter Lane: “…”`, `What Lane is saying: “…”`: what stands before a name at the head of a line, and is none of it. */
const LEADS = /^(?:Cue|Enter|Quoth|What|How|Even|Unlike|Quote|Next|First|Here)$/;

/** `Legislators said`, `Iranians say`, `One-third said`: several people, whom no name stands for. */
function isKindOfPeople(word: string): boolean {
  const isRole = word.endsWith('s') && (classesOf(word.slice(0, -1)) & ROLE) !== 0;
  return (
    (isRole && !ROLES_OF_MANY_AS_SURNAMES.has(word)) ||
    /^(?:One|Two|Three)-|^(?:Observers|Americans|\p{Lu}\p{Ll}+ians)$/u.test(word)
  );
}

/** Surnames that look so. */
const ROLES_OF_MANY_AS_SURNAMES = wordSet('Masters Fellows Kings Majors Monks Deans Heads');

/** `Harbour Rep. Lane` is Lane. */
function behindTitle(tokens: Tokens, start: number, to: number): number {
  for (let index = to - 2; index > start; index--) {
    if (is(tokens, index, TITLE) && wordAt(tokens, index).endsWith('.')) {
      return index + 1;
    }
  }
  return start;
}

/**
 * Where a name begins in capital words that are roles besides: `Captain Moss`, `Defense Secretary Lane`, and `Rob Bishop`,
 * `Singer` of people who are called so.
 */
function nameAmongRoles(tokens: Tokens, from: number, to: number): number | undefined {
  let behindRole = from;
  for (let index = from; index < to; index++) {
    if (tokens.kinds[index] !== Kind.word || !isCapital(tokens, index) || isPossessive(tokens, index)) {
      return undefined;
    }
    if (is(tokens, index, ROLE | TITLE)) {
      behindRole = index + 1;
    }
  }
  const last = to - 1;
  if (is(tokens, last, INDEFINITE | GROUP | DETERMINER | TIME) || is(tokens, from, DETERMINER)) {
    return undefined;
  }
  if (behindRole < to) {
    return behindRole > from ? behindRole : undefined;
  }
  const isCalledSo =
    to - from === 2
      ? isFirstName(wordAt(tokens, from))
      : to - from === 1 && ROLES_AS_SURNAMES.has(wordAt(tokens, last));
  return isCalledSo ? from : undefined;
}

/** `Ortiz spokeswoman Candice Brook`, whom no finder knew: where a first name begins behind what they are. */
function nameBehindRole(tokens: Tokens, from: number, to: number): number | undefined {
  let first = to;
  while (
    first > from &&
    tokens.kinds[first - 1] === Kind.word &&
    isCapital(tokens, first - 1) &&
    !is(tokens, first - 1, INDEFINITE | GROUP | ROLE | DETERMINER | TIME | TITLE)
  ) {
    first--;
  }
  const isFull = to - first === 2 || to - first === 3;
  const isBehindRole = first > from && is(tokens, first - 1, ROLE) && !isCapital(tokens, first - 1);
  return isFull && isBehindRole && isFirstName(wordAt(tokens, first)) ? first : undefined;
}

/** Nobody says `Bishop said` of a bishop, nor `Singer said` of a singer. */
const ROLES_AS_SURNAMES = wordSet(
  'Bishop King Singer Farmer Major Dean Priest Monk Driver Master Warden Fellow',
);

/** `Scot`, `Dutchman`, `Republican`: words for whoever is one of a people or a party. */
export const KINDS_OF_PEOPLE =
  /(?:an|ese|ish|ist|man|woman|Democrat|ite|^(?:Scot|Dane|Finn|Swede|Pole|Turk|Serb|Croat|Czech|Slovak|Slovene|Greek|Spaniard|Briton|Kiwi|Iraqi|Israeli|Saudi|Pakistani))s?$/;

/** `Never forget that …`, `people who revolted said`: one small word that is nobody, nor more than one. */
function isNoNoun(tokens: Tokens, from: number, to: number): boolean {
  const word = to - from === 1 && tokens.kinds[from] === Kind.word ? wordAt(tokens, from) : '';
  return (
    /^\p{Ll}/u.test(word) &&
    !/^(?:him|her|them|us)$/.test(word) &&
    !is(tokens, from, ROLE | GROUP | INDEFINITE | SPEECH | DETERMINER) &&
    (!/[^s]s$/.test(word) || is(tokens, from, ADVERB | PREPOSITION))
  );
}
