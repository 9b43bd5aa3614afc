import { lineEnd } from '../text/lines.ts';
import { isDelimiterRow } from './layout-table.ts';
import type { Block } from './reading.ts';

/** A row of a table: its cells that have words, from left to right. */
export interface Row {
  readonly cells: readonly Cell[];
  /** The row that names the columns; undefined of that row itself. */
  readonly header: Row | undefined;
  readonly above: Row | undefined;
}

/** Where a cell stands: its block, and its column, counted from 0. */
export interface Cell {
  readonly block: number;
  readonly column: number;
}

/** The rows of all tables of a text, by the index of each block that is a cell in one. */
export function tableRows(text: string, blocks: readonly Block[]): ReadonlyMap<number, Row> {
  const rows = new Map<number, Row>();
  let row: Row | undefined;
  let header: Row | undefined;
  let cells: Cell[] = [];
  for (const [block, { kind, start }] of blocks.entries()) {
    if (kind !== 'cell') {
      row = undefined;
      header = undefined;
      continue;
    }
    const before = blocks[block - 1];
    const gap = row === undefined ? '\n' : text.slice(before?.end, start);
    const last = cells.at(-1);
    if (last === undefined || gap.includes('\n') || gap.includes('\r')) {
      const end = lineEnd(text, start);
      const next = end + (text.startsWith('\r\n', end) ? 2 : 1);
      const isHeader = isDelimiterRow(text.slice(next, lineEnd(text, next)));
      header = isHeader ? undefined : header;
      cells = [{ block, column: Math.max(0, pipesIn(lineUpTo(text, start)) - 1) }];
      row = { cells, header, above: isHeader ? undefined : row };
      header ??= row;
    } else {
      cells.push({ block, column: last.column + pipesIn(gap) });
    }
    if (row !== undefined) {
      rows.set(block, row);
    }
  }
  return rows;
}

function lineUpTo(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && text.charCodeAt(start - 1) !== 10 && text.charCodeAt(start - 1) !== 13) {
    start--;
  }
  return text.slice(start, offset);
}

function pipesIn(gap: string): number {
  return gap.replaceAll('\\|', '').split('|').length - 1;
}
