import type { Place } from '../corpus/corpus.ts';
import type { Span } from '../text/span.ts';
import type { Candidate } from './candidates.ts';
import type { Drafted } from './drafted.ts';
import { readDrafted, visible } from './drafted.ts';
import { align, findRun, partsOf } from './align.ts';
import type { Comparison, Match } from './compare.ts';
import { compare, matchOf } from './compare.ts';
import type { Question } from './evaluate.ts';
import { reachOf } from './reach.ts';
import { isLong, sourceWords, wordsAround } from './source-words.ts';
import type { SourceWords } from './source-words.ts';

/** Fewer words than these stand everywhere; they show no seam. */
const leastWords = 3;
const mostPieces = 5;

/** A stretch of a drafted quotation, as word indexes. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The pieces of a quotation that stand in different utterances, or out of order, together covering it; undefined where
 * they do not. `best` is the nearest reading within one utterance.
 */
export function stitchedFrom(
  question: Question,
  drafted: Drafted,
  best: Comparison,
  candidates: readonly Candidate[],
): readonly Comparison[] | undefined {
  const { article } = best.alignment.source;
  const words = candidates.find(it => it.article === article)?.places[0]?.words;
  const near = { article, span: passageSpan(best), words };
  const body = withinParts(drafted, solidStretch(best));
  if (!isTelling(drafted, body)) {
    return undefined;
  }
  const rests = withoutEmpty([
    { start: 0, end: body.start },
    { start: body.end, end: drafted.length },
  ]);
  const isExplained = (rest: Stretch): boolean =>
    best.links.filter(it => it.draft >= rest.start && it.draft < rest.end).length > lengthOf([rest]) * 0.4;
  const explained = lengthOf(rests.filter(isExplained));
  const open = rests.filter(it => !isExplained(it));
  const most = Math.max(1, drafted.length * 0.15) - explained;
  const covered = coverAll({ question, drafted, near }, open, most, mostPieces);
  if (covered === undefined || covered.pieces.length === 0) {
    return undefined;
  }
  const own = compare(question.draft, part(drafted, body, best.alignment.source, best.alignment.view));
  return [own, ...covered.pieces];
}

/** The stretch of drafted words that a reading explains: matched words count for, others against. */
function solidStretch({ alignment, links }: Match): Stretch {
  let best: Stretch = { start: 0, end: 0 };
  let bestScore = 0;
  let score = 0;
  let start = 0;
  let before: (typeof links)[number] | undefined;
  for (const link of links) {
    const skippedDraft = before === undefined ? 0 : link.draft - before.draftEnd;
    const skippedSource = before === undefined ? 0 : link.view - before.viewEnd;
    const isElided = alignment.drafted.ellipsis[link.draft] === 1;
    score -= skippedDraft + (isElided || skippedSource === 0 ? 0 : Math.min(3, 1 + skippedSource * 0.2));
    if (score <= 0) {
      score = 0;
      start = link.draft;
    }
    score += 1;
    if (score > bestScore) {
      bestScore = score;
      best = { start, end: link.draftEnd };
    }
    before = link;
  }
  return best;
}

/** A part between ellipses of which only some words match is not explained: the stretch ends at its ellipsis. */
function withinParts(drafted: Drafted, stretch: Stretch): Stretch {
  let { start, end } = stretch;
  for (const part of partsOf(drafted)) {
    const isCutAtStart = part.start < start && start < part.end && end > part.end;
    const isCutAtEnd = part.start < end && end < part.end && start < part.start;
    start = isCutAtStart ? part.end : start;
    end = isCutAtEnd ? part.start : end;
  }
  return { start, end };
}

function isTelling(drafted: Drafted, { start, end }: Stretch): boolean {
  let content = 0;
  for (let word = start; word < end; word++) {
    content += drafted.small[word] === 1 ? 0 : 1;
  }
  return (
    end - start >= leastWords && (content >= 2 || (content >= 1 && end - start >= 4) || end - start >= 6)
  );
}

/** What is looked for, and the place of the rest of it. */
interface Search {
  readonly question: Question;
  readonly drafted: Drafted;
  readonly near: Pick<Place, 'article' | 'span' | 'words'>;
}

interface Cover {
  readonly pieces: readonly Comparison[];
  /** Words that stand nowhere. */
  readonly uncovered: number;
}

/** Where stretches of a quotation stand in speech; undefined where more than `most` of their words do not. */
function coverAll(
  search: Search,
  stretches: readonly Stretch[],
  most: number,
  depth: number,
): Cover | undefined {
  const telling = depth === 0 ? [] : stretches.filter(it => isTelling(search.drafted, it));
  const pieces: Comparison[] = [];
  let uncovered = lengthOf(stretches) - lengthOf(telling);
  // Each is looked for in several articles: no more of them than can still make a whole.
  for (const stretch of telling) {
    if (uncovered > most) {
      return undefined;
    }
    const covered = cover(search, stretch, most - uncovered, depth);
    pieces.push(...(covered?.pieces ?? []));
    uncovered += covered?.uncovered ?? lengthOf([stretch]);
  }
  return uncovered > most ? undefined : { pieces, uncovered };
}

/** Where the rest of a quotation stands in speech: word for word, or with its better half first. */
function cover(search: Search, rest: Stretch, most: number, depth: number): Cover | undefined {
  const { question, drafted, near } = search;
  const start = drafted.starts[rest.start] ?? 0;
  const end = drafted.ends[rest.end - 1] ?? 0;
  const text = visible(drafted.text, start, end, drafted.hidden);
  const places = question.corpus.candidates({ text, limit: 6 });
  const own = withinSpan(drafted, rest);
  let found: Match | undefined;
  for (const place of [near, ...places]) {
    const { article, span } = place;
    const reach = reachOf(drafted, place, rest.start, rest.end);
    const isWide = reach === 'anywhere' || isLong(article);
    const source = isWide ? sourceWords(article, place) : wordsAround(article, hull(span, reach ?? span), 0);
    for (const utterance of source.utterances) {
      const view = source.utterance(utterance);
      if (
        mayHold(source, view, span) ||
        (reach !== undefined && findRun(drafted, rest.start, rest.end, source, view, 0) >= 0)
      ) {
        const match = matchOf(align(own, source, view));
        found = found === undefined || match.weight > found.weight ? match : found;
      }
    }
  }
  if (found === undefined) {
    return undefined;
  }
  const solid = solidStretch(found);
  const shifted = { start: solid.start + rest.start, end: solid.end + rest.start };
  if (!isTelling(drafted, shifted)) {
    return undefined;
  }
  const left = withoutEmpty([
    { start: rest.start, end: shifted.start },
    { start: shifted.end, end: rest.end },
  ]);
  const more = coverAll(search, left, most, depth - 1);
  return more && { ...more, pieces: [compare(question.draft, found), ...more.pieces] };
}

function withoutEmpty(stretches: readonly Stretch[]): readonly Stretch[] {
  return stretches.filter(it => it.end > it.start);
}

/** Words in some stretches. */
function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, it) => sum + it.end - it.start, 0);
}

function hull(one: Span, other: Span): Span {
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
}

function passageSpan({ alignment, start, end }: Comparison): { start: number; end: number } {
  const { source, view } = alignment;
  return { start: source.starts[view[start] ?? -1] ?? 0, end: source.ends[view[end - 1] ?? -1] ?? 0 };
}

function mayHold(source: SourceWords, view: Int32Array, span: { start: number; end: number }): boolean {
  const first = source.starts[view[0] ?? -1] ?? 0;
  const last = source.ends[view[view.length - 1] ?? -1] ?? 0;
  return first < span.end && last > span.start;
}

function part(drafted: Drafted, stretch: Stretch, source: SourceWords, view: Int32Array): Match {
  return matchOf(align(withinSpan(drafted, stretch), source, view));
}

/** A stretch of a drafted quotation, as if it were the whole. */
function withinSpan(drafted: Drafted, { start, end }: Stretch): Drafted {
  const span = { start: drafted.starts[start] ?? 0, end: drafted.ends[end - 1] ?? 0 };
  return readDrafted(drafted.text, span, drafted.hidden);
}
