import { align, exactAlignments, findRun, partsOf } from './align.ts';
import type { Alignment } from './align.ts';
import { mostPlaces, shortQuotation } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import { compare, matchOf } from './compare.ts';
import type { Comparison, Match } from './compare.ts';
import type { Drafted } from './drafted.ts';
import { evaluateProse, evaluateSpeech, stands } from './evaluate.ts';
import type { Evaluation, Question } from './evaluate.ts';
import { distance } from './distance.ts';
import { passageAt } from './passages.ts';
import { hasNarrator, mayProseBeNearer, proseAround, wordsNear } from './prose.ts';
import { reachOf } from './reach.ts';
import { sentenceDrops } from './sentence-drops.ts';
import { isLong, sourceWords, wordsAround } from './source-words.ts';
import type { SourceWords } from './source-words.ts';
import type { Passage } from './verdict.ts';
import { windowOf } from './windows.ts';

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

/** Adds the nearest readings around the candidate's stretches. */
function nearIn(
  question: Question,
  drafted: Drafted,
  candidate: Candidate,
  speech: Evaluation[],
  prose: Evaluation[] | undefined,
): void {
  const { article, places } = candidate;
  const seen = new Set<number>();
  const takesProse = prose !== undefined && partsOf(drafted).length === 1;
  for (const place of places.slice(0, 3)) {
    const { span } = place;
    let spoken: Comparison | undefined;
    const source = wordsAround(article, span, 0);
    for (const utterance of source.utterances) {
      const view = source.utterance(utterance);
      const first = source.starts[view[0] ?? -1] ?? 0;
      const last = source.ends[view[view.length - 1] ?? -1] ?? 0;
      if (seen.has(utterance) || view.length === 0 || first >= span.end || last <= span.start) {
        continue;
      }
      seen.add(utterance);
      const match = nearestIn(drafted, source, windowOf(drafted, source, view, candidate));
      if (match !== undefined) {
        spoken = compare(question.draft, match);
        speech.push(evaluateSpeech(question, spoken));
      }
    }
    if (takesProse && mayProseBeNearer(drafted, wordsNear(drafted, place), spoken)) {
      prose.push(...proseAround(question, drafted, article, span));
    }
  }
}

/** A quotation laid beside the words of an utterance, where enough of it stands there. */
function nearestIn(drafted: Drafted, source: SourceWords, view: Int32Array): Match | undefined {
  if (!sharesEnough(drafted, source, view)) {
    return undefined;
  }
  const alignment = sentenceDrops(drafted, source, view) ?? align(drafted, source, view);
  const match = isPromising(alignment) ? matchOf(alignment) : undefined;
  return match !== undefined && match.weight >= faintest ? match : undefined;
}

/** Fewer words of a quotation are no reading of it. */
function leastOf({ length }: Drafted): number {
  return length / 4;
}

/** Whether enough words stand there in whatever order: else no alignment is promising. */
function sharesEnough(drafted: Drafted, source: SourceWords, view: Int32Array): boolean {
  const least = leastOf(drafted);
  let shared = 0;
  for (let word = 0; word < drafted.length && shared < least; word++) {
    shared += findRun(drafted, word, word + 1, source, view, 0) < 0 ? 0 : 1;
  }
  return shared >= least;
}

/** Whether enough words match to look closer. */
function isPromising({ drafted, pairs }: Alignment): boolean {
  let matched = 0;
  for (const place of pairs) {
    matched += place < 0 ? 0 : 1;
  }
  return matched >= leastOf(drafted);
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
