import { standingOf } from './standing.ts';
import { passageName, verdictSentence } from './wording.ts';
import type { DraftCheck } from './check.ts';

/** A few words shown in the draft that are not in it. */
export interface Inlay {
  readonly offset: number;
  readonly label: string;
  /** Plain text. */
  readonly tooltip: string;
}

/** The source's key after each verified quotation. */
export function inlays({ draft, verifications }: DraftCheck): readonly Inlay[] {
  return draft.quotations.flatMap((quotation, index) => {
    const verification = verifications[index];
    const passage = verification?.passages[0];
    const standing = verification && standingOf(draft, quotation, verification);
    if (passage === undefined || (standing !== 'verified' && standing !== 'variants')) {
      return [];
    }
    const tooltip = `${verdictSentence(standing, 1)}: ${passageName(passage)}, ¶${passage.paragraph}`;
    return [{ offset: quotation.outer.end, label: passage.article.key, tooltip }];
  });
}
