import { scanInline } from '../parse/layout-inline.ts';
import { scanPlain } from '../parse/layout-plain.ts';
import { keyOf } from '../text/key.ts';
import { contains } from '../text/span.ts';
import { partsAround } from '../verify/verifier.ts';
import { verify } from '../verify/verify.ts';
import { CorpusMemory } from '../corpus/corpus-memory.ts';
import { asWritten } from './written.ts';
import type { CheckContext } from './context.ts';
import type { Draft } from '../draft/draft.ts';
import type { Quotation } from '../parse/reading.ts';
import type { Span } from '../text/span.ts';

const remembered = new CorpusMemory<boolean>();

/**
 * Whether a drafted quotation would be verified with other words between its marks, written as the draft's language wants them:
 * a fix that is taken unseen must not leave a quotation that is wrong in another way.
 */
export function standsWith(
  { corpus, project }: CheckContext,
  draft: Draft,
  quotation: Quotation,
  words: string,
): boolean {
  return remembered.get(corpus, keyFor(draft, quotation, words), () => {
    const amended = amend(draft, quotation, asWritten(draft, words, quotation.start));
    const { verdict } = verify(corpus, amended.draft, amended.quotation, project);
    return verdict === 'verified' || verdict === 'variants';
  });
}

/** The paragraph as it would be, and what is read of the quotation in it: the same while somebody types between its marks. */
function keyFor(draft: Draft, quotation: Quotation, words: string): string {
  const { start, end, closed } = quotation;
  const block = draft.blocks[quotation.block] ?? quotation.outer;
  return keyOf([
    words,
    closed,
    draft.text.slice(block.start, start),
    draft.text.slice(end, block.end),
    partsAround(draft, quotation),
  ]);
}

/** The draft as it would be read with other words in one quotation: what stands behind them moves. */
function amend(
  draft: Draft,
  quotation: Quotation,
  words: string,
): { readonly draft: Draft; readonly quotation: Quotation } {
  const grown = words.length - (quotation.end - quotation.start);
  const moved = <Moved extends Span>(span: Moved): Moved => {
    const start = span.start >= quotation.end ? span.start + grown : span.start;
    const end = span.end >= quotation.end ? span.end + grown : span.end;
    return { ...span, start, end };
  };
  const isInside = (span: Span): boolean => contains(quotation, span);
  const quotations = draft.quotations.map(it => ({
    ...moved(it),
    outer: moved(it.outer),
    nested: it === quotation ? [] : it.nested.map(moved),
    speaker: it.speaker && moved(it.speaker),
    cue: it.cue && moved(it.cue),
  }));
  const text = draft.text.slice(0, quotation.start) + words + draft.text.slice(quotation.end);
  const end = quotation.start + words.length;
  const { hidden } =
    draft.language === 'markdown'
      ? scanInline(text, quotation.start, end, new Set())
      : scanPlain(text, quotation.start, end);
  const amended = {
    ...draft,
    text,
    blocks: draft.blocks
      .map(it => ({
        ...moved(it),
        hidden: it.hidden.filter(hidden => !isInside(hidden)).map(moved),
      }))
      .map((it, index) =>
        index === quotation.block
          ? { ...it, hidden: [...it.hidden, ...hidden].sort((one, other) => one.start - other.start) }
          : it,
      ),
    mentions: draft.mentions.filter(it => !isInside(it)).map(moved),
    quotations,
    utterances: draft.utterances.map(it => ({ ...it, speaker: it.speaker && moved(it.speaker) })),
  };
  const index = draft.quotations.indexOf(quotation);
  return { draft: amended, quotation: quotations[index] ?? { ...quotation, end: quotation.end + grown } };
}
