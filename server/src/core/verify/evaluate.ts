import type { Corpus } from '../corpus/corpus.ts';
import type { Draft } from '../draft/draft.ts';
import type { Speaker } from '../parse/reading.ts';
import type { Project } from '../project.ts';
import type { Span } from '../text/span.ts';
import { carriesSense } from './classify.ts';
import { clippedFrom } from './clipped.ts';
import type { Context } from './clipped.ts';
import type { Comparison } from './compare.ts';
import { isOwnBefore } from './own-words.ts';
import { matchSpeakers } from './speakers.ts';
import { spokenIn } from './spoken.ts';
import type { Spoken } from './spoken.ts';
import type { SpeakerMatch, Verdict } from './verdict.ts';

/** One way to read a drafted quotation: laid beside words of one source. */
export interface Evaluation {
  readonly comparison: Comparison;
  /** Every verdict that holds of it, in no order; empty where it simply stands. */
  readonly faults: ReadonlySet<Verdict>;
  readonly speakerMatch: SpeakerMatch;
  readonly clipped: Span | undefined;
}

/** All that an evaluation needs besides the words. */
export interface Question {
  readonly corpus: Corpus;
  readonly project: Project;
  readonly draft: Draft;
  /** Whom the draft gives the words to. */
  readonly spoken: Spoken | undefined;
  /** What the draft itself says around the quotation. */
  readonly context: Context;
}

/** Whether the words of a comparison stand: nothing that counts was changed or dropped. */
export function stands(comparison: Comparison): boolean {
  return comparison.changes.length === 0 && comparison.sentences.length === 0;
}

/** Says all that holds of a quotation as read in one utterance of a source. */
export function evaluateSpeech(question: Question, comparison: Comparison): Evaluation {
  return new InSpeech(question, comparison);
}

/** Most readings are only weighed by their words: who spoke and what was cut is worked out where it is asked for. */
class InSpeech implements Evaluation {
  readonly comparison: Comparison;
  readonly #question: Question;
  #cut: { readonly isInner: boolean; readonly clipped: Span | undefined } | undefined;
  #faults: ReadonlySet<Verdict> | undefined;
  #speakerMatch: SpeakerMatch | undefined;

  constructor(question: Question, comparison: Comparison) {
    this.#question = question;
    this.comparison = comparison;
  }

  get faults(): ReadonlySet<Verdict> {
    this.#faults ??= this.#findFaults();
    return this.#faults;
  }

  get speakerMatch(): SpeakerMatch {
    this.#speakerMatch ??= this.#matchSpeaker();
    return this.#speakerMatch;
  }

  get clipped(): Span | undefined {
    return this.#cutOff().clipped;
  }

  /** The source names who quotes the words within inner marks: that they are not the drafted speaker's, it does not say. */
  #matchSpeaker(): SpeakerMatch {
    const match = speakerMatchOf(this.#question, this.comparison);
    return match === 'different' && isQuotedOfAnother(this.comparison) ? 'unknown' : match;
  }

  #findFaults(): ReadonlySet<Verdict> {
    const faults = new Set<Verdict>();
    wordFaults(this.comparison, faults);
    const { isInner, clipped } = this.#cutOff();
    if (isInner) {
      faults.add('nested');
    }
    if (clipped !== undefined) {
      faults.add('clipped');
    }
    if (this.speakerMatch === 'different') {
      faults.add('misattributed');
    }
    return faults;
  }

  #cutOff(): { readonly isInner: boolean; readonly clipped: Span | undefined } {
    if (this.#cut === undefined) {
      const isInner = isNested(this.comparison, this.#question.context.disowns);
      // Inner marks are the marks of inner words: what stands outside of them was not cut from those.
      const clipped = isInner ? undefined : clippedFrom(this.comparison, this.#question.context);
      this.#cut = { isInner, clipped };
    }
    return this.#cut;
  }
}

/** Whether the draft's speaker and that of the matched words are one. */
export function speakerMatchOf(question: Question, comparison: Comparison): SpeakerMatch {
  const { corpus, project, spoken } = question;
  return matchSpeakers(
    corpus,
    project,
    spoken,
    spokenIn(comparison.alignment.source.article, speakerOf(comparison)),
  );
}

/** Says all that holds of a quotation as read in the running text, where the narrator's words are among them. */
export function evaluateProse(comparison: Comparison): Evaluation {
  const faults = new Set<Verdict>(['not-speech']);
  wordFaults(comparison, faults);
  return { comparison, faults, speakerMatch: 'unknown', clipped: undefined };
}

function wordFaults(comparison: Comparison, faults: Set<Verdict>): void {
  const { changes, dropped, sentences } = comparison;
  const onlyWording = changes.every(
    it => it.kind === 'dropped' && it.class === 'wording' && !carriesSense(it.source),
  );
  // Marks that make a question are among the changes, but not among what was dropped.
  if (changes.length > 0 && (!onlyWording || changes.length > dropped.length)) {
    faults.add('altered');
  } else if (changes.length > 0 || sentences.length > 0) {
    faults.add('omission');
  }
}

/** Whether all words stand where the speaker quotes or imagines somebody; where the draft itself tells that they are not theirs, it need not say so. */
function isNested({ alignment, links }: Comparison, isDisowned: boolean): boolean {
  const { source, view } = alignment;
  const isInner = (index: number): boolean =>
    source.nested[index] === 1 ||
    (!isDisowned && (source.article.quotations[source.quotation[index] ?? -1]?.hypothetical ?? false));
  return links.length > 0 && links.every(it => isInner(view[it.view] ?? -1));
}

/** Whether all words stand in inner marks that the speaker does not lead in as words of their own. */
function isQuotedOfAnother({ alignment, links }: Comparison): boolean {
  const { source, view } = alignment;
  const first = view[links[0]?.view ?? -1] ?? -1;
  return (
    links.every(it => source.nested[view[it.view] ?? -1] === 1) &&
    !isOwnBefore({ article: source.article, start: source.starts[first] ?? 0 })
  );
}

/** Whom the source gives the matched words to: beside them, else in the rest of their utterance. */
export function speakerOf({ alignment, links }: Comparison): Speaker | undefined {
  const { source, view } = alignment;
  const first = links[0];
  const quotation = source.article.quotations[source.quotation[view[first?.view ?? 0] ?? -1] ?? -1];
  if (quotation === undefined) {
    return undefined;
  }
  const own = quotation.speaker;
  const whole = source.article.utterances[quotation.utterance]?.speaker;
  return own?.entity === undefined ? (whole ?? own) : own;
}
