import { partitionPoint } from './partition-point.ts';

/** A stretch of a text in UTF-16 code units: `start` inclusive, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether an offset lies in a span or at one of its edges, as a cursor does. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Whether `inner` lies wholly inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** What has a span, so many code units farther on in its text. */
export function moved<Item extends Span>(item: Item, by: number): Item {
  return { ...item, start: item.start + by, end: item.end + by };
}

/** Whether two spans share at least one code unit. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/**
 * The items whose spans share at least one code unit with a span. Their own are in order, and none overlaps another: so
 * they are found without passing over all.
 */
export function overlapping<Item>(
  items: readonly Item[],
  spanOf: (item: Item) => Span,
  span: Span,
): readonly Item[] {
  const isAt = (index: number, test: (it: Span) => boolean): boolean => {
    const item = items[index];
    return item !== undefined && test(spanOf(item));
  };
  const from = partitionPoint(items.length, index => isAt(index, it => it.end <= span.start));
  let to = from;
  while (isAt(to, it => it.start < span.end)) {
    to++;
  }
  return items.slice(from, to);
}
