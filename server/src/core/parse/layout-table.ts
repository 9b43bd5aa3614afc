import type { Span } from '../text/span.ts';
import { skipBlanks, trimEnd } from './layout-line.ts';
import { add, close, lineAt, type Line, type Reader } from './layout-markdown-reader.ts';

/**
 * Reads a table whose header row begins at `from`, each cell as a block of its own: no quotation, and no sentence, goes
 * from one into the next. Pipes and the delimiter row are no text. Gives where the line behind the table begins, 0 if
 * there is none. https://github.github.com/gfm/#tables-extension-
 */
export function readTable(reader: Reader, line: Line, from: number): number {
  const { text } = reader;
  const header = cellsOf(text, from, line.end);
  if (header === undefined || line.next >= text.length) {
    return 0;
  }
  const delimiter = lineAt(text, line.next);
  const columns = delimiter.depth === line.depth ? columnsOf(text.slice(delimiter.at, delimiter.end)) : 0;
  if (columns !== header.length) {
    return 0;
  }
  close(reader);
  addRow(reader, header);
  let at = delimiter.next;
  while (at < text.length) {
    const row = lineAt(text, at);
    if (row.isBlank || row.depth !== line.depth || endsTable(reader, row)) {
      break;
    }
    addRow(reader, cellsOf(text, row.at, row.end) ?? [{ start: row.at, end: row.end }]);
    at = row.next;
  }
  return Math.min(at, text.length);
}

/** Whether a line is the row of dashes below a table's header. */
export function isDelimiterRow(line: string): boolean {
  return columnsOf(line.replace(/^[ \t>]*/, '')) > 0;
}

/** How many columns a row of dashes has; 0 if it is none. */
function columnsOf(line: string): number {
  if (!/^[|:-][-:| \t]*$/.test(line) || !line.includes('|')) {
    return 0;
  }
  const cells = line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|');
  return cells.every(it => /^[ \t]*:?-+:?[ \t]*$/.test(it)) ? cells.length : 0;
}

/** The cells of a row, empty ones too; undefined without a pipe. `\|` is a character. */
function cellsOf(text: string, start: number, end: number): readonly Span[] | undefined {
  const cells: Span[] = [];
  let cell = start;
  let isRow = false;
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) === 124 && text.charCodeAt(at - 1) !== 92) {
      isRow = true;
      if (at > start) {
        cells.push({ start: cell, end: at });
      }
      cell = at + 1;
    }
  }
  if (cell < end) {
    cells.push({ start: cell, end });
  }
  return isRow ? cells : undefined;
}

function addRow(reader: Reader, cells: readonly Span[]): void {
  for (const { start, end } of cells) {
    const from = skipBlanks(reader.text, start, end);
    if (from < end) {
      add(reader, from, trimEnd(reader.text, from, end), 'cell', []);
    }
  }
}

/** Code, a heading, a list, a rule or a comment ends a table as an empty line does. */
function endsTable({ text, listColumn }: Reader, { at, end, indent }: Line): boolean {
  return (
    indent >= listColumn + 4 ||
    /^(?:`{3}|~{3}|#{1,6}(?:\s|$)|<!--|[-*+•]\s|\d{1,9}[.)]\s|(?:[-*_][ \t]*){3,}$)/.test(
      text.slice(at, Math.min(end, at + 200)),
    )
  );
}
