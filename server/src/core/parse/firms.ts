import { isCapital } from '../text/shapes.ts';
import type { NameSpan } from './names/find.ts';
import type { Block } from './reading.ts';

/** `Peel & Lowe`: what joins two surnames to the name of a firm. */
const JOIN = ' & ';

/** No surname is longer, in characters. */
const LONGEST_WORD = 30;

/** Who is addressed in pairs, and what is no name of a firm. */
const PAIRS = /^(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Q|R|B|Arts|Food|Health)$/;

/**
 * Makes one name of a firm that is called by two words with `&` between, where the finder has taken each for somebody of their own, or
 * one of them for nobody: `Peel & Lowe`. Two who have first names stay two. `found` is in order and free of overlaps.
 */
export function withFirms(
  text: string,
  blocks: readonly Block[],
  found: readonly NameSpan[],
): readonly NameSpan[] {
  let names: NameSpan[] | undefined;
  let block = 0;
  for (let at = text.indexOf(JOIN); at !== -1; at = text.indexOf(JOIN, at + 1)) {
    while ((blocks[block]?.end ?? Infinity) <= at) {
      block++;
    }
    const { start = Infinity, end = 0, kind } = blocks[block] ?? {};
    const firm =
      start < at && kind !== 'boilerplate' && kind !== 'code' ? firmAt(text, at, start, end) : undefined;
    if (firm === undefined) {
      continue;
    }
    const inside = (names ?? found).filter(it => it.start < firm.end && firm.start < it.end);
    // `Broadcast & Theatrical release dates` is no name.
    const isWhole = inside.length > 0 && inside.every(it => firm.start <= it.start && it.end <= firm.end);
    if (isWhole && !inside.some(it => it.end - it.start === firm.end - firm.start)) {
      names = [
        ...(names ?? found).filter(it => !inside.includes(it)),
        { ...firm, kind: 'organisation', block },
      ];
    }
  }
  return names?.sort((one, other) => one.start - other.start) ?? found;
}

/** The words on both sides of a sign, where both are such as surnames are. */
function firmAt(
  text: string,
  at: number,
  floor: number,
  ceiling: number,
): { readonly start: number; readonly end: number } | undefined {
  const before = /(?<![\p{L}\p{N}’'-])\p{Lu}[\p{Ll}’'-]+$/u.exec(
    text.slice(Math.max(floor, at - LONGEST_WORD), at),
  )?.[0];
  const from = at + JOIN.length;
  if (before === undefined || PAIRS.test(before) || !isCapital(text.charCodeAt(from))) {
    return undefined;
  }
  const after = /^\p{Lu}[\p{Ll}-]+(?![\p{L}\p{N}])/u.exec(
    text.slice(from, Math.min(ceiling, from + LONGEST_WORD)),
  )?.[0];
  return after === undefined || PAIRS.test(after)
    ? undefined
    : { start: at - before.length, end: from + after.length };
}
