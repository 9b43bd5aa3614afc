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
    if (
      passage === undefined ||
      (verification?.verdict !== 'verified' && verification?.verdict !== 'variants')
    ) {
      return [];
    }
    const tooltip = `${verdictSentence(verification.verdict, 1)}: ${passageName(passage)}, ¶${passage.paragraph}`;
    return [{ offset: quotation.outer.end, label: passage.article.key, tooltip }];
  });
}
