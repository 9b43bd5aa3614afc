import type { Place } from './attribution-choose.ts';
import type { Attribution } from './attribution-find.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { is, isPossessive, isThat, wordAt } from './attribution-words.ts';
import {
  ADJUNCT,
  AUXILIARY,
  CONJUNCTION,
  DETERMINER,
  GERUND,
  JUDGE,
  MODAL,
  NOUNLIKE,
  PREPOSITION,
  RELATIVE,
  SAY,
  TIME,
  WORK,
} from './cues.ts';

/** How far a cue that judges reaches, in tokens. */
const REACH_OF_JUDGEMENT = 30;

/** And `his promise of “…”`. */
const REACH_OF_NOUN = 4;

/** Words between a cue and the marks that still stand beside it: `told reporters on Tuesday,`. */
const CIRCUMSTANCES = 8;

/** No apposition or relative clause between two halves of a quotation is longer, in tokens. */
const LONGEST_PARENTHESIS = 30;

/** Whether an attribution earlier in the sentence reaches the quotation: `said that the plan was “…”`. */
export function governs(place: Place, attribution: Attribution): boolean {
  const { tokens, at } = place;
  const end = Math.max(attribution.to, attribution.cue.to);
  if (attribution.strength === 'beside') {
    return isIntroduced(place, attribution);
  }
  if (attribution.strength === 'judges' && at - end > reachOf(tokens, attribution)) {
    return false;
  }
  if (
    tokens.kinds[at - 1] === Kind.colon &&
    attribution.strength === 'says' &&
    isIntroduced(place, attribution)
  ) {
    return true;
  }
  const afterQuotation = followsQuotation(place, attribution) && attribution.order !== 'shared';
  if (afterQuotation && tokens.kinds[end] !== Kind.comma && !isIntroduced(place, attribution)) {
    // What follows `“…,” Lane said` without a comma tells when and where, unless it goes on as speech.
    const goesOn = is(tokens, at - 1, CONJUNCTION) && tokens.kinds[at - 2] === Kind.comma;
    return goesOn || isThat(tokens, end);
  }
  if (endsWithOpeningClause(place, end)) {
    return false;
  }
  for (let index = end; index < at; index++) {
    const kind = tokens.kinds[index];
    if (
      (kind === Kind.semicolon && attribution.strength === 'judges') ||
      closesAside(place, attribution, index)
    ) {
      return false;
    }
    if (kind !== Kind.comma && kind !== Kind.dash) {
      continue;
    }
    const next = index + 1;
    // `It was, said Lane, as if “…”`
    const goesOn =
      index === end && attribution.order === 'cue first' && /^(?:if|though)$/.test(wordAt(tokens, next + 1));
    if (next < at && is(tokens, next, ADJUNCT) && !goesOn && !hasClauseAfterComma(tokens, next, at)) {
      return false;
    }
    if (
      afterQuotation &&
      index === end &&
      next < at &&
      is(tokens, next, PREPOSITION | RELATIVE | DETERMINER | TIME) &&
      !isThat(tokens, next) &&
      !isParenthesis(place, index)
    ) {
      return false;
    }
  }
  return true;
}

/** `the clerk (Lane said so) has a “…”`, `– as Lane has said – a “…”`: whether a token closes what is said by the way. */
function closesAside({ tokens, from, at }: Place, attribution: Attribution, index: number): boolean {
  const kind = tokens.kinds[index];
  const opening = kind === Kind.close ? Kind.open : Kind.dash;
  if (
    kind !== Kind.close &&
    !(kind === Kind.dash && index === Math.max(attribution.to, attribution.cue.to))
  ) {
    return false;
  }
  // `[said then], “Well …”`
  if (at - index <= 2) {
    return false;
  }
  for (let before = index - 1; before >= from; before--) {
    if (tokens.kinds[before] === opening) {
      return before < attribution.from && (kind === Kind.close || attribution.from - before <= 2);
    }
  }
  return false;
}

/** `“…,” said Lane, the mayor of Holt, “…”`: what the comma opens closes right before the marks, and the speech goes on. */
export function isParenthesis({ tokens, at }: Place, comma: number): boolean {
  const last = at - 1;
  if (tokens.kinds[last] !== Kind.comma || last - comma < 2 || last - comma > LONGEST_PARENTHESIS) {
    return false;
  }
  for (let index = comma + 1; index < last; index++) {
    const kind = tokens.kinds[index];
    if (kind === Kind.quotation || kind === Kind.colon || kind === Kind.semicolon) {
      return false;
    }
  }
  return true;
}

/** Whether a quotation stands between the head of the sentence and an attribution. */
function followsQuotation({ tokens, from }: Place, attribution: Attribution): boolean {
  for (let index = attribution.from - 1; index >= from; index--) {
    const kind = tokens.kinds[index];
    if (kind === Kind.quotation) {
      // In `on Holt Radio’s “Face the Day,” Lane said` the marks hold a title.
      return (
        index === from || !(is(tokens, index - 1, PREPOSITION | WORK) || isPossessive(tokens, index - 1))
      );
    }
    if (
      kind !== Kind.comma &&
      kind !== Kind.dash &&
      kind !== Kind.word &&
      kind !== Kind.name &&
      kind !== Kind.close &&
      kind !== Kind.open
    ) {
      return false;
    }
    if (
      kind === Kind.word &&
      (is(tokens, index, GERUND | AUXILIARY | MODAL | CONJUNCTION) || isCue(tokens, index))
    ) {
      return false;
    }
  }
  return false;
}

function isCue(tokens: Tokens, index: number): boolean {
  return is(tokens, index, SAY | JUDGE) && !is(tokens, index, NOUNLIKE);
}

/** `After Lane said “no,” the town held a “party”`: the opening clause had its quotation. */
function endsWithOpeningClause({ tokens, at, from }: Place, end: number): boolean {
  const opens = is(tokens, from, PREPOSITION | ADJUNCT) && !/^According/.test(wordAt(tokens, from));
  let quoted = false;
  for (let index = end; opens && index < at - 1; index++) {
    const isQuotation = tokens.kinds[index] === Kind.quotation;
    const tail = isQuotation ? tokens.text.slice((tokens.ends[index] ?? 0) - 4, tokens.ends[index]) : '';
    quoted = quoted || isQuotation;
    if (
      quoted &&
      (tokens.kinds[index] === Kind.comma || tail.includes(',')) &&
      !is(tokens, index + 1, CONJUNCTION)
    ) {
      return true;
    }
  }
  return false;
}

/** A noun reaches as far as its own phrase: `Lane's claim that …`, `his promise of “…”`. */
function reachOf(tokens: Tokens, { cue }: Attribution): number {
  if (is(tokens, cue.from, JUDGE)) {
    return REACH_OF_JUDGEMENT;
  }
  return isThat(tokens, cue.to) ? REACH_OF_JUDGEMENT / 2 : REACH_OF_NOUN;
}

/** `said that, when asked, “…”`, `said – as Lane has – that “…”`: behind the adjunct's own comma the reported clause goes on. */
function hasClauseAfterComma(tokens: Tokens, start: number, at: number): boolean {
  for (let index = start; index < at; index++) {
    if (tokens.kinds[index] === Kind.comma || tokens.kinds[index] === Kind.dash) {
      return true;
    }
  }
  return false;
}

/** Whether a comma or colon introduces the quotation, with nothing but circumstances since the cue: `said in Holt on Friday: “…”`. */
export function isIntroduced(place: Place, attribution: Attribution): boolean {
  const { tokens, at } = place;
  const end = Math.max(attribution.to, attribution.cue.to);
  const kind = tokens.kinds[at - 1];
  if (at === end) {
    return true;
  }
  const colon = kind === Kind.colon;
  if (!colon && kind !== Kind.comma) {
    return false;
  }
  if (
    at - end > CIRCUMSTANCES &&
    (!colon || attribution.strength === 'beside') &&
    !resumes(place, attribution, end)
  ) {
    return false;
  }
  for (let index = end; index < at - 1; index++) {
    if (tokens.kinds[index] === Kind.quotation || tokens.kinds[index] === Kind.semicolon) {
      return false;
    }
  }
  return true;
}

/** No title stands between a mark and its cue that is longer, in tokens. */
const LONGEST_SUBJECT = 8;

/** `“…,” Lane said in her last interview, with Radio Holt in 2022, “and …”`: a sentence that breaks off goes on in small letters. */
function resumes({ tokens, at, from }: Place, attribution: Attribution, end: number): boolean {
  let before = attribution.from - 1;
  while (
    before > from &&
    attribution.from - before < LONGEST_SUBJECT &&
    (tokens.kinds[before] === Kind.word || tokens.kinds[before] === Kind.name)
  ) {
    before--;
  }
  const breaksOff =
    tokens.kinds[before] === Kind.quotation &&
    tokens.text.slice((tokens.ends[before] ?? 0) - 3, tokens.ends[before]).includes(',') &&
    /^["“‘'«]{1,2}\p{Ll}/u.test(tokens.text.slice(tokens.starts[at], (tokens.starts[at] ?? 0) + 3));
  if (!breaksOff || attribution.strength === 'judges' || at - end > LONGEST_PARENTHESIS) {
    return false;
  }
  for (let index = end; index < at - 1; index++) {
    if (isCue(tokens, index) || is(tokens, index, AUXILIARY | MODAL)) {
      return false;
    }
  }
  return true;
}
