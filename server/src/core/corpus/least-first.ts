/** More are hardly ever asked for. */
const few = 32;

/** Some values in order, the least first: of many the first few cost one comparison each, and all are sorted only where more are asked for. */
export function* leastFirst<T>(values: readonly T[], compare: (one: T, other: T) => number): Generator<T> {
  if (values.length <= few * 2) {
    yield* values.toSorted(compare);
    return;
  }
  const first = leastOf(values, compare);
  yield* first;
  yield* values.toSorted(compare).slice(first.length);
}

/** The least few in order; of equal ones those that come first. */
function leastOf<T>(values: readonly T[], compare: (one: T, other: T) => number): readonly T[] {
  const least = values.slice(0, few).sort(compare);
  for (let at = few; at < values.length; at++) {
    const value = values[at] as T;
    const last = least[few - 1] as T;
    if (compare(value, last) < 0) {
      let place = few - 1;
      for (; place > 0 && compare(value, least[place - 1] as T) < 0; place--) {
        least[place] = least[place - 1] as T;
      }
      least[place] = value;
    }
  }
  return least;
}
