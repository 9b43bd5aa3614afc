import type { Alignment } from './align.ts';
import type { Comparison } from './compare.ts';
import { actOf } from './differences.ts';
import { visible } from './drafted.ts';
import { markupIn } from '../parse/markup.ts';
import { speakerOf } from './evaluate.ts';
import { startsSentence } from './sentence-edges.ts';
import type { SourceWords } from './source-words.ts';
import type { Passage } from './verdict.ts';

/** Words dropped without a sign, more than these, part one passage from the next. */
const mostInside = 10;

/** Where the matched words stand: a passage for each piece that ellipses, attribution or a cut part from the next. */
export function passagesOf(comparison: Comparison): readonly Passage[] {
  const { alignment, links, start, end } = comparison;
  const { source, view } = alignment;
  const breaks = new Set<number>();
  for (const gap of [...comparison.elided, ...comparison.sentences, ...comparison.dropped]) {
    if (comparison.elided.includes(gap) || gap.end - gap.start > mostInside) {
      breaks.add(gap.start);
      breaks.add(gap.end);
    }
  }
  const skipped = (place: number): boolean =>
    [...comparison.elided, ...comparison.sentences, ...comparison.dropped].some(
      gap =>
        gap.start <= place &&
        place < gap.end &&
        (comparison.elided.includes(gap) || gap.end - gap.start > mostInside),
    );
  const speaker = speakerName(comparison);
  const first = links[0]?.view ?? start;
  const passages: Passage[] = [];
  let from = Math.min(start, first);
  for (let place = from; place < end; place++) {
    const next = place + 1;
    const isLast = next === end;
    const parts =
      !isLast &&
      source.quotation[view[next] ?? -1] !== source.quotation[view[place] ?? -1] &&
      inMarks(comparison);
    if (isLast || parts || breaks.has(next)) {
      if (!skipped(from)) {
        passages.push(passageAt(source, view, from, next, speaker));
      }
      from = next;
    }
  }
  return passages;
}

function inMarks({ alignment, links }: Comparison): boolean {
  const { source, view } = alignment;
  return links.every(it => (source.quotation[view[it.view] ?? -1] ?? -1) >= 0);
}

/** The passage of the words of a view from one position to another. */
export function passageAt(
  source: SourceWords,
  view: Int32Array,
  from: number,
  to: number,
  speaker: string | undefined,
): Passage {
  const first = view[from] ?? -1;
  const last = view[to - 1] ?? -1;
  const { article } = source;
  let start = signBefore(article.text, source.starts[first] ?? 0);
  let end = source.ends[last] ?? start;
  const opening = article.quotations[source.quotation[first] ?? -1];
  const closing = article.quotations[source.quotation[last] ?? -1];
  // A passage that reaches an edge of a quotation takes the marks of punctuation there with it.
  if (opening !== undefined && source.quotation[first - 1] !== source.quotation[first]) {
    start = Math.min(start, opening.start);
  }
  if (closing !== undefined && source.quotation[last + 1] !== source.quotation[last]) {
    end = Math.max(end, closing.end);
  } else if (article.text[end] === ']' && article.text.slice(start, end).lastIndexOf('[') >= 0) {
    end++;
  }
  if (article.text[start - 1] === '[' && article.text.slice(start, end).includes(']')) {
    start--;
  }
  while (start < end && /\s/.test(article.text[start] ?? '')) {
    start++;
  }
  while (end > start && /\s/.test(article.text[end - 1] ?? '')) {
    end--;
  }
  return {
    article,
    start,
    end,
    paragraph: article.blocks[source.block[first] ?? -1]?.paragraph ?? 1,
    text: article.text.slice(start, end),
    speaker,
  };
}

/** The source's speaker by name, in the fullest form that the article has; undefined where it names nobody. */
export function speakerName(comparison: Comparison): string | undefined {
  const speaker = speakerOf(comparison);
  if (speaker === undefined) {
    return undefined;
  }
  const entity =
    speaker.entity === undefined ? undefined : comparison.alignment.source.article.entities[speaker.entity];
  return entity?.name ?? (speaker.kind === 'name' ? speaker.name : undefined);
}

/**
 * The source's own words for the drafted span, ready to put in. The draft keeps its ellipses, its brackets where they are
 * in order, and the punctuation before its closing mark.
 */
export function replacementOf(comparison: Comparison): string {
  const { alignment, kept } = comparison;
  const { drafted, source, view } = alignment;
  let result = '';
  let from = Math.min(comparison.start, comparison.links[0]?.view ?? comparison.start);
  for (const block of kept) {
    const before = drafted.ends[block.draft - 1] ?? drafted.span.start;
    const behind = drafted.starts[block.draftEnd] ?? drafted.span.end;
    const inside = block.draft > 0 && block.draftEnd < drafted.length;
    if (inside) {
      result +=
        sourceText(source, view, from, block.view) + visible(drafted.text, before, behind, drafted.hidden);
      from = block.viewEnd;
    }
  }
  result += sourceText(source, view, from, comparison.end);
  const tail = visible(
    drafted.text,
    drafted.ends[drafted.length - 1] ?? drafted.span.end,
    drafted.span.end,
    drafted.hidden,
  );
  const closed = closingOf(comparison, isOpen(result) ? tail : tail.replace(/^[\])]+/, ''));
  // The draft may be wrapped, and a citation may stand on a line of its own.
  return (keepCase(alignment, result) + closed).replace(/\s+/g, ' ').trimEnd();
}

/** Whether a bracket is left open. */
function isOpen(text: string): boolean {
  return (
    Math.max(text.lastIndexOf('['), text.lastIndexOf('(')) >
    Math.max(text.lastIndexOf(']'), text.lastIndexOf(')'))
  );
}

/** A question stays one; else the draft's own comma or stop fits its sentence. */
function closingOf({ alignment, end }: Comparison, tail: string): string {
  const { source, view } = alignment;
  const index = view[end - 1] ?? -1;
  const stands = source.article.text.slice(source.ends[index], (source.ends[index] ?? 0) + 4);
  // “… to go [home]?”: a bracket closes before the mark.
  const mark = /^[\])]*([?!]+)/.exec(stands)?.[1];
  if (actOf(tail) !== actOf(mark ?? '')) {
    return mark === undefined ? tail.replace(/[?!]+/, '.') : tail.replace(/[.,;:?!]+|$/, mark);
  }
  return tail;
}

function sourceText(source: SourceWords, view: Int32Array, from: number, to: number): string {
  const { text, quotations } = source.article;
  let result = '';
  let first = from;
  for (let place = from; place < to; place++) {
    const index = view[place] ?? -1;
    const next = view[place + 1] ?? -1;
    const isLast = place + 1 === to;
    if (isLast || source.quotation[next] !== source.quotation[index]) {
      const start = bracketBefore(text, source.starts[view[first] ?? -1] ?? 0, source.ends[index] ?? 0);
      const wordEnd = source.ends[index] ?? start;
      const end = isLast
        ? bracketBehind(text, start, wordEnd)
        : (quotations[source.quotation[index] ?? -1]?.end ?? wordEnd);
      const stretch = { start, end: Math.max(end, wordEnd) };
      const words = visible(text, stretch.start, stretch.end, markupIn(source.article, stretch)).trimEnd();
      // “A,” she said. “B.”: without the attribution a stop parts the two.
      const parted = !isLast && startsSentence(source, view, place + 1) ? words.replace(/,$/, '.') : words;
      result += parted + (isLast ? '' : ' ');
      first = place + 1;
    }
  }
  return result;
}

function bracketBefore(text: string, word: number, end: number): number {
  const start = signBefore(text, word);
  return /[[(]/.test(text[start - 1] ?? '') && /[\])]/.test(text.slice(start, end + 1)) ? start - 1 : start;
}

/** `@council`, `#harbour`: the sign is part of the word. */
function signBefore(text: string, start: number): number {
  return /[@#]/.test(text[start - 1] ?? '') ? start - 1 : start;
}

function bracketBehind(text: string, start: number, end: number): number {
  return /[\])]/.test(text[end] ?? '') && /[[(]/.test(text.slice(start, end)) ? end + 1 : end;
}

/** A first word that is the same keeps the case that the draft's lead-in gives it. */
function keepCase({ drafted, source, view, pairs }: Alignment, text: string): string {
  const own = drafted.text.slice(drafted.starts[0], drafted.ends[0]);
  const index = view[pairs[0] ?? -1] ?? -1;
  const other = source.article.text.slice(source.starts[index], source.ends[index]);
  const isSame = (pairs[0] ?? -1) >= 0 && own !== other && own.slice(1) === other.slice(1);
  return isSame && own.toLowerCase() === other.toLowerCase() ? own.slice(0, 1) + text.slice(1) : text;
}
