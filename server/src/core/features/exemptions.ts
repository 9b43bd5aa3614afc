import { contains, overlaps } from '../text/span.ts';
import { foldedWords } from './folded.ts';
import type { Draft, Ignore } from '../draft/draft.ts';
import type { Quotation } from '../parse/reading.ts';
import type { Finding } from './finding.ts';
import type { IgnoreEntry, Project } from '../project.ts';

/** A finding that somebody decided not to be told of: by a comment in the draft, or by an entry of `stet.json`. */
export type Exemption = { readonly finding: Finding; readonly reason: string | undefined } & (
  | { readonly by: 'comment'; readonly ignore: Ignore }
  | { readonly by: 'project'; readonly entry: IgnoreEntry }
);

/** The exemption that covers a finding, if there is one. */
export function exemptionFor(project: Project, draft: Draft, finding: Finding): Exemption | undefined {
  const ignore = draft.ignores.find(it => overlaps(it, finding) && concerns(it.code, finding));
  if (ignore !== undefined) {
    return { finding, reason: ignore.reason, by: 'comment', ignore };
  }
  const entry = project.ignore.find(
    it => samePath(it.draft, draft.path) && namesQuotation(it, draft, finding),
  );
  return entry === undefined ? undefined : { finding, reason: entry.reason, by: 'project', entry };
}

function concerns(code: string | undefined, finding: Finding): boolean {
  return code === undefined || code === finding.code || code === `${finding.code}.${finding.class ?? ''}`;
}

function samePath(one: string, other: string): boolean {
  return one.replace(/\\/g, '/').replace(/^\.\//, '') === other.replace(/^\.\//, '');
}

/** The quotation that a finding is about. */
export function quotationOf(draft: Draft, finding: Finding): Quotation | undefined {
  return draft.quotations.find(it => contains(it.outer, finding));
}

/** An entry names the quotation by its words; what never counts as a difference does not count here either. */
function namesQuotation(entry: IgnoreEntry, draft: Draft, finding: Finding): boolean {
  const quotation = quotationOf(draft, finding);
  return quotation !== undefined && foldedWords(draft.text, quotation) === foldedWords(entry.quotation);
}
