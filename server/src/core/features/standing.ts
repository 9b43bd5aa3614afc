import { neverCloses } from './places.ts';
import type { DraftCheck } from './check.ts';
import type { Draft } from '../draft/draft.ts';
import type { Quotation } from '../parse/reading.ts';
import type { Verdict, Verification } from '../verify/verdict.ts';

/** How a quotation stands in a list or a count: by its verdict, or as one that cannot be checked since it never closes. */
export type Standing = Verdict | 'unclosed';

/** How a quotation stands. One that claims nobody's words does so however it ends. */
export function standingOf(draft: Draft, quotation: Quotation, { verdict }: Verification): Standing {
  return verdict !== 'skipped' && neverCloses(draft, quotation) ? 'unclosed' : verdict;
}

/** How the quotations of a draft stand, in order; none where nothing is checked. */
export function standingsOf({
  draft,
  verifications,
}: Pick<DraftCheck, 'draft' | 'verifications'>): readonly Standing[] {
  return draft.quotations.flatMap((quotation, index) => {
    const verification = verifications[index];
    return verification === undefined ? [] : [standingOf(draft, quotation, verification)];
  });
}
