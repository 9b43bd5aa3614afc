import type { Block } from '../parse/reading.ts';
import type { SpanReader, SpanWriter } from './article-codec-spans.ts';
import type { Article } from './article.ts';

/** In the order in which they are numbered; a new kind is put at the end, and `articleFormat` grows. */
const blockKinds = [
  'title',
  'deck',
  'byline',
  'dateline',
  'caption',
  'heading',
  'paragraph',
  'transcript',
  'blockquote',
  'boilerplate',
  'code',
  'cell',
] as const satisfies readonly Block['kind'][];

/** Where the blocks of an article lie and what they are, as bytes. */
export function writeBlocks(writer: SpanWriter, { blocks }: Pick<Article, 'blocks'>): void {
  writer.number(blocks.length);
  for (const block of blocks) {
    writer.span(block);
    writer.choice(blockKinds, block.kind);
    writer.signed(block.paragraph);
    writer.spans(block.hidden);
  }
}

/** What `writeBlocks` wrote. */
export function readBlocks(reader: SpanReader): readonly Block[] {
  const blocks = new Array<Block>(reader.number());
  for (let index = 0; index < blocks.length; index++) {
    // Spelt out here and elsewhere: spreading a span into an object takes many times as long.
    const start = reader.start();
    const end = reader.end(start);
    const kind = reader.choice(blockKinds);
    blocks[index] = { start, end, kind, paragraph: reader.signed(), hidden: reader.spans() };
  }
  return blocks;
}
