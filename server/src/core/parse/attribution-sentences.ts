import { audienceEnd } from './attribution-audience.ts';
import { isWhiteSpace } from '../text/shapes.ts';
import { CAPITAL, Kind, type Tokens } from './attribution-tokens.ts';
import { is, wordAt } from './attribution-words.ts';
import {
  ADVERB,
  AUXILIARY,
  CONJUNCTION,
  CUE,
  GERUND,
  MODAL,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  TIME,
} from './cues.ts';
import type { QuotationSpan } from './marks.ts';

/** A sentence without end is no sentence; what is longer, in tokens, is cut so that the work stays in step with the text. */
const LONGEST_SENTENCE = 250;
/** How far an attribution may reach behind a closing mark to be taken into the quotation's sentence. */
const LONGEST_SUBJECT = 24;

/** The narrator's sentences of a block as token indexes: each begins where the one before ends. */
export function sentenceStarts(tokens: Tokens, quotations: readonly QuotationSpan[]): readonly number[] {
  const starts = [0];
  let start = 0;
  for (let index = 0; index < tokens.count - 1; index++) {
    const kind = tokens.kinds[index];
    const ends =
      kind === Kind.stop
        ? !isCarriedOn(tokens, index + 1)
        : kind === Kind.name
          ? endsInDot(tokens, index, start, quotations)
          : kind === Kind.quotation && endsSentence(tokens, index, quotations);
    if (ends || index - start > LONGEST_SENTENCE) {
      start = index + 1;
      starts.push(start);
    }
  }
  return starts;
}

/** `“…,” said Bo Lane Jr. “The quay …,” said …`: a name whose dot ends the sentence as well, before words that somebody behind them says. */
function endsInDot(
  tokens: Tokens,
  index: number,
  start: number,
  quotations: readonly QuotationSpan[],
): boolean {
  const next = quotations[tokens.refs[index + 1] ?? -1];
  return (
    tokens.kinds[index + 1] === Kind.quotation &&
    next !== undefined &&
    tokens.text[(tokens.ends[index] ?? 0) - 1] === '.' &&
    tokens.kinds.slice(start, index).includes(Kind.quotation) &&
    isSentenceLike(tokens.text, next) &&
    lastCharacter(tokens.text, next) === ','
  );
}

/** After a full stop a small letter goes on with the sentence: an abbreviation, or attribution after a stray stop. */
function isCarriedOn(tokens: Tokens, next: number): boolean {
  const kind = tokens.kinds[next];
  return (
    kind === Kind.comma ||
    kind === Kind.stop ||
    kind === Kind.close ||
    (kind === Kind.word && ((tokens.marks[next] ?? 0) & CAPITAL) === 0 && !isDigit(tokens, next))
  );
}

function isDigit(tokens: Tokens, index: number): boolean {
  const code = tokens.text.charCodeAt(tokens.starts[index] ?? 0);
  return code >= 0x30 && code <= 0x39;
}

function endsSentence(tokens: Tokens, index: number, quotations: readonly QuotationSpan[]): boolean {
  const quotation = quotations[tokens.refs[index] ?? -1];
  const next = tokens.kinds[index + 1];
  if (
    !quotation ||
    (next !== Kind.word && next !== Kind.name && next !== Kind.quotation && next !== Kind.other)
  ) {
    return false;
  }
  const last = lastCharacter(tokens.text, quotation);
  if (last === '' || !'.!?…'.includes(last)) {
    return false;
  }
  if (next === Kind.quotation) {
    return true;
  }
  if (((tokens.marks[index + 1] ?? 0) & CAPITAL) === 0) {
    return false;
  }
  return !isAttribution(tokens, index + 1, last);
}

/** The last character inside the marks that is no white space. */
export function lastCharacter(text: string, quotation: QuotationSpan): string {
  let end = quotation.end;
  while (end > quotation.start && text.charCodeAt(end - 1) <= 0x20) {
    end--;
  }
  return end > quotation.start ? text.charAt(end - 1) : '';
}

/**
 * `“Why?” Smith said.` against `“Why?” Smith said that he …`: after a mark that could end the sentence, attribution
 * stays only if nothing but circumstances follow it.
 */
function isAttribution(tokens: Tokens, first: number, last: string): boolean {
  let apposed = false;
  for (let index = first; index < Math.min(tokens.count, first + LONGEST_SUBJECT); index++) {
    const kind = tokens.kinds[index];
    const classes = tokens.classes[index] ?? 0;
    if (kind === Kind.word && (classes & CUE) !== 0 && (classes & GERUND) === 0 && index > first) {
      const asks = /^(?:told|tells?|asked|asks)$/.test(wordAt(tokens, index));
      const end = asks ? audienceEnd(tokens, index + 1, tokens.count) : index + 1;
      // `told reporters he would not`: those words are what was told.
      const goesOn = asks && is(tokens, end, PRONOUN | RELATIVE | AUXILIARY | CUE);
      return isClosed(tokens, goesOn ? index + 1 : end, last);
    }
    apposed = apposed || kind === Kind.comma;
    const isSubject =
      kind === Kind.name ||
      kind === Kind.open ||
      kind === Kind.close ||
      (kind === Kind.comma && index > first) ||
      (kind === Kind.word && (apposed || (classes & (AUXILIARY | RELATIVE)) === 0));
    if (!isSubject) {
      return false;
    }
  }
  return false;
}

function isClosed(tokens: Tokens, cued: number, last: string): boolean {
  const index = behindBrackets(tokens, cued);
  const kind = tokens.kinds[index];
  if (index >= tokens.count || kind === Kind.stop) {
    return true;
  }
  // A question or exclamation keeps its mark before `Smith said`; a full stop there is a slip.
  if (last === '.' || last === '…') {
    return isAllCircumstance(tokens, index);
  }
  const classes = tokens.classes[index] ?? 0;
  return (
    kind === Kind.comma ||
    kind === Kind.dash ||
    kind === Kind.quotation ||
    kind === Kind.name ||
    (kind === Kind.word &&
      (classes & (PREPOSITION | TIME | ADVERB | PRONOUN)) !== 0 &&
      (classes & RELATIVE) === 0)
  );
}

/** No more tokens stand in brackets behind a cue. */
const LONGEST_BRACKETS = 16;

/** `said (The Daily Lantern, 3 May)`: what stands in brackets is not what was said. */
function behindBrackets(tokens: Tokens, start: number): number {
  if (tokens.kinds[start] !== Kind.open) {
    return start;
  }
  const close = tokens.kinds.indexOf(Kind.close, start);
  return close < 0 || close - start > LONGEST_BRACKETS ? start : close + 1;
}

/** No more tokens tell where and when: `said from the podium on Tuesday.` */
const LONGEST_CIRCUMSTANCE = 8;

/** `“It is over.” Lane said from the podium.`: what is said stands nowhere behind the verb. */
function isAllCircumstance(tokens: Tokens, start: number): boolean {
  if (!is(tokens, start, PREPOSITION | TIME)) {
    return false;
  }
  for (let index = start; index < Math.min(tokens.count, start + LONGEST_CIRCUMSTANCE); index++) {
    const kind = tokens.kinds[index];
    if (kind === Kind.stop) {
      return true;
    }
    const isPart =
      kind === Kind.name ||
      (kind === Kind.word && !is(tokens, index, PRONOUN | RELATIVE | AUXILIARY | MODAL | CUE | CONJUNCTION));
    if (!isPart) {
      return false;
    }
  }
  return false;
}

/** Begins with a capital and has the words of a sentence. */
export function isSentenceLike(text: string, quotation: QuotationSpan): boolean {
  return countPieces(text, quotation) >= 4 && startsSentence(text, quotation);
}

/** How many pieces white space cuts the beginning of a quotation into. */
export function countPieces(text: string, { start, end }: QuotationSpan): number {
  let pieces = 1;
  let inGap = false;
  for (let at = start; at < Math.min(end, start + 80); at++) {
    const isGap = isWhiteSpace(text.charCodeAt(at));
    if (isGap && !inGap) {
      pieces++;
    }
    inGap = isGap;
  }
  return pieces;
}

/** Whether the first letter inside the marks is a capital or a digit. */
export function startsSentence(text: string, quotation: QuotationSpan): boolean {
  for (let at = quotation.start; at < Math.min(quotation.end, quotation.start + 8); at++) {
    const character = text.charAt(at);
    if (character !== character.toLowerCase() || (character >= '0' && character <= '9')) {
      return true;
    }
    if (character !== character.toUpperCase()) {
      return false;
    }
  }
  return false;
}
