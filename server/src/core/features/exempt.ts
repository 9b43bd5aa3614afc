import type { IgnoreEntry } from '../project.ts';
import { parseProject } from '../project-parse.ts';
import { listEntry } from '../text/json-edit.ts';
import { say } from '../text/say.ts';
import type { Span } from '../text/span.ts';
import { isAt } from './actions.ts';
import type { Edit } from './actions.ts';
import type { DraftCheck } from './check.ts';
import { collapse } from './escape.ts';
import { quotationOf } from './exemptions.ts';
import type { Finding } from './finding.ts';
import type { Quotation } from '../parse/reading.ts';

/** A quotation that an entry of `stet.json` can exempt, and what is then no longer said of it. */
export interface Exemptable {
  readonly findings: readonly Finding[];
  readonly entry: Pick<IgnoreEntry, 'draft' | 'quotation'>;
}

/** The quotations at a place that an entry of `stet.json` can exempt: only in plain text, where a comment would be copy. */
export function exemptable({ draft, findings }: DraftCheck, place: Span): readonly Exemptable[] {
  const found = new Map<Quotation, Finding[]>();
  for (const finding of draft.language === 'plaintext' ? findings : []) {
    const quotation = quotationOf(draft, finding);
    if (quotation !== undefined) {
      found.set(quotation, [...(found.get(quotation) ?? []), finding]);
    }
  }
  return [...found]
    .filter(([, all]) => all.some(it => isAt(it, place)))
    .map(([{ start, end }, all]) => ({
      findings: all,
      entry: { draft: draft.path, quotation: collapse(draft.text.slice(start, end)) },
    }));
}

/**
 * Adds an entry to the `ignore` of `stet.json`, which keeps its order and layout; `text` undefined: there is no such file.
 * `reason` is where the writer's reason goes, in the new text of the file. Undefined where the file has no place for it, or
 * has the entry: it is in force once the file is saved.
 */
export function exempt(
  text: string | undefined,
  { draft, quotation }: Exemptable['entry'],
): { readonly edit: Edit; readonly reason: Span } | undefined {
  const reason = say('reason');
  const fields = { draft, quotation, reason };
  const written = Object.entries(fields).map(
    ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  const known = text === undefined ? [] : parseProject(text).project.ignore;
  if (known.some(it => it.draft === draft && it.quotation === quotation)) {
    return undefined;
  }
  const edit = listEntry(text ?? '{}', 'ignore', `{ ${written.join(', ')} }`);
  if (edit === undefined) {
    return undefined;
  }
  const start = edit.start + edit.newText.lastIndexOf(JSON.stringify(reason)) + 1;
  return {
    edit: text === undefined ? { start: 0, end: 0, newText: `${edit.newText}\n` } : edit,
    reason: { start, end: start + reason.length },
  };
}
