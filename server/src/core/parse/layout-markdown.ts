import type { Span } from '../text/span.ts';
import { foldReference, type CitationMark } from './layout-brackets.ts';
import { fenceEnd, headingEnd, indentedEnd, tableEnd } from './layout-extent.ts';
import { scanInline } from './layout-inline.ts';
import { afterLine, column, endOfLine, skipBlanks, skipSpace, trimEnd } from './layout-line.ts';
import { frontMatterEnd, readFrontMatter } from './layout-matter.ts';
import type { BlockKind } from './reading.ts';

/** A block before its place in the article is known. */
export interface RawBlock extends Span {
  readonly kind: BlockKind;
  readonly hidden: readonly Span[];
}

/** The blocks of a Markdown text, with what is no prose in it. */
export interface MarkdownLayout {
  readonly blocks: readonly RawBlock[];
  readonly comments: readonly Span[];
  readonly citations: readonly CitationMark[];
  readonly frontMatter: ReadonlyMap<string, string>;
}

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
interface Reader {
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

/** A line that is not blank. */
interface Line {
  readonly start: number;
  /** Where its words begin, after `>` and indent. */
  readonly at: number;
  /** Where its words end. */
  readonly end: number;
  readonly next: number;
  readonly depth: number;
  readonly indent: number;
  readonly first: number;
}

const fence = /(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})/y;
const heading = /#{1,6}(?=[ \t]|$)[ \t]*/y;
const rule = /(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const underline = /^(?:=+|-+)[ \t]*$/;
const item = /(?:[-*+•]|\d{1,9}[.)])(?:[ \t]+(?:\[[ xX]\][ \t]+)?|$)/y;
const definition = /\[([^\]^@\n][^\]\n]*)\]:[ \t]*\S/y;
const footnote = /\[\^[^\]\s]+\]:[ \t]*/y;
const delimiterRow = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$/;
const callout = /\[![A-Za-z-]+\][+-]?[ \t]*/y;
const rawHtml = /<(script|style|pre|textarea)\b/iy;
/** An address, and perhaps a title: so a line in the middle of a paragraph is a definition, too. */
const definitionLine = /^\S+\s+<?\S*[/#.]\S*(?:\s+["'(].*)?$/;

/** Reads the blocks of a Markdown text: CommonMark as far as prose, quotations and their places depend on it. */
export function layoutMarkdown(text: string): MarkdownLayout {
  const reader: Reader = {
    text,
    blocks: [],
    comments: [],
    citations: [],
    references: findReferences(text),
    lastCommentEnd: text.lastIndexOf('-->'),
    open: undefined,
    afterBlank: true,
    listColumn: 0,
    calloutDepth: 0,
  };
  const matter = frontMatterEnd(text);
  const frontMatter = readFrontMatter(text.slice(0, matter));
  if (matter > 0) addCode(reader, 0, matter);
  for (let at = matter; at < text.length;) at = readLine(reader, at);
  close(reader);
  reader.comments.sort((one, other) => one.start - other.start);
  return { blocks: reader.blocks, comments: reader.comments, citations: reader.citations, frontMatter };
}

/** Reads one line, or a construct that begins with it; where the next one begins. */
function readLine(reader: Reader, start: number): number {
  const { text } = reader;
  const lineEnd = endOfLine(text, start);
  const next = afterLine(text, lineEnd);
  let depth = 0;
  let at = skipBlanks(text, start, lineEnd);
  let indent = column(text, start, at);
  while (at < lineEnd && text.charCodeAt(at) === 62 && indent <= 3) {
    depth++;
    at++;
    if (text.charCodeAt(at) === 32 && at < lineEnd) at++;
    const content = skipBlanks(text, at, lineEnd);
    indent = column(text, at, content);
    at = content;
  }
  if (at >= lineEnd) {
    close(reader);
    reader.afterBlank = true;
    if (depth === 0) reader.calloutDepth = 0;
    return next;
  }
  if (reader.open !== undefined && reader.open.depth !== depth) close(reader);
  if (depth < reader.calloutDepth) reader.calloutDepth = 0;
  if (reader.afterBlank && indent < 2) reader.listColumn = 0;
  const line: Line = {
    start,
    at,
    end: trimEnd(text, at, lineEnd),
    next,
    depth,
    indent,
    first: text.charCodeAt(at),
  };
  const code = readIndented(reader, line);
  if (code > 0) return code;
  reader.afterBlank = false;
  const leaf = readLeaf(reader, line);
  return leaf > 0 ? leaf : readText(reader, line);
}

function readIndented(reader: Reader, line: Line): number {
  const allowed = reader.open === undefined && reader.afterBlank && line.depth === 0;
  if (!allowed || line.indent <= 3 || line.indent < reader.listColumn + 4) return 0;
  const stop = Math.max(line.next, indentedEnd(reader.text, line.start));
  addCode(reader, line.at, stop);
  return stop;
}

/** Reads what is no running text; 0 if the line is. */
function readLeaf(reader: Reader, line: Line): number {
  const { text } = reader;
  const { at, end, next, first } = line;
  switch (first) {
    case 96: // `
    case 126: {
      // ~
      fence.lastIndex = at;
      const found = fence.exec(text);
      if (found === null) break;
      const stop = fenceEnd(text, next, found[0]);
      addCode(reader, at, stop);
      return stop;
    }
    case 60: // <
      return readHtml(reader, line);
    case 35: // #
      heading.lastIndex = at;
      if (!heading.test(text)) break;
      close(reader);
      add(reader, heading.lastIndex, headingEnd(text, heading.lastIndex, end), 'heading', []);
      return next;
    case 91: // [
      definition.lastIndex = at;
      if (!definition.test(text) || (reader.open !== undefined && !definitionLine.test(text.slice(at, end))))
        break;
      addCode(reader, at, end);
      return next;
    default:
  }
  return readRuleOrTable(reader, line);
}

function readRuleOrTable(reader: Reader, line: Line): number {
  const { text, open } = reader;
  const { at, end, next, first } = line;
  const words = text.slice(at, end);
  if (open?.kind === 'paragraph' && line.depth === 0 && underline.test(words)) {
    open.kind = 'heading';
    close(reader);
    return next;
  }
  if ((first === 42 || first === 45 || first === 95) && rule.test(words)) {
    close(reader);
    return next;
  }
  if (open !== undefined || !words.includes('|')) return 0;
  if (!delimiterRow.test(text.slice(next, endOfLine(text, next)))) return 0;
  const stop = Math.max(next, tableEnd(text, next));
  addCode(reader, at, stop);
  return stop;
}

function readHtml(reader: Reader, line: Line): number {
  const { text } = reader;
  const { at } = line;
  rawHtml.lastIndex = at;
  const raw = rawHtml.exec(text);
  if (raw !== null) {
    const closing = new RegExp(`</${raw[1] ?? ''}`, 'gi');
    closing.lastIndex = at;
    const stop = closing.test(text) ? afterLine(text, endOfLine(text, closing.lastIndex)) : text.length;
    addCode(reader, at, stop);
    return stop;
  }
  if (!text.startsWith('<!--', at)) return 0;
  // A comment on a line of its own ends the paragraph above and may span blank lines.
  const tail = at + 4 > reader.lastCommentEnd ? -1 : text.indexOf('-->', at + 4);
  const stop = tail < 0 ? line.end : tail + 3;
  const lineEnd = endOfLine(text, stop);
  if (skipBlanks(text, stop, lineEnd) < lineEnd) return 0;
  close(reader);
  reader.comments.push({ start: at, end: stop });
  reader.afterBlank = true;
  return afterLine(text, lineEnd);
}

/** Reads a line of a paragraph, a list item, a block quote or a footnote. */
function readText(reader: Reader, line: Line): number {
  const { text } = reader;
  const from = readMarker(reader, line);
  let { end, next } = line;
  const comment = unclosedComment(text, from, end);
  if (comment >= 0 && comment <= reader.lastCommentEnd) {
    const tail = endOfLine(text, text.indexOf('-->', comment));
    end = trimEnd(text, from, tail);
    next = afterLine(text, tail);
  }
  if (from >= end) return next;
  if (reader.open === undefined) {
    const quoted = line.depth > 0 && line.depth !== reader.calloutDepth;
    reader.open = {
      start: from,
      end,
      kind: quoted ? 'blockquote' : 'paragraph',
      depth: line.depth,
      markers: [],
    };
  } else {
    if (line.depth > 0) reader.open.markers.push({ start: line.start, end: from });
    reader.open.end = end;
  }
  return next;
}

/** Where the words of a line begin, after the marker of a list, a footnote or a callout, if there is one. */
function readMarker(reader: Reader, line: Line): number {
  const { text } = reader;
  let from = line.at;
  if (line.first === 91) {
    footnote.lastIndex = from;
    callout.lastIndex = from;
    if (footnote.test(text)) {
      close(reader);
      from = footnote.lastIndex;
    } else if (line.depth > 0 && reader.open === undefined && callout.test(text)) {
      reader.calloutDepth = line.depth;
      from = Math.min(callout.lastIndex, line.end);
    }
  }
  item.lastIndex = from;
  const inParagraph = reader.open !== undefined && reader.listColumn === 0;
  if (!item.test(text) || item.lastIndex > line.next || !startsItem(text, from, inParagraph)) return from;
  close(reader);
  reader.listColumn = line.indent + (item.lastIndex - line.at);
  return item.lastIndex;
}

function close(reader: Reader): void {
  const { open } = reader;
  reader.open = undefined;
  if (open !== undefined) add(reader, open.start, open.end, open.kind, open.markers);
}

function addCode(reader: Reader, start: number, end: number): void {
  close(reader);
  reader.blocks.push({ start, end: trimEnd(reader.text, start, end), kind: 'code', hidden: [] });
}

function add(reader: Reader, start: number, end: number, kind: BlockKind, markers: readonly Span[]): void {
  const inline = scanInline(reader.text, start, end, reader.references, markers);
  for (const it of inline.comments) reader.comments.push(it);
  for (const it of inline.citations) reader.citations.push(it);
  const span = visible(reader.text, start, end, inline.hidden);
  if (span === undefined) return;
  const hidden = inline.hidden
    .filter(it => it.start < span.end && it.end > span.start)
    .map(it => ({ start: Math.max(it.start, span.start), end: Math.min(it.end, span.end) }));
  reader.blocks.push({ ...span, kind, hidden });
}

function findReferences(text: string): ReadonlySet<string> {
  const references = new Set<string>();
  if (!text.includes(']:')) return references;
  for (const found of text.matchAll(/^[ \t]{0,3}\[([^\]^@\n][^\]\n]{0,200})\]:[ \t]*\S/gm)) {
    references.add(foldReference(found[1] ?? ''));
  }
  return references;
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

/** Inside a paragraph only a bullet, or the number 1, may begin a list: `1914. The war` does not. */
function startsItem(text: string, at: number, inParagraph: boolean): boolean {
  const code = text.charCodeAt(at);
  if (!inParagraph || code < 48 || code > 57) return true;
  return code === 49 && !(text.charCodeAt(at + 1) >= 48 && text.charCodeAt(at + 1) <= 57);
}

function unclosedComment(text: string, start: number, end: number): number {
  const at = text.slice(start, end).lastIndexOf('<!--');
  return at >= 0 && !text.slice(start + at, end).includes('-->') ? start + at : -1;
}
