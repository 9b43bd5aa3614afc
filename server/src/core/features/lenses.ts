import { countQuotations, summaryOf } from './count.ts';
import type { DraftCheck } from './check.ts';
import type { Span } from '../text/span.ts';

/** A line shown over a line of the draft. */
export interface Lens extends Span {
  readonly title: string;
}

/**
 * One line over the draft that counts its quotations by verdict, or says that nothing is checked; none over a draft
 * without any.
 */
export function lenses(checked: DraftCheck): readonly Lens[] {
  const { draft, unchecked } = checked;
  const isEmpty =
    unchecked === undefined
      ? countQuotations(checked).quotations === 0
      : draft.quotations.every(it => it.kind === 'scare');
  return isEmpty ? [] : [{ start: 0, end: 0, title: summaryOf(checked) }];
}
