import { phraseStartingAt, type Subject, VERBAL } from './attribution-clauses.ts';
import { isOnlyNamed, textBefore } from './attribution-phrase-names.ts';
import { skipDateline, skipLead } from './attribution-lead.ts';
import { namedBehindOffice, namedInApposition, PARTY } from './attribution-apposed.ts';
import { isClauseEdge, isFollowedByApposition, relativeBefore } from './attribution-phrase-edges.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import {
  is,
  isAnd,
  isCapital,
  isNumber,
  isPerson,
  isThat,
  isThe,
  isVerb,
  wordAt,
} from './attribution-words.ts';
import { CONJUNCTION, DETERMINER, GROUP, PREPOSITION, ROLE } from './cues.ts';
import { nameEndingAt, phraseEndingAt, wordsEndingAt } from './attribution-phrases.ts';

/** No apposition nor relative clause between a subject and its verb is longer, in tokens. */
const LONGEST_APPOSITION = 60;

/** `Lane, who said`, `the report that said` */
export function antecedent(tokens: Tokens, relative: number, floor: number): Subject | undefined {
  let before = relative - 1;
  if (before < floor) {
    return undefined;
  }
  if (tokens.kinds[before] === Kind.comma || tokens.kinds[before] === Kind.dash) {
    before--;
    if (before >= floor && tokens.kinds[before] === Kind.word && !isCapital(tokens, before)) {
      return phraseBeforeApposition(tokens, before + 1, floor) ?? wordsEndingAt(tokens, before, floor);
    }
  }
  // `Lane, R-Ohio, who said`
  const isOfParty = PARTY.test(wordAt(tokens, before)) && tokens.kinds[before - 1] === Kind.comma;
  if (isOfParty && before - 2 >= floor && isPerson(tokens, before - 2)) {
    return phraseEndingAt(tokens, before - 2, floor);
  }
  // `lectures from both Lane (who called it “…”) and Ortiz`
  const isAside = tokens.kinds[before] === Kind.open && before === relative - 1;
  if (isAside && isPerson(tokens, before - 1) && before - 1 >= floor) {
    return { kind: 'name', from: before - 1, to: before };
  }
  const kind = tokens.kinds[before];
  if (kind === Kind.word && is(tokens, before, VERBAL | CONJUNCTION)) {
    return undefined;
  }
  // `a memo to Lane that called it “…”`: nobody is told of so.
  if (before === relative - 1 && isThat(tokens, relative) && isPerson(tokens, before)) {
    const text = textBefore(tokens, before, floor);
    if (text !== undefined) {
      return { kind: 'description', from: text, to: text + 1 };
    }
  }
  // `He agreed with Lane, who said`; but `a friend of Lane, who said`
  if (before < relative - 1 && wordAt(tokens, relative) === 'who' && isOnlyNamed(tokens, before, floor)) {
    return { kind: 'name', from: before, to: before + 1 };
  }
  // `before the Harbour Court, which said`
  if (kind === Kind.name && isThe(tokens, before - 1) && wordAt(tokens, relative) === 'which') {
    return { kind: 'name', from: before, to: before + 1 };
  }
  const phrase =
    kind === Kind.name || kind === Kind.word || kind === Kind.close
      ? phraseEndingAt(tokens, before, floor)
      : undefined;
  // The last of a list: `Ana Lane, Bo Holt and Cy Moss, who said`
  return kind === Kind.name &&
    phrase?.kind === 'description' &&
    isAnd(tokens, before - 1) &&
    phrase.from === before - 2
    ? { kind: 'name', from: before, to: before + 1 }
    : phrase;
}

/** `Lane, who has a “hold” rating, said`: marked words that tell of what stands behind them, and say nothing. */
function isEpithet(tokens: Tokens, index: number): boolean {
  return (
    tokens.kinds[index] === Kind.quotation &&
    is(tokens, index - 1, DETERMINER) &&
    tokens.kinds[index + 1] === Kind.word &&
    !is(tokens, index + 1, VERBAL | CONJUNCTION | PREPOSITION) &&
    !isVerb(tokens, index + 1)
  );
}

/** `Lane, the mayor of Holt, said`, `Lane, who had …, said`, `the mayor, Ana Lane, said`: `comma` is the one before the verb. */
export function phraseBeforeApposition(tokens: Tokens, comma: number, floor: number): Subject | undefined {
  const last = comma - 1;
  if (
    last > floor &&
    tokens.kinds[last] === Kind.name &&
    tokens.kinds[last - 1] === Kind.comma &&
    last - 2 >= floor
  ) {
    const head = last - 2;
    // `Driver No. 1, Ana Lane, said`
    const isNumbered =
      isNumber(tokens, head) &&
      /^no\.?$/i.test(tokens.text.slice(tokens.starts[head - 1], tokens.starts[head]).trim());
    if (isNumbered || (tokens.kinds[head] === Kind.word && is(tokens, head, ROLE | GROUP))) {
      return { kind: 'name', from: last, to: last + 1 };
    }
    const named = namedBehindOffice(tokens, last, phraseEndingAt(tokens, head, floor));
    if (named) {
      return named;
    }
  }
  let clause = last;
  const limit = Math.max(floor, comma - LONGEST_APPOSITION);
  while (clause >= limit && (isEpithet(tokens, clause) || !isClauseEdge(tokens.kinds[clause]))) {
    clause--;
  }
  const relative = relativeBefore(tokens, comma, clause + 1);
  if (relative !== undefined) {
    return antecedent(tokens, relative, floor);
  }
  const opened = is(tokens, clause + 1, CONJUNCTION)
    ? phraseStartingAt(tokens, clause + 2, comma)
    : undefined;
  if (opened?.kind === 'name' && isFollowedByApposition(tokens, opened.to, comma)) {
    return opened;
  }
  const head = clause + 1 === floor ? skipDateline(tokens, floor, comma) : clause + 1;
  const start = skipLead(tokens, head, comma);
  const phrase = start === undefined ? undefined : phraseStartingAt(tokens, start, comma);
  if (phrase && phrase.kind !== 'pronoun' && isFollowedByApposition(tokens, phrase.to, comma)) {
    return namedInApposition(tokens, phrase, comma) ?? phrase;
  }
  for (let index = clause + 1; index < comma - 1; index++) {
    if (tokens.kinds[index] === Kind.name && isFollowedByApposition(tokens, index + 1, comma)) {
      const name = nameEndingAt(tokens, index, clause + 1);
      if (name) {
        return name;
      }
    }
  }
  return undefined;
}
