import { fitCell } from './cells.ts';
import { escapeMarkdown } from './escape.ts';
import { blockAt } from './places.ts';
import { articleName } from './wording.ts';
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

function editsFor(project: Project, draft: Draft, quotation: Quotation, passage: Passage): Edit[] {
  if (draft.language === 'plaintext') {
    return [];
  }
  const at = quotation.mark === 'none' ? quotation.end : quotation.outer.end;
  const { article, paragraph } = passage;
  const block = blockAt(draft, quotation.start);
  const rest = draft.text.slice(at, block?.end ?? at);
  switch (project.citation) {
    case 'none':
      return [];
    case 'pandoc':
      return draft.citations.some(
        it => it.key === article.key && it.start >= at && it.end <= (block?.end ?? at),
      )
        ? []
        : [{ start: at, end: at, newText: ` [@${article.key}, ¶${paragraph}]` }];
    case 'link': {
      const address = relativePath(draft.path, article.path);
      return rest.includes(`](${address})`)
        ? []
        : [{ start: at, end: at, newText: ` ([${escapeMarkdown(articleName(article))}](${address}))` }];
    }
    case 'footnote':
      return rest.includes(`[^${article.key}]`) ? [] : footnote(draft, at, passage);
  }
}

/** The note is added at the end of the draft, once. */
function footnote(draft: Draft, at: number, { article, paragraph }: Passage): Edit[] {
  const mark = `[^${article.key}]`;
  const end = draft.text.trimEnd().length;
  const reference = { start: at, end: at, newText: mark };
  if (draft.text.includes(`\n${mark}:`)) {
    return [reference];
  }
  const note = `\n\n${mark}: ${escapeMarkdown(articleName(article))}, ¶${paragraph}.`;
  return at === end
    ? [{ start: at, end: at, newText: mark + note }]
    : [reference, { start: end, end, newText: note }];
}

/** The way from one file's folder to another file, as a Markdown address. */
export function relativePath(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const parts = to.split('/');
  let shared = 0;
  while (shared < folders.length && shared < parts.length - 1 && folders[shared] === parts[shared]) {
    shared++;
  }
  return [...folders.slice(shared).map(() => '..'), ...parts.slice(shared)]
    .map(part => encodeURIComponent(part).replace(/[()]/g, it => (it === '(' ? '%28' : '%29')))
    .join('/');
}
