import type { Alignment } from './align.ts';
import { writtenOut } from './contractions.ts';
import type { Link } from './links.ts';
import { gapAfter, startsSentence } from './sentence-edges.ts';

/** Positions of a view, the words that stand for replaced ones at the edges of a quotation included. */
interface Edges {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the words that a quotation is laid beside begin and end in a view. At an edge that matches nothing the aligner lays
 * as many words of the source beside the draft's: a compound (`cease-fire`) is one there, and not cut, and a contraction is two.
 */
export function edgesOf(alignment: Alignment, first: Link | undefined, last: Link | undefined): Edges {
  const isFromFirst = first?.draft === 0;
  const isToLast = last?.draftEnd === alignment.drafted.length;
  const start = isFromFirst ? first.view : Math.min(alignment.start, first?.view ?? alignment.start);
  const end = isToLast ? last.viewEnd : Math.max(alignment.end, last?.viewEnd ?? alignment.end);
  return {
    start: isFromFirst ? start : startOf(alignment, start, first?.view ?? end),
    end: isToLast ? end : endOf(alignment, last?.viewEnd ?? start, end),
  };
}

function startOf({ drafted, source, view }: Alignment, start: number, to: number): number {
  let from = start;
  let more = joints(source, view, from, to);
  while (from > 0 && from < to && isWithin(source, view, from)) {
    const joined = isJoint(source, view, from - 1);
    if (!joined && more-- <= 0) {
      break;
    }
    from--;
  }
  const [pronoun, verb] = writtenOut(drafted.key(0));
  const isContracted = verb !== undefined && from > 0 && source.key(view[from] ?? -1) !== drafted.key(0);
  return isContracted && isWithin(source, view, from) && source.key(view[from - 1] ?? -1) === pronoun
    ? from - 1
    : from;
}

function endOf({ drafted, source, view }: Alignment, from: number, end: number): number {
  let to = end;
  let more = joints(source, view, from, to);
  while (to > from && to < view.length && isWithin(source, view, to)) {
    const joined = isJoint(source, view, to - 1);
    if (!joined && more-- <= 0) {
      break;
    }
    to++;
  }
  const [verb, negation] = writtenOut(drafted.key(drafted.length - 1));
  const isContracted = negation !== undefined && to > 0 && to < view.length && isWithin(source, view, to);
  return isContracted && source.key(view[to - 1] ?? -1) === verb && source.key(view[to] ?? -1) === negation
    ? to + 1
    : to;
}

/** Whether a word goes on with the sentence and the marks of the word before. */
function isWithin(source: Alignment['source'], view: Int32Array, place: number): boolean {
  return (
    source.quotation[view[place] ?? -1] === source.quotation[view[place - 1] ?? -1] &&
    !startsSentence(source, view, place)
  );
}

/** How many words of a stretch are but a part of a compound. */
function joints(source: Alignment['source'], view: Int32Array, from: number, to: number): number {
  let count = 0;
  for (let place = from; place < to - 1; place++) {
    count += isJoint(source, view, place) ? 1 : 0;
  }
  return count;
}

/** Whether a word and the next are written as one: `cease-fire`, `1%`. */
function isJoint(source: Alignment['source'], view: Int32Array, place: number): boolean {
  return (
    place + 1 < view.length &&
    source.quotation[view[place] ?? -1] === source.quotation[view[place + 1] ?? -1] &&
    /^[-/\u2010\u2011]?$/.test(gapAfter(source, view, place))
  );
}
