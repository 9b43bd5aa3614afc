import type { Alignment } from './align.ts';
import { changedInSource } from './changes.ts';
import { classify } from './classify.ts';
import type { Gap } from './compare.ts';
import type { Link } from './links.ts';
import { bracketKinds } from './read-source.ts';

/**
 * Whether the draft has in a bracket what the source has in one, without some words that turn nothing: `[Judiciary]`, from
 * `[House Judiciary]`. `kept`: what matches of the source's bracket.
 */
export function isShortened(alignment: Alignment, kept: readonly Link[], { start, end }: Gap): boolean {
  const { drafted, source, view } = alignment;
  const dropped: number[] = [];
  for (let place = start; place < end; place++) {
    if (source.bracketed[view[place] ?? -1] !== bracketKinds.square) {
      return false;
    }
    if (!kept.some(it => it.view <= place && place < it.viewEnd)) {
      dropped.push(place);
    }
  }
  return kept.every(it => drafted.bracket[it.draft] !== 0) && turnsNothing(alignment, dropped);
}

/** Whether a name is in a bracket without its other words, which are left out beside it: `[Olsen]`, for `Rolf Olsen`. */
export function isShortName(alignment: Alignment, links: readonly Link[], gap: Gap): boolean {
  const { drafted, source, view } = alignment;
  const { mentions } = source.article;
  const start = source.starts[view[gap.start] ?? -1] ?? 0;
  const end = source.ends[view[gap.end - 1] ?? -1] ?? 0;
  return links.some(it => {
    const first = source.starts[view[it.view] ?? -1] ?? 0;
    const last = source.ends[view[it.viewEnd - 1] ?? -1] ?? 0;
    return (
      (it.view === gap.end || it.viewEnd === gap.start) &&
      drafted.bracket[it.draft] !== 0 &&
      mentions.some(
        one => one.kind === 'person' && one.start <= Math.min(start, first) && Math.max(end, last) <= one.end,
      )
    );
  });
}

function turnsNothing(alignment: Alignment, places: readonly number[]): boolean {
  const kind = classify(
    [],
    places.map(place => changedInSource(alignment, place)),
  );
  return kind === 'wording' || kind === 'name';
}
