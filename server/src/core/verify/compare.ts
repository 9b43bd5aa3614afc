import type { Draft } from '../draft/draft.ts';
import type { Alignment } from './align.ts';
import { changedInDraft, changedInSource, changeOf } from './changes.ts';
import { changedActs, differencesOf } from './differences.ts';
import { classify, isSmallWord } from './classify.ts';
import { linksOf } from './links.ts';
import type { Link } from './links.ts';
import { governorAt } from './cuts.ts';
import { startsSentence } from './sentence-edges.ts';
import { bracketKinds } from './source-words.ts';
import type { Change, Difference } from './verdict.ts';

/** A stretch of the view. */
export interface Gap {
  readonly start: number;
  readonly end: number;
}

/** What differs between a drafted quotation and the words of a source that it was laid beside. */
export interface Comparison {
  readonly alignment: Alignment;
  readonly links: readonly Link[];
  /** What counts; whole sentences dropped are in `sentences`. */
  readonly changes: readonly Change[];
  /** What never counts. */
  readonly differences: ReadonlySet<Difference>;
  /** Whole sentences left out without an ellipsis. */
  readonly sentences: readonly Gap[];
  /** Other words left out without an ellipsis. */
  readonly dropped: readonly Gap[];
  /** Left out under an ellipsis. */
  readonly elided: readonly Gap[];
  /** Where the draft may keep its own text: ellipses, and brackets that are in order. */
  readonly kept: readonly Block[];
  /** Drafted words that stand in the source in order; and all, those that brackets put in left out. */
  readonly matched: number;
  readonly total: number;
  /** The longest run of drafted words that stand side by side in the source. */
  readonly longestRun: number;
  /** Share of the matched among all drafted words; small words count less. */
  readonly weight: number;
  /** The matched stretch of the view, words replaced at its edges included. */
  readonly start: number;
  readonly end: number;
}

/** Compares word by word; where nothing but what never counts differs, `changes` and `sentences` are empty. */
export function compare(draft: Draft, alignment: Alignment): Comparison {
  const links = linksOf(alignment);
  const first = links[0];
  const last = links.at(-1);
  const start =
    first === undefined
      ? alignment.start
      : first.draft === 0
        ? first.view
        : Math.min(alignment.start, first.view);
  const isWhole = last?.draftEnd === alignment.drafted.length;
  const end =
    last === undefined ? alignment.end : isWhole ? last.viewEnd : Math.max(alignment.end, last.viewEnd);
  const blocks: Block[] = [];
  let word = 0;
  let place = start;
  for (const link of links) {
    if (link.draft > word || link.view > place) {
      blocks.push({ draft: word, draftEnd: link.draft, view: place, viewEnd: link.view });
    }
    word = link.draftEnd;
    place = link.viewEnd;
  }
  if (alignment.drafted.length > word || end > place) {
    blocks.push({ draft: word, draftEnd: alignment.drafted.length, view: place, viewEnd: end });
  }

  const told: Told = { changes: [], sentences: [], dropped: [], elided: [], kept: [], brackets: false };
  for (const block of blocks) {
    tell(draft, alignment, links, block, told);
  }
  unwrapped(draft, alignment, links, told);
  told.changes.push(...changedActs(alignment, links));
  told.changes.sort((one, other) => one.draftSpan.start - other.draftSpan.start);
  const differences = differencesOf(alignment, links);
  if (told.brackets) {
    differences.add('brackets');
  }
  if (told.elided.length > 0) {
    differences.add('ellipsis');
  }
  return {
    alignment,
    links,
    changes: told.changes,
    differences,
    sentences: told.sentences,
    dropped: told.dropped,
    elided: told.elided,
    kept: told.kept,
    ...measure(alignment, links),
    start,
    end,
  };
}

/** Drafted words and words of the source between two matches, or at an edge. */
export interface Block {
  readonly draft: number;
  readonly draftEnd: number;
  readonly view: number;
  readonly viewEnd: number;
}

interface Told {
  readonly changes: Change[];
  readonly sentences: Gap[];
  readonly dropped: Gap[];
  readonly elided: Gap[];
  readonly kept: Block[];
  brackets: boolean;
}

/** Says what a block is: a change, an ellipsis, a bracket, or sentences dropped. */
function tell(draft: Draft, alignment: Alignment, links: readonly Link[], block: Block, told: Told): void {
  const { drafted, source, view } = alignment;
  const gap = { start: block.view, end: block.viewEnd };
  const sourceWords = own(alignment, gap);
  const plain: number[] = [];
  const bracketed: number[] = [];
  for (let word = block.draft; word < block.draftEnd; word++) {
    (drafted.bracket[word] === 0 ? plain : bracketed).push(word);
  }
  let elides = false;
  for (let word = Math.max(1, block.draft); word <= block.draftEnd && word < drafted.length; word++) {
    elides ||= drafted.ellipsis[word] === 1;
  }

  if (plain.length === 0) {
    if (sourceWords.length < gap.end - gap.start) {
      // The source's own brackets are its editor's words.
      told.brackets = true;
    }
    if (bracketed.length > 0 && isLiteral(alignment, links, drafted.bracket[bracketed[0] ?? 0] ?? 0)) {
      told.changes.push(
        changeOf(draft, alignment, { ...block, viewEnd: bracketEnd(alignment, block.viewEnd) }),
      );
      return;
    }
    if (bracketed.length > 0) {
      const taken = elides ? [] : sourceWords.length < gap.end - gap.start ? range(gap) : sourceWords;
      const change =
        bracketChange(draft, alignment, bracketed, taken, block) ?? swallowedBefore(draft, alignment, block);
      if (change === undefined) {
        told.brackets = true;
        told.kept.push(block);
        if (elides && sourceWords.length > 0) {
          told.elided.push(gap);
        }
      } else {
        told.changes.push(change);
      }
      return;
    }
    if (sourceWords.length === 0) {
      return;
    }
    if (elides) {
      told.elided.push(gap);
      told.kept.push(block);
      return;
    }
    const whole = startsSentence(source, view, gap.start) && startsSentence(source, view, gap.end);
    if (whole) {
      told.sentences.push(gap);
      return;
    }
    told.dropped.push(gap);
  }
  told.changes.push(changeOf(draft, alignment, block));
}

/** The positions of a stretch, those left out that the source itself has in brackets. */
function own(alignment: Alignment, gap: Gap): readonly number[] {
  const places: number[] = [];
  for (let place = gap.start; place < gap.end; place++) {
    if (alignment.source.bracketed[alignment.view[place] ?? -1] === bracketKinds.none) {
      places.push(place);
    }
  }
  return places;
}

/** Whether a bracket of the draft is the source's own, some of whose words match: then its words count like others. */
function isLiteral({ drafted, source, view }: Alignment, links: readonly Link[], group: number): boolean {
  return links.some(
    it =>
      drafted.bracket[it.draft] === group && source.bracketed[view[it.view] ?? -1] === bracketKinds.square,
  );
}

function bracketEnd({ source, view }: Alignment, from: number): number {
  let end = from;
  while (source.bracketed[view[end] ?? -1] === bracketKinds.square) {
    end++;
  }
  return end;
}

function range(gap: Gap): readonly number[] {
  return Array.from({ length: gap.end - gap.start }, (_, index) => gap.start + index);
}

/** More words than this are not replaced by one bracket, but cut. */
const mostReplaced = 8;

/**
 * A bracket may put words in, or stand for words of the source; but not take a negation, a modal or a figure away, and
 * not bring a negation in.
 */
function bracketChange(
  draft: Draft,
  alignment: Alignment,
  bracketed: readonly number[],
  places: readonly number[],
  block: Block,
): Change | undefined {
  const { drafted } = alignment;
  const put = bracketed.map(word => changedInDraft(draft, alignment, word));
  const taken = places.map(place => changedInSource(alignment, place));
  const kind = classify(put, taken);
  const grave =
    kind === 'negation' ||
    (taken.length > 0 && (kind === 'number' || kind === 'modal')) ||
    taken.length > mostReplaced;
  const group = drafted.bracket[bracketed[0] ?? 0] ?? 0;
  const tooLong = drafted.round.has(group) && bracketed.length > 5;
  const stem = put[0]?.key ?? '';
  const forged = drafted.glued.has(group) && taken.length > 0 && !taken[0]?.key.startsWith(stem.slice(0, 3));
  return grave || tooLong || forged ? changeOf(draft, alignment, block) : undefined;
}

/** A bracket at the start stands for what was cut before: `[The railways] run …`, from `they will not run …`. */
function swallowedBefore(draft: Draft, alignment: Alignment, block: Block): Change | undefined {
  if (block.draft > 0 || block.draftEnd >= alignment.drafted.length) {
    return undefined;
  }
  const governor = governorAt(alignment.source, alignment.view, block.viewEnd, block.viewEnd);
  return governor < 0 ? undefined : changeOf(draft, alignment, { ...block, view: governor });
}

/** Words that the source prints in brackets are its editor's; without the brackets the draft has them said. */
function unwrapped(draft: Draft, alignment: Alignment, links: readonly Link[], told: Told): void {
  const { drafted, source, view } = alignment;
  for (let index = 0; index < links.length; index++) {
    const isUnwrapped = (link: Link | undefined): boolean =>
      link !== undefined &&
      drafted.bracket[link.draft] === 0 &&
      source.bracketed[view[link.view] ?? -1] === bracketKinds.square;
    const first = links[index];
    if (first === undefined || !isUnwrapped(first)) {
      continue;
    }
    let last = first;
    while (isUnwrapped(links[index + 1])) {
      last = links[++index] ?? last;
    }
    told.changes.push(
      changeOf(draft, alignment, {
        draft: first.draft,
        draftEnd: last.draftEnd,
        view: first.view,
        viewEnd: last.viewEnd,
      }),
    );
  }
}

function measure(
  alignment: Alignment,
  links: readonly Link[],
): Pick<Comparison, 'matched' | 'total' | 'longestRun' | 'weight'> {
  const { drafted } = alignment;
  const isMatched = new Uint8Array(drafted.length);
  let longestRun = 0;
  let run = 0;
  let before: Link | undefined;
  for (const link of links) {
    isMatched.fill(1, link.draft, link.draftEnd);
    const adjoins = before !== undefined && before.draftEnd === link.draft && before.viewEnd === link.view;
    run = adjoins ? run + 1 : 1;
    longestRun = Math.max(longestRun, run);
    before = link;
  }
  let matched = 0;
  let total = 0;
  let weight = 0;
  let all = 0;
  for (let word = 0; word < drafted.length; word++) {
    if (drafted.bracket[word] !== 0 && isMatched[word] === 0) {
      continue;
    }
    const worth = isSmallWord(drafted.key(word)) ? 0.3 : 1;
    total++;
    all += worth;
    if (isMatched[word] === 1) {
      matched++;
      weight += worth;
    }
  }
  return { matched, total, longestRun, weight: all === 0 ? 0 : weight / all };
}
