import { fitCell } from './cells.ts';
import { closedAt } from './closed-words.ts';
import { foldedWords } from './folded.ts';
import { sourceWords } from './marks.ts';
import { blockTyped, openedAt } from './opened.ts';
import { isHeading } from './people.ts';
import { restAfter } from './rest-after.ts';
import { sentenceSpeaker } from './sentence-speaker.ts';
import { typedQuotations } from './typed-quotations.ts';
import { wrappedAlone } from './wrap.ts';
import { asWritten } from './written.ts';
import type { CheckContext } from './context.ts';
import type { Draft } from '../draft/draft.ts';
import type { Span } from '../text/span.ts';

/** Words shown behind the cursor until they are taken. */
export interface InlineCompletion {
  readonly replace: Span;
  readonly newText: string;
}

/** Fewer letters start too many quotations. */
const fewestLetters = 6;

/** Inside an opened quotation: the rest of the one quotation of the sources that starts so. Nothing where two do. */
export function inlineCompletion(
  { corpus }: CheckContext,
  draft: Draft,
  offset: number,
): InlineCompletion | undefined {
  const block = blockTyped(draft, offset);
  const opened = openedAt(draft, offset);
  if (!corpus.whole || block === undefined || opened === undefined || opened.hasRest) {
    return undefined;
  }
  const typed = opened.typed;
  if (typed.trim().length < fewestLetters) {
    return undefined;
  }
  const speaker = sentenceSpeaker(corpus, draft, block, opened);
  const rests = new Map<string, { readonly rest: string; readonly behind: string }>();
  const place = { start: opened.open, end: opened.replace.end };
  const query = { typed: typed.trim(), speaker, context: '', limit: 30 };
  for (const { article, quotation: index } of typedQuotations(corpus, query, opened.marks)) {
    const quotation = article.quotations[index];
    if (
      quotation === undefined ||
      quotation.kind === 'scare' ||
      isHeading(article.blocks[quotation.block]?.kind)
    ) {
      continue;
    }
    const closed = closedAt(draft, place, sourceWords(article, quotation, opened.marks), opened.marks);
    const rest = restAfter(typed, closed.words);
    if (rest !== undefined && foldedWords(rest) !== '') {
      rests.set(foldedWords(rest), rests.get(foldedWords(rest)) ?? { rest, behind: closed.behind });
    }
  }
  const [found] = rests.values();
  if (found === undefined || rests.size > 1) {
    return undefined;
  }
  const replace = { start: offset, end: opened.replace.end };
  const newText = asWritten(draft, found.rest, offset) + opened.close + found.behind;
  return { replace, newText: wrappedAlone(draft, fitCell(draft, { ...replace, newText })) };
}
