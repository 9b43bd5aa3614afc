import { completeCitation } from './complete-citation.ts';
import { completeName, completeTitled } from './complete-name.ts';
import { completeQuotation } from './complete-quotation.ts';
import { blockTyped, openedAt } from './opened.ts';
import type { CheckContext, Link } from './context.ts';
import type { Draft } from '../draft/draft.ts';
import type { Span } from '../text/span.ts';

/** Something to put in at the cursor. */
export interface Completion {
  readonly kind: 'name' | 'quotation' | 'citation';
  readonly label: string;
  /** Who says it or what it is, on one line. */
  readonly detail: string;
  /** Markdown; text of articles in it is escaped. Made when it is shown: a long list is not worth it. */
  readonly documentation: () => string;
  /** A stretch of one line that touches the cursor. */
  readonly replace: Span;
  readonly newText: string;
  /** What an editor matches the typed words with. */
  readonly filterText: string;
}

/** Names, quotations or citation keys of the sources that fit what stands before the cursor, best first. */
export function completion(
  context: CheckContext,
  link: Link,
  draft: Draft,
  offset: number,
): readonly Completion[] {
  const code = draft.blocks.some(it => it.kind === 'code' && it.start <= offset && offset <= it.end);
  if (!context.corpus.whole || code) {
    return [];
  }
  // A citation is no words of a block, and may stand behind its end; any other hidden stretch is code, an address or a comment.
  const citations = completeCitation(context, link, draft, offset);
  const block = blockTyped(draft, offset);
  const isHidden = block?.hidden.some(hidden => hidden.start < offset && offset < hidden.end);
  if (citations !== undefined || block === undefined || isHidden === true) {
    return citations ?? [];
  }
  const opened = openedAt(draft, offset);
  if (opened !== undefined) {
    const quotations = completeQuotation(context, link, draft, block, opened);
    // The first word of a quotation is capital like any; a name is one only behind another word.
    const names = /\s/.test(opened.typed.trim()) ? completeName(context, link, draft, block, offset) : [];
    return [...quotations, ...names];
  }
  const names = completeName(context, link, draft, block, offset);
  return names.length > 0 ? names : completeTitled(context, link, draft, block, offset);
}
