import type { FoundBuckets } from './names-buckets.ts';
import { fitness, foremost, mostWorth, type Node } from './names-node.ts';

/**
 * The best of those who fit, best first. The buckets are gone through from the fullest down, and those left be in
 * which nobody can be better than the ones found: a letter typed leads to thousands.
 */
export function foremostIn(
  buckets: FoundBuckets,
  nodesIn: (bucket: string) => readonly Node[],
  fits: (node: Node) => boolean,
  typed: string,
  limit: number,
): Node[] {
  const found: { readonly node: Node; readonly worth: number }[] = [];
  for (const { fullest, names } of byFullness(buckets)) {
    if (found.length >= limit && leastOf(found, limit) > mostWorth(fullest)) {
      break;
    }
    for (const bucket of names) {
      for (const node of nodesIn(bucket)) {
        if (fits(node)) {
          found.push({ node, worth: fitness(node, typed) });
        }
      }
    }
  }
  return foremost(found, limit);
}

/** Buckets of like size, the fullest first; `fullest`: none of them has more occurrences. */
function byFullness(
  buckets: FoundBuckets,
): readonly { readonly fullest: number; readonly names: readonly string[] }[] {
  const bySize: string[][] = Array.from({ length: 32 }, () => []);
  for (const [bucket, size] of buckets) {
    bySize[31 - Math.clz32(size)]?.push(bucket);
  }
  return bySize.map((names, power) => ({ fullest: 2 ** (power + 1) - 1, names })).reverse();
}

/** What the last of the best is worth. */
function leastOf(found: readonly { readonly worth: number }[], limit: number): number {
  const worths = Float64Array.from(found, it => it.worth).sort();
  return worths[worths.length - limit] ?? 0;
}
