import type { Draft } from '../draft/draft.ts';
import type { Quotation } from '../parse/reading.ts';
import type { Span } from '../text/span.ts';
import { Memo } from '../text/memo.ts';
import { foldWords } from '../text/words.ts';
import { wordSet } from '../text/word-set.ts';
import type { Comparison } from './compare.ts';
import { isNegation } from './classify.ts';
import { endsInHedge, hedgeAt } from './hedges.ts';
import type { Link } from './links.ts';
import { partBefore } from './utterance-parts.ts';
import { beside, governorAt, longestSentence, sentenceStart } from './cuts.ts';
import { governorAfter, turnsBack } from './governor-after.ts';
import { idleNext, isCondition, isDenial } from './governing-words.ts';
import { tellsCondition } from './phrases-of-condition.ts';
import type { Beside } from './governing-words.ts';
import { leadOf, narratorsDenial } from './narrators-denial.ts';
import { gapAfter, startsSentence } from './sentence-edges.ts';
import type { SourceWords } from './source-words.ts';
import { isUnreal } from './unreal.ts';

/**
 * The words of the source that were cut off, before, behind or under an ellipsis, and turn the meaning of those kept:
 * a negation, a condition or “some say” that governs them, within the same sentence inside the same marks; a negation of
 * the narrator's that the draft's own lead-in drops; or a following sentence that opens with *but*, *however* or *not* and
 * takes them back. Undefined where nothing does.
 */
export function clippedFrom(comparison: Comparison, context: Context): Span | undefined {
  const { alignment, links } = comparison;
  const { source, view, drafted } = alignment;
  const first = links[0];
  const last = links.at(-1);
  if (first === undefined || last === undefined) {
    return undefined;
  }
  if (first.draft === 0 && isSolid(alignment, links, 0, 1) && !context.deniesBefore) {
    const cut = cutBefore(source, view, 0, first.view, last.viewEnd);
    if (cut !== undefined) {
      return cut;
    }
    const denied = narratorsDenial(source, view[first.view] ?? -1, context.lead);
    if (denied !== undefined) {
      return denied;
    }
  }
  const isHedged = first.draft === 0 && comparison.changes.length === 0 && !context.hedges;
  const hedge = isHedged && isSolid(alignment, links, 0, 1) ? hedgeAt(source, view, first.view) : -1;
  if (hedge >= 0) {
    return spanOf(source, view, hedge, first.view);
  }
  for (const gap of comparison.elided) {
    const cut = cutUnder(source, view, gap.start, gap.end);
    if (cut !== undefined) {
      return cut;
    }
  }
  if (
    last.draftEnd === drafted.length &&
    isSolid(alignment, links, links.length - 1, -1) &&
    !context.deniesBehind
  ) {
    return cutBehind(source, view, last.viewEnd, view.length, true);
  }
  return undefined;
}

/** Whether a few words at an edge stand side by side in the source: a chance match there was cut from nothing. */
function isSolid(
  { drafted }: Comparison['alignment'],
  links: readonly Link[],
  from: number,
  step: number,
): boolean {
  for (let at = from; at !== from + 2 * step && at + step >= 0 && at + step < links.length; at += step) {
    const [one, other] = step > 0 ? [links[at], links[at + step]] : [links[at + step], links[at]];
    const goesOn = one?.viewEnd === other?.view && one?.draftEnd === other?.draft;
    // `use of … force`: behind two words an ellipsis is the draft's own cut.
    const isElided = at !== from && drafted.ellipsis[other?.draft ?? 0] === 1;
    if (!goesOn && !isElided) {
      return false;
    }
    if (isElided) {
      return true;
    }
  }
  return true;
}

/** What the draft itself says around a quotation: it may have kept the negation in its own words. */
export interface Context {
  readonly deniesBefore: boolean;
  readonly deniesBehind: boolean;
  /** `denied saying “…”`, `quoting her father: “…”`: so it may tell itself that the words are not the speaker's. */
  readonly disowns: boolean;
  /** `has “proof”`: the verb that leads in, as `leadOf` gives it. */
  readonly lead: string;
  /** `at least “300 families”`: so it may have kept the hedge. */
  readonly hedges: boolean;
}

/** Reads the draft's sentence around a quotation. */
export function contextOf(draft: Draft, quotation: Quotation): Context {
  const block = draft.blocks[quotation.block];
  const start = Math.max(block?.start ?? 0, quotation.outer.start - 160);
  const end = Math.min(block?.end ?? draft.text.length, quotation.outer.end + 120);
  const before = draft.text.slice(start, quotation.outer.start);
  const behind = draft.text.slice(quotation.outer.end, end);
  const said = saidBefore(draft, quotation);
  const context = remembered.get(`${before}\u0000${behind}\u0000${said}`, () =>
    readContext(before, behind, said),
  );
  // A sentence of its own is led in by no verb that goes on in it.
  return /\p{Lu}/u.test(draft.text.charAt(quotation.start)) ? { ...context, lead: '' } : context;
}

/** More than the quotations of a few long drafts: what stands around most is the same from key to key. */
const remembered = new Memo<Context>(1000);

/** `“If it rains,” said Lane of the Harbour Trust, “we wait.”`: the part of the sentence that the draft has quoted already. */
function saidBefore(draft: Draft, quotation: Quotation): string {
  const before = partBefore(draft, quotation);
  const words = before?.block === quotation.block ? draft.text.slice(before.start, before.end) : '';
  return /[,–—-]$/u.test(words) ? words : '';
}

function readContext(before: string, behind: string, said: string): Context {
  const sentence = before.slice(
    Math.max(...[...before.matchAll(/(?:[.!?]["”’]?\s+(?=[\p{Lu}"“‘])|;\s+)/gu)].map(it => it.index + 1), 0),
  );
  const keysBefore = keysOf(sentence, -14);
  const keysBehind = keysOf(behind, 0, 10);
  const isConditional = tellsCondition(keysBefore);
  return {
    hedges: endsInHedge(keysBefore),
    lead: leadOf(sentence),
    disowns: keysBefore.some(it => isDenial(it) || isRecital(it)),
    deniesBefore:
      isConditional ||
      keysBefore.some(
        (it, at, keys) =>
          isDenial(it) || isCondition(it) || turning.has(it) || isUnreal(it) || isTold(keys, at),
      ) ||
      keysOf(said, 0).some(it => isDenial(it) || isCondition(it) || isUnreal(it)),
    deniesBehind:
      isConditional ||
      tellsCondition(keysBehind) ||
      keysBehind.some(
        it => isNegation(it) || isCondition(it) || it === 'but' || it === 'however' || it === 'except',
      ),
  };
}

function isRecital(key: string): boolean {
  return /^(?:quot(?:e|es|ed|ing)|recit(?:e|es|ed|ing)|cit(?:e|es|ed|ing))$/.test(key);
}

/** `She was told that “…”`: the narrator says so, too. */
function isTold(keys: readonly string[], at: number): boolean {
  return keys[at] === 'told' && /^(?:am|is|are|was|were|been|being)$/.test(keys[at - 1] ?? '');
}

/** Words with which a narrator says that something is not so, or not the speaker's own view. */
const turning = wordSet(
  'without against rule ruled rules ruling reject rejects rejected rejecting oppose opposes opposed opposing dismiss dismissed dismisses stop end avoid prevent lack absence contrary critics',
);

/** The words of a text that `Array.slice` would give, folded. */
function keysOf(text: string, start: number, end?: number): readonly string[] {
  const words = foldWords(text);
  const keys: string[] = [];
  const to = Math.min(words.length, end ?? words.length);
  for (let index = start < 0 ? Math.max(0, words.length + start) : start; index < to; index++) {
    keys.push(words.key(index));
  }
  return keys;
}

function cutBefore(
  source: SourceWords,
  view: Int32Array,
  low: number,
  kept: number,
  keptEnd: number,
): Span | undefined {
  const governor = governorAt(source, view, kept, keptEnd, low);
  return governor < 0 ? undefined : spanOf(source, view, governor, kept);
}

function cutBehind(
  source: SourceWords,
  view: Int32Array,
  end: number,
  high: number,
  withNext: boolean,
): Span | undefined {
  let to = end;
  while (to < high && to - end < longestSentence && !startsSentence(source, view, to)) {
    to++;
  }
  if (to > end) {
    const at = governorAfter(
      beside(source, view, end, to),
      source.key(view[end - 1] ?? -1),
      gapAfter(source, view, end - 1),
      () => keptOf(source, view, end),
    );
    return at < 0 ? undefined : spanOf(source, view, end, Math.min(to, end + at + 8));
  }
  if (!withNext || to >= high || source.quotation[view[to] ?? -1] !== source.quotation[view[end - 1] ?? -1]) {
    return undefined;
  }
  let nextEnd = to + 1;
  while (nextEnd < high && nextEnd - to < longestSentence && !startsSentence(source, view, nextEnd)) {
    nextEnd++;
  }
  const next = beside(source, view, to, nextEnd);
  const opens = next[0]?.key ?? '';
  const turns =
    opens === 'not'
      ? next.length <= 8 && !/^(?:only|just|to|that)$/.test(next[1]?.key ?? '')
      : (opens === 'but' || opens === 'however') && turnsBack(next.slice(1));
  return turns ? spanOf(source, view, to, nextEnd) : undefined;
}

/** The words of the sentence up to a cut. */
function keptOf(source: SourceWords, view: Int32Array, end: number): readonly Beside[] {
  return beside(source, view, sentenceStart(source, view, end, 0), end);
}

/** What an ellipsis swallows is looked at from both sides, and as a whole where it lies within one sentence. */
function cutUnder(source: SourceWords, view: Int32Array, start: number, end: number): Span | undefined {
  let breakAt = -1;
  for (let place = start; place <= end; place++) {
    if (startsSentence(source, view, place)) {
      breakAt = place;
      break;
    }
  }
  const behind = cutBehind(source, view, start, breakAt < 0 ? end : breakAt, false);
  if (behind !== undefined) {
    return behind;
  }
  const before = cutBefore(source, view, start, end, end);
  if (before !== undefined) {
    return before;
  }
  if (breakAt >= 0) {
    const isInside = breakAt > start && breakAt < end;
    return isInside && takesSubject(source, view, start, end) ? spanOf(source, view, start, end) : undefined;
  }
  // Within one sentence a negation outside a parenthesis belongs to the clause that the ellipsis joins anew.
  const words = beside(source, view, start, end);
  const opening = gapAfter(source, view, start - 1);
  const closing = words.at(-1)?.gap ?? '';
  if (/[,;:—–(]/.test(opening) && /[,;:—–)]/.test(closing)) {
    return undefined;
  }
  let denial = -1;
  for (let at = 0; at < words.length; at++) {
    const { key, gap } = words[at] ?? { key: '', gap: '' };
    if (isNegation(key) && !idleNext.has(words[at + 1]?.key ?? '')) {
      denial = at;
    }
    // `not because they like him`: what is denied goes on.
    const joins = /^(?:and|but|because|who|which|when|while|so|that|if|than)$/.test(key) && denial !== at - 1;
    if (/[,;:—–]/.test(gap) || joins) {
      denial = -1;
      if (at === words.length - 1) {
        break;
      }
    }
  }
  return denial < 0 ? undefined : spanOf(source, view, start + denial, end);
}

/** `The bread … was a thief`: what an ellipsis makes the subject of another sentence's verb, whose own subject it swallows. */
function takesSubject(source: SourceWords, view: Int32Array, start: number, end: number): boolean {
  const opening = gapAfter(source, view, start - 1);
  const closing = gapAfter(source, view, end - 1);
  const verb = source.key(view[end] ?? -1);
  const own = source.key(view[end - 1] ?? -1);
  return /^\s+$/.test(opening) && /^\s+$/.test(closing) && finite.test(verb) && !meantBefore.test(own);
}

const finite = /^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|does|did)$/;
/** Behind these the subject is that of the sentence before: `The crane must go. It may fall`. */
const meantBefore = /^(?:it|he|she|they|we|i|you|this|that|these|those|who|which|and|but|or|also|never|not)$/;

function spanOf(source: SourceWords, view: Int32Array, from: number, to: number): Span {
  return { start: source.starts[view[from] ?? -1] ?? 0, end: source.ends[view[to - 1] ?? -1] ?? 0 };
}
