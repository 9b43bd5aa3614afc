import type { Corpus } from '../corpus/corpus.ts';
import type { Draft } from '../draft/draft.ts';
import type { Quotation } from '../parse/reading.ts';
import type { Project } from '../project.ts';
import { candidatesFor } from './candidates.ts';
import { contextOf } from './clipped.ts';
import { isCued } from './utterance-parts.ts';
import { readDrafted } from './drafted.ts';
import type { Drafted } from './drafted.ts';
import type { Question } from './evaluate.ts';
import { headlineOf, readingsOf } from './readings.ts';
import { report, reportNothing, reportSkipped, reportStitched } from './report.ts';
import { choose, isNear } from './choose.ts';
import { spokenIn } from './spoken.ts';
import { stitchedFrom } from './stitched.ts';
import { variantsOf } from './variants.ts';
import type { Verification } from './verdict.ts';

/** Says of one drafted quotation whether it stands in a source, and if not, what is wrong with it. */
export function verify(corpus: Corpus, draft: Draft, quotation: Quotation, project: Project): Verification {
  const speaker = quotation.speaker ?? draft.utterances[quotation.utterance]?.speaker;
  const spoken = spokenIn(draft, speaker);
  const hidden = draft.blocks[quotation.block]?.hidden ?? [];
  const drafted = readDrafted(draft.text, quotation, hidden);
  const question: Question = { corpus, project, draft, spoken, context: contextOf(draft, quotation) };
  if (isSkipped(draft, drafted, quotation, project)) {
    return drawnFromSpeech(question, drafted, quotation) ?? reportSkipped(question, quotation);
  }
  const candidates = candidatesFor(corpus, drafted, spoken);
  const readings = readingsOf(question, drafted, candidates);
  const best = choose(question, drafted, readings);
  const nearest = best ?? readings.speech[0];
  if (
    nearest !== undefined &&
    (best === undefined || best.faults.has('altered') || best.faults.has('omission'))
  ) {
    const pieces = stitchedFrom(question, drafted, nearest.comparison, candidates);
    if (pieces !== undefined) {
      return reportStitched(question, quotation, nearest, pieces);
    }
  }
  if (best === undefined) {
    return reportNothing(question, quotation, {
      nearest: nearest !== undefined && isNear(nearest.comparison) ? nearest : undefined,
      headline: headlineOf(drafted, candidates),
    });
  }
  return report(question, quotation, best, readings, variantsOf(question, best, readings));
}

/** No claim that somebody said it: a scare quote, or a few words without a sign of speech. */
function isSkipped(draft: Draft, drafted: Drafted, quotation: Quotation, project: Project): boolean {
  if (drafted.length === 0) {
    return true;
  }
  if (quotation.kind === 'scare') {
    return !isStatement(drafted, isLedIn(draft, quotation));
  }
  return drafted.length < project.minimumWords && !isCued(draft, quotation);
}

/** Fewer words, one of them another, may well be a phrase that everybody says. */
const leastDrawn = 5;
/** So much of them is the source's own. */
const shareDrawn = 0.75;

/**
 * Words with no sign of speech beside them that a speaker nearly says in a source are taken from there, and changed:
 * `She takes home “maybe $600 every two weeks”`. Undefined where no speaker does; where one says just these, nobody in the draft does.
 */
function drawnFromSpeech(
  question: Question,
  drafted: Drafted,
  quotation: Quotation,
): Verification | undefined {
  if (drafted.length < leastDrawn || isTitle(drafted)) {
    return undefined;
  }
  const readings = readingsOf(question, drafted, candidatesFor(question.corpus, drafted, question.spoken));
  const best = choose(question, drafted, readings);
  if (best?.faults.size !== 1 || !(best.faults.has('altered') || best.faults.has('omission'))) {
    return undefined;
  }
  const { matched, total, changes } = best.comparison;
  const isNearly = matched >= 4 && matched >= total * shareDrawn && changes.length <= 1;
  return isNearly ? report(question, quotation, best, readings, []) : undefined;
}

/** Fewer words may be a term or a motto. */
const leastOfStatement = 8;
/** Of a whole sentence behind a colon, or one that a comma ends before its attribution. */
const leastOfSentence = 4;

/**
 * Whether words between marks are too much to be a term, a motto or the title of a work, so that they claim to be
 * somebody's even where no speech was recognised.
 */
function isStatement(drafted: Drafted, ledIn: boolean): boolean {
  const words = drafted.text.slice(drafted.span.start, drafted.span.end);
  const closes = /[.,!?]\s*$/.test(words);
  if (closes && /^\s*\p{Lu}/u.test(words) && (ledIn || /,\s*$/.test(words))) {
    return !isTitle(drafted) && drafted.length >= leastOfSentence;
  }
  return !isTitle(drafted) && drafted.length >= (closes ? leastOfStatement - 2 : leastOfStatement);
}

/** Whether most words that say something have a capital. */
function isTitle(drafted: Drafted): boolean {
  let capitals = 0;
  let telling = 0;
  for (let word = 0; word < drafted.length; word++) {
    if (drafted.small[word] !== 1) {
      telling++;
      capitals += /^\p{Lu}/u.test(drafted.text.slice(drafted.starts[word], drafted.ends[word])) ? 1 : 0;
    }
  }
  return capitals >= 2 && capitals > telling * 0.7;
}

/** Whether a colon leads in what stands between the marks: no speech was recognised, but it is said to be somebody's. */
function isLedIn(draft: Draft, { outer }: Quotation): boolean {
  return /:\s*$/.test(draft.text.slice(Math.max(0, outer.start - 4), outer.start));
}
