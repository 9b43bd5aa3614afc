import {
  ADVERB,
  AUXILIARY,
  CONJUNCTION,
  DETERMINER,
  NEGATION,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  SAY,
  classesOf,
} from '../parse/cues.ts';
import { nameParticles } from '../text/name-particles.ts';
import { isShortTitle } from '../text/sentences.ts';
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

/** Whether what follows a quotation says whose it is: ` Lane said`, ` he added`, ` said the mayor, Ana Lane`. */
export function isAttributedBehind(follows: string): boolean {
  const near = follows.slice(0, lookahead).replace(stopped, withoutStop);
  const [clause = ''] = /^\s+[^.?!:;“”"«»„()[\]]*/u.exec(near) ?? [];
  const words = wordsIn(clause.replace(/,[^,]{1,60},/u, ' '));
  const [first = ''] = words;
  const opening = classesOf(first);
  if (isSaying(first)) {
    return words.length > 1;
  }
  if (/^(?:nobody|none|no)$/i.test(first) || (opening & noSubject) !== 0) {
    return false;
  }
  if ((opening & DETERMINER) !== 0) {
    return words.slice(1, longestDescription).some(it => isSaying(it));
  }
  const isPronoun = (opening & PRONOUN) !== 0;
  const isName = (it: string, at: number): boolean =>
    isPronoun ? at === 0 : /^\p{Lu}/u.test(it) || (at > 0 && particle.test(it));
  const behindName = words.findIndex((it, at) => !isName(it, at));
  const verb = words.slice(behindName).find(it => (classesOf(it) & (ADVERB | AUXILIARY)) === 0);
  return behindName > 0 && verb !== undefined && isSaying(verb);
}

const noSubject = NEGATION | CONJUNCTION | RELATIVE | PREPOSITION;
/** `the mayor of the town said` */
const longestDescription = 7;
const particle = new RegExp(`^(?:${nameParticles}|of|the|and)$`);

const stopped = /(?<![\p{L}\p{M}])(\p{Lu}\p{L}*)\./gu;

/** A word without a stop that ends no sentence: that of an initial, or of a title. */
function withoutStop(whole: string, word: string): string {
  return word.length === 1 || isShortTitle(word) ? word : whole;
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
