import { touches } from '../text/span.ts';
import { fitCell, restOfLine, rowAt } from './cells.ts';
import { citationEdits } from './cite.ts';
import { closedWith, restOfParagraph, sentenceBefore } from './closed-words.ts';
import { isSaidUpTo, outsideMarkup, outsideSentence } from './cursor.ts';
import { fitWords, replaceWords } from './fit.ts';
import { introduction, lastSentence } from './introduction.ts';
import { knownNames } from './known-names.ts';
import { marksOf, sourceWords } from './marks.ts';
import { blockTyped, openedAt } from './opened.ts';
import { endBetween, leadsIn, type End } from './sentence-around.ts';
import { past, wrapped } from './wrap.ts';
import { asWritten } from './written.ts';
import type { CheckContext } from './context.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { Draft } from '../draft/draft.ts';
import type { Edit } from './actions.ts';
import type { Marks } from './marks.ts';
import type { Passage, Verdict } from '../verify/verdict.ts';
import type { Quotation } from '../parse/reading.ts';
import type { Span } from '../text/span.ts';

/** A quotation of a source, put into a draft. */
export interface InsertedQuotation {
  /** In the order of their place; they never overlap. One undo step. */
  readonly edits: readonly Edit[];
  /** What takes the place of the writer's selection, and of what has to move on with it; the first of `edits`. */
  readonly newText: string;
  /** Where the cursor goes, in the draft as it is then. */
  readonly cursor: number;
  /** Of the quotation as it stands in the draft then. */
  readonly verdict: Verdict;
}

/** Reads the draft with another text. */
export type Reread = (text: string) => Draft;

/**
 * Puts a passage in at a place: the source's words in the draft's marks, with the attribution where the sentence does
 * not name the speaker yet, and with the citation that the project wants. An opened quotation is finished; a selection
 * is replaced, and with it the quotation that it lies in; a cursor in a finished quotation stays out of it.
 */
export function insertQuotation(
  context: CheckContext,
  draft: Draft,
  selection: Span,
  passage: Passage,
  reread: Reread,
): InsertedQuotation {
  const [place, ...others] = placesFor(draft, selection);
  const first = insertAt(context, draft, place, passage, reread);
  if (first.verdict !== 'misattributed') {
    return first;
  }
  const elsewhere = others.map(it => insertAt(context, draft, it, passage, reread));
  return elsewhere.find(it => it.verdict !== 'misattributed') ?? first;
}

function insertAt(
  context: CheckContext,
  draft: Draft,
  place: InsertionPlace,
  passage: Passage,
  reread: Reread,
): InsertedQuotation {
  const words =
    place.old === undefined ? compose(context, draft, place, passage) : refit(draft, place.old, passage);
  const { newText } = fitCell(draft, { start: place.start, end: place.end, newText: words.newText });
  const written = { ...words, newText };
  const text = draft.written;
  const before = text.slice(0, place.start) + written.newText;
  const then = reread(before + text.slice(place.end));
  const at = place.start + written.opening;
  const quotation = then.quotations.find(({ outer }) => outer.start === at);
  if (quotation === undefined) {
    const edit = { start: place.start, end: place.end, newText: written.newText };
    return { edits: [edit], newText: edit.newText, cursor: before.length, verdict: 'skipped' };
  }
  const { verdict } = context.verifier.verify(context.corpus, then, quotation);
  const citation = citationEdits(context.project, then, quotation, passage);
  const { edits, cursor } = joined(place, written.newText, citation);
  return { ...inLines(draft, edits, cursor), verdict };
}

/** The edits with the lines of the draft's width, and where the cursor stands then, behind the same character. */
function inLines(
  draft: Draft,
  edits: readonly Edit[],
  cursor: number,
): Pick<InsertedQuotation, 'edits' | 'newText' | 'cursor'> {
  const broken = wrapped(draft, edits);
  const [first, then] = [edits[0], broken[0]];
  if (first === undefined || then === undefined || then.newText === first.newText) {
    return { edits, newText: first?.newText ?? '', cursor };
  }
  const before = draft.written.slice(then.start, first.start) + first.newText;
  return { edits: broken, newText: then.newText, cursor: then.start + past(then.newText, before) };
}

/** A stretch that is replaced. */
interface InsertionPlace extends Span {
  readonly marks: Marks;
  /** The quotation whose words the passage takes the place of. */
  readonly old: Quotation | undefined;
}

/** Where the words may go, the best first: behind `Lane said:`, or, where they are somebody else's, before that sentence. */
function placesFor(draft: Draft, selection: Span): readonly [InsertionPlace, ...InsertionPlace[]] {
  const marks = marksOf(undefined, draft.marks);
  const around = draft.quotations.find(
    ({ outer, mark, closed }) =>
      mark !== 'none' && closed && outer.start <= selection.start && selection.end <= outer.end,
  );
  if (selection.end > selection.start) {
    return around === undefined
      ? [{ ...selection, marks, old: undefined }]
      : [{ start: around.outer.start, end: around.outer.end, marks, old: around }];
  }
  const cursor = outsideMarkup(draft, selection.start);
  const opened = openedAt(draft, cursor);
  if (opened !== undefined && !opened.hasRest) {
    return [{ start: opened.open, end: opened.replace.end, marks: opened.marks, old: undefined }];
  }
  const at = outsideSentence(draft, cursor);
  const place = { start: at, end: at, marks, old: undefined };
  const block = blockTyped(draft, at);
  const sentence = block && lastSentence(draft.text, { start: block.start, end: Math.max(block.start, at) });
  const led = sentence === undefined ? '' : draft.text.slice(sentence.start, at);
  if (sentence === undefined || !leadsIn(led)) {
    return [place];
  }
  // Behind what begins its line, and its element in HTML.
  const start = sentence.start + (/^(?:[\s>]|<\w[^<>]*>)*/.exec(led)?.[0].length ?? 0);
  return [place, { ...place, start, end: start }];
}

/** `opening` is where in `newText` the opening mark stands. */
interface Written {
  readonly newText: string;
  readonly opening: number;
}

function refit(draft: Draft, old: Quotation, passage: Passage): Written {
  const { start, end, newText } = replaceWords(draft, old, fitWords(draft, old, passage.text, passage));
  const open = draft.written.slice(old.outer.start, start);
  return { newText: open + newText + draft.written.slice(end, old.outer.end), opening: 0 };
}

function compose(context: CheckContext, draft: Draft, place: InsertionPlace, passage: Passage): Written {
  const { marks } = place;
  const { text } = draft;
  const words = sourceWords(passage.article, passage, marks);
  const block = blockTyped(draft, place.start);
  const start = block === undefined || block.start > place.start ? place.start : block.start;
  const space = place.start > start && /[^\s([{—–“‘/-]$/u.test(text.slice(start, place.start)) ? ' ' : '';
  const follows = restOfLine(draft, place.end);
  const stop = /^\s*[.,;:?!)\]]/.test(follows) ? '' : '.';
  const after = /^[\p{L}\p{N}“‘"([]/u.test(follows) ? ' ' : '';
  const quote = (end: End): string => closedQuote(draft, place, words, end);
  const by = isInRowOf(context.corpus, draft, place.start, passage.speaker)
    ? ({ kind: 'named' } as const)
    : introduction(context.corpus, draft, { start, end: place.start }, passage.speaker);
  const isSaid = isSaidUpTo(draft, place.start);
  const said = isSaid ? '' : sentenceBefore(draft, place.start);
  const end = endBetween(said, spaceBeforeWho(restOfParagraph(draft, place.end)));
  if (by.kind !== 'name' || leadsIn(said) || end === ',') {
    // The draft's sentence says who, or nobody can.
    return { newText: space + quote(end ?? '.') + after, opening: space.length };
  }
  const before = by.begun && isSaid ? `.${space}` : space;
  if (!by.begun && /^[^\p{L}\p{N}]*\p{Ll}/u.test(words)) {
    // A part of a sentence cannot begin one.
    const lead = `${before}${by.name} said `;
    return { newText: lead + quote(stop) + after, opening: lead.length };
  }
  return { newText: `${before}${quote(',')} ${by.name} said${stop}${after}`, opening: before.length };
}

/** What follows a place, with the space that will stand before `Lane said.`; what leads to other words, as `Lane said: …`, has none. */
function spaceBeforeWho(rest: string): string {
  return /^\p{L}/u.test(rest) && !/^[^.?!]*:/.test(rest) ? ` ${rest}` : rest;
}

/** The words in marks, with a comma or stop inside or behind these, as the draft has its own. */
function closedQuote(draft: Draft, { start, marks }: InsertionPlace, words: string, end: End): string {
  const closed = closedWith(draft, words, end, marks);
  return marks.open + asWritten(draft, closed.words, start) + marks.close + closed.behind;
}

/** Whether another cell of the row names the speaker. */
function isInRowOf(corpus: Corpus, draft: Draft, offset: number, speaker: string | undefined): boolean {
  const row = rowAt(draft, offset);
  if (row === undefined || speaker === undefined) {
    return false;
  }
  const known = corpus.named(speaker);
  return knownNames(corpus, draft, row).some(({ entity }) => known.includes(entity));
}

/** Puts the edits that cite, which are of the draft as it is then, together with the one that inserts. */
function joined(
  place: Span,
  newText: string,
  citation: readonly Edit[],
): Pick<InsertedQuotation, 'edits' | 'newText' | 'cursor'> {
  const inserted = { start: place.start, end: place.start + newText.length };
  const moved = newText.length - (place.end - place.start);
  let words = newText;
  const others: Edit[] = [];
  for (const edit of [...citation].sort((one, other) => other.start - one.start)) {
    if (touches(inserted, edit.start)) {
      const at = edit.start - place.start;
      words = words.slice(0, at) + edit.newText + words.slice(at + edit.end - edit.start);
    } else {
      const back = edit.start > inserted.end ? moved : 0;
      others.push({ start: edit.start - back, end: edit.end - back, newText: edit.newText });
    }
  }
  const edits = [{ start: place.start, end: place.end, newText: words }, ...others.reverse()];
  return { edits, newText: words, cursor: place.start + words.length };
}
