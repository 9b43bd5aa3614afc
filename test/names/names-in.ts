import { findNames } from '../../server/src/core/parse/names/find.ts';
import type { Block, BlockKind } from '../../server/src/core/parse/reading.ts';
import { namesModel } from '../support/names-model.ts';

/** Paragraphs as blocks of one text, apart by a blank line. */
export function blocksOf(paragraphs: readonly string[], kind: BlockKind = 'paragraph'): Block[] {
  let start = 0;
  return paragraphs.map((paragraph, index) => {
    const block = { start, end: start + paragraph.length, kind, paragraph: index + 1, hidden: [] };
    start = block.end + 2;
    return block;
  });
}

/** The names of a text of some paragraphs, each as `person Anna Lindgren`. */
export function namesIn(paragraphs: string | readonly string[], kind: BlockKind = 'paragraph'): string[] {
  const list = typeof paragraphs === 'string' ? [paragraphs] : paragraphs;
  const text = list.join('\n\n');
  return findNames(text, blocksOf(list, kind), namesModel()).map(
    ({ kind: found, start, end }) => `${found} ${text.slice(start, end)}`,
  );
}
