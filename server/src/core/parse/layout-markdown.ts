import type { Span } from '../text/span.ts';
import type { RawBlock } from './layout-block.ts';
import { foldReference, type CitationMark } from './layout-brackets.ts';
import { lineEnd } from '../text/lines.ts';
import { afterLine, trimEnd } from './layout-line.ts';
import { readIndented, readLeaf } from './layout-markdown-leaf.ts';
import { addCode, close, lineAt, type Line, type Reader } from './layout-markdown-reader.ts';
import { frontMatterEnd, readFrontMatter } from './layout-matter.ts';
import { readTable } from './layout-table.ts';

/** The blocks of a Markdown text, with what is no prose in it. */
export interface MarkdownLayout {
  readonly blocks: readonly RawBlock[];
  readonly comments: readonly Span[];
  readonly citations: readonly CitationMark[];
  readonly frontMatter: ReadonlyMap<string, string>;
}

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
  const line = lineAt(reader.text, start);
  const { depth, indent } = line;
  if (line.isBlank) {
    close(reader);
    reader.afterBlank = true;
    if (depth === 0) reader.calloutDepth = 0;
    return line.next;
  }
  if (reader.open !== undefined && reader.open.depth !== depth) close(reader);
  if (depth < reader.calloutDepth) reader.calloutDepth = 0;
  if (reader.afterBlank && indent < 2) reader.listColumn = 0;
  const code = readIndented(reader, line);
  if (code > 0) return code;
  reader.afterBlank = false;
  const leaf = readLeaf(reader, line);
  return leaf > 0 ? leaf : readText(reader, line);
}

/** Reads a line of a paragraph, a list item, a block quote or a footnote. */
function readText(reader: Reader, line: Line): number {
  const { text } = reader;
  const from = readMarker(reader, line);
  const table = readTable(reader, line, from);
  if (table > 0) return table;
  let { end, next } = line;
  const comment = unclosedComment(text, from, end);
  if (comment >= 0 && comment <= reader.lastCommentEnd) {
    const tail = lineEnd(text, text.indexOf('-->', comment));
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

/** The labels of all link definitions of a text, folded. */
export function findReferences(text: string): ReadonlySet<string> {
  const references = new Set<string>();
  if (!text.includes(']:')) return references;
  for (const found of text.matchAll(/^[ \t]{0,3}\[([^\]^@\n][^\]\n]{0,200})\]:[ \t]*\S/gm)) {
    references.add(foldReference(found[1] ?? ''));
  }
  return references;
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

const item = /(?:[-*+•]|\d{1,9}[.)])(?:[ \t]+(?:\[[ xX]\][ \t]+)?|$)/y;
const footnote = /\[\^[^\]\s]+\]:[ \t]*/y;
const callout = /\[![A-Za-z-]+\][+-]?[ \t]*/y;
