import type { Alignment } from './align.ts';
import type { Link } from './links.ts';

/** How much of a link is printed to the letter as in the source. */
export const alike = { unknown: 0, word: 1, wordAndGapBefore: 2 } as const;

/**
 * Of each link, how much of it is known to be printed to the letter as in the source: one of `alike`. Runs of
 * neighbouring words are compared as a whole, and most are alike as a whole.
 */
export function printedAlike(alignment: Alignment, links: readonly Link[]): Uint8Array {
  const found = new Uint8Array(links.length);
  for (let first = 0, next = 1; first < links.length && isPlain(alignment); first = next, next++) {
    while (next < links.length && follows(links[next], links[next - 1])) {
      next++;
    }
    if (isRunAlike(alignment, links[first], links[next - 1])) {
      found.fill(alike.wordAndGapBefore, first, next);
      found[first] = alike.word;
    }
  }
  return found;
}

function isPlain({ drafted }: Alignment): boolean {
  return drafted.hidden.length === 0;
}

/** Whether nothing lies between two links, on neither side. */
function follows(link: Link | undefined, before: Link | undefined): boolean {
  return link?.draft === before?.draftEnd && link?.view === before?.viewEnd;
}

/** Whether all from one link to another is printed alike, inside the same marks. */
function isRunAlike({ drafted, source, view }: Alignment, first?: Link, last?: Link): boolean {
  if (first === undefined || last === undefined) {
    return false;
  }
  const from = view[first.view] ?? -1;
  const to = view[last.viewEnd - 1] ?? -1;
  const isOneStretch =
    to - from === last.viewEnd - 1 - first.view &&
    source.quotation[from] === source.quotation[to] &&
    source.block[from] === source.block[to];
  const start = source.starts[from] ?? 0;
  const own = drafted.text.slice(drafted.starts[first.draft], drafted.ends[last.draftEnd - 1]);
  return (
    isOneStretch &&
    own.length === (source.ends[to] ?? 0) - start &&
    source.article.text.startsWith(own, start)
  );
}
