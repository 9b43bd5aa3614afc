import { contains, overlapping } from '../text/span.ts';
import { visible } from '../verify/drafted.ts';
import { collapse } from './escape.ts';
import type { Article } from '../corpus/article.ts';
import type { Block, Quotation, Reading } from '../parse/reading.ts';
import type { Passage, Verification } from '../verify/verdict.ts';
import type { Span } from '../text/span.ts';

/** Parts two paragraphs, those of a block quote, too. */
export const blankLine = /(?:\r\n|\r(?!\n)|\n)[ \t>]*(?:\r|\n)/;

/** The paragraph of its article in which a passage stands. */
export function blockOf(passage: Passage): Block | undefined {
  return passage.article.blocks.find(block => block.paragraph === passage.paragraph);
}

/** The passages that a quotation was taken from: only one that stands somewhere, right or wrong, has any. */
export function passagesBehind(verification: Verification): readonly Passage[] {
  switch (verification.verdict) {
    case 'skipped':
    case 'not-found':
    case 'stitched':
      return [];
    case 'clipped':
    case 'altered':
    case 'not-speech':
    case 'nested':
    case 'misattributed':
    case 'omission':
    case 'variants':
    case 'verified':
      return verification.passages;
  }
}

/** The block that an offset lies in or touches. */
export function blockAt(reading: Pick<Reading, 'blocks'>, offset: number): Block | undefined {
  return (
    reading.blocks.find(block => block.start <= offset && offset < block.end) ??
    reading.blocks.find(block => block.end === offset)
  );
}

/** The quotation of a source that a stretch of it lies in. */
export function quotationAround(article: Article, span: Span): Quotation | undefined {
  return article.quotations.find(quotation => contains(quotation.outer, span));
}

/** A quotation of an article as a passage. */
export function quotationPassage(article: Article, quotation: Quotation): Passage {
  const { start, end, block, speaker } = quotation;
  const entity = speaker?.entity === undefined ? undefined : article.entities[speaker.entity];
  return {
    article,
    start,
    end,
    paragraph: article.blocks[block]?.paragraph ?? 1,
    text: article.text.slice(start, end),
    speaker: entity?.name ?? (speaker?.kind === 'name' ? speaker.name : undefined),
  };
}

/** The words of a quotation on one line, without the marks of Markdown between them. */
export function wordsIn(
  { text, blocks }: Reading,
  { start, end, block }: Pick<Quotation, 'start' | 'end' | 'block'>,
): string {
  const hidden = overlapping(blocks[block]?.hidden ?? [], it => it, { start, end });
  return collapse(visible(text, start, end, hidden));
}

/** Whether a quotation is what an opening mark takes in that never closes: words that nobody drafted as a quotation. */
export function neverCloses({ unbalanced }: Reading, { closed, outer }: Quotation): boolean {
  return !closed && unbalanced.some(mark => contains(outer, mark));
}
