import type { Alignment } from './align.ts';
import { isQuestion } from './cuts.ts';
import { visible } from './drafted.ts';
import type { Link } from './links.ts';
import { alike } from './printed-alike.ts';
import { gapAfter, startsSentence } from './sentence-edges.ts';
import type { SourceWords } from './source-words.ts';
import type { Change, Difference } from './verdict.ts';

/** What differs between matched words, and between neighbours, and never counts. */
export function differencesOf(
  alignment: Alignment,
  links: readonly Link[],
  printed: Uint8Array,
): Set<Difference> {
  const { drafted, source, view } = alignment;
  const found = new Set<Difference>();
  let before: Link | undefined;
  for (const [index, link] of links.entries()) {
    if (printed[index] === alike.wordAndGapBefore) {
      before = link;
      continue;
    }
    const draftStart = drafted.starts[link.draft] ?? 0;
    const draftEnd = drafted.ends[link.draftEnd - 1] ?? 0;
    const firstIndex = view[link.view] ?? -1;
    const lastIndex = view[link.viewEnd - 1] ?? -1;
    const one = visible(drafted.text, draftStart, draftEnd, drafted.hidden);
    const other = source.article.text.slice(source.starts[firstIndex], source.ends[lastIndex]);
    if (one !== other) {
      wordDiffers(one, other, found);
    }
    if (before !== undefined && before.draftEnd === link.draft && before.viewEnd === link.view) {
      const draftGap = visible(drafted.text, drafted.ends[link.draft - 1] ?? 0, draftStart, drafted.hidden);
      const previous = view[link.view - 1] ?? -1;
      if (source.quotation[previous] !== source.quotation[firstIndex]) {
        found.add('split');
      } else {
        const sourceGap = source.article.text.slice(source.ends[previous], source.starts[firstIndex]);
        if (draftGap !== sourceGap) {
          gapDiffers(draftGap, sourceGap, found);
        }
      }
    }
    before = link;
  }
  const last = links.at(-1);
  if (last !== undefined && last.draftEnd === drafted.length) {
    const tail = visible(
      drafted.text,
      drafted.ends[drafted.length - 1] ?? 0,
      drafted.span.end,
      drafted.hidden,
    ).trim();
    const index = view[last.viewEnd - 1] ?? -1;
    const closes = source.quotation[view[last.viewEnd] ?? -1] !== source.quotation[index];
    if (closes && tail !== gapAfter(source, view, last.viewEnd - 1).trim()) {
      found.add('typography');
    }
  }
  return found;
}

function wordDiffers(one: string, other: string, found: Set<Difference>): void {
  const plainOne = plain(one);
  const plainOther = plain(other);
  if (plainOne === plainOther) {
    found.add('typography');
    return;
  }
  if (plainOne.toLowerCase() === plainOther.toLowerCase()) {
    found.add('case');
  } else {
    found.add('spelling');
  }
  if (plainOne !== one.replace(/[[\]]/g, '') && plainOther === other) {
    found.add('typography');
  }
}

/** A word without what typography may change in it. */
function plain(word: string): string {
  return word
    .replace(/[-\u2010]\s*\n\s*/g, '')
    .replace(/['’‘ʼ‛`´＇]/g, "'")
    .replace(/[[\]\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .normalize('NFKC')
    .replace(/\s+/g, ' ');
}

function gapDiffers(one: string, other: string, found: Set<Difference>): void {
  // The hyphen at which a line breaks is no spelling.
  const isWrap = /^[-\u2010]\s*\n\s*$/;
  const hyphen = /^[-\u2010\u2011]$/;
  const isOpen = /^\s+$/;
  const apart = (hyphen.test(one) && isOpen.test(other)) || (hyphen.test(other) && isOpen.test(one));
  found.add(apart && !isWrap.test(one) && !isWrap.test(other) ? 'spelling' : 'typography');
}

/**
 * Question and exclamation marks change the act, so one put in, taken away or replaced counts. A quotation cut short
 * without a mark of its own claims none. Two figures are no range (`1, 5`, from `1–5`), and two sentences are not one (`We will
 * close it never`, from `We will close it. Never mind.`).
 */
export function changedActs(
  alignment: Alignment,
  links: readonly Link[],
  printed: Uint8Array,
): readonly Change[] {
  const { drafted, source, view } = alignment;
  const changes: Change[] = [];
  links.forEach((link, index) => {
    if (printed[index + 1] === alike.wordAndGapBefore) {
      return;
    }
    const next = links[index + 1];
    const isLast = next === undefined;
    if (
      isLast ? link.draftEnd !== drafted.length : next.draft !== link.draftEnd || next.view !== link.viewEnd
    ) {
      return;
    }
    const from = drafted.ends[link.draftEnd - 1] ?? 0;
    const to = isLast ? drafted.span.end : (drafted.starts[next.draft] ?? 0);
    if (from === to) {
      return;
    }
    const put = visible(drafted.text, from, to, drafted.hidden);
    const stands = gapAfter(source, view, link.viewEnd - 1);
    if (
      !isLast &&
      isAnotherFigure(put, stands) &&
      isDigit(drafted.text, from - 1) &&
      isDigit(drafted.text, to)
    ) {
      const place = source.starts[view[next.view] ?? -1] ?? 0;
      const before = source.ends[view[link.viewEnd - 1] ?? -1] ?? 0;
      changes.push({
        kind: 'replaced',
        class: 'number',
        draft: put,
        source: source.article.text.slice(before, place),
        draftSpan: { start: from, end: to },
        sourceSpan: { start: before, end: place },
      });
      return;
    }
    const runsOn = !isLast && isRunOn(alignment, link, next, put, stands);
    const one = actOf(put);
    const other = runsOn ? '.' : actOf(stands);
    if (one === other || (isLast && one === '' && (!/[.,]/.test(put) || /…|\.\s?\./.test(put)))) {
      return;
    }
    // A question that is cut short is one still.
    if (isLast && one === '?' && other === '' && isAsked(source, view, link.viewEnd)) {
      return;
    }
    const draftMark = /[?!]+|[.,;:—–-]/.exec(put);
    const sourceMark = /[?!]+|[.,;:—–-]/.exec(stands);
    const sourceEnd = source.ends[view[link.viewEnd - 1] ?? -1] ?? 0;
    changes.push({
      kind: draftMark === null ? 'dropped' : sourceMark === null ? 'inserted' : 'replaced',
      class: 'wording',
      draft: draftMark?.[0] ?? '',
      source: sourceMark?.[0] ?? '',
      draftSpan: spanOf(from, draftMark),
      sourceSpan: spanOf(sourceEnd, sourceMark),
    });
  });
  return changes;
}

/** Whether the sentence that goes on behind a cut asks something, in the same marks. */
function isAsked(source: SourceWords, view: Int32Array, end: number): boolean {
  const [last, next] = [end - 1, end].map(it => source.quotation[view[it] ?? -1]);
  return last === next && !/[.!]/.test(gapAfter(source, view, end - 1)) && isQuestion(source, view, end);
}

/** Whether the draft has nothing but a space, and a small letter, where a sentence of the source ends and another begins. */
function isRunOn(
  { drafted, source, view }: Alignment,
  link: Link,
  next: Link,
  put: string,
  stands: string,
): boolean {
  const start = drafted.starts[next.draft] ?? 0;
  if (
    !/^\s+$/.test(put) ||
    !/\p{Ll}/u.test(drafted.text.charAt(start)) ||
    joining.test(drafted.key(next.draft))
  ) {
    return false;
  }
  const isSplit = source.quotation[view[next.view] ?? -1] !== source.quotation[view[link.viewEnd - 1] ?? -1];
  return (isSplit || /^\.\s/.test(stands)) && startsSentence(source, view, next.view);
}

/** What goes on with the sentence before as well as it begins one. */
const joining = /^(?:and|but|or|nor|so|because|which|who|with|without|especially|including)$/;

/** Whether two figures are a range or a fraction (`10–15`, `1/2`) on one side only. A dash with spaces may be either. */
function isAnotherFigure(one: string, other: string): boolean {
  const isSpaced = [one, other].some(it => /\s[-–—]|[-–—]\s/.test(it));
  return !isSpaced && range.test(one) !== range.test(other);
}

const range = /^[-\u2010\u2011\u2012–—−/⁄]$/;

function isDigit(text: string, at: number): boolean {
  return /\p{Nd}/u.test(text.charAt(at));
}

/** Which act the marks of a gap make: a question, an exclamation, or neither. */
export function actOf(gap: string): string {
  return gap.includes('?') ? '?' : gap.includes('!') ? '!' : '';
}

function spanOf(offset: number, match: RegExpExecArray | null): { start: number; end: number } {
  const start = offset + (match?.index ?? 0);
  return { start, end: start + (match?.[0].length ?? 0) };
}
