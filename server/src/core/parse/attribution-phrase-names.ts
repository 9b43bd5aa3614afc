import { isPlainWord } from './attribution-phrase-edges.ts';
import { Kind, PERSON, POSSESSIVE, type Tokens } from './attribution-tokens.ts';
import { is, isCapital, isPerson, isPossessive, isVerb, titlesBefore, wordAt } from './attribution-words.ts';
import {
  ADVERB,
  AUXILIARY,
  CONJUNCTION,
  DETERMINER,
  GERUND,
  GROUP,
  INDEFINITE,
  PREPOSITION,
  RELATIVE,
  ROLE,
  SPEECH,
  TIME,
  TITLE,
  WORK,
} from './cues.ts';

/** No more words than these stand between `who` and a name that ends its clause: `who beat former mayor Lane`. */
const LONGEST_OBJECT = 5;

/** `who` of a clause that a name is the object of. */
export function relativeOf(tokens: Tokens, name: number, floor: number): number | undefined {
  for (let index = name - 1; index > floor && name - index <= LONGEST_OBJECT; index--) {
    if (tokens.kinds[index] !== Kind.word || is(tokens, index, CONJUNCTION | AUXILIARY)) {
      return undefined;
    }
    if (is(tokens, index, RELATIVE)) {
      // `Lane, who Ortiz said was ill`, `who former mayor Ortiz said was ill`
      const next = index + 1;
      const isVerb =
        next < name &&
        !isCapital(tokens, next) &&
        !is(tokens, next, ROLE | TITLE | DETERMINER | ADVERB | PREPOSITION | TIME) &&
        !/^(?:former|then|ex|late|fellow)$/.test(wordAt(tokens, next));
      return isVerb && wordAt(tokens, index) === 'who' ? index : undefined;
    }
  }
  return undefined;
}

/** No more words than these stand between `the` and the name of a body: `of the ruling Harbour Party`. */
const LONGEST_EPITHET = 2;

/** The token before a name and the small words in front of it. */
export function articleBefore(tokens: Tokens, name: number, floor: number): number {
  let index = name - 1;
  while (
    index > floor &&
    name - index <= LONGEST_EPITHET &&
    isPlainWord(tokens, index) &&
    !isCapital(tokens, index) &&
    (!isVerb(tokens, index) || is(tokens, index, GERUND)) &&
    !is(tokens, index, ROLE | TIME)
  ) {
    index--;
  }
  return index;
}

/** Whether a person is named who is not told of to say who somebody else is. */
export function isOnlyNamed(tokens: Tokens, name: number, floor: number): boolean {
  if (((tokens.marks[name] ?? 0) & (PERSON | POSSESSIVE)) !== PERSON) {
    return false;
  }
  const by = name - 1 - titlesBefore(tokens, name, floor - 1);
  const isOf = is(tokens, by, PREPOSITION);
  const head = by - 1;
  const isOthers =
    is(tokens, head, ROLE | GROUP | INDEFINITE) ||
    tokens.kinds[head] === Kind.name ||
    wordAt(tokens, by) === 'of' ||
    (wordAt(tokens, by) === 'for' && isPlainWord(tokens, head));
  return isOf && head >= floor && !isOthers;
}

/** So far before a name may stand what was written to them: `a memo that he wrote last year to Mayor Lane`. */
const REACH_OF_TEXT = 12;

/** What is said or written to or by somebody. */
export function textBefore(tokens: Tokens, name: number, floor: number): number | undefined {
  for (let index = name - 1; index >= Math.max(floor, name - REACH_OF_TEXT); index--) {
    if (tokens.kinds[index] !== Kind.word && tokens.kinds[index] !== Kind.name) {
      return undefined;
    }
    if (is(tokens, index, SPEECH | WORK)) {
      return index;
    }
  }
  return undefined;
}

/** `Lane and her husband Bo said`: the first of two who speak together. */
export function coupleBefore(tokens: Tokens, name: number, floor: number): number | undefined {
  let index = name - 1;
  while (index > floor && is(tokens, index, ROLE | TITLE)) {
    index--;
  }
  const isTheirs = index < name - 1 && /^(?:his|her|their)$/.test(wordAt(tokens, index));
  const first = index - 2;
  return isTheirs &&
    first >= floor &&
    wordAt(tokens, index - 1) === 'and' &&
    isPerson(tokens, first) &&
    !isPossessive(tokens, first)
    ? first
    : undefined;
}
