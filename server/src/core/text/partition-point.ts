/** How many indexes below `count` pass a test that all up to some index pass, and none behind it: the first that does not. */
export function partitionPoint(count: number, passes: (index: number) => boolean): number {
  let low = 0;
  for (let high = count; low < high;) {
    const middle = (low + high) >>> 1;
    if (passes(middle)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
