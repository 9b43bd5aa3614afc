import { verdicts } from '../verify/verdict.ts';
import { counted, verdictName } from './wording.ts';
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

/** `7 quotations: 5 verified, 1 altered, 1 not found`. */
export function countWords({ quotations, verified, others }: VerdictCount): string {
  const parts = [
    ...(verified > 0 ? [`${verified} verified`] : []),
    ...[...others]
      .sort((one, other) => other.count - one.count)
      .map(({ verdict, count }) => `${count} ${verdictName(verdict)}`),
  ];
  return quotations === 0 ? 'No quotations' : `${counted(quotations, 'quotation')}: ${parts.join(', ')}`;
}
