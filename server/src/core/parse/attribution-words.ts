import { CAPITAL, Kind, PERSON, PLACE, POSSESSIVE, type Tokens } from './attribution-tokens.ts';
import { CONJUNCTION, CUE, DETERMINER, NOUNLIKE, RELATIVE, ROLE, TIME, TITLE } from './cues.ts';

/** Whether a token is a word of one of the classes. */
export function is(tokens: Tokens, index: number, classes: number): boolean {
  return tokens.kinds[index] === Kind.word && ((tokens.classes[index] ?? 0) & classes) !== 0;
}

/** Whether a token begins with a capital. */
export function isCapital(tokens: Tokens, index: number): boolean {
  return ((tokens.marks[index] ?? 0) & CAPITAL) !== 0;
}

/** Whether a token begins with a digit. */
export function isNumber(tokens: Tokens, index: number): boolean {
  const code = tokens.text.charCodeAt(tokens.starts[index] ?? 0);
  return tokens.kinds[index] === Kind.word && code >= 0x30 && code <= 0x39;
}

/** The printed word of a token. */
export function wordAt(tokens: Tokens, index: number): string {
  return tokens.text.slice(tokens.starts[index] ?? 0, tokens.ends[index] ?? 0);
}

/** Whether a token is `and`. */
export function isAnd(tokens: Tokens, index: number): boolean {
  return is(tokens, index, CONJUNCTION) && wordAt(tokens, index) === 'and';
}

/** Whether a token is `the`. */
export function isThe(tokens: Tokens, index: number): boolean {
  return is(tokens, index, DETERMINER) && wordAt(tokens, index).toLowerCase() === 'the';
}

/** `and`, `but`, `or`, `so`, `yet`: joins main clauses; other conjunctions open one that depends. */
export function isCoordinator(tokens: Tokens, index: number): boolean {
  const printed = wordAt(tokens, index);
  if (printed.length > 3) {
    return false;
  }
  const word = printed.toLowerCase();
  return (
    word === 'and' || word === 'but' || word === 'or' || word === 'so' || word === 'yet' || word === 'nor'
  );
}

/** Whether a token is a verb of speech, and not as often a noun. */
export function isVerb(tokens: Tokens, index: number): boolean {
  return is(tokens, index, CUE) && !is(tokens, index, NOUNLIKE);
}

/** Whether a token is `that`. */
export function isThat(tokens: Tokens, index: number): boolean {
  return is(tokens, index, RELATIVE) && tokens.text.startsWith('that', tokens.starts[index] ?? 0);
}

/** Whether a token carries a possessive `'s`. */
export function isPossessive(tokens: Tokens, index: number): boolean {
  return ((tokens.marks[index] ?? 0) & POSSESSIVE) !== 0;
}

/** Whether a token is a name that was found to be a place. */
export function isPlace(tokens: Tokens, index: number): boolean {
  return ((tokens.marks[index] ?? 0) & PLACE) !== 0;
}

/** `In Holt, Ohio,`, `Holt, Wis.,`: the comma behind the state or country of the town before another; undefined where there is none. */
export function commaBehindState(tokens: Tokens, comma: number): number | undefined {
  const { kinds } = tokens;
  const isUnknownTown =
    kinds[comma - 1] === Kind.word && isCapital(tokens, comma - 1) && !is(tokens, comma - 1, TIME);
  const isTown = isUnknownTown || isPlace(tokens, comma - 1);
  const isState = isPlace(tokens, comma + 1) || STATE_LETTERS.test(wordAt(tokens, comma + 1));
  return kinds[comma] === Kind.comma && kinds[comma + 2] === Kind.comma && isTown && isState
    ? comma + 2
    : undefined;
}

/** `Wis.`, `OH`, `D.C.` */
const STATE_LETTERS = /^(?:\p{Lu}.*\.|\p{Lu}{2})$/u;

/** Whether a token is a name that was found to be somebody's. */
export function isPerson(tokens: Tokens, index: number): boolean {
  return tokens.kinds[index] === Kind.name && ((tokens.marks[index] ?? 0) & PERSON) !== 0;
}

/** How many titles and roles stand right before a name, behind `from`. */
export function titlesBefore(tokens: Tokens, name: number, from: number): number {
  let index = name - 1;
  while (index > from && is(tokens, index, TITLE | ROLE)) {
    index--;
  }
  return name - 1 - index;
}

/** Whether a stretch holds a word of one of the classes. */
export function hasClass(tokens: Tokens, from: number, to: number, classes: number): boolean {
  for (let index = from; index < to; index++) {
    if (is(tokens, index, classes)) {
      return true;
    }
  }
  return false;
}

/** Whether a stretch names somebody. */
export function hasPerson(tokens: Tokens, from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    if (isPerson(tokens, index)) {
      return true;
    }
  }
  return false;
}

/** Whether a stretch holds any word of the narrator's. */
export function hasWords(tokens: Tokens, from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    if (tokens.kinds[index] === Kind.word || tokens.kinds[index] === Kind.name) {
      return true;
    }
  }
  return false;
}

/** Past `on Tuesday`, `last week`, `May 3`. */
export function pastDay(tokens: Tokens, start: number, to: number): number {
  let index = start;
  while (
    index < to &&
    (is(tokens, index, TIME) || isNumber(tokens, index) || wordAt(tokens, index) === 'on')
  ) {
    index++;
  }
  return index;
}
