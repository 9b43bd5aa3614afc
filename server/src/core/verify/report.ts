import type { Quotation } from '../parse/reading.ts';
import type { Span } from '../text/span.ts';
import { toldChange } from './changes.ts';
import type { Comparison } from './compare.ts';
import { markupIn } from '../parse/markup.ts';
import { visible } from './drafted.ts';
import { speakerMatchOf, stands } from './evaluate.ts';
import type { Evaluation, Question } from './evaluate.ts';
import { passagesOf, replacementOf, speakerName } from './passages.ts';
import { distance } from './distance.ts';
import { DraftedSpeaker } from './drafted-speaker.ts';
import type { Readings } from './readings.ts';
import { verdicts } from './verdict.ts';
import type { GivenTo, Passage, SpeakerMatch, Variant, Verdict, Verification } from './verdict.ts';

const mostPassages = 64;
const mostReplacements = 4;

/** What there may be to say of a quotation; what is left out there is nothing of. */
type Told = Partial<Omit<Verification, 'span' | 'verdict' | 'holds' | 'givenTo'>>;

function givenTo({ corpus, spoken }: Question, match: SpeakerMatch, printed?: string): GivenTo {
  return new DraftedSpeaker(corpus, spoken, match, printed);
}

function tell(
  { start, end }: Span,
  holds: readonly Verdict[],
  givenTo: GivenTo,
  told: Told = {},
): Verification {
  return {
    span: { start, end },
    verdict: holds[0] ?? 'verified',
    holds,
    givenTo,
    differences: told.differences ?? [],
    changes: told.changes ?? [],
    clipped: told.clipped,
    omitted: told.omitted,
    passages: told.passages ?? [],
    variants: told.variants ?? [],
    replacements: told.replacements ?? [],
    spelling: told.spelling,
  };
}

/** No claim that anybody said it. */
export function reportSkipped(question: Question, quotation: Quotation): Verification {
  return tell(quotation, ['skipped'], givenTo(question, 'unknown'));
}

/** No source has it; the nearest place, or the headline that does, is named. */
export function reportNothing(
  question: Question,
  quotation: Quotation,
  found: { readonly nearest: Evaluation | undefined; readonly headline: Passage | undefined },
): Verification {
  // Of pieces the longest tells most.
  const near = (found.nearest === undefined ? [] : passagesOf(found.nearest.comparison)).toSorted(
    (one, other) => other.text.length - one.text.length,
  );
  const passages = found.headline === undefined ? near : [found.headline, ...near];
  const match = found.nearest?.speakerMatch ?? 'unknown';
  return tell(quotation, ['not-found'], givenTo(question, match), { passages });
}

/** Its parts stand, but not as one. */
export function reportStitched(
  question: Question,
  quotation: Quotation,
  best: Evaluation,
  pieces: readonly Comparison[],
): Verification {
  const inOrder = [...pieces].sort(
    (one, other) => one.alignment.drafted.span.start - other.alignment.drafted.span.start,
  );
  const isOthers =
    best.faults.has('misattributed') || pieces.some(it => speakerMatchOf(question, it) === 'different');
  const holds: Verdict[] = isOthers ? ['stitched', 'misattributed'] : ['stitched'];
  return tell(quotation, holds, givenTo(question, isOthers ? 'different' : best.speakerMatch), {
    changes: inOrder.flatMap(it => it.changes).map(toldChange),
    passages: distinct(inOrder.flatMap(passagesOf)),
  });
}

/** What holds of a quotation in its best reading. */
export function report(
  question: Question,
  quotation: Quotation,
  best: Evaluation,
  readings: Readings,
  variants: readonly Variant[],
): Verification {
  const { comparison, faults, speakerMatch } = best;
  const { article } = comparison.alignment.source;
  const holds = verdicts.filter(it => faults.has(it));
  if (holds.length === 0) {
    holds.push(variants.length > 0 ? 'variants' : 'verified');
  }
  const clipped =
    best.clipped === undefined
      ? undefined
      : { article, span: best.clipped, text: article.text.slice(best.clipped.start, best.clipped.end) };
  const printed = speakerMatch === 'same' ? speakerName(comparison) : undefined;
  return tell(quotation, holds, givenTo(question, speakerMatch, printed), {
    differences: [...comparison.differences],
    changes: comparison.changes.map(toldChange),
    clipped,
    omitted: faults.has('omission') ? omittedText(comparison) : undefined,
    passages: allPassages(best, readings),
    variants,
    replacements: replacementsOf(best, readings),
    spelling:
      faults.size === 0 && comparison.differences.has('spelling') ? replacementOf(comparison) : undefined,
  });
}

function allPassages(best: Evaluation, { speech }: Readings): readonly Passage[] {
  const alike = speech.filter(
    it =>
      it !== best &&
      (stands(best.comparison)
        ? stands(it.comparison) &&
          it.faults.size <= best.faults.size &&
          (it.speakerMatch !== 'different' || best.speakerMatch === 'different')
        : distance(it.comparison) <= distance(best.comparison) && it.speakerMatch === best.speakerMatch),
  );
  return distinct([best, ...alike.slice(0, mostPassages)].flatMap(it => passagesOf(it.comparison))).slice(
    0,
    mostPassages,
  );
}

function distinct(passages: readonly Passage[]): Passage[] {
  return passages.filter(
    (it, index) =>
      passages.findIndex(
        earlier => earlier.article === it.article && earlier.start === it.start && earlier.end === it.end,
      ) === index,
  );
}

function omittedText({ alignment, sentences, dropped }: Comparison): string {
  const { source, view } = alignment;
  return [...sentences, ...dropped]
    .sort((one, other) => one.start - other.start)
    .map(gap =>
      source.article.text.slice(source.starts[view[gap.start] ?? -1], source.ends[view[gap.end - 1] ?? -1]),
    )
    .join(' … ');
}

/** The words to put in, from the best reading and from other articles that print the utterance otherwise. */
function replacementsOf(
  best: Evaluation,
  { speech }: Readings,
): readonly { readonly text: string; readonly passage: Passage }[] {
  const { faults, comparison } = best;
  if (
    faults.has('not-speech') ||
    !(faults.has('altered') || faults.has('omission') || faults.has('clipped'))
  ) {
    return [];
  }
  const { article } = comparison.alignment.source;
  const others = stands(comparison)
    ? []
    : speech.filter(
        it =>
          it !== best && it.comparison.alignment.source.article !== article && it.comparison.weight >= 0.6,
      );
  const found = new Map<string, { text: string; passage: Passage }>();
  for (const it of [best, ...others]) {
    if (found.size === mostReplacements) {
      break;
    }
    const text =
      it.clipped === undefined ? replacementOf(it.comparison) : unclipped(it.comparison, it.clipped);
    // Of those that print the same words nobody need know who spoke.
    if (text === undefined || found.has(text) || (it !== best && it.speakerMatch === 'different')) {
      continue;
    }
    const [passage] = passagesOf(it.comparison);
    if (passage !== undefined) {
      found.set(text, { text, passage });
    }
  }
  return [...found.values()];
}

/** The words with those that were cut put back, where they stand side by side in the source. */
function unclipped({ alignment, start, end, links }: Comparison, cut: Span): string | undefined {
  const { source, view, drafted } = alignment;
  const first = view[Math.min(start, links[0]?.view ?? start)] ?? -1;
  const last = view[end - 1] ?? -1;
  const { text, quotations } = source.article;
  const quotation = quotations[source.quotation[first] ?? -1];
  const from = Math.min(cut.start, source.starts[first] ?? 0);
  const to = Math.max(cut.end, source.ends[last] ?? 0);
  if (quotation === undefined || from < quotation.start || to > quotation.end) {
    return undefined;
  }
  const tail = visible(drafted.text, drafted.ends[drafted.length - 1] ?? 0, drafted.span.end, drafted.hidden);
  return visible(text, from, to, markupIn(source.article, { start: from, end: to })) + tail;
}
