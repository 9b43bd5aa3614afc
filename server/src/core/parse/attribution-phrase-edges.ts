import { LONGEST_PHRASE, VERBAL } from './attribution-clauses.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { is, isCapital, isVerb, wordAt } from './attribution-words.ts';
import {
  ADVERB,
  CONJUNCTION,
  DETERMINER,
  GROUP,
  INDEFINITE,
  PREPOSITION,
  RELATIVE,
  ROLE,
  TIME,
  TITLE,
} from './cues.ts';

/** `a spokesman for House Speaker Ana Lane said`: the preposition before whoever has a servant, behind titles. */
export function behindServant(tokens: Tokens, name: number, floor: number): number | undefined {
  let index = name - 1;
  while (index > floor && tokens.kinds[index] === Kind.word && isTitleWord(tokens, index)) {
    index--;
  }
  const isServed =
    is(tokens, name - 1, ROLE | TITLE) && index > floor && /^(?:for|to|of)$/.test(wordAt(tokens, index));
  return isServed && is(tokens, index - 1, ROLE) && !isCapital(tokens, index - 1) ? index : undefined;
}

function isTitleWord(tokens: Tokens, index: number): boolean {
  return is(tokens, index, ROLE | TITLE) || (isCapital(tokens, index) && !is(tokens, index, PREPOSITION));
}

/** Where the parenthesis begins that ends at a token. */
export function openingOf(tokens: Tokens, close: number, floor: number): number | undefined {
  for (let index = close - 1; index >= floor && close - index < LONGEST_PHRASE; index--) {
    if (tokens.kinds[index] === Kind.open) {
      return index;
    }
  }
  return undefined;
}

/** `On Tuesday Lane said`: the name after the day is no part of the phrase before it. */
export function isTimePhrase(tokens: Tokens, index: number, floor: number): boolean {
  return index >= floor && is(tokens, index, TIME);
}

/** Whether a token can be what a preposition behind it goes on with. */
export function canHead(tokens: Tokens, index: number): boolean {
  return tokens.kinds[index] === Kind.name || (isPlainWord(tokens, index) && !isVerb(tokens, index));
}

/** Whether a token is a word that can be part of a noun phrase. */
export function isPlainWord(tokens: Tokens, index: number): boolean {
  return (
    tokens.kinds[index] === Kind.word &&
    !is(tokens, index, VERBAL | CONJUNCTION | PREPOSITION | DETERMINER | ADVERB)
  );
}

/** `the president now stokes …`: an adverb behind a noun begins the predicate. */
export function isAfterHead(tokens: Tokens, index: number, floor: number): boolean {
  return is(tokens, index, ADVERB) && index > floor && is(tokens, index - 1, ROLE | GROUP | INDEFINITE);
}

/** `Lane, who, in a call on Friday, said`: the relative word before the parenthesis that ends at `comma`. */
export function relativeBefore(tokens: Tokens, comma: number, floor: number): number | undefined {
  for (let index = comma - 1; index > floor; index--) {
    if (tokens.kinds[index] === Kind.comma) {
      return is(tokens, index - 1, RELATIVE) ? index - 1 : undefined;
    }
  }
  return undefined;
}

/** Whether a clause ends at a token. */
export function isClauseEdge(kind: number | undefined): boolean {
  return kind === Kind.quotation || kind === Kind.stop || kind === Kind.semicolon || kind === Kind.colon;
}

/** Whether what says who somebody is begins at an index, before the comma that closes it. */
export function isFollowedByApposition(tokens: Tokens, index: number, comma: number): boolean {
  const kind = tokens.kinds[index];
  return (
    index < comma &&
    (kind === Kind.comma ||
      kind === Kind.open ||
      kind === Kind.dash ||
      (kind === Kind.word && is(tokens, index, RELATIVE | PREPOSITION)))
  );
}
