import { collapse } from '../features/escape.ts';
import type { Change, Verification } from '../verify/verdict.ts';

/** A stretch of a word diff: what both have, what only the draft has, what only the source has. */
export interface DiffPart {
  readonly kind: 'same' | 'draft' | 'source';
  /** On one line. */
  readonly text: string;
}

/** The quotation as drafted, with the source's words beside those that differ; empty where none does. */
export function wordDiff(text: string, { span, changes }: Verification): readonly DiffPart[] {
  if (changes.length === 0) {
    return [];
  }
  const parts: DiffPart[] = [];
  const add = (kind: DiffPart['kind'], words: string): void => {
    const line = collapse(words);
    if (line !== '') {
      parts.push({ kind, text: line });
    }
  };
  let at = span.start;
  for (const change of [...changes].sort(byPlace)) {
    const { start, end } = change.draftSpan;
    if (start < at || end > span.end) {
      continue;
    }
    add('same', text.slice(at, start));
    add('draft', text.slice(start, end));
    add('source', change.source);
    at = end;
  }
  add('same', text.slice(at, span.end));
  return parts;
}

function byPlace(one: Change, other: Change): number {
  return one.draftSpan.start - other.draftSpan.start || one.draftSpan.end - other.draftSpan.end;
}
