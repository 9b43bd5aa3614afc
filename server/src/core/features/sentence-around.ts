import { CONJUNCTION, DETERMINER, PRONOUN, PREPOSITION, RELATIVE, SAY, classesOf } from '../parse/cues.ts';
import type { Draft } from '../draft/draft.ts';

/** How far words are looked at that follow a quotation. */
export const lookahead = 120;

/** A clause says whose the words are within so many words. */
const longestClause = 12;

/**
 * Whether the words of a sentence before a place say that somebody’s words follow: `Lane said`, `Lane told the council on Friday:`.
 */
export function leadsIn(sentence: string): boolean {
  const words = sentence.trimEnd();
  const near = wordsIn(words).slice(words.endsWith(':') ? 0 : words.endsWith(',') ? -longestClause : -3);
  return near.some(it => isSaying(it)) && /[\p{L}\p{N}’”":,]$/u.test(words);
}

/** Whether what follows a quotation says whose it is: ` Lane said`, ` he said`, ` said the mayor, Ana Lane`. */
export function isAttributedBehind(follows: string): boolean {
  const [clause = ''] = /^\s+[^.?!:;“”"«»„()[\]]*/u.exec(follows.slice(0, lookahead)) ?? [];
  const words = wordsIn(clause).slice(0, longestClause);
  const [first = ''] = words;
  if (isSaying(first)) {
    return words.length > 1;
  }
  const opens = /^\p{Lu}/u.test(first)
    ? (classesOf(first) & (CONJUNCTION | RELATIVE | PREPOSITION)) === 0
    : (classesOf(first) & (PRONOUN | DETERMINER)) !== 0;
  return opens && words.some(it => isSaying(it));
}

/**
 * With what a quotation ends that stands between these words of its sentence and what follows in the paragraph: a comma before
 * its attribution, a stop where it ends what leads in to it, nothing where the sentence goes on. Undefined where nobody can tell.
 */
export function endBetween(before: string, follows: string): End | undefined {
  const isLedIn = leadsIn(before);
  const isAfterColon = before.trimEnd().endsWith(':');
  if (/^\s*[.,;:?!)\]]/.test(follows) || /^\s*\p{Ll}/u.test(follows)) {
    return isAttributedBehind(follows) ? ',' : '';
  }
  if (isAttributedBehind(follows)) {
    return ',';
  }
  const isLast = /^\s*(?:$|[“"‘«„]|[\r\n])/u.test(follows) || isAfterColon;
  return isLast ? (isLedIn || isAfterColon ? '.' : undefined) : before.trim() === '' ? undefined : '';
}

/** How a quotation ends: the mark of punctuation belongs to the draft's sentence. */
export type End = ',' | '.' | '';

function isSaying(word: string): boolean {
  return (classesOf(word) & SAY) !== 0;
}

function wordsIn(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{M}\p{N}’'-]+/u).filter(it => it !== '');
}

const outside = new WeakMap<Draft, Readonly<Record<',' | '.', boolean>>>();

/** Whether a draft has its commas, or its stops, behind the marks that close a quotation: `‘We go’, Lane said.` */
export function isOutsideMarks(draft: Draft, end: ',' | '.'): boolean {
  const known = outside.get(draft) ?? {
    ',': countOutside(draft, ',') > 0,
    '.': countOutside(draft, '.') > 0,
  };
  outside.set(draft, known);
  return known[end];
}

function countOutside({ text, quotations }: Draft, end: string): number {
  let count = 0;
  for (const { mark, closed, end: wordsEnd, outer } of quotations) {
    if (mark !== 'none' && closed) {
      count += text.charAt(outer.end) === end ? 1 : 0;
      count -= text.charAt(wordsEnd - 1) === end ? 1 : 0;
    }
  }
  return count;
}
