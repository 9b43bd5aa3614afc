import { outsideMarkup } from './cursor.ts';
import { footnote, linkTo } from './cite.ts';
import { collapse } from './escape.ts';
import { latestOf } from './latest.ts';
import { blockAt } from './places.ts';
import type { Article } from '../corpus/article.ts';
import type { CheckContext } from './context.ts';
import type { Draft } from '../draft/draft.ts';
import type { Edit } from './actions.ts';

/** A source that a writer may cite, whole or at a paragraph. */
export interface CitationChoice {
  readonly article: Article;
  /** 1-based; undefined: the article as a whole. */
  readonly paragraph: number | undefined;
  /** Where in the article. */
  readonly offset: number;
}

/** What can be cited at a cursor: the sources of the quotation before it first, then what fits the words, the latest first. */
export function citationChoices(
  { corpus, verifier }: CheckContext,
  draft: Draft,
  offset: number,
  words: string,
  limit: number,
): readonly CitationChoice[] {
  const block = blockAt(draft, offset);
  const quotation = draft.quotations.findLast(
    it => it.outer.end <= offset && block !== undefined && it.outer.start >= block.start,
  );
  const verification = quotation && verifier.verify(corpus, draft, quotation);
  const stands = verification?.verdict !== 'not-found' && verification?.verdict !== 'skipped';
  const passages = stands ? (verification?.passages ?? []) : [];
  const behind = passages
    .filter((passage, index) => passages.findIndex(it => it.article === passage.article) === index)
    .map(({ article, paragraph, start }): CitationChoice => ({ article, paragraph, offset: start }));
  const cited = new Set(behind.map(it => it.article));
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (article: Article): boolean => {
    const about = collapse(
      `${article.key} ${article.title ?? ''} ${article.outlet ?? ''} ${article.date ?? ''}`,
    ).toLowerCase();
    return wanted.every(word => about.includes(word));
  };
  const others = latestOf(corpus.articles(), article => !cited.has(article) && fits(article), limit).map(
    (article): CitationChoice => ({ article, paragraph: undefined, offset: 0 }),
  );
  return [...behind.filter(it => fits(it.article)), ...others].slice(0, limit);
}

/** The edits that put a citation in at a cursor, in the project's style; `[@key]` where it names none. */
export function insertCitation(
  { project }: Pick<CheckContext, 'project'>,
  draft: Draft,
  cursor: number,
  { article, paragraph }: Omit<CitationChoice, 'offset'>,
): readonly Edit[] {
  const at = outsideMarkup(draft, cursor);
  const before = draft.text.slice(Math.max(0, at - 1), at);
  const space = before === '' || /[\s([]/.test(before) ? '' : ' ';
  const target = paragraph === undefined ? '' : `, ¶${paragraph}`;
  // A link or a footnote of Markdown would be words of a plain text.
  switch (draft.language === 'plaintext' ? 'none' : project.citation) {
    case 'none':
    case 'pandoc':
      return [{ start: at, end: at, newText: `${space}[@${article.key}${target}]` }];
    case 'link':
      return [{ start: at, end: at, newText: space + linkTo(draft, article) }];
    case 'footnote':
      return footnote(draft, at, article, paragraph);
  }
}
