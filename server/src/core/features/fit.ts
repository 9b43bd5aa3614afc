import { contains } from '../text/span.ts';
import { collapse } from './escape.ts';
import { marksOf, restyled, sourceWords } from './marks.ts';
import { isAttributedBehind, isOutsideMarks, lookahead } from './sentence-around.ts';
import { asWritten, atLineStart } from './written.ts';
import type { Draft } from '../draft/draft.ts';
import type { Edit } from './actions.ts';
import type { Marks } from './marks.ts';
import type { Passage } from '../verify/verdict.ts';
import type { Quotation } from '../parse/reading.ts';
import type { Span } from '../text/span.ts';

/** The marks around a drafted quotation. */
function quotationMarks(draft: Draft, quotation: Quotation): Marks {
  const open =
    quotation.mark === 'none' ? undefined : draft.text.slice(quotation.outer.start, quotation.start);
  return marksOf(open && collapse(open), draft.marks);
}

/** What other words take the place of: a citation or a comment with which a drafted quotation ends inside its marks stays. */
export function wordsOf(draft: Draft, { start, end }: Quotation): Span {
  const kept = trailing.exec(draft.text.slice(start, end))?.[0].length ?? 0;
  return { start, end: end - kept };
}

const trailing = /(?:[\s>]{0,80}(?:\[(?:-?@|\^|see @)[^\]]*\]|<!--(?:(?!-->)[^])*-->))+[\s.,;:]*$/u;

/**
 * A source's words, made to stand where a drafted quotation stands so that the sentence around it stays right: nested
 * marks in the draft's style, the first letter and the closing punctuation as the draft's sentence wants them.
 */
export function fitWords(draft: Draft, quotation: Quotation, words: string, passage: Passage): string {
  const marks = quotationMarks(draft, quotation);
  const { article } = passage;
  const styled = styledWords(words, passage, marks);
  const place = wordsOf(draft, quotation);
  const drafted = draft.text.slice(place.start, place.end);
  const isName = article.mentions.some(mention =>
    contains(mention, { start: passage.start, end: passage.start + 1 }),
  );
  const end = statementEnd(draft, quotation);
  const inside = isOutsideMarks(draft, end) ? '' : end;
  return withinNested(fitEnd(fitStart(styled, drafted, isName), drafted, inside), drafted, marks);
}

/** The edit that puts words, made to stand there, in the place of those of a drafted quotation. */
export function replaceWords(draft: Draft, quotation: Quotation, words: string): Edit {
  const { start, end } = wordsOf(draft, quotation);
  const newText = atLineStart(draft, asWritten(draft, words, start), start);
  const statement = statementEnd(draft, quotation);
  const isTurned = isQuestion(draft.text.slice(start, end)) && !isQuestion(words);
  if (!isTurned || !quotation.closed || !isOutsideMarks(draft, statement)) {
    return { start, end, newText };
  }
  const close = draft.written.slice(end, quotation.outer.end);
  return { start, end: quotation.outer.end, newText: newText + close + statement };
}

/** How a quotation ends that the draft made a question of: what follows says how its sentence goes on. */
function statementEnd({ text }: Draft, { closed, outer }: Quotation): ',' | '.' {
  const follows = closed ? text.slice(outer.end, outer.end + lookahead) : '';
  return isAttributedBehind(follows) || /^\s+\p{Ll}/u.test(follows) ? ',' : '.';
}

function isQuestion(words: string): boolean {
  return /[?!][’”'"]*\s*$/.test(words);
}

/** The words with nested marks in the draft's style; where they are the source's but for what closes them, as it prints them. */
function styledWords(words: string, { article, start, end }: Passage, marks: Marks): string {
  if (article.text.slice(start, end) === words) {
    return sourceWords(article, { start, end }, marks);
  }
  const bare = words.replace(/[.,;:?!…\s'’”"»]+$/u, '');
  // The passage may have an opening mark before the first word.
  const from = start + leadOf(article.text.slice(start, end)) - leadOf(words);
  if (bare === '' || article.text.slice(from + 1, from + bare.length) !== bare.slice(1)) {
    return restyled(words, marks);
  }
  const styled = sourceWords(article, { start: Math.min(start, from), end: from + bare.length }, marks);
  const tail = words.slice(bare.length);
  const [open, close] = marks.nested;
  // A nested quotation that goes on is closed already.
  if (!styled.endsWith(close) || !styled.includes(open)) {
    return styled + tail;
  }
  const [act = '', stop = ''] = [/^[?!]+/.exec(tail)?.[0], /[.,;:…]+/.exec(tail)?.[0]];
  return styled.slice(0, -close.length) + act + close + stop;
}

/** How much stands before the first letter or figure. */
function leadOf(text: string): number {
  return /^[^\p{L}\p{N}]*/u.exec(text)?.[0].length ?? 0;
}

/** A comma or stop that the draft has inside its marks stands inside the nested ones, too, unless the draft has it outside those. */
export function withinNested(words: string, drafted: string, { nested: [open, close] }: Marks): string {
  const opening = words.lastIndexOf(open, words.length - close.length - 2);
  const end = [...'.,'].find(it => words.endsWith(close + it));
  const isNested = opening === 0 || /[\s(—–]/.test(words.charAt(opening - 1));
  return end === undefined || opening < 0 || !isNested || /['’”"][.,]$/.test(drafted)
    ? words
    : words.slice(0, -close.length - 1).replace(/[.,]$/, '') + end + close;
}

/** The first letter is raised or lowered as the lead-in of the draft wants it. */
function fitStart(words: string, drafted: string, isName: boolean): string {
  const first = letterAt(words);
  const draftFirst = letterAt(drafted);
  if (first === undefined || draftFirst === undefined) {
    return words;
  }
  if (isUpper(draftFirst.letter) && !isUpper(first.letter)) {
    return put(words, first.at, first.letter.toUpperCase());
  }
  const firstWord = /^[\p{L}\p{N}’'.-]+/u.exec(words.slice(first.at))?.[0] ?? '';
  const isAcronym = firstWord.length > 1 && /^\P{Ll}+$/u.test(firstWord.slice(0, 3));
  const keepsCapital = isName || isAcronym || /^I(?:$|[’'])/.test(firstWord);
  if (!isUpper(draftFirst.letter) && isUpper(first.letter) && !keepsCapital) {
    return put(words, first.at, first.letter.toLowerCase());
  }
  return words;
}

function letterAt(text: string): { readonly at: number; readonly letter: string } | undefined {
  const match = /^[^\p{L}\p{N}]*(\p{L})/u.exec(text.slice(0, 20));
  const letter = match?.[1];
  return match === null || letter === undefined ? undefined : { at: match[0].length - letter.length, letter };
}

function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

function put(text: string, at: number, letter: string): string {
  return text.slice(0, at) + letter + text.slice(at + letter.length);
}

const closing = /[.,;:]+$/;
/** A stop that belongs to the word: `U.S.`, `a.m.`, `Inc.` */
const abbreviation = /(?:\b\p{L}\.(?:\p{L}\.)+|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|Mr|Mrs|Ms|Dr|St|etc|vs|No))\.?$/u;
const trailingOff = /\s*(?:…|\.\s?\.\s?\.)\.?[,;:]?$/;

/**
 * A comma, stop, colon or semicolon at the closing mark belongs to the draft's sentence; a question or exclamation mark
 * belongs to the source, and where the draft alone has one, `statement` takes its place. An ellipsis with which the draft
 * trails off stays.
 */
export function fitEnd(words: string, drafted: string, statement: string): string {
  const whole = words.replace(trailingOff, '');
  const sourceEnd = closing.exec(whole)?.[0] ?? '';
  const bare = whole.slice(0, whole.length - sourceEnd.length);
  const stopOfWord = sourceEnd.startsWith('.') && abbreviation.test(bare + '.');
  const kept = stopOfWord ? bare + '.' : bare;
  if (/[?!][’”'"]*$/.test(kept)) {
    return kept;
  }
  const off = trailingOff.exec(drafted)?.[0];
  if (off !== undefined) {
    return kept + off;
  }
  const draftEnd = closing.exec(drafted)?.[0] ?? '';
  if (draftEnd === '' && /[?!]\s*$/.test(drafted)) {
    // The draft turned a statement into a question.
    return kept + (stopOfWord && statement === '.' ? '' : statement);
  }
  return kept + (stopOfWord && draftEnd.startsWith('.') ? draftEnd.slice(1) : draftEnd);
}

/** The words of a drafted quotation on one line. */
export function draftedWords(draft: Draft, quotation: Quotation): string {
  return collapse(draft.text.slice(quotation.start, quotation.end));
}
