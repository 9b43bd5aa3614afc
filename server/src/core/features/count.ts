import type { DraftCheck } from './check.ts';
import { say, sayCount } from '../text/say.ts';
import { standingsOf } from './standing.ts';
import type { Standing } from './standing.ts';
import { verdicts } from '../verify/verdict.ts';

/**
 * How the quotations of a draft stand. What is skipped is not counted; `variants` counts as verified, and one that never
 * closes as a quotation without a verdict.
 */
export interface VerdictCount {
  readonly quotations: number;
  readonly verified: number;
  /** The other standings that occur, in the order of the verdicts' own table. */
  readonly others: readonly { readonly standing: Standing; readonly count: number }[];
}

/** Counts the quotations of one draft. */
export function countQuotations(checked: DraftCheck): VerdictCount {
  return countStandings(standingsOf(checked));
}

/** Counts standings, of one draft or of many. */
export function countStandings(standings: readonly Standing[]): VerdictCount {
  const counts = new Map<Standing, number>();
  for (const standing of standings) {
    counts.set(standing, (counts.get(standing) ?? 0) + 1);
  }
  const verified = (counts.get('verified') ?? 0) + (counts.get('variants') ?? 0);
  const others = [...verdicts, 'unclosed' as const]
    .filter(standing => standing !== 'verified' && standing !== 'variants' && standing !== 'skipped')
    .flatMap(standing => {
      const count = counts.get(standing);
      return count === undefined ? [] : [{ standing, count }];
    });
  return { quotations: verified + others.reduce((sum, it) => sum + it.count, 0), verified, others };
}

/** How a draft stands, in one line; where nothing is checked, that. */
export function summaryOf(checked: DraftCheck): string {
  switch (checked.unchecked) {
    case 'no-source':
      return say('Nothing is checked: there is no source');
    case 'failed':
      return say('Nothing is checked');
    case undefined:
      return countWords(countQuotations(checked));
  }
}

/** `7 quotations: 5 verified, 1 altered, 1 not found`. */
export function countWords({ quotations, verified, others }: VerdictCount): string {
  const parts = [
    ...(verified > 0 ? [standingCount('verified', verified)] : []),
    ...[...others]
      .sort((one, other) => other.count - one.count)
      .map(({ standing, count }) => standingCount(standing, count)),
  ];
  return quotations === 0
    ? say('No quotations')
    : sayCount(quotations, '1 quotation: {1}', '{0} quotations: {1}', parts.join(', '));
}

function standingCount(standing: Standing, count: number): string {
  switch (standing) {
    case 'unclosed':
      return sayCount(count, '1 not closed', '{0} not closed');
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
