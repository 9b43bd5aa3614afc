import { overlaps } from '../text/span.ts';
import { restOfLine } from './cells.ts';
import { marksOf } from './marks.ts';
import type { Block } from '../parse/reading.ts';
import type { Draft } from '../draft/draft.ts';
import type { Marks } from './marks.ts';
import type { Span } from '../text/span.ts';

/** A quotation that is being typed: opened before the cursor and not closed before it. */
export interface OpenedQuotation {
  /** The offset of the opening mark. */
  readonly open: number;
  readonly marks: Marks;
  /** What stands between the opening mark and the cursor. */
  readonly typed: string;
  /** What completed words take the place of: from after the opening mark to the cursor, or over an auto-closed mark. */
  readonly replace: Span;
  /** What must follow the inserted words: the closing mark, unless one stands there that stays. */
  readonly close: string;
  /** Whether words stand between the cursor and a closing mark: the quotation is edited, not begun. */
  readonly hasRest: boolean;
}

/** No quotation is longer; a mark left open far above must not swallow the paragraph. */
const longest = 400;

/** The block that a cursor types in: the one it lies in, or that ends before it on the same line. */
export function blockTyped(draft: Draft, offset: number): Block | undefined {
  const block = draft.blocks.findLast(it => it.start <= offset);
  return block !== undefined && (offset <= block.end || /^[ \t]*$/.test(draft.text.slice(block.end, offset)))
    ? block
    : undefined;
}

/** The quotation that is open at the cursor, if one is. */
export function openedAt(draft: Draft, offset: number): OpenedQuotation | undefined {
  const block = blockTyped(draft, offset);
  if (block === undefined || block.kind === 'code') {
    return undefined;
  }
  const open = openMark(draft.text, block, offset);
  if (open === undefined || offset - open > longest || goesOnBelow(draft, open, offset)) {
    return undefined;
  }
  const marks = marksOf(draft.text.charAt(open), draft.marks);
  const { text } = draft;
  const rest = restOfLine(draft, offset);
  const closed = closingIn(rest, marks);
  // The comma of `“|,” she said` goes with the marks.
  const isEmpty = /^[.,]?$/.test(rest.slice(0, closed)) && text.slice(open + 1, offset).trim() === '';
  const hasRest = closed !== undefined && closed > 0 && !isEmpty;
  const replace = { start: open + 1, end: offset + (closed === undefined ? 0 : closed + (hasRest ? 0 : 1)) };
  return {
    open,
    marks,
    typed: text.slice(open + 1, offset),
    replace,
    close: hasRest ? '' : marks.close,
    hasRest,
  };
}

/** Whether the quotation is finished and has words on the lines below: an editor replaces none but those of the cursor's own. */
function goesOnBelow({ text, quotations }: Draft, open: number, offset: number): boolean {
  const finished = quotations.find(it => it.outer.start === open && it.closed && offset < it.end);
  return (
    finished !== undefined &&
    /[\r\n]/.test(text.slice(offset, finished.end).trimEnd()) &&
    !opens(text, finished.end, open)
  );
}

/** The last mark before the cursor that opens and is not closed. */
function openMark(text: string, block: Block, offset: number): number | undefined {
  let open: number | undefined;
  for (let at = block.start; at < offset; at++) {
    const character = text.charAt(at);
    if (!'“”"‘’«»„'.includes(character) || isHidden(block, at)) {
      continue;
    }
    const opened = open === undefined ? undefined : text.charAt(open);
    if (opened === undefined) {
      open = opens(text, at, block.start) ? at : undefined;
    } else if (character === '“' && opened === '“') {
      // Opened again: the mark before was left open by mistake.
      open = at;
    } else if (closes(text, at, opened)) {
      open = undefined;
    }
  }
  return open;
}

function isHidden(block: Block, at: number): boolean {
  return block.hidden.some(span => overlaps(span, { start: at, end: at + 1 }));
}

function opens(text: string, at: number, first: number): boolean {
  const before = at === first ? ' ' : text.charAt(at - 1);
  switch (text.charAt(at)) {
    case '“':
    case '«':
    case '„':
      return true;
    case '"':
    case '‘':
      return /[\s([{—–/>*_-]/.test(before);
    default:
      return false;
  }
}

function closes(text: string, at: number, opened: string): boolean {
  const character = text.charAt(at);
  switch (opened) {
    case '“':
      return character === '”' || character === '"';
    case '«':
      return character === '»';
    case '„':
      return character === '“' || character === '”';
    case '‘':
      return (
        character === '’' && !/[\p{L}\p{N}]/u.test(text.charAt(at + 1)) && !/\s/.test(text.charAt(at - 1))
      );
    default:
      return character === '"' || character === '”';
  }
}

/** Where in the rest of the line the quotation closes; undefined where it does not, or where another opens first. */
function closingIn(rest: string, marks: Marks): number | undefined {
  for (let at = 0; at < rest.length; at++) {
    const character = rest.charAt(at);
    if (closes(rest, at, marks.open)) {
      // A straight mark before a word opens the next quotation, unless it stands right at the cursor.
      return at > 0 && character === '"' && opens(rest, at, -1) ? undefined : at;
    }
    if (character === '“' || character === '«' || character === '„') {
      return undefined;
    }
  }
  return undefined;
}
