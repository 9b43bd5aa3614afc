import type { Alignment } from './align.ts';
import { inLetters, isCompound } from './compounds.ts';
import type { CompoundPart } from './compounds.ts';
import type { Drafted } from './drafted.ts';
import { startsSentence } from './sentence-edges.ts';
import type { SourceWords } from './source-words.ts';

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
  addCompounds(alignment, draft, drafted.length, view, behindHyphen(alignment, end), links);
  addEdges(alignment, links);
  dropPutIn(alignment, links);
  return links;
}

/** The end of an alignment with the rest of a word that a line break divides: `commis-` stands for `commissioned` at an edge. */
function behindHyphen({ source, view }: Alignment, end: number): number {
  const [last, next] = [view[end - 1] ?? -1, view[end] ?? -1];
  const isInside = last >= 0 && next >= 0 && source.quotation[last] === source.quotation[next];
  return isInside && /^[-\u2010]\s*$/.test(source.article.text.slice(source.ends[last], source.starts[next]))
    ? end + 1
    : end;
}

/** A bracket at the end puts words in; that another sentence begins with the same ones is chance, without a bracket there. */
function dropPutIn({ drafted, source, view }: Alignment, links: Link[]): void {
  let kept = links.length;
  while (kept > 0 && drafted.bracket[links[kept - 1]?.draft ?? 0] !== 0) {
    kept--;
  }
  const first = links[kept];
  const isChance =
    kept > 0 &&
    first !== undefined &&
    source.bracketed[view[first.view] ?? -1] === 0 &&
    !isOpening(source, view[first.view] ?? -1) &&
    startsSentence(source, view, first.view);
  if (isChance) {
    links.length = kept;
  }
}

/** Whether a bracket opens right before a word of the source. */
function isOpening(source: SourceWords, index: number): boolean {
  const before = source.article.text[(source.starts[index] ?? 0) - 1];
  return before === '(' || before === '[';
}

/** So many words of the source may lie between an edge word and the rest for it to be the same word. */
const edgeReach = 5;

/**
 * At an edge, where the source may begin and end anywhere, replacing a word is cheaper than dropping some beside it:
 * `a careful way`, from `a very careful way`. The word itself is there, and belongs.
 */
function addEdges({ drafted, source, view }: Alignment, links: Link[]): void {
  for (let first = links[0]; first !== undefined && first.draft > 0; first = links[0]) {
    const { draft } = first;
    const place = placeOf(drafted, draft - 1, source, view, first.view, -1);
    if (place < 0) {
      break;
    }
    links.unshift({ draft: draft - 1, draftEnd: draft, view: place, viewEnd: place + 1 });
  }
  for (let last = links.at(-1); last !== undefined && last.draftEnd < drafted.length; last = links.at(-1)) {
    const { draftEnd } = last;
    const place = placeOf(drafted, draftEnd, source, view, last.viewEnd - 1, 1);
    if (place < 0) {
      break;
    }
    links.push({ draft: draftEnd, draftEnd: draftEnd + 1, view: place, viewEnd: place + 1 });
  }
}

/** Where a drafted word stands near `from`, the last place that matches, inside the same marks. */
function placeOf(
  drafted: Drafted,
  word: number,
  source: SourceWords,
  view: Int32Array,
  from: number,
  step: number,
): number {
  const key = drafted.key(word);
  const quotation = source.quotation[view[from] ?? -1];
  let seen = 0;
  for (let place = from + step; seen < edgeReach && place >= 0 && place < view.length; place += step) {
    const index = view[place] ?? -1;
    if (source.quotation[index] !== quotation) {
      return -1;
    }
    // What a bracket puts in is not looked for among words that were left out.
    const isPutIn = drafted.bracket[word] !== 0 && source.bracketed[index] === 0;
    if (!isPutIn && source.key(index) === key) {
      return place;
    }
    seen++;
  }
  return -1;
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
  const sourceKeys: string[] = [];
  for (let place = view; place < viewEnd; place++) {
    sourceKeys.push(alignment.source.key(alignment.view[place] ?? -1));
  }
  for (let word = draft; word < draftEnd; word++) {
    const key = alignment.drafted.key(word);
    for (let place = view; place < viewEnd; place++) {
      const sourceKey = sourceKeys[place - view] ?? '';
      // A closed word begins with its first part; this spares nearly all of the looking.
      const isClosed = opensWith(key, sourceKey) || opensWith(sourceKey, key);
      const link = isClosed ? compoundAt(alignment, word, draftEnd, place, viewEnd) : undefined;
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
  const isClosedInDraft = opensWith(closedDraft, closedSource);
  const isClosedInSource = opensWith(closedSource, closedDraft);
  for (let count = 2; count <= 4 && (isClosedInDraft || isClosedInSource); count++) {
    if (isClosedInDraft) {
      const fits = place + count <= viewEnd && isCompound(sourceParts(alignment, place, count), closedDraft);
      if (fits) {
        return { draft: word, draftEnd: word + 1, view: place, viewEnd: place + count };
      }
    } else if (word + count <= draftEnd && isCompound(draftParts(alignment, word, count), closedSource)) {
      return { draft: word, draftEnd: word + count, view: place, viewEnd: place + 1 };
    }
  }
  return undefined;
}

/** Whether a word begins with a shorter one; the country is the one that is folded to capitals. */
function opensWith(long: string, short: string): boolean {
  return long.length > short.length && long.startsWith(short === 'US' ? 'us' : inLetters(short, long));
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
