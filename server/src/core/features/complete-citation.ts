import { clip, collapse, escapeMarkdown } from './escape.ts';
import { latestOf } from './latest.ts';
import { articleName } from './wording.ts';
import { blankLine } from './places.ts';
import { lineStart } from '../text/lines.ts';
import type { Article } from '../corpus/article.ts';
import type { CheckContext, Link } from './context.ts';
import type { Completion } from './completion.ts';
import type { Draft } from '../draft/draft.ts';
import type { Passage } from '../verify/verdict.ts';

const most = 50;
/** So far back on its line a citation is looked for, which may name many keys. */
const longestLine = 2000;

/**
 * Keys of the sources behind `[@`: those of the quotation before the cursor first, with their paragraph, then the
 * latest. Undefined where no citation is being typed.
 */
export function completeCitation(
  context: CheckContext,
  link: Link,
  draft: Draft,
  offset: number,
): readonly Completion[] | undefined {
  const before = draft.text.slice(Math.max(lineStart(draft.text, offset), offset - longestLine), offset);
  const typed = /\[(?:@[^\]\r\n]*;\s*)?@([\w.-]*)$/.exec(before)?.[1];
  if (typed === undefined || draft.language === 'plaintext') {
    return undefined;
  }
  const rest = /^[\w.-]*/.exec(draft.text.slice(offset))?.[0] ?? '';
  const replace = { start: offset - typed.length, end: offset + rest.length };
  const close = /^[^[\r\n]*\]/.test(draft.text.slice(replace.end)) ? '' : ']';
  const item = (article: Article, target: string, at: number): Completion => ({
    kind: 'citation',
    label: target,
    detail: clip(articleName(article), 90),
    documentation: () =>
      `[${escapeMarkdown(clip(article.title ?? article.path, 120))}](${link(article, at)})`,
    replace,
    newText: target + close,
    filterText: `${target} ${collapse(article.title ?? '')}`,
  });
  const behind = passagesBefore(context, draft, offset);
  const cited = new Set(behind.map(passage => passage.article));
  const fits = fitting(typed);
  const latest = latestOf(context.corpus.articles(), article => !cited.has(article) && fits(article), most);
  return [
    ...behind
      .filter(passage => fits(passage.article))
      .map(({ article, paragraph, start }) => item(article, `${article.key}, ¶${paragraph}`, start)),
    ...latest.map(article => item(article, article.key, 0)),
  ];
}

/** Whether key or title have what is typed, in whatever case. */
function fitting(typed: string): (article: Article) => boolean {
  // Of letters, digits, stops, hyphens and underscores: a stop alone means something else to a pattern.
  const pattern = new RegExp(typed.replaceAll('.', String.raw`\.`), 'i');
  return ({ key, title }) => pattern.test(key) || (title !== undefined && pattern.test(title));
}

/** Where the last quotation before the cursor stands, one passage of each article. */
function passagesBefore(
  { corpus, verifier }: CheckContext,
  draft: Draft,
  offset: number,
): readonly Passage[] {
  const quotation = draft.quotations.findLast(it => it.outer.end <= offset);
  const next = quotation && draft.blocks[quotation.block + 1];
  const behind = draft.text.slice(quotation?.outer.end ?? offset, offset);
  const isApart = (next !== undefined && next.start <= offset) || blankLine.test(behind);
  if (quotation === undefined || isApart) {
    return [];
  }
  const { passages, verdict } = verifier.verify(corpus, draft, quotation);
  return verdict === 'not-found' || verdict === 'skipped'
    ? []
    : passages
        .filter((passage, index) => passages.findIndex(it => it.article === passage.article) === index)
        .slice(0, 5);
}
