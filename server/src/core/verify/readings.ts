import { align, exactAlignments, partsOf } from './align.ts';
import type { Alignment } from './align.ts';
import { mostPlaces, shortQuotation } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import { compare, matchOf } from './compare.ts';
import type { Comparison } from './compare.ts';
import type { Drafted } from './drafted.ts';
import { evaluateProse, evaluateSpeech, stands } from './evaluate.ts';
import type { Evaluation, Question } from './evaluate.ts';
import { passageAt } from './passages.ts';
import { reachOf } from './reach.ts';
import { sentenceDrops } from './sentence-drops.ts';
import { isLong, sourceWords, wordsAround } from './source-words.ts';
import type { SourceWords } from './source-words.ts';
import type { Passage } from './verdict.ts';

/** All ways to read a drafted quotation in the candidate articles. */
export interface Readings {
  /** Within one utterance, the nearest first. */
  readonly speech: readonly Evaluation[];
  /** Where words of the narrator's are among them. */
  readonly prose: readonly Evaluation[];
}

const mostExact = 4;
/** A reading with less of the words is chance. */
const faintest = 0.3;
/** Where the words are the narrator's, only very nearly all of them say that this is the place. */
const nearProse = 0.85;

/** Lays a quotation beside every utterance that may hold it, and beside the running text. */
export function readingsOf(question: Question, drafted: Drafted, candidates: readonly Candidate[]): Readings {
  const speech: Evaluation[] = [];
  const prose: Evaluation[] = [];
  let isSettled = false;
  const best = candidates[0]?.score ?? 0;
  const exactOnes = candidates.filter(it => it.score === 1).length;
  // Copies of the same words do not use up the looks at those who print others.
  const copies = exactOnes >= mostPlaces ? exactOnes : 0;
  candidates.forEach((candidate, index) => {
    const rank = Math.max(0, index - copies);
    // Reading an article costs more than finding it: those that lack much that another has are not looked at.
    const isFaint = candidate.score < best * 0.6 || (isSettled && candidate.score < 0.55);
    if ((isFaint || rank >= 6) && (isSettled || best >= 0.6) && drafted.length > shortQuotation) {
      return;
    }
    const exact = exactIn(question, drafted, candidate, speech, prose);
    isSettled ||= speech.some(it => stands(it.comparison) && it.faults.size === 0);
    if (!exact && (!isSettled || rank < 8)) {
      nearIn(question, drafted, candidate, speech, isSettled ? undefined : prose);
    }
  });
  speech.sort((one, other) => distance(one.comparison) - distance(other.comparison));
  prose.sort((one, other) => distance(one.comparison) - distance(other.comparison));
  return { speech, prose };
}

/** How far a draft is from the words of a source: what was changed, then what was not found. */
export function distance(comparison: Comparison): number {
  const changed = comparison.changes.reduce(
    (sum, it) => sum + 1 + countWords(it.draft) + countWords(it.source),
    0,
  );
  const sentences = comparison.sentences.length * 2;
  return changed + sentences + (1 - comparison.weight) * comparison.total * 2;
}

function countWords(text: string): number {
  return text === '' ? 0 : text.split(/\s+/).length;
}

/** Adds the readings in which every word stands; whether there was any in speech. */
function exactIn(
  question: Question,
  drafted: Drafted,
  candidate: Candidate,
  speech: Evaluation[],
  prose: Evaluation[],
): boolean {
  const { article, places } = candidate;
  const reach = reachOf(drafted, { article, words: places[0]?.words });
  if (reach === undefined) {
    return false;
  }
  let isFound = false;
  const isShort = reach !== 'anywhere' && !isLong(article);
  // Of the running text beside the utterances nothing is read before it is looked for.
  for (const source of isShort ? [wordsAround(article, reach, 0)] : sourcesOf(candidate)) {
    for (const utterance of source.utterances) {
      for (const alignment of exactAlignments(drafted, source, source.utterance(utterance), mostExact)) {
        const evaluation = evaluateSpeech(question, compare(question.draft, matchOf(alignment)));
        speech.push(evaluation);
        isFound ||= stands(evaluation.comparison);
      }
    }
    if (!isFound && partsOf(drafted).length === 1) {
      const whole = isShort ? wordsAround(article, reach, drafted.length) : source;
      for (const alignment of exactAlignments(drafted, whole, whole.body, mostExact)) {
        if (hasNarrator(alignment)) {
          prose.push(evaluateProse(compare(question.draft, matchOf(alignment))));
        }
      }
    }
  }
  return isFound;
}

/** The words of a candidate article; of a very long one those around its places. */
function sourcesOf({ article, places }: Candidate): readonly SourceWords[] {
  const sources: SourceWords[] = [];
  for (const place of places.slice(0, 3)) {
    const source = sourceWords(article, place);
    if (!sources.includes(source)) {
      sources.push(source);
    }
  }
  return sources;
}

function hasNarrator({ source, view, start, end }: Alignment): boolean {
  for (let place = start; place < end; place++) {
    if ((source.quotation[view[place] ?? -1] ?? -1) < 0) {
      return true;
    }
  }
  return false;
}

/** Adds the nearest readings around the candidate's stretches. */
function nearIn(
  question: Question,
  drafted: Drafted,
  candidate: Candidate,
  speech: Evaluation[],
  prose: Evaluation[] | undefined,
): void {
  const { article } = candidate;
  const seen = new Set<number>();
  const takesProse = prose !== undefined && partsOf(drafted).length === 1;
  for (const { span } of candidate.places.slice(0, 3)) {
    const source = wordsAround(article, span, takesProse ? drafted.length + 8 : 0);
    for (const utterance of source.utterances) {
      const view = source.utterance(utterance);
      const first = source.starts[view[0] ?? -1] ?? 0;
      const last = source.ends[view[view.length - 1] ?? -1] ?? 0;
      if (seen.has(utterance) || view.length === 0 || first >= span.end || last <= span.start) {
        continue;
      }
      seen.add(utterance);
      const window = windowOf(drafted, source, view, candidate);
      const alignment = sentenceDrops(drafted, source, window) ?? align(drafted, source, window);
      if (!isPromising(alignment)) {
        continue;
      }
      const match = matchOf(alignment);
      if (match.weight >= faintest) {
        speech.push(evaluateSpeech(question, compare(question.draft, match)));
      }
    }
    if (takesProse) {
      const view = around(source, source.body, span.start, span.end, drafted.length + 8);
      const match = matchOf(align(drafted, source, view));
      const isProse = match.links.some(it => (source.quotation[view[it.view] ?? -1] ?? -1) < 0);
      if (isProse && match.weight >= nearProse) {
        prose.push(evaluateProse(compare(question.draft, match)));
      }
    }
  }
}

/** Whether enough words match to look closer. */
function isPromising({ drafted, pairs }: Alignment): boolean {
  let matched = 0;
  for (const place of pairs) {
    matched += place < 0 ? 0 : 1;
  }
  return matched * 4 >= drafted.length;
}

/** A view cut down to the neighbourhood of a candidate's stretches, where it is long. */
function windowOf(
  drafted: Drafted,
  source: SourceWords,
  view: Int32Array,
  { places }: Candidate,
): Int32Array {
  if (view.length * drafted.length < 200_000) {
    return view;
  }
  const start = Math.min(...places.map(it => it.span.start));
  const end = Math.max(...places.map(it => it.span.end));
  return around(source, view, start, end, drafted.length * 2 + 60);
}

function around(
  source: SourceWords,
  view: Int32Array,
  start: number,
  end: number,
  words: number,
): Int32Array {
  let from = 0;
  while (from < view.length && (source.ends[view[from] ?? -1] ?? 0) <= start) {
    from++;
  }
  let to = from;
  while (to < view.length && (source.starts[view[to] ?? -1] ?? 0) < end) {
    to++;
  }
  return view.subarray(Math.max(0, from - words), Math.min(view.length, to + words));
}

/** Where the words stand in a headline, which confirms nobody's speech. */
export function headlineOf(drafted: Drafted, candidates: readonly Candidate[]): Passage | undefined {
  for (const { article, places } of candidates) {
    const [place] = places;
    if (place === undefined || reachOf(drafted, { article, words: place.words }) === undefined) {
      continue;
    }
    const source = sourceWords(article, place);
    const [found] = exactAlignments(drafted, source, source.heads, 1);
    if (found !== undefined) {
      return passageAt(source, source.heads, found.start, found.end, undefined);
    }
  }
  return undefined;
}
