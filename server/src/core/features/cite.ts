import { findQuotations } from '../parse/marks.ts';
import { fitCell } from './cells.ts';
import { collapse, escapeMarkdown } from './escape.ts';
import { blankLine } from './places.ts';
import { articleName } from './wording.ts';
import type { Article } from '../corpus/article.ts';
import type { Draft } from '../draft/draft.ts';
import type { Edit } from './actions.ts';
import type { Passage } from '../verify/verdict.ts';
import type { Project } from '../project.ts';
import type { Quotation } from '../parse/reading.ts';

/** The edits that cite a passage behind a drafted quotation, in the project's style; none where it is cited already. */
export function citationEdits(
  project: Project,
  draft: Draft,
  quotation: Quotation,
  passage: Passage,
): Edit[] {
  return editsFor(project, draft, quotation, passage).map(it => fitCell(draft, it));
}

function editsFor(
  project: Project,
  draft: Draft,
  quotation: Quotation,
  { article, paragraph }: Passage,
): readonly Edit[] {
  if (draft.language === 'plaintext') {
    return [];
  }
  const at = quotation.mark === 'none' ? quotation.end : quotation.outer.end;
  const end = paragraphEnd(draft, quotation);
  const rest = draft.text.slice(at, end);
  switch (project.citation) {
    case 'none':
      return [];
    case 'pandoc':
      return draft.citations.some(it => it.key === article.key && it.start >= at && it.end <= end)
        ? []
        : [{ start: at, end: at, newText: ` [@${article.key}, ¶${paragraph}]` }];
    case 'link':
      return rest.includes(`](${relativePath(draft.path, article.path)})`)
        ? []
        : [{ start: at, end: at, newText: ` ${linkTo(draft, article)}` }];
    case 'footnote':
      return rest.includes(footnoteMark(article)) ? [] : footnote(draft, at, article, paragraph);
  }
}

/** Where the paragraph of a quotation ends with all that belongs to it: a block leaves out a citation at its end. */
function paragraphEnd({ text, blocks }: Draft, { block }: Quotation): number {
  const end = blocks[block]?.end ?? text.length;
  const behind = text.slice(end, blocks[block + 1]?.start);
  const blank = blankLine.exec(behind);
  return end + (blank?.index ?? behind.length);
}

/** A link to an article, as a citation. */
export function linkTo({ path }: Draft, article: Article): string {
  return `([${nameInCitation(article)}](${relativePath(path, article.path)}))`;
}

/** The mark of a footnote with its note, which is added at the end of the draft, once. */
export function footnote(
  { text }: Draft,
  at: number,
  article: Article,
  paragraph: number | undefined,
): readonly Edit[] {
  const mark = footnoteMark(article);
  const reference = { start: at, end: at, newText: mark };
  if (['\n', '\r'].some(it => text.includes(`${it}${mark}:`))) {
    return [reference];
  }
  const lineBreak = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const target = paragraph === undefined ? '' : `, ¶${paragraph}`;
  const note = `${lineBreak}${lineBreak}${mark}: ${nameInCitation(article)}${target}.`;
  const end = text.trimEnd().length;
  return end <= at
    ? [{ ...reference, newText: mark + note }]
    : [reference, { start: end, end, newText: note }];
}

function footnoteMark({ key }: Article): string {
  return `[^${key}]`;
}

/** In italics, and without quotation marks: nobody is told to have said a headline. */
function nameInCitation(article: Article): string {
  const { outlet, title, date, path } = article;
  return outlet !== undefined || title === undefined
    ? escapeMarkdown(articleName(article))
    : `*${escapeMarkdown(withoutMarks(title))}*, ${escapeMarkdown(date ?? path)}`;
}

function withoutMarks(title: string): string {
  const line = collapse(title);
  const whole = { start: 0, end: line.length, kind: 'title', paragraph: 1, hidden: [] } as const;
  const { quotations, unbalanced } = findQuotations(line, [whole]);
  const marks = quotations
    .flatMap(({ start, end, outer }) => [
      { start: outer.start, end: start },
      { start: end, end: outer.end },
    ])
    .concat(unbalanced)
    .sort((one, other) => other.start - one.start);
  return marks.reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), line);
}

/** The way from one file's folder to another file, as a Markdown address; the whole of it to another drive or server. */
export function relativePath(from: string, to: string): string {
  if (/^(?:\/|[a-z]:\/)/.test(to)) {
    const before = to.startsWith('//') ? 'file:' : to.startsWith('/') ? 'file://' : 'file:///';
    return before + address(to.split('/'));
  }
  const folders = from.split('/').slice(0, -1);
  const parts = to.split('/');
  let shared = 0;
  while (shared < folders.length && shared < parts.length - 1 && folders[shared] === parts[shared]) {
    shared++;
  }
  return address([...folders.slice(shared).map(() => '..'), ...parts.slice(shared)]);
}

function address(parts: readonly string[]): string {
  return parts
    .map(part => encodeURIComponent(part).replace(/[()]/g, it => (it === '(' ? '%28' : '%29')))
    .join('/');
}
