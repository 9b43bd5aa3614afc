import { isWithinName, LONGEST_PHRASE, type Subject, VERBAL } from './attribution-clauses.ts';
import { articleBefore, coupleBefore, relativeOf } from './attribution-phrase-names.ts';
import { trimmed } from './attribution-trimmed.ts';
import { apposedTo } from './attribution-apposed.ts';
import {
  behindServant,
  canHead,
  isAfterHead,
  isPlainWord,
  isTimePhrase,
  openingOf,
} from './attribution-phrase-edges.ts';
import { CAPITAL, Kind, PERSON, POSSESSIVE, type Tokens } from './attribution-tokens.ts';
import {
  is,
  isAnd,
  isCapital,
  isPerson,
  isPlace,
  isPossessive,
  isThe,
  isVerb,
  wordAt,
} from './attribution-words.ts';
import {
  ADJUNCT,
  CONJUNCTION,
  DETERMINER,
  INDEFINITE,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  ROLE,
  TIME,
  TITLE,
} from './cues.ts';
import { antecedent, phraseBeforeApposition } from './attribution-antecedent.ts';

/** The noun phrase that ends at `last`, the token before a verb; nothing before `floor` is looked at. */
export function phraseEndingAt(tokens: Tokens, last: number, floor: number): Subject | undefined {
  if (last < floor) {
    return undefined;
  }
  switch (tokens.kinds[last]) {
    case Kind.close: {
      const open = openingOf(tokens, last, floor);
      return (
        apposedTo(tokens, last, floor) ??
        (open === undefined ? undefined : phraseEndingAt(tokens, open - 1, floor))
      );
    }
    case Kind.comma:
    case Kind.dash:
      return phraseBeforeApposition(tokens, last, floor);
    case Kind.name:
      return apposedTo(tokens, last, floor) ?? nameEndingAt(tokens, last, floor);
    case Kind.word:
      return apposedTo(tokens, last, floor) ?? wordsEndingAt(tokens, last, floor);
    default:
      return undefined;
  }
}

/** Whoever a name stands for that ends a phrase: not `the man who beat Lane`. */
export function nameEndingAt(tokens: Tokens, last: number, floor: number): Subject | undefined {
  if (((tokens.marks[last] ?? 0) & POSSESSIVE) !== 0) {
    return undefined;
  }
  const served = behindServant(tokens, last, floor);
  if (served !== undefined) {
    return headOf(tokens, served, last, floor);
  }
  // `the man who beat Lane said`
  const beaten = relativeOf(tokens, last, floor);
  if (beaten !== undefined) {
    return antecedent(tokens, beaten, floor);
  }
  // `contacted by the Lantern`
  const isPerson = ((tokens.marks[last] ?? 0) & PERSON) !== 0;
  const article = isPerson ? last : articleBefore(tokens, last, floor);
  const isOf = isThe(tokens, article) && is(tokens, article - 1, PREPOSITION);
  const before = isOf ? article - 1 : last - 1;
  if (before >= floor && tokens.kinds[before] === Kind.word) {
    // `after Lane said` opens a clause; `the office of Lane said` does not.
    if (
      is(tokens, before, PREPOSITION) &&
      !is(tokens, before, ADJUNCT) &&
      !isTimePhrase(tokens, before - 1, floor)
    ) {
      return headOf(tokens, before, last, floor);
    }
    // `Ana Lane of Holt and Bo Ortiz said`
    const isOf = isPlace(tokens, before - 1) && is(tokens, before - 2, PREPOSITION);
    if (isAnd(tokens, before) && before - 1 >= floor && tokens.kinds[before - 1] === Kind.name && !isOf) {
      return { kind: 'description', from: before - 1, to: last + 1 };
    }
  }
  const couple = coupleBefore(tokens, last, floor);
  if (couple !== undefined) {
    return { kind: 'description', from: couple, to: last + 1 };
  }
  return last > floor && isWithinName(tokens, last)
    ? wordsEndingAt(tokens, last, floor)
    : { kind: 'name', from: last, to: last + 1 };
}

/** `a spokesman for Lane said`, `Ortiz of Lane City said`: the speaker stands before the preposition. */
function headOf(tokens: Tokens, preposition: number, last: number, floor: number): Subject | undefined {
  const head = preposition - 1;
  if (head < floor) {
    return undefined;
  }
  if (tokens.kinds[head] === Kind.name && ((tokens.marks[head] ?? 0) & POSSESSIVE) === 0) {
    return nameEndingAt(tokens, head, floor);
  }
  if (tokens.kinds[head] === Kind.close) {
    const open = openingOf(tokens, head, floor);
    return open === undefined ? undefined : phraseEndingAt(tokens, open - 1, floor);
  }
  if (tokens.kinds[head] !== Kind.word || is(tokens, head, CONJUNCTION | VERBAL | TIME)) {
    return undefined;
  }
  const phrase = wordsEndingAt(tokens, head, floor);
  return phrase?.kind === 'description' ? { ...phrase, to: last + 1 } : phrase;
}

/** Whoever words stand for that end a phrase: `the clerks`, `a spokesman for the ministry`. */
export function wordsEndingAt(tokens: Tokens, last: number, floor: number): Subject | undefined {
  if (is(tokens, last, PRONOUN)) {
    return { kind: 'pronoun', from: last, to: last + 1 };
  }
  if (is(tokens, last, RELATIVE)) {
    return antecedent(tokens, last, floor);
  }
  if (
    is(tokens, last, CONJUNCTION | PREPOSITION) ||
    (is(tokens, last, DETERMINER) && !is(tokens, last, INDEFINITE))
  ) {
    return undefined;
  }
  let from = last + 1;
  let index = last;
  while (index >= floor && last - index < LONGEST_PHRASE) {
    const kind = tokens.kinds[index];
    if (kind === Kind.name) {
      // `Ana Lane of the Office of Ships and Boats said`
      if (index < last && is(tokens, index + 1, PREPOSITION) && isPerson(tokens, index)) {
        return nameEndingAt(tokens, index, floor);
      }
      from = index;
      index--;
      if (((tokens.marks[from] ?? 0) & POSSESSIVE) === 0) {
        continue;
      }
      // A possessive name opens the phrase as an article does, with the title in front of it.
      while (
        index >= floor &&
        is(tokens, index, TITLE | ROLE) &&
        ((tokens.marks[index] ?? 0) & CAPITAL) !== 0
      ) {
        from = index--;
      }
    } else if (kind !== Kind.word) {
      break;
    } else if (is(tokens, index, DETERMINER)) {
      if (is(tokens, index, RELATIVE)) {
        break;
      }
      from = index;
      index--;
    } else if (
      isAnd(tokens, index) &&
      from <= last &&
      index > floor &&
      isPlainWord(tokens, index - 1) &&
      isCapital(tokens, index - 1) === isCapital(tokens, from)
    ) {
      index--;
      continue;
    } else if (is(tokens, index, PREPOSITION)) {
      if (index > floor && tokens.kinds[index - 1] === Kind.name && !isPossessive(tokens, index - 1)) {
        // `Lane in turn said`, `Lane of the Harbor Trust said`
        return nameEndingAt(tokens, index - 1, floor);
      }
      if (
        index > floor &&
        (isPlainWord(tokens, index - 1) || tokens.kinds[index - 1] === Kind.name) &&
        !isVerb(tokens, index - 1)
      ) {
        index--;
        continue;
      }
      break;
    } else if (
      is(tokens, index, VERBAL | CONJUNCTION) ||
      (isVerb(tokens, index) && index < last) ||
      wordAt(tokens, index) === 'what' ||
      isAfterHead(tokens, index, floor)
    ) {
      break;
    } else {
      from = index;
      index--;
      continue;
    }
    // Past its article a phrase goes on only through a preposition: `a spokesman for the ministry`.
    if (
      index > floor &&
      is(tokens, index, PREPOSITION) &&
      !is(tokens, index - 1, TIME) &&
      canHead(tokens, index - 1)
    ) {
      index--;
      continue;
    }
    break;
  }
  if (from > last) {
    return undefined;
  }
  // `the clerks who revolted claimed`
  const phrase = trimmed(tokens, from, last + 1);
  return phrase ?? (is(tokens, from - 1, RELATIVE) ? antecedent(tokens, from - 1, floor) : undefined);
}
