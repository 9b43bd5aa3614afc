import assert from 'node:assert/strict';

const tries = 6;

/** Milliseconds that something takes. */
export function timeOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/**
 * Holds that much takes at most so many times as long as little, for which at least `least` milliseconds count. What
 * grows faster does so each time; where only the machine was busy, another try tells.
 */
export function assertGrowth(
  most: number,
  { little, much, least }: { little(): number; much(): number; least: number },
  what: string,
): void {
  let [small, large] = [0, 0];
  for (let attempt = 0; attempt < tries; attempt++) {
    small = Math.max(least, little());
    large = much();
    if (large < small * most) {
      return;
    }
  }
  assert.fail(`${what}: ${String(small)} ms became ${String(large)} ms`);
}
