import { say } from '../text/say.ts';
import { contains, touches } from '../text/span.ts';
import { clip, escapeMarkdown } from './escape.ts';
import { isDraft } from './context.ts';
import { hoverEntity } from './hover-name.ts';
import { hoverQuotation } from './hover-quotation.ts';
import { knownNameAt } from './known-names.ts';
import { articleName } from './wording.ts';
import type { Article } from '../corpus/article.ts';
import type { CheckContext, Link } from './context.ts';
import type { Citation, Draft } from '../draft/draft.ts';
import type { Span } from '../text/span.ts';

/** What is shown of the stretch under the cursor. The Markdown is ours; all text of articles in it is escaped. */
export interface Hover extends Span {
  readonly markdown: string;
}

/** Says who is named, what stands behind a drafted quotation, or what is cited under the cursor, if there is any such. */
export function hover(
  context: CheckContext,
  link: Link,
  text: Draft | Article,
  offset: number,
): Hover | undefined {
  if (!context.corpus.whole) {
    return undefined;
  }
  const citation = isDraft(text) ? text.citations.find(it => touches(it, offset)) : undefined;
  if (citation !== undefined) {
    return hoverCitation(context, link, citation);
  }
  const name = knownNameAt(context.corpus, text, offset);
  if (name !== undefined) {
    return { start: name.start, end: name.end, markdown: hoverEntity(link, name.entity) };
  }
  const quotation = text.quotations.find(it => contains(it.outer, { start: offset, end: offset }));
  const found =
    quotation !== undefined && isDraft(text) ? hoverQuotation(context, link, text, quotation) : undefined;
  // At a mark, too, the stretch is around the cursor: an editor closes what is shown of another place.
  return found && { ...found, start: Math.min(found.start, offset), end: Math.max(found.end, offset) };
}

function hoverCitation({ corpus }: CheckContext, link: Link, citation: Citation): Hover | undefined {
  const article = corpus.articleByKey(citation.key);
  if (article === undefined) {
    return undefined;
  }
  const block =
    citation.paragraph === undefined
      ? article.blocks.find(it => it.kind === 'paragraph')
      : article.blocks.find(it => it.paragraph === citation.paragraph);
  const name = `[${escapeMarkdown(articleName(article))}](${link(article, block?.start ?? 0)})`;
  const words = block === undefined ? '' : clip(article.text.slice(block.start, block.end), 400);
  const title = article.title === undefined ? [] : [`**${escapeMarkdown(clip(article.title, 100))}**`];
  const where = citation.paragraph === undefined ? name : `${name}, ¶${citation.paragraph}`;
  const shown =
    block === undefined && citation.paragraph !== undefined
      ? [say('It has no ¶{0}: its last is ¶{1}.', citation.paragraph, article.blocks.at(-1)?.paragraph ?? 0)]
      : [escapeMarkdown(words)];
  return {
    start: citation.start,
    end: citation.end,
    markdown: [...title, where, ...shown].join('\n\n'),
  };
}
