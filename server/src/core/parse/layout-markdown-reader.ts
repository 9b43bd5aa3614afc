import type { Span } from '../text/span.ts';
import type { RawBlock } from './layout-block.ts';
import type { CitationMark } from './layout-brackets.ts';
import { scanInline } from './layout-inline.ts';
import { lineEnd } from '../text/lines.ts';
import { afterLine, column, skipBlanks, skipSpace, trimEnd } from './layout-line.ts';
import type { BlockKind } from './reading.ts';

/** A paragraph that the next line may go on with. */
interface OpenBlock {
  readonly start: number;
  end: number;
  kind: BlockKind;
  /** How many block quotes it stands in. */
  readonly depth: number;
  /** The `>` of its further lines. */
  readonly markers: Span[];
}

/** What has been read so far, and what the next line depends on. */
export interface Reader {
  readonly text: string;
  readonly blocks: RawBlock[];
  readonly comments: Span[];
  readonly citations: CitationMark[];
  /** The labels of all link definitions, folded. */
  readonly references: ReadonlySet<string>;
  /** Where the last comment of the text closes: behind it nobody need look for an end. */
  readonly lastCommentEnd: number;
  open: OpenBlock | undefined;
  afterBlank: boolean;
  /** Where the words of the current list item begin; 0 outside lists. */
  listColumn: number;
  /** The depth of block quotes that are a callout, and so prose; 0 if none is. */
  calloutDepth: number;
}

/** A line, as the block quotes and the indent around it leave it. */
export interface Line {
  readonly start: number;
  /** Where its words begin, after `>` and indent. */
  readonly at: number;
  /** Where its words end. */
  readonly end: number;
  readonly next: number;
  readonly isBlank: boolean;
  readonly depth: number;
  readonly indent: number;
  readonly first: number;
}

/** The line that begins at an offset. */
export function lineAt(text: string, start: number): Line {
  const lineStop = lineEnd(text, start);
  let depth = 0;
  let at = skipBlanks(text, start, lineStop);
  let indent = column(text, start, at);
  while (at < lineStop && text.charCodeAt(at) === 62 && indent <= 3) {
    depth++;
    at++;
    if (text.charCodeAt(at) === 32 && at < lineStop) at++;
    const content = skipBlanks(text, at, lineStop);
    indent = column(text, at, content);
    at = content;
  }
  return {
    start,
    at,
    end: trimEnd(text, at, lineStop),
    next: afterLine(text, lineStop),
    isBlank: at >= lineStop,
    depth,
    indent,
    first: text.charCodeAt(at),
  };
}

/** Ends the paragraph that is open, if one is. */
export function close(reader: Reader): void {
  const { open } = reader;
  reader.open = undefined;
  if (open !== undefined) add(reader, open.start, open.end, open.kind, open.markers);
}

/** Adds what is no prose. */
export function addCode(reader: Reader, start: number, end: number): void {
  close(reader);
  reader.blocks.push({ start, end: trimEnd(reader.text, start, end), kind: 'code', hidden: [] });
}

/** Adds a block of prose, unless nothing of it shows. */
export function add(
  reader: Reader,
  start: number,
  end: number,
  kind: BlockKind,
  markers: readonly Span[],
): void {
  const inline = scanInline(reader.text, start, end, reader.references, markers);
  for (const it of inline.comments) reader.comments.push(it);
  for (const it of inline.citations) reader.citations.push(it);
  const span = visible(reader.text, start, end, inline.hidden);
  if (span === undefined) return;
  const hidden = inline.hidden
    .filter(it => it.start < span.end && it.end > span.start)
    .map(it => ({ start: Math.max(it.start, span.start), end: Math.min(it.end, span.end) }));
  reader.blocks.push({ start: span.start, end: span.end, kind, hidden });
}

/** The part of a block that shows: white space and hidden spans cut off at both ends. */
function visible(text: string, start: number, end: number, hidden: readonly Span[]): Span | undefined {
  let from = start;
  let to = end;
  for (const it of hidden) {
    from = skipSpace(text, from, to);
    if (it.start > from) break;
    // Emphasis around a block's first word belongs to the block: only what shows nothing is cut off.
    if (it.end - it.start > 3) from = Math.max(from, it.end);
    else break;
  }
  from = skipSpace(text, from, to);
  for (let index = hidden.length - 1; index >= 0; index--) {
    const it = hidden[index];
    to = trimEnd(text, from, to);
    if (it === undefined || it.end < to || it.end - it.start <= 3) break;
    to = Math.max(from, it.start);
  }
  to = trimEnd(text, from, to);
  return from < to ? { start: from, end: to } : undefined;
}
