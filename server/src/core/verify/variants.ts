import { isSmallWord } from './classify.ts';
import type { Comparison } from './compare.ts';
import { stands, speakerOf } from './evaluate.ts';
import type { Evaluation, Question } from './evaluate.ts';
import { passagesOf, replacementOf } from './passages.ts';
import type { Readings } from './readings.ts';
import { matchSpeakers } from './speakers.ts';
import { spokenIn } from './spoken.ts';
import type { Variant } from './verdict.ts';

/** Two articles of one story are printed within so many days. */
const storyDays = 4;
/** Fewer words are no utterance that one could know again. */
const leastWords = 4;
const mostVariants = 6;

/** The same utterance in the words of other articles, for a quotation that stands as drafted in one. */
export function variantsOf(question: Question, best: Evaluation, readings: Readings): readonly Variant[] {
  if (best.faults.size > 0 || best.comparison.total < leastWords) {
    return [];
  }
  const standing = new Set(
    readings.speech.filter(it => stands(it.comparison)).map(it => it.comparison.alignment.source.article),
  );
  const variants = new Map<string, Variant>();
  for (const { comparison } of readings.speech) {
    const { article } = comparison.alignment.source;
    if (
      standing.has(article) ||
      !isSameUtterance(question, best.comparison, comparison) ||
      !differsInside(comparison)
    ) {
      continue;
    }
    const text = replacementOf(comparison);
    const known = variants.get(text);
    const passages = passagesOf(comparison);
    variants.set(
      text,
      known === undefined ? { text, passages } : { text, passages: [...known.passages, ...passages] },
    );
    if (variants.size === mostVariants) {
      break;
    }
  }
  return [...variants.values()];
}

function isSameUtterance(question: Question, own: Comparison, other: Comparison): boolean {
  if (other.weight < 0.6 || other.longestRun < Math.min(4, other.total - 1)) {
    return false;
  }
  const one = own.alignment.source.article;
  const two = other.alignment.source.article;
  if (one.date !== undefined && two.date !== undefined) {
    const days = Math.abs(Date.parse(one.date) - Date.parse(two.date)) / 86_400_000;
    if (days > storyDays) {
      return false;
    }
  }
  const match = matchSpeakers(
    question.corpus,
    question.project,
    spokenIn(one, speakerOf(own)),
    spokenIn(two, speakerOf(other)),
  );
  return match !== 'different' && isSameText(own, other);
}

/** Whether the two utterances as a whole, and not only the drafted words, are much the same. */
function isSameText(own: Comparison, other: Comparison): boolean {
  const one = tellingWords(own);
  const two = tellingWords(other);
  const [few, many] = one.size <= two.size ? [one, two] : [two, one];
  let shared = 0;
  for (const hash of few) {
    shared += many.has(hash) ? 1 : 0;
  }
  return few.size >= 3 && shared >= few.size * 0.5;
}

/** The words that say something around the drafted span, a sentence or two to each side. */
function tellingWords({ alignment, start, end }: Comparison): ReadonlySet<number> {
  const { source, view } = alignment;
  const words = new Set<number>();
  for (let place = Math.max(0, start - 30); place < Math.min(view.length, end + 30); place++) {
    const index = view[place] ?? -1;
    if (!isSmallWord(source.key(index))) {
      words.add(source.hashes[index] ?? 0);
    }
  }
  return words;
}

/**
 * Whether words differ within what both print: a shorter cut, sentences left out, and words under an ellipsis of the
 * source's own make no variant.
 */
function differsInside(comparison: Comparison): boolean {
  const { changes, alignment, links } = comparison;
  const { drafted, source, view } = alignment;
  const first = links[0];
  const last = links.at(-1);
  if (first === undefined || last === undefined) {
    return false;
  }
  const matchedStart = drafted.starts[first.draft] ?? 0;
  const matchedEnd = drafted.ends[last.draftEnd - 1] ?? 0;
  const isShortAtStart = first.view === 0 || isQuotationEdge(comparison, first.view, -1);
  const isShortAtEnd = last.viewEnd >= view.length || isQuotationEdge(comparison, last.viewEnd - 1, 1);
  return changes.some(change => {
    if (change.draftSpan.end <= matchedStart && isShortAtStart) {
      return false;
    }
    if (change.draftSpan.start >= matchedEnd && (isShortAtEnd || change.draft === '')) {
      return false;
    }
    const around = source.article.text.slice(change.sourceSpan.start, change.sourceSpan.end + 6);
    return !(change.kind === 'inserted' && /^\W{0,3}(?:…|\.\s?\.\s?\.)/.test(around));
  });
}

function isQuotationEdge({ alignment }: Comparison, place: number, step: number): boolean {
  const { source, view } = alignment;
  return source.quotation[view[place + step] ?? -1] !== source.quotation[view[place] ?? -1];
}
