import type { DraftCheck } from './check.ts';
import { say, sayCount } from '../text/say.ts';
import { verdicts } from '../verify/verdict.ts';
import type { Verdict, Verification } from '../verify/verdict.ts';

/** How the quotations of a draft stand. What is skipped is not counted; `variants` counts as verified. */
export interface VerdictCount {
  readonly quotations: number;
  readonly verified: number;
  /** The other verdicts that occur, in the order of the verdicts' own table. */
  readonly others: readonly { readonly verdict: Verdict; readonly count: number }[];
}

/** Counts verdicts. */
export function countVerdicts(verifications: readonly Pick<Verification, 'verdict'>[]): VerdictCount {
  const counts = new Map<Verdict, number>();
  for (const { verdict } of verifications) {
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  }
  const verified = (counts.get('verified') ?? 0) + (counts.get('variants') ?? 0);
  const others = verdicts
    .filter(verdict => verdict !== 'verified' && verdict !== 'variants' && verdict !== 'skipped')
    .flatMap(verdict => {
      const count = counts.get(verdict);
      return count === undefined ? [] : [{ verdict, count }];
    });
  return { quotations: verified + others.reduce((sum, it) => sum + it.count, 0), verified, others };
}

/** How a draft stands, in one line; where nothing is checked, that. */
export function summaryOf({ verifications, unchecked }: DraftCheck): string {
  switch (unchecked) {
    case 'no-source':
      return say('Nothing is checked: there is no source');
    case 'failed':
      return say('Nothing is checked');
    case undefined:
      return countWords(countVerdicts(verifications));
  }
}

/** `7 quotations: 5 verified, 1 altered, 1 not found`. */
export function countWords({ quotations, verified, others }: VerdictCount): string {
  const parts = [
    ...(verified > 0 ? [verdictCount('verified', verified)] : []),
    ...[...others]
      .sort((one, other) => other.count - one.count)
      .map(({ verdict, count }) => verdictCount(verdict, count)),
  ];
  return quotations === 0
    ? say('No quotations')
    : sayCount(quotations, '1 quotation: {1}', '{0} quotations: {1}', parts.join(', '));
}

function verdictCount(verdict: Verdict, count: number): string {
  switch (verdict) {
    case 'skipped':
      return sayCount(count, '1 skipped', '{0} skipped');
    case 'not-found':
      return sayCount(count, '1 not found', '{0} not found');
    case 'stitched':
      return sayCount(count, '1 stitched', '{0} stitched');
    case 'clipped':
      return sayCount(count, '1 clipped', '{0} clipped');
    case 'altered':
      return sayCount(count, '1 altered', '{0} altered');
    case 'not-speech':
      return sayCount(count, '1 not speech', '{0} not speech');
    case 'nested':
      return sayCount(count, '1 nested', '{0} nested');
    case 'misattributed':
      return sayCount(count, '1 misattributed', '{0} misattributed');
    case 'omission':
      return sayCount(count, '1 omission', '{0} omission');
    case 'variants':
    case 'verified':
      return sayCount(count, '1 verified', '{0} verified');
  }
}
