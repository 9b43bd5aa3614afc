import { renderReferences } from './character-references.ts';
import type { RawBlock } from './layout-block.ts';
import { CARD_END, cardsIn } from './layout-cards.ts';
import { classify } from './layout-kinds.ts';
import { findParagraphs } from './layout-paragraphs.ts';
import { scanPlain } from './layout-plain.ts';
import { layoutMarkdown } from './layout-markdown.ts';
import { frontMatterEnd, readFrontMatter } from './layout-matter.ts';
import type { Block } from './reading.ts';
import type { Span } from '../text/span.ts';

/** An article's blocks in order, and what stands at its head or foot about itself. */
export interface ArticleLayout {
  /** The text as it is read: in Markdown, the characters that references stand for in their place. As long as before. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly title?: string | undefined;
  /** ISO, `2018-02-02`. */
  readonly date?: string | undefined;
  readonly outlet?: string | undefined;
  readonly byline?: string | undefined;
  /** Words between white space, in what the article says: neither boilerplate nor code. */
  readonly words: number;
}

/**
 * Tells what each paragraph or line of an article is. `path` decides between Markdown and plain text, and may give
 * the date (`2024-05-03-budget.md`).
 */
export function layoutArticle(text: string, path = ''): ArticleLayout {
  if (/\.(?:md|markdown|mdown)$/i.test(path)) {
    const { blocks, frontMatter } = layoutMarkdown(text);
    return classify(renderReferences(text, blocks).text, blocks, frontMatter, path);
  }
  const matter = frontMatterEnd(text);
  const blocks = layoutPlain(text, matter);
  return classify(text, blocks, readFrontMatter(text.slice(0, matter)), path);
}

/** One of these stands in every text that has anything but words in its paragraphs. */
const besideWords = ['<', '://', 'www.', '[@', '[-@', 'pic.twitter.com/'];

/** The paragraphs of plain text, its front matter as code. */
function layoutPlain(text: string, matter = 0): RawBlock[] {
  const blocks: RawBlock[] = [];
  if (matter > 0)
    blocks.push({ start: 0, end: text.slice(0, matter).trimEnd().length, kind: 'code', hidden: [] });
  const scan = besideWords.some(it => text.includes(it));
  const hasCards = text.includes(CARD_END);
  for (const { start, end } of findParagraphs(text, matter)) {
    const hidden = scan ? scanPlain(text, start, end).hidden : [];
    const cards = hasCards ? cardsIn(text, start, end) : [];
    blocks.push({
      start,
      end,
      kind: 'paragraph',
      hidden: cards.length > 0 ? withCards(hidden, cards) : hidden,
    });
  }
  return blocks;
}

/** Cards and what else is hidden outside them, in order. */
function withCards(hidden: readonly Span[], cards: readonly Span[]): readonly Span[] {
  const outside = hidden.filter(it => cards.every(card => it.end <= card.start || it.start >= card.end));
  return [...cards, ...outside].sort((a, b) => a.start - b.start);
}
