import { isCapital } from '../text/shapes.ts';
import { overlaps, type Span } from '../text/span.ts';
import { classesOf, CUE, PAST } from './cues.ts';
import type { NameSpan } from './names/find.ts';
import type { Block } from './reading.ts';

/**
 * Adds bare surnames that the finder missed where the text has the person's full name: with a capital inside a sentence
 * (“Later Marsh went”), or beside a verb of speech, where a surname that is a word, too, can only be the person
 * (“Will described”). `found` is in order and free of overlaps.
 */
export function withBareSurnames(
  text: string,
  blocks: readonly Block[],
  found: readonly NameSpan[],
): readonly NameSpan[] {
  const added: NameSpan[] = [];
  for (const surname of surnamesOf(text, found)) {
    let next = 0;
    for (let at = text.indexOf(surname); at !== -1; at = text.indexOf(surname, at + 1)) {
      const span = { start: at, end: at + surname.length };
      while ((found[next]?.end ?? Infinity) <= at) next++;
      // Nearly every place is a name already.
      if (
        (found[next]?.start ?? Infinity) >= span.end &&
        isWholeWord(text, span) &&
        (isInsideSentence(text, span) || isBesideSpeech(text, span)) &&
        !added.some(name => overlaps(name, span))
      ) {
        const block = blocks.findIndex(it => it.start <= span.start && span.end <= it.end);
        const kind = blocks[block]?.kind;
        if (kind !== undefined && kind !== 'boilerplate' && kind !== 'code') {
          added.push({ start: span.start, end: span.end, kind: 'person', block });
        }
      }
    }
  }
  return added.length === 0 ? found : [...found, ...added].sort((one, other) => one.start - other.start);
}

/** Whether a verb of speech in the past stands right beside a name: `said Will`, `Will said`; not `reported May 5`. */
export function isBesideSpeech(text: string, { start, end }: Span): boolean {
  const after = /^\s+(\p{Ll}+)/u.exec(text.slice(end, end + 30))?.[1] ?? '';
  const before =
    /(?<![\p{L}\p{N}])(\p{Ll}+)\s+$/u.exec(text.slice(Math.max(0, start - 30), start))?.[1] ?? '';
  return isPastCue(after) || (isPastCue(before) && !/^\s+\d/.test(text.slice(end, end + 4)));
}

/** Behind a word in lower case, or a first word that is no part of a name: nothing but a name has a capital there. */
export function isInsideSentence(text: string, { start, end }: Span): boolean {
  const before = /(?<![\p{L}\p{N}’'-])([\p{L}’']+),?[ \t]$/u.exec(
    text.slice(Math.max(0, start - 30), start),
  )?.[1];
  // A title of a work or an organisation goes on with capitals.
  if (before === undefined || /^[ \t]\p{Lu}/u.test(text.slice(end, end + 2))) {
    return false;
  }
  return /^\p{Ll}/u.test(before) || opener.test(before);
}

const opener =
  /^(?:Then|Later|But|And|So|When|While|As|If|Although|Though|Because|Since|After|Before|Today|Yesterday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Meanwhile|Now|Still|Once|That|For|With|To|By|Of|In|Citing|Quoting|Unlike|Enter|Cue)$/;

/** The last words of the full names of people, each once. */
function surnamesOf(text: string, names: readonly NameSpan[]): ReadonlySet<string> {
  const surnames = new Set<string>();
  for (const { kind, start, end } of names) {
    const last = kind === 'person' ? lastWord(text, start, end) : undefined;
    if (last !== undefined) {
      surnames.add(last);
    }
  }
  return surnames;
}

function lastWord(text: string, start: number, end: number): string | undefined {
  let first = end;
  while (first > start && isPlainLetter(text.charCodeAt(first - 1))) {
    first--;
  }
  // Most names are plain letters, and most of them are one word.
  if (first === start) {
    return undefined;
  }
  return text.charCodeAt(first - 1) === 0x20 && end - first > 1 && isCapital(text.charCodeAt(first))
    ? text.slice(first, end)
    : /\s(\p{Lu}[\p{L}’'-]+)$/u.exec(text.slice(start, end))?.[1];
}

function isPlainLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || isCapital(code);
}

function isPastCue(word: string): boolean {
  const classes = classesOf(word);
  return (classes & CUE) !== 0 && (classes & PAST) !== 0;
}

/** Whether neither a letter nor a figure stands right beside a span. */
export function isWholeWord(text: string, { start, end }: Span): boolean {
  return !/[\p{L}\p{N}]/u.test(text.charAt(start - 1) + text.charAt(end));
}
