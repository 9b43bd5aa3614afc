import { Beside, besideOf, Family, facingOf, familyOf, nextMark, type MarkToken } from './marks-token.ts';
import type { Block } from './reading.ts';

/** Double marks and single ones of a block, each in order. Apostrophes inside words are left out. */
export interface Marks {
  readonly doubles: readonly MarkToken[];
  readonly singles: readonly MarkToken[];
}

const none: Marks = { doubles: [], singles: [] };

/** Collects what may be a quotation mark in a block, hidden spans passed over. */
export function scanMarks(text: string, block: Block, from = block.start): Marks {
  let doubles: MarkToken[] | undefined;
  let singles: MarkToken[] | undefined;
  const hidden = block.hidden;
  let hide = 0;
  let before = 0;
  const end = block.end;
  let shown = hidden.length === 0 ? end : 0;
  // Where the run of marks ends that is being read: one look ahead serves all its marks.
  let runEnd = from;
  for (let at = from; at < end; at++) {
    const mark = nextMark(text, at, shown);
    if (mark > at) {
      before = lastVisible(text, at, mark) ?? before;
      at = mark;
      if (at === end) break;
    }
    const code = text.charCodeAt(at);
    if (at >= shown) {
      let span = hidden[hide];
      while (span !== undefined && span.end <= at) span = hidden[++hide];
      if (span !== undefined && span.start <= at) {
        at = Math.min(span.end, end) - 1;
        continue;
      }
      shown = span === undefined ? end : span.start;
    }
    const family = familyOf(code);
    if (family < 0 || isOtherwiseMeant(text, at, code, before)) {
      before = isInvisible(code) ? before : code;
      continue;
    }
    let stop = at + 1;
    let kind = family;
    if (family === Family.single) {
      const twice = stop < end && text.charCodeAt(stop) === code;
      // Of three in a row the double mark stands outside: `'''No,' he told me''`, `''He told me, 'No.'''`.
      const thrice = twice && code === 39 && text.charCodeAt(stop + 1) === code;
      if (twice && (!thrice || opensRun(before))) {
        kind = Family.doubled;
        stop++;
      }
    } else if (code === 34 && text.charCodeAt(stop) === 34 && stop < end) {
      // Doubled by a spreadsheet; `""` alone between spaces is an empty pair and stays two marks.
      if (runEnd < stop + 1) runEnd = endOfRun(text, stop + 1, end, hidden, hide);
      const after = runEnd < end ? text.charCodeAt(runEnd) : 0;
      if (opensRun(before) !== !startsWord(after)) stop++;
    }
    if (runEnd < stop) runEnd = endOfRun(text, stop, end, hidden, hide);
    const after = runEnd < end ? text.charCodeAt(runEnd) : 0;
    if (kind === Family.single && isApostrophe(text, at, code, before, stop, end)) {
      before = 97;
      continue;
    }
    const token: MarkToken = { start: at, end: stop, family: kind, facing: facingOf(code), before, after };
    if (kind === Family.single) (singles ??= []).push(token);
    else (doubles ??= []).push(token);
    at = stop - 1;
  }
  if (doubles === undefined && singles === undefined) return none;
  return { doubles: doubles ?? none.doubles, singles: singles ?? none.singles };
}

/** A backtick that is escaped would else begin code, and is no mark of old wire copy; a low mark behind a letter stands for a comma. */
function isOtherwiseMeant(text: string, at: number, code: number, before: number): boolean {
  return (
    (code === 96 && text.charCodeAt(at - 1) === 92) || (code === 0x201a && besideOf(before) === Beside.word)
  );
}

function opensRun(before: number): boolean {
  const beside = besideOf(before);
  return (
    beside === Beside.nothing || beside === Beside.space || beside === Beside.open || beside === Beside.dash
  );
}

function startsWord(code: number): boolean {
  const beside = besideOf(code);
  return beside === Beside.word || beside === Beside.open || beside === Beside.other;
}

/** Where the first character stands after a run of marks: what they all lean against. */
function endOfRun(
  text: string,
  from: number,
  end: number,
  hidden: readonly { readonly start: number; readonly end: number }[],
  hide: number,
): number {
  let index = hide;
  for (let at = from; at < end; at++) {
    let span = hidden[index];
    while (span !== undefined && span.end <= at) span = hidden[++index];
    if (span !== undefined && span.start <= at) {
      at = span.end - 1;
      continue;
    }
    const code = text.charCodeAt(at);
    if (familyOf(code) < 0 && !isInvisible(code)) return at;
  }
  return end;
}

/** The last character of a stretch that can be seen. */
function lastVisible(text: string, start: number, end: number): number | undefined {
  for (let at = end - 1; at >= start; at--) {
    const code = text.charCodeAt(at);
    if (!isInvisible(code)) return code;
  }
  return undefined;
}

/** Soft hyphens and what has no width: nothing leans against them. */
function isInvisible(code: number): boolean {
  return code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff;
}

/** `don’t`, `O’Neil`, `rock ’n’ roll`, `’90s`, `’tis`: a single mark that is certainly none. */
function isApostrophe(
  text: string,
  at: number,
  code: number,
  before: number,
  stop: number,
  end: number,
): boolean {
  if (code === 96) return false;
  const next = stop < end ? text.charCodeAt(stop) : 0;
  const beside = besideOf(next);
  if (beside !== Beside.word) {
    // The second of `’n’`.
    return (
      at >= 2 &&
      (text.charCodeAt(at - 1) | 32) === 110 &&
      isSingle(text.charCodeAt(at - 2)) &&
      besideOf(text.charCodeAt(at - 3)) !== Beside.word
    );
  }
  if (besideOf(joinedBefore(text, at)) === Beside.word && besideOf(before) === Beside.word) return true;
  if (
    (next | 32) === 110 &&
    isSingle(text.charCodeAt(stop + 1)) &&
    besideOf(text.charCodeAt(stop + 2)) !== Beside.word
  )
    return true;
  return false;
}

/** The character before an offset, whatever joins the two passed over: there may be a reference in a word. */
function joinedBefore(text: string, at: number): number {
  let before = at - 1;
  while (text.charCodeAt(before) === 0x2060) before--;
  return text.charCodeAt(before);
}

function isSingle(code: number): boolean {
  return code === 39 || code === 0x2018 || code === 0x2019;
}
