import { neverCloses } from './places.ts';
import { lineStart } from '../text/lines.ts';
import type { Draft } from '../draft/draft.ts';
import type { Span } from '../text/span.ts';

/** Where words go in that are put in at a cursor: behind what begins its line, such as `> `, and behind a citation, an address or a code span that it stands in. */
export function outsideMarkup(draft: Draft, offset: number): number {
  const { text, blocks } = draft;
  const block = blocks.findLast(it => it.start <= offset);
  const next = blocks.find(it => it.start > offset);
  const isPastBlock = block === undefined || block.end < offset;
  if (next !== undefined && isPastBlock && !/[\r\n]/.test(text.slice(lineStart(text, offset), next.start))) {
    return next.start;
  }
  const around = [...(block?.hidden ?? []), ...draft.citations].find(
    it =>
      offset < it.end && (it.start < offset || (it.start === offset && lineStart(text, offset) === offset)),
  );
  return around?.end ?? offset;
}

/**
 * Where a quotation goes that is put in at a cursor: where it stands, unless it would cut a word in two, or part a quotation
 * from its attribution; then behind that sentence.
 */
export function outsideSentence(draft: Draft, offset: number): number {
  const said = draft.utterances
    .flatMap((_, utterance) => spokenAround(draft, utterance, offset))
    .find(it => it.start < offset && offset < it.end && !isUnclosedBehind(draft, it, offset));
  if (said !== undefined) {
    return sentenceEnd(draft, said.end);
  }
  return isInWord(draft.text, offset) ? sentenceEnd(draft, offset) : offset;
}

/** Whether words from an offset on are quoted and never close: what stands behind them would be a part of them. */
function isUnclosedBehind(draft: Draft, { end }: Span, offset: number): boolean {
  return draft.quotations.some(
    it => offset <= it.outer.start && it.outer.start < end && neverCloses(draft, it),
  );
}

/** Whether an offset would part a word in two. */
export function isInWord(text: string, offset: number): boolean {
  return /^[\p{L}\p{M}\p{N}]{2}$/u.test(text.slice(Math.max(0, offset - 1), offset + 1));
}

/** Whether a quotation with its attribution ends at a cursor and its sentence has no stop: `“We go.” — Ivar Lund`. */
export function isSaidUpTo(draft: Draft, offset: number): boolean {
  const { text } = draft;
  return draft.utterances
    .flatMap((_, utterance) => spokenAround(draft, utterance, offset))
    .some(
      it =>
        it.end <= offset &&
        text.slice(it.end, offset).trim() === '' &&
        !/[.?!:,]\P{L}*$/u.test(text.slice(it.start, it.end)),
    );
}

/** From the first to the last of what an utterance is made of in the paragraph of a cursor: its quotations, cue and speaker. */
function spokenAround({ quotations, blocks }: Draft, utterance: number, offset: number): readonly Span[] {
  const block = blocks.find(it => it.start <= offset && offset <= it.end);
  if (block === undefined) {
    return [];
  }
  const parts = quotations
    .filter(it => it.utterance === utterance && it.mark !== 'none')
    .flatMap(({ outer, speaker, cue }) => [outer, speaker, cue])
    .filter(it => it !== undefined && block.start <= it.start && it.end <= block.end)
    .filter(it => it !== undefined);
  return parts.length === 0
    ? []
    : [{ start: Math.min(...parts.map(it => it.start)), end: Math.max(...parts.map(it => it.end)) }];
}

/** Where the sentence ends that what stands before the offset is a part of. */
function sentenceEnd({ text, blocks }: Draft, offset: number): number {
  const block = blocks.find(it => it.start <= offset && offset <= it.end);
  const rest = text.slice(offset, block?.end ?? offset);
  if (/[.?!]\P{L}*$/u.test(text.slice(Math.max(0, offset - 3), offset)) && /^\s+\P{Ll}/u.test(rest)) {
    return offset;
  }
  const end = /[.?!]["”’]?(?=\s|$)/u.exec(rest);
  return offset + (end === null ? rest.length : end.index + end[0].length);
}
