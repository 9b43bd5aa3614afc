import { afterLine } from '../parse/layout-line.ts';
import { lineEnd, lineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Ignore } from './draft.ts';

const order = /^<!--\s*stet-(ignore|disable|enable)\b[:\s]*([\s\S]*?)\s*(?:-->)?$/;
const codes =
  /^((?:[a-z]+(?:-[a-z]+)+(?:\.[a-z]+)?)(?:\s*,\s*[a-z]+(?:-[a-z]+)+(?:\.[a-z]+)?)*)\s*(?::\s*|$)/;

/** Reads the orders to Stet among a draft's comments, which come in the order of the text. */
export function readIgnores(text: string, comments: readonly Span[]): readonly Ignore[] {
  const ignores: Ignore[] = [];
  let disabled: { start: number; code: string | undefined; reason: string | undefined; comment: Span }[] = [];
  for (const comment of comments) {
    const found = order.exec(text.slice(comment.start, comment.end));
    if (found === null) continue;
    const { list, reason } = readArguments(found[2] ?? '');
    if (found[1] === 'ignore') {
      const target = targetLine(text, comment);
      for (const code of list) ignores.push({ ...target, code, reason, comment });
    } else if (found[1] === 'disable') {
      for (const code of list) disabled.push({ start: comment.end, code, reason, comment });
    } else {
      const ends = (code: string | undefined): boolean => list[0] === undefined || list.includes(code);
      for (const it of disabled) if (ends(it.code)) ignores.push({ ...it, end: comment.start });
      disabled = disabled.filter(it => !ends(it.code));
    }
  }
  for (const it of disabled) ignores.push({ ...it, end: text.length });
  return ignores.sort((one, other) => one.start - other.start || one.comment.start - other.comment.start);
}

/** `quote-altered, quote-clipped: reason`; without a code the order is for every code, and the rest is the reason. */
function readArguments(given: string): { list: readonly (string | undefined)[]; reason: string | undefined } {
  const found = codes.exec(given);
  const reason = (found === null ? given : given.slice(found[0].length)).trim();
  return {
    list: found?.[1] === undefined ? [undefined] : found[1].split(/\s*,\s*/),
    reason: reason === '' ? undefined : reason,
  };
}

/** The line that a comment is for: its own, if anything else stands there, else the next that is not blank. */
function targetLine(text: string, comment: Span): Span {
  const start = lineStart(text, comment.start);
  const end = lineEnd(text, comment.end);
  const beside = text.slice(start, comment.start) + text.slice(comment.end, end);
  if (/[^\s>*+-]/.test(beside.replace(/<!--[\s\S]*?-->/g, ''))) return { start, end };
  for (let next = end; next < text.length;) {
    const below = afterLine(text, next);
    next = lineEnd(text, below);
    const line = text.slice(below, next).trim();
    // Several comments above one line are all for it.
    if (line !== '' && !/^(?:<!--.*-->\s*)+$/.test(line)) return { start: below, end: next };
  }
  return { start: comment.end, end: text.length };
}
