import type { Measure } from './measure.ts';

/** What is wanted of one figure: below the floor (above it, for a speed) is a defect; the aim is as good as anybody needs. */
export interface Target {
  readonly floor: number;
  readonly aim: number;
}

const targets: Readonly<Record<string, Target | Readonly<Record<number, Target>>>> = {
  'keystroke to diagnostics, p95': { floor: 15, aim: 5 },
  'one new quotation verified, median': { floor: 0.2, aim: 0.08 },
  'one new quotation verified, p95': { floor: 1, aim: 0.4 },
  'hover, p95': { floor: 10, aim: 3 },
  'completion, p95': { floor: 30, aim: 10 },
  'first index, without names': { floor: 12, aim: 30 },
  'first index, with names': { floor: 8, aim: 16 },
  'longest stall meanwhile': { floor: 100, aim: 30 },
  'warm start, until the open draft has its verdicts': {
    10000: { floor: 1, aim: 0.3 },
    100000: { floor: 6, aim: 2 },
  },
  'article added, changed or removed, until drafts are checked, p95': { floor: 1000, aim: 200 },
  'memory of the server': { 10000: { floor: 350, aim: 200 }, 100000: { floor: 1400, aim: 900 } },
  'activation: the client’s bundle loaded': { floor: 50, aim: 20 },
  'stet check on the samples': { floor: 300, aim: 150 },
  'a 5 KB article read': { floor: 0.8, aim: 0.4 },
};

/** Growth from 1,000 to 100,000 articles of the p95 of a keystroke, as a factor. */
export const keystrokeGrowth: Target = { floor: 2, aim: 1.2 };

/** What is wanted of a figure; undefined where nothing is, or not at this number of articles. */
export function targetOf({ what, articles }: Pick<Measure, 'what' | 'articles'>): Target | undefined {
  const target = targets[what];
  if (target === undefined || 'floor' in target) {
    return target;
  }
  return articles === undefined ? undefined : target[articles];
}
