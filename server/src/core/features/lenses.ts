import { countVerdicts, countWords } from './count.ts';
import type { DraftCheck } from './check.ts';
import type { Span } from '../text/span.ts';

/** A line shown over a line of the draft. */
export interface Lens extends Span {
  readonly title: string;
}

/** One line over the draft that counts its quotations by verdict; none over a draft without any. */
export function lenses({ verifications }: DraftCheck): readonly Lens[] {
  const count = countVerdicts(verifications);
  return count.quotations === 0 ? [] : [{ start: 0, end: 0, title: countWords(count) }];
}
