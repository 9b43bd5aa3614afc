import type { Alignment } from './align.ts';
import { isCompound } from './compounds.ts';
import type { CompoundPart } from './compounds.ts';

/** Drafted words that match words of the source: one with one, or a closed compound with its parts. */
export interface Link {
  /** Indexes of drafted words, end exclusive. */
  readonly draft: number;
  readonly draftEnd: number;
  /** Positions in the view, end exclusive. */
  readonly view: number;
  readonly viewEnd: number;
}

/** The matches of an alignment in order, with compounds that are written apart on one side only. */
export function linksOf(alignment: Alignment): readonly Link[] {
  const { drafted, pairs, start, end } = alignment;
  const links: Link[] = [];
  let draft = 0;
  let view = start;
  for (let word = 0; word < drafted.length; word++) {
    const place = pairs[word] ?? -1;
    if (place < 0) {
      continue;
    }
    addCompounds(alignment, draft, word, view, place, links);
    links.push({ draft: word, draftEnd: word + 1, view: place, viewEnd: place + 1 });
    draft = word + 1;
    view = place + 1;
  }
  addCompounds(alignment, draft, drafted.length, view, end, links);
  addEdges(alignment, links);
  return links;
}

/** Beside a compound at an edge the aligner may have gone a word astray. */
function addEdges({ drafted, source, view }: Alignment, links: Link[]): void {
  for (;;) {
    const first = links[0];
    const index = view[(first?.view ?? 0) - 1];
    if (first === undefined || first.draft === 0 || index === undefined) {
      break;
    }
    if (drafted.key(first.draft - 1) !== source.key(index)) {
      break;
    }
    links.unshift({
      draft: first.draft - 1,
      draftEnd: first.draft,
      view: first.view - 1,
      viewEnd: first.view,
    });
  }
  for (;;) {
    const last = links.at(-1);
    const index = view[last?.viewEnd ?? -1];
    if (last === undefined || last.draftEnd === drafted.length || index === undefined) {
      break;
    }
    if (drafted.key(last.draftEnd) !== source.key(index)) {
      break;
    }
    links.push({
      draft: last.draftEnd,
      draftEnd: last.draftEnd + 1,
      view: last.viewEnd,
      viewEnd: last.viewEnd + 1,
    });
  }
}

/** Longer stretches that differ are another wording; no compound is looked for in them. */
const longestBlock = 12;

function addCompounds(
  alignment: Alignment,
  draft: number,
  draftEnd: number,
  view: number,
  viewEnd: number,
  links: Link[],
): void {
  if (draft === draftEnd || view === viewEnd || draftEnd - draft + viewEnd - view < 3) {
    return;
  }
  if (draftEnd - draft > longestBlock || viewEnd - view > longestBlock) {
    return;
  }
  for (let word = draft; word < draftEnd; word++) {
    for (let place = view; place < viewEnd; place++) {
      const link = compoundAt(alignment, word, draftEnd, place, viewEnd);
      if (link !== undefined) {
        links.push(link);
        addCompounds(alignment, link.draftEnd, draftEnd, link.viewEnd, viewEnd, links);
        return;
      }
    }
  }
}

function compoundAt(
  alignment: Alignment,
  word: number,
  draftEnd: number,
  place: number,
  viewEnd: number,
): Link | undefined {
  const { drafted, source, view } = alignment;
  const closedDraft = drafted.key(word);
  const closedSource = source.key(view[place] ?? -1);
  for (const count of [2, 3, 4]) {
    if (place + count <= viewEnd && isCompound(sourceParts(alignment, place, count), closedDraft)) {
      return { draft: word, draftEnd: word + 1, view: place, viewEnd: place + count };
    }
    if (word + count <= draftEnd && isCompound(draftParts(alignment, word, count), closedSource)) {
      return { draft: word, draftEnd: word + count, view: place, viewEnd: place + 1 };
    }
  }
  return undefined;
}

function sourceParts(alignment: Alignment, place: number, count: number): readonly CompoundPart[] {
  const { source, view } = alignment;
  return Array.from({ length: count }, (_, index) => {
    const at = view[place + index] ?? -1;
    const before = view[place + index - 1] ?? -1;
    return {
      key: source.key(at),
      gap: index === 0 ? '' : source.article.text.slice(source.ends[before], source.starts[at]),
    };
  });
}

function draftParts(alignment: Alignment, word: number, count: number): readonly CompoundPart[] {
  const { drafted } = alignment;
  return Array.from({ length: count }, (_, index) => ({
    key: drafted.key(word + index),
    gap: index === 0 ? '' : drafted.text.slice(drafted.ends[word + index - 1], drafted.starts[word + index]),
  }));
}
