import { lineEnd, lineStart } from '../text/lines.ts';
import type { Edit } from './actions.ts';
import type { Block } from '../parse/reading.ts';
import type { Draft } from '../draft/draft.ts';
import type { Span } from '../text/span.ts';

/** The line of a table's row that an offset lies in; undefined outside tables. */
export function rowAt({ text, blocks }: Draft, offset: number): Span | undefined {
  const before = blocks.findLastIndex(it => it.start <= offset);
  const [left, right] = [blocks[before], blocks[before + 1]];
  if (!isCellOnLine(text, left, offset) && !isCellOnLine(text, right, offset)) {
    return undefined;
  }
  return { start: lineStart(text, offset), end: lineEnd(text, offset) };
}

function isCellOnLine(text: string, block: Block | undefined, offset: number): boolean {
  return (
    block?.kind === 'cell' &&
    !/[\r\n]/.test(text.slice(Math.min(block.start, offset), Math.max(block.start, offset)))
  );
}

/** What is put into a cell of a table, with its pipes escaped: bare ones would begin another. */
export function fitCell<Put extends Edit>(draft: Draft, edit: Put): Put {
  return edit.newText.includes('|') && rowAt(draft, edit.start) !== undefined
    ? { ...edit, newText: edit.newText.replace(/(?<!\\)\|/g, '\\|') }
    : edit;
}

/** The words of a line from an offset on; in a table, those of the cell. */
export function restOfLine(draft: Draft, offset: number): string {
  const line = rowAt(draft, offset) === undefined ? /^[^\r\n]*/ : /^(?:\\\||[^|\r\n])*/;
  return line.exec(draft.text.slice(offset))?.[0] ?? '';
}
