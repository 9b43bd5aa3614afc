/** The index, from some index on, of the first of some ascending numbers that is not below a value; behind the last where all are. */
export function lowerBound(numbers: ArrayLike<number>, value: number, from = 0): number {
  let low = from;
  for (let high = numbers.length; low < high;) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
