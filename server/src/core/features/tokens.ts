import type { DraftCheck } from './check.ts';
import { standingOf, type Standing } from './standing.ts';
import type { Span } from '../text/span.ts';

/** A drafted quotation to be coloured. */
export interface Token extends Span {
  readonly type: 'verified' | 'unverified';
}

/** The quotations of a draft that claim somebody said them, by whether a source has them so. */
export function tokens({ draft, verifications }: DraftCheck): readonly Token[] {
  return draft.quotations.flatMap((quotation, index) => {
    const { start, end } = quotation;
    const verification = verifications[index];
    const type = verification && tokenType(standingOf(draft, quotation, verification));
    return type === undefined || start === end ? [] : [{ start, end, type }];
  });
}

function tokenType(standing: Standing): Token['type'] | undefined {
  switch (standing) {
    case 'unclosed':
    case 'skipped':
      return undefined;
    case 'verified':
    case 'variants':
      return 'verified';
    case 'not-found':
    case 'stitched':
    case 'clipped':
    case 'altered':
    case 'not-speech':
    case 'nested':
    case 'misattributed':
    case 'omission':
      return 'unverified';
  }
}
