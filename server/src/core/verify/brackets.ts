import type { Draft } from '../draft/draft.ts';
import type { Reading } from '../parse/reading.ts';
import type { Alignment } from './align.ts';
import { changedInDraft, changedInSource, changeOf, toldChange } from './changes.ts';
import { isOtherSense, isPersonOrQuantity } from './bracket-sense.ts';
import { classify } from './classify.ts';
import type { ChangedWord } from './classify.ts';
import type { Block, Gap } from './compare.ts';
import { governorAt } from './cuts.ts';
import type { Link } from './links.ts';
import { isShortened } from './shortened.ts';
import { matchNames } from './names-alike.ts';
import { bracketKinds } from './read-source.ts';
import { gapAfter, startsSentence } from './sentence-edges.ts';
import type { Change } from './verdict.ts';

/** More words than these are not replaced by one bracket, but cut. */
const mostReplaced = 8;
/** More words than these are not explained by one bracket, but put into the speaker's mouth. */
const mostPut = 12;
const mostPutInRound = 5;

/**
 * The positions of a stretch without those that the source itself has in a bracket of which nothing matches, or that the
 * draft has in one, shortened.
 */
export function ownWords(alignment: Alignment, links: readonly Link[], gap: Gap): readonly number[] {
  const { view } = alignment;
  const places: number[] = [];
  for (let place = gap.start; place < gap.end;) {
    let end = place + 1;
    if (!isBracketed(alignment, place)) {
      places.push(place);
    } else {
      let start = place;
      while (start > 0 && isBracketed(alignment, start - 1)) {
        start--;
      }
      while (end < view.length && isBracketed(alignment, end)) {
        end++;
      }
      const kept = links.filter(it => it.view >= start && it.view < end);
      const counts = kept.length > 0 && !isShortened(alignment, kept, { start, end });
      for (let inside = place; counts && inside < Math.min(end, gap.end); inside++) {
        places.push(inside);
      }
    }
    place = end;
  }
  return places;
}

function isBracketed({ source, view }: Alignment, place: number): boolean {
  return (source.bracketed[view[place] ?? -1] ?? bracketKinds.none) !== bracketKinds.none;
}

/** A block whose drafted words all stand in brackets. */
export interface BracketBlock extends Block {
  /** The drafted words. */
  readonly bracketed: readonly number[];
  /** The source's own words, as `ownWords` gives them. */
  readonly places: readonly number[];
  /** Whether an ellipsis of the draft stands there too. */
  readonly elides: boolean;
}

/**
 * The change that drafted words in brackets make, if it counts. A bracket may put words in, or stand for words of the
 * source; but not alter a bracket of the source's own, not take a negation, a modal or a figure away, not bring a
 * negation in, not say more than the speaker, and nothing else.
 */
export function bracketChange(
  draft: Draft,
  alignment: Alignment,
  links: readonly Link[],
  block: BracketBlock,
): Change | undefined {
  const { drafted, view } = alignment;
  const { bracketed, places } = block;
  const group = drafted.bracket[bracketed[0] ?? 0] ?? 0;
  // At the end the source's bracket is left behind the last word that matches.
  const replacesOwn =
    block.draftEnd === drafted.length &&
    drafted.round.has(group) &&
    block.viewEnd < view.length &&
    isBracketed(alignment, block.viewEnd) &&
    quotationAt(alignment, block.viewEnd) === quotationAt(alignment, block.viewEnd - 1);
  if (replacesOwn || places.length < block.viewEnd - block.view || isLiteral(alignment, links, group)) {
    let viewEnd = block.viewEnd;
    while (
      viewEnd < view.length &&
      isBracketed(alignment, viewEnd) &&
      !links.some(it => it.view === viewEnd)
    ) {
      viewEnd++;
    }
    return changeOf(draft, alignment, { ...block, viewEnd });
  }
  const put = bracketed.map(word => changedInDraft(draft, alignment, word));
  const own = ownBefore(alignment, block);
  if (own !== undefined && own.viewEnd - own.view === put.length) {
    // `[We’ve] been busy`, from `[I’ve] been busy`: neither editor's word for the other's.
    const change = changeOf(draft, alignment, own);
    if (change.class !== 'wording' && change.class !== 'name' && !isNamedInstead(alignment, own, put)) {
      return change;
    }
  }
  const taken = block.elides ? [] : places.map(place => changedInSource(alignment, place));
  const kind = classify(put, taken);
  const isGrave =
    kind === 'negation' ||
    (taken.length > 0 && (kind === 'number' || kind === 'modal')) ||
    taken.length > mostReplaced;
  const most = drafted.round.has(group) ? mostPutInRound : Math.max(3, Math.min(mostPut, links.length));
  const stem = put[0]?.key ?? '';
  const isForged =
    drafted.glued.has(group) && taken.length > 0 && !taken[0]?.key.startsWith(stem.slice(0, 3));
  const before = block.draft === 0 ? '' : drafted.key(block.draft - 1);
  const instead = block.elides || taken.length > 0 ? taken : besideEdge(alignment, block);
  const isOther =
    !drafted.glued.has(group) &&
    (isOtherSense(put, instead, before) || isOtherPerson(draft, alignment, block));
  if (isGrave || isForged || put.length > most || isOther) {
    return changeOf(draft, alignment, block);
  }
  return swallowedBefore(draft, alignment, block);
}

/** `[Farmers] will lose it`, from `[They] will lose it`: the draft's editor names whom the source's has a pronoun for. */
function isNamedInstead(alignment: Alignment, own: Block, put: readonly ChangedWord[]): boolean {
  const word = changedInSource(alignment, own.view).key;
  return (
    own.viewEnd - own.view === 1 &&
    /^(?:they|he|she|it|these|those)$/.test(word) &&
    classify(put, []) === 'wording' &&
    !put.some(it => isPersonOrQuantity(it.key))
  );
}

/** At an edge the source's word in whose place a bracket stands: only of a pronoun or a quantity is that sure. */
function besideEdge(
  alignment: Alignment,
  { draft, draftEnd, view: start, viewEnd }: Block,
): readonly ChangedWord[] {
  const { source, view, drafted } = alignment;
  const isFirst = draft === 0;
  const place = isFirst ? viewEnd - 1 : start;
  const isInSentence =
    place >= 0 && place < view.length && !startsSentence(source, view, isFirst ? viewEnd : start);
  if (
    !isInSentence ||
    (!isFirst && draftEnd < drafted.length) ||
    quotationAt(alignment, place) !== quotationAt(alignment, isFirst ? viewEnd : start - 1)
  ) {
    return [];
  }
  const word = changedInSource(alignment, place);
  const isJoint = isFirst && isJointSubject(alignment, place);
  return !isJoint &&
    isPersonOrQuantity(word.key) &&
    (isFirst || /^\s*$/.test(gapAfter(source, view, start - 1)))
    ? [word]
    : [];
}

/** `My husband and I`, as a sentence begins, are `[we]`; `and I`, behind more than that, is not. */
function isJointSubject({ source, view }: Alignment, place: number): boolean {
  let start = place - 1;
  if (source.key(view[start] ?? -1) !== 'and' || startsSentence(source, view, start)) {
    return false;
  }
  while (start > Math.max(0, place - longestJoint) && !startsSentence(source, view, start)) {
    start--;
  }
  return startsSentence(source, view, start);
}

/** Words of a subject of two, up to the second. */
const longestJoint = 5;

/** Whether a bracket puts somebody else's name, or a part of it, where the source has a person's. */
function isOtherPerson(draft: Draft, { drafted, source, view }: Alignment, block: BracketBlock): boolean {
  const { article } = source;
  const first = source.starts[view[block.places[0] ?? -1] ?? -1] ?? 0;
  const last = source.ends[view[block.places.at(-1) ?? -1] ?? -1] ?? 0;
  const start = drafted.starts[block.draft] ?? 0;
  const end = drafted.ends[block.draftEnd - 1] ?? 0;
  if (block.elides || last === 0) {
    return false;
  }
  // `[Ida] Olsen`, for `Rolf Olsen`
  const whole = article.mentions.find(
    it => it.kind === 'person' && it.start <= first && last <= it.end && last - first < it.end - it.start,
  );
  if (whole !== undefined) {
    const put = draft.text.slice(start, end);
    const name = article.text.slice(whole.start, first) + put + article.text.slice(last, whole.end);
    return matchNames(name, whole.text) === 'different';
  }
  const [put, ...more] = namesWithin(draft, start, end);
  const [taken, ...others] = namesWithin(article, first, last);
  return (
    put !== undefined &&
    taken !== undefined &&
    more.length + others.length === 0 &&
    matchNames(put, taken) === 'different'
  );
}

/** The people named in a stretch of a text, in full. */
function namesWithin({ mentions, entities }: Reading, start: number, end: number): readonly string[] {
  return mentions
    .filter(it => it.kind === 'person' && it.start >= start && it.end <= end)
    .map(it => entities[it.entity]?.name ?? it.text);
}

/** The source's own bracket right before the first word that matches, where one of the draft stands in its place. */
function ownBefore(alignment: Alignment, block: Block): Block | undefined {
  let view = block.viewEnd;
  while (
    block.draft === 0 &&
    view > 0 &&
    isBracketed(alignment, view - 1) &&
    quotationAt(alignment, view - 1) === quotationAt(alignment, block.viewEnd)
  ) {
    view--;
  }
  return view < block.viewEnd ? { ...block, view } : undefined;
}

function quotationAt({ source, view }: Alignment, place: number): number | undefined {
  return source.quotation[view[place] ?? -1];
}

/**
 * Whether a bracket of the draft is the source's own, some of whose words match: then its words count like others. Round
 * ones may be the speaker's aside, so that any match will do.
 */
function isLiteral(alignment: Alignment, links: readonly Link[], group: number): boolean {
  const { drafted } = alignment;
  return links.some(
    it =>
      drafted.bracket[it.draft] === group && (drafted.round.has(group) || isBracketed(alignment, it.view)),
  );
}

/** A bracket at the start stands for what was cut before: `[The railways] run …`, from `they will not run …`. */
function swallowedBefore(draft: Draft, alignment: Alignment, block: Block): Change | undefined {
  if (block.draft > 0 || block.draftEnd >= alignment.drafted.length) {
    return undefined;
  }
  const governor = governorAt(alignment.source, alignment.view, block.viewEnd, block.viewEnd);
  return governor < 0 ? undefined : changeOf(draft, alignment, { ...block, view: governor });
}

/** Words that the source prints in square brackets are its editor's; without the brackets the draft has them said. */
export function unwrappedChanges(
  draft: Draft,
  alignment: Alignment,
  links: readonly Link[],
): readonly Change[] {
  const { drafted, source, view } = alignment;
  const isUnwrapped = (link: Link | undefined): boolean =>
    link !== undefined &&
    drafted.bracket[link.draft] === 0 &&
    source.bracketed[view[link.view] ?? -1] === bracketKinds.square;
  const changes: Change[] = [];
  for (let index = links.findIndex(isUnwrapped); index >= 0 && index < links.length; index++) {
    const first = links[index];
    if (first === undefined || !isUnwrapped(first)) {
      continue;
    }
    let last = first;
    while (isUnwrapped(links[index + 1])) {
      last = links[++index] ?? last;
    }
    const before = drafted.text[(drafted.starts[first.draft] ?? 0) - 1];
    const behind = drafted.text[drafted.ends[last.draftEnd - 1] ?? -1];
    // A cut that went through the bracket left half of it.
    if (before !== '[' && behind !== ']') {
      const { draft: word, view: place } = first;
      const block = { draft: word, draftEnd: last.draftEnd, view: place, viewEnd: last.viewEnd };
      // The same words on both sides: what they are decides.
      const said = changeOf(draft, alignment, { ...block, viewEnd: place });
      changes.push({ ...toldChange(changeOf(draft, alignment, block)), class: said.class });
    }
  }
  return changes;
}
