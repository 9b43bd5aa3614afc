import type { NameKind } from '../reading.ts';

/** Outside, then begin and inside of each kind. */
export const TAG_COUNT = 7;
/** In the order of their tags: person 1 and 2, organisation 3 and 4, place 5 and 6. */
export const KINDS: readonly NameKind[] = ['person', 'organisation', 'place'];

/** Whether the tag goes on with a name begun before. */
export function isInside(tag: number): boolean {
  return tag !== 0 && (tag & 1) === 0;
}

/** Index into `KINDS` of a tag other than 0. */
export function kindOfTag(tag: number): number {
  return (tag - 1) >> 1;
}

/** Whether one tag may follow another: inside only after begin or inside of the same kind. */
export function mayFollow(before: number, tag: number): boolean {
  return !isInside(tag) || before === tag || before === tag - 1;
}
