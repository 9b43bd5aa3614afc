import type { Draft } from '../draft/draft.ts';
import type { Alignment } from './align.ts';
import type { Drafted } from './drafted.ts';
import { bracketChange, ownWords, unwrappedChanges } from './brackets.ts';
import { changeOf } from './changes.ts';
import { changedActs, differencesOf } from './differences.ts';
import { linksOf } from './links.ts';
import { edgesOf } from './edges.ts';
import type { Link } from './links.ts';
import { printedAlike } from './printed-alike.ts';
import { isShortName } from './shortened.ts';
import { startsSentence } from './sentence-edges.ts';
import type { Change, Difference } from './verdict.ts';

/** A stretch of the view. */
export interface Gap {
  readonly start: number;
  readonly end: number;
}

/** How much of a drafted quotation is found in the words of a source that it was laid beside. */
export interface Match {
  readonly alignment: Alignment;
  readonly links: readonly Link[];
  /** Drafted words that stand in the source in order; and all, those that brackets put in left out. */
  readonly matched: number;
  readonly total: number;
  /** The longest run of drafted words that stand side by side in the source. */
  readonly longestRun: number;
  /** Share of the matched among all drafted words; small words count less. */
  readonly weight: number;
}

/** What differs between a drafted quotation and the words of a source that it was laid beside. */
export interface Comparison extends Match {
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
  /** The matched stretch of the view, words replaced at its edges included. */
  readonly start: number;
  readonly end: number;
}

/** Compares word by word; where nothing but what never counts differs, `changes` and `sentences` are empty. */
export function compare(draft: Draft, match: Match): Comparison {
  const { alignment, links } = match;
  const { start, end } = edgesOf(alignment, links[0], links.at(-1));
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
    for (const part of atEllipsis(alignment, withinSentence(alignment, links, block))) {
      tell(draft, alignment, links, part, told);
    }
  }
  const printed = printedAlike(alignment, links);
  told.changes.push(...unwrappedChanges(draft, alignment, links));
  told.changes.push(...changedActs(alignment, links, printed));
  told.changes.sort((one, other) => one.draftSpan.start - other.draftSpan.start);
  const differences = differencesOf(alignment, links, printed);
  if (told.brackets) {
    differences.add('brackets');
  }
  if (told.elided.length > 0) {
    differences.add('ellipsis');
  }
  // Written out: the engine takes a microsecond for each property behind a spread.
  return {
    alignment,
    links,
    matched: match.matched,
    total: match.total,
    longestRun: match.longestRun,
    weight: match.weight,
    changes: told.changes,
    differences,
    sentences: told.sentences,
    dropped: told.dropped,
    elided: told.elided,
    kept: told.kept,
    start,
    end,
  };
}

/**
 * At an edge the aligner may lay a word that was put in beside the next or the last sentence of the source: there it
 * replaces nothing.
 */
function withinSentence({ source, view }: Alignment, links: readonly Link[], block: Block): Block {
  let { view: start, viewEnd: end } = block;
  if (block.draft === 0) {
    for (let place = end; place > start; place--) {
      start = startsSentence(source, view, place) ? Math.max(start, place) : start;
    }
  }
  if (links.at(-1)?.viewEnd === block.view && block.draft > 0) {
    for (let place = end - 1; place >= start; place--) {
      end = startsSentence(source, view, place) ? place : end;
    }
  }
  return { draft: block.draft, draftEnd: block.draftEnd, view: start, viewEnd: end };
}

/** A block with an ellipsis among its words: what is replaced before it, what it leaves out, what is replaced behind. */
function atEllipsis({ drafted }: Alignment, block: Block): readonly Block[] {
  for (let word = block.draft; word <= block.draftEnd && word < drafted.length; word++) {
    const before = word - block.draft;
    const behind = block.draftEnd - word;
    const isInside = word > 0 && drafted.ellipsis[word] === 1 && before + behind > 0;
    if (isInside && block.viewEnd - block.view > before + behind) {
      const start = block.view + before;
      const end = block.viewEnd - behind;
      return [
        { draft: block.draft, draftEnd: word, view: block.view, viewEnd: start },
        { draft: word, draftEnd: word, view: start, viewEnd: end },
        { draft: word, draftEnd: block.draftEnd, view: end, viewEnd: block.viewEnd },
      ].filter(it => it.draftEnd > it.draft || it.viewEnd > it.view);
    }
  }
  return [block];
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
  const sourceWords = ownWords(alignment, links, gap);
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
    if (bracketed.length > 0) {
      const change = bracketChange(draft, alignment, links, {
        ...block,
        bracketed,
        places: sourceWords,
        elides,
      });
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
    if (isShortName(alignment, links, gap)) {
      told.brackets = true;
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

/** Counts the words that match, which costs little: what matches too few need not be compared. */
export function matchOf(alignment: Alignment): Match {
  const { drafted } = alignment;
  const links = linksOf(alignment);
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
    const worth = worthOf(drafted, word);
    total++;
    all += worth;
    if (isMatched[word] === 1) {
      matched++;
      weight += worth;
    }
  }
  return { alignment, links, matched, total, longestRun, weight: all === 0 ? 0 : weight / all };
}

/** What a drafted word counts among the others. */
export function worthOf(drafted: Drafted, word: number): number {
  return drafted.small[word] === 1 ? 0.3 : 1;
}
