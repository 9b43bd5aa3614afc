import { isDraft } from '../../core/features/context.ts';
import { summaryOf } from '../../core/features/count.ts';
import { draftList } from '../../core/features/draft-list.ts';
import { recordCsv } from '../../core/report/csv.ts';
import { recordHtml } from '../../core/report/html.ts';
import { recordMarkdown } from '../../core/report/markdown.ts';
import { draftRecord } from '../../core/report/record.ts';
import { exemptionAuthors } from '../../fs/exemption-authors.ts';
import type { DraftList, Report, ReportParams } from '../own-protocol.ts';
import type { Session } from '../session.ts';
import { toLocation, toRange } from '../to-protocol.ts';

/** What an open draft holds, in the order of its text. */
export function listDraft(session: Session, uri: string): DraftList | null {
  const open = session.open(uri);
  if (open === undefined || !isDraft(open.text) || !open.root.isReady) {
    return null;
  }
  const { root, text: draft } = open;
  const checked = session.check(open, draft);
  const { quotations, others } = draftList(checked);
  return {
    summary: summaryOf(checked),
    isChecked: checked.unchecked === undefined,
    quotations: quotations.map(it => ({
      verdict: it.verdict,
      words: it.words,
      speaker: it.speaker ?? null,
      source: it.source ?? null,
      location: it.passage === undefined ? null : toLocation(root.path, it.passage.article, it.passage),
      statement: it.statement,
      messages: it.messages,
      exempted: it.exempted,
      severity: it.severity ?? null,
      fixable: it.fixable,
      range: toRange(draft, it),
    })),
    others: others
      .filter(it => !session.typing.holdsBack(uri, draft, it))
      .map(it => ({ code: it.code, message: it.message, severity: it.severity, range: toRange(draft, it) })),
  };
}

/** The editor's record of an open draft, as it stands in the editor. */
export async function reportDraft(
  session: Session,
  { uri, format, day }: ReportParams,
): Promise<Report | null> {
  const open = session.open(uri);
  if (open === undefined || !isDraft(open.text) || !open.root.isReady) {
    return null;
  }
  const checked = session.check(open, open.text);
  const authors = await exemptionAuthors(open.root.path, checked);
  const records = [draftRecord(checked, it => authors.get(it))];
  switch (format) {
    case 'markdown':
      return { text: recordMarkdown(records, day) };
    case 'html':
      return { text: recordHtml(records, day) };
    case 'csv':
      return { text: recordCsv(records) };
  }
}
