import { shortQuotation } from './candidates.ts';
import type { Comparison } from './compare.ts';
import type { Drafted } from './drafted.ts';
import { speakerOf, stands } from './evaluate.ts';
import type { Evaluation, Question } from './evaluate.ts';
import { distance } from './distance.ts';
import type { Readings } from './readings.ts';
import { startsSentence } from './sentence-edges.ts';
import { verdicts } from './verdict.ts';
import type { Change } from './verdict.ts';

/**
 * The reading that the verdict is about. Where the words stand as drafted, the speaker decides: an utterance of the
 * draft's own speaker, else one that a source gives to somebody else, else one that names nobody. Where they stand
 * nowhere so, the nearest.
 */
export function choose(question: Question, drafted: Drafted, readings: Readings): Evaluation | undefined {
  const exact = readings.speech.filter(it => stands(it.comparison) && isTelling(question, drafted, it));
  const [bySpeaker] = exact.filter(it => it.speakerMatch === 'same').sort(byFaults);
  if (bySpeaker !== undefined) {
    return bySpeaker;
  }
  const [byOther] = exact.filter(it => it.speakerMatch === 'different').sort(byFaults);
  if (byOther !== undefined) {
    return byOther;
  }
  const [byNobody] = exact.sort(byFaults);
  if (byNobody !== undefined) {
    return byNobody;
  }
  const near = nearest(drafted, readings);
  const [prose] = drafted.length > 1 || !isSmall(drafted) ? readings.prose : [];
  if (prose === undefined) {
    return near;
  }
  // Words taken from the narrator, unless the speaker's own are as near.
  const isNearer = near !== undefined && distance(near.comparison) < distance(prose.comparison) + 1;
  return isNearer || !(stands(prose.comparison) || isAltered(prose.comparison)) ? near : prose;
}

function nearest(drafted: Drafted, { speech }: Readings): Evaluation | undefined {
  const altered = speech.filter(
    it =>
      !stands(it.comparison) &&
      (isAltered(it.comparison) || (isParallel(it.comparison) && it.speakerMatch === 'same')),
  );
  const best = altered[0];
  if (best === undefined) {
    return undefined;
  }
  const least = distance(best.comparison);
  const asNear = altered.filter(it => distance(it.comparison) <= least + 0.5);
  const chosen =
    asNear.find(it => it.speakerMatch === 'same') ??
    asNear.find(it => it.speakerMatch !== 'different') ??
    best;
  const mixed = isMixed(chosen, speech) ? withFault(chosen) : chosen;
  // Two or three words with one changed are only told from chance beside their speaker.
  return drafted.length <= shortQuotation && chosen.speakerMatch !== 'same' ? undefined : mixed;
}

/**
 * Whether words dropped from one source's print follow another's, and the rest does not: a mix of both, which stands
 * nowhere and is more than an omission.
 */
function isMixed({ faults, comparison }: Evaluation, speech: readonly Evaluation[]): boolean {
  if (!faults.has('omission') || faults.has('altered')) {
    return false;
  }
  const touches = (one: Change, other: Change): boolean =>
    one.draftSpan.start <= other.draftSpan.end && other.draftSpan.start <= one.draftSpan.end;
  return speech.some(
    other =>
      other.comparison.alignment.source.article !== comparison.alignment.source.article &&
      isAltered(other.comparison) &&
      other.comparison.changes.length > 0 &&
      other.comparison.changes.every(it => !comparison.changes.some(own => touches(own, it))) &&
      other.speakerMatch !== 'different',
  );
}

function withFault(evaluation: Evaluation): Evaluation {
  const faults = new Set(evaluation.faults);
  faults.delete('omission');
  faults.add('altered');
  const { comparison, speakerMatch, clipped } = evaluation;
  return { comparison, faults, speakerMatch, clipped };
}

/** Whether so much of a quotation stands in the source that it is that utterance, altered, and no other. */
function isAltered({ matched, total, longestRun, weight, changes }: Comparison): boolean {
  if (total <= 4) {
    const isGrave = changes.length > 0 && changes.every(it => it.class !== 'wording' && it.class !== 'name');
    return total >= 2 && matched >= total - 1 && (weight >= 0.5 || isGrave);
  }
  if (total <= 7) {
    return weight >= 0.5 && matched >= 3 && (longestRun >= 3 || weight >= 0.6 || matched >= total - 1);
  }
  return (
    weight >= 0.5 &&
    (longestRun >= Math.min(4, total / 3) ||
      (longestRun >= 3 && weight >= 0.65) ||
      (matched >= total * 0.7 && weight >= 0.6))
  );
}

/**
 * Whether a quotation goes along with one of the draft's own speaker word for word, every second word another; or has all
 * of a sentence of theirs with words put in. In anybody else's mouth that would be chance.
 */
function isParallel({ alignment, matched, total, weight, start, end }: Comparison): boolean {
  const { source, view } = alignment;
  const isWhole =
    startsSentence(source, view, start) && (end >= view.length || startsSentence(source, view, end));
  if (!isWhole || matched < 3) {
    return false;
  }
  const length = end - start;
  return (
    (total === length && total >= 6 && matched * 2 >= total && weight >= 0.35) ||
    (matched === length && matched >= 5 && total <= matched * 2.5)
  );
}

/** Whether a reading that explains nothing is still worth showing as the nearest. */
export function isNear({ matched, weight, longestRun }: Comparison): boolean {
  return weight >= 0.35 && matched >= 3 && longestRun >= 2;
}

/** A few common words stand everywhere: they tell something only in their speaker's mouth. */
function isTelling(question: Question, drafted: Drafted, evaluation: Evaluation): boolean {
  if (drafted.length > shortQuotation || evaluation.speakerMatch === 'same') {
    return true;
  }
  if (isSmall(drafted)) {
    return false;
  }
  if (drafted.length > 1) {
    return true;
  }
  // One word: as good as alone between its marks.
  const { source, view } = evaluation.comparison.alignment;
  const place = evaluation.comparison.links[0]?.view ?? -1;
  const quotation = source.quotation[view[place] ?? -1];
  const isAlone = [-4, 4].every(step => source.quotation[view[place + step] ?? -1] !== quotation);
  const isGivenToNobody = question.spoken === undefined || speakerOf(evaluation.comparison) === undefined;
  return isAlone || isGivenToNobody;
}

function isSmall({ small }: Drafted): boolean {
  return !small.includes(0);
}

function byFaults(one: Evaluation, other: Evaluation): number {
  return rank(other) - rank(one);
}

/** The place of the worst fault among the verdicts: higher is better. */
function rank({ faults }: Evaluation): number {
  const worst = verdicts.findIndex(it => faults.has(it));
  return worst < 0 ? verdicts.length : worst;
}
