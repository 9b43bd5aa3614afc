import type { Span } from './span.ts';

/** A replacement for a stretch of text. */
export interface Splice extends Span {
  readonly newText: string;
}

/** A stretch of text with some of it replaced; the replacements come in order, and none overlaps another. */
export function spliced(text: string, { start, end }: Span, splices: readonly Splice[]): string {
  let result = '';
  let at = start;
  for (const splice of splices) {
    result += text.slice(at, splice.start) + splice.newText;
    at = splice.end;
  }
  return result + text.slice(at, end);
}
