import { lineEnd } from '../text/lines.ts';
import { afterLine, column, skipBlanks, trimEnd } from './layout-line.ts';

/** Where fenced code ends whose first line ends at `from`: behind a line of as many marks as open it, or with the text. */
export function fenceEnd(text: string, from: number, opener: string): number {
  for (let at = from; at < text.length;) {
    const end = lineEnd(text, at);
    const line = text
      .slice(at, end)
      .replace(/^[ \t>]*/, '')
      .trimEnd();
    if (line.length >= opener.length && line === opener.charAt(0).repeat(line.length))
      return afterLine(text, end);
    at = afterLine(text, end);
  }
  return text.length;
}

/** Where indented code ends that begins at `from`, without the blank lines behind it. */
export function indentedEnd(text: string, from: number): number {
  let stop = from;
  for (let at = from; at < text.length;) {
    const end = lineEnd(text, at);
    const content = skipBlanks(text, at, end);
    if (content < end && column(text, at, content) < 4) break;
    at = afterLine(text, end);
    if (content < end) stop = at;
  }
  return Math.min(stop, text.length);
}

/** Cuts off the `##` that may close a heading. */
export function headingEnd(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && text.charCodeAt(at - 1) === 35) at--;
  return at === from || text.charCodeAt(at - 1) <= 32 ? trimEnd(text, from, at) : end;
}
