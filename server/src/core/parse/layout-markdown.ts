import type { Span } from '../text/span.ts';
import { fold, scanInline, type CitationMark } from './layout-inline.ts';
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
  start: number;
  end: number;
  kind: BlockKind;
  depth: number;
  markers: Span[];
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

/** Reads the blocks of a Markdown text: CommonMark as far as prose, quotations and their places depend on it. */
export function layoutMarkdown(text: string): MarkdownLayout {
  const blocks: RawBlock[] = [];
  const comments: Span[] = [];
  const citations: CitationMark[] = [];
  const references = findReferences(text);
  const length = text.length;
  let open: OpenBlock | undefined;
  /** The blank-line state, the current list's content column, and the depth up to which a callout is prose. */
  let afterBlank = true;
  let listColumn = 0;
  let calloutDepth = 0;
  const lastCommentEnd = text.lastIndexOf('-->');

  const add = (start: number, end: number, kind: BlockKind, markers: readonly Span[]): void => {
    if (kind === 'code') {
      blocks.push({ start, end, kind, hidden: [] });
      return;
    }
    const inline = scanInline(text, start, end, references, markers);
    for (const it of inline.comments) comments.push(it);
    for (const it of inline.citations) citations.push(it);
    const span = visible(text, start, end, inline.hidden);
    if (span !== undefined) {
      const hidden = inline.hidden.filter(it => it.start < span.end && it.end > span.start);
      blocks.push({ ...span, kind, hidden });
    }
  };
  const close = (): void => {
    if (open !== undefined) add(open.start, open.end, open.kind, open.markers);
    open = undefined;
  };

  const matter = frontMatterEnd(text);
  const frontMatter = readFrontMatter(text.slice(0, matter));
  if (matter > 0) blocks.push({ start: 0, end: trimEnd(text, 0, matter), kind: 'code', hidden: [] });

  for (let lineStart = matter; lineStart < length;) {
    const lineEnd = endOfLine(text, lineStart);
    let next = afterLine(text, lineEnd);
    let at = lineStart;
    let depth = 0;
    let indent = 0;
    for (;;) {
      const content = skipBlanks(text, at, lineEnd);
      indent = column(text, at, content);
      if (text.charCodeAt(content) !== 62 || content >= lineEnd || indent > 3) {
        at = content;
        break;
      }
      depth++;
      at = content + 1;
      if (text.charCodeAt(at) === 32 && at < lineEnd) at++;
    }
    if (at >= lineEnd) {
      close();
      afterBlank = true;
      if (depth === 0) calloutDepth = 0;
      lineStart = next;
      continue;
    }
    if (open !== undefined && open.depth !== depth) close();
    if (depth < calloutDepth) calloutDepth = 0;
    const end = trimEnd(text, at, lineEnd);
    const first = text.charCodeAt(at);
    if (afterBlank && indent < 2) listColumn = 0;

    if (indent > 3 && depth === 0 && open === undefined && afterBlank && indent >= listColumn + 4) {
      const stop = Math.max(next, indentedEnd(text, lineStart));
      add(at, trimEnd(text, at, stop), 'code', []);
      lineStart = stop;
      afterBlank = true;
      continue;
    }
    afterBlank = false;
    if (first === 96 || first === 126) {
      fence.lastIndex = at;
      const found = fence.exec(text);
      if (found !== null && found.index === at) {
        close();
        const stop = fenceEnd(text, next, found[0]);
        add(at, trimEnd(text, at, stop), 'code', []);
        lineStart = stop;
        continue;
      }
    }
    if (first === 60) {
      rawHtml.lastIndex = at;
      const raw = rawHtml.exec(text);
      if (raw !== null) {
        close();
        const tail = text.indexOf(`</${raw[1] ?? ''}`, at);
        const stop = tail < 0 ? length : afterLine(text, endOfLine(text, tail));
        add(at, trimEnd(text, at, stop), 'code', []);
        lineStart = stop;
        continue;
      }
      if (text.startsWith('<!--', at)) {
        // A comment on a line of its own ends the paragraph above and may span blank lines.
        const tail = at + 4 > lastCommentEnd ? -1 : text.indexOf('-->', at + 4);
        const stop = tail < 0 ? lineEnd : tail + 3;
        const rest = skipBlanks(text, stop, endOfLine(text, stop));
        if (rest >= endOfLine(text, stop)) {
          close();
          comments.push({ start: at, end: stop });
          lineStart = afterLine(text, endOfLine(text, stop));
          afterBlank = true;
          continue;
        }
      }
    }
    if (first === 35) {
      heading.lastIndex = at;
      if (heading.test(text)) {
        close();
        const from = heading.lastIndex;
        add(from, headingEnd(text, from, end), 'heading', []);
        lineStart = next;
        continue;
      }
    }
    const line = text.slice(at, end);
    if (open !== undefined && open.kind === 'paragraph' && depth === 0 && underline.test(line)) {
      open.kind = 'heading';
      close();
      lineStart = next;
      continue;
    }
    if ((first === 42 || first === 45 || first === 95) && rule.test(line)) {
      close();
      lineStart = next;
      continue;
    }
    if (
      open === undefined &&
      line.includes('|') &&
      delimiterRow.test(text.slice(next, endOfLine(text, next)))
    ) {
      const stop = Math.max(next, tableEnd(text, next));
      add(at, trimEnd(text, at, stop), 'code', []);
      lineStart = stop;
      continue;
    }
    let from = at;
    if (first === 91) {
      footnote.lastIndex = at;
      callout.lastIndex = at;
      definition.lastIndex = at;
      if (footnote.test(text)) {
        close();
        from = footnote.lastIndex;
      } else if (depth > 0 && open === undefined && callout.test(text)) {
        calloutDepth = depth;
        from = Math.min(callout.lastIndex, end);
      } else if (
        definition.test(text) &&
        (open === undefined || /^\S+\s+<?\S*[/#.]\S*(?:\s+["'(].*)?$/.test(line))
      ) {
        close();
        add(at, end, 'code', []);
        lineStart = next;
        continue;
      }
    }
    item.lastIndex = from;
    if (
      item.test(text) &&
      item.lastIndex <= lineEnd &&
      startsItem(text, from, open !== undefined && listColumn === 0)
    ) {
      close();
      from = item.lastIndex;
      listColumn = indent + (from - at);
    }
    const commentOpen = unclosedComment(text, from, end);
    let stop = end;
    if (commentOpen >= 0) {
      const tail = commentOpen > lastCommentEnd ? -1 : text.indexOf('-->', commentOpen);
      if (tail >= 0) {
        stop = trimEnd(text, from, endOfLine(text, tail));
        next = afterLine(text, endOfLine(text, tail));
      }
    }
    if (from < stop) {
      if (open === undefined) {
        const kind: BlockKind = depth > 0 && depth !== calloutDepth ? 'blockquote' : 'paragraph';
        open = { start: from, end: stop, kind, depth, markers: [] };
      } else {
        if (depth > 0) open.markers.push({ start: lineStart, end: from });
        open.end = stop;
      }
    }
    lineStart = next;
  }
  close();
  comments.sort((one, other) => one.start - other.start);
  return { blocks, comments, citations, frontMatter };
}

/** Where the front matter ends, after its last line; 0 if there is none. */
export function frontMatterEnd(text: string): number {
  const fenced = /^(?:---|\+\+\+)[ \t]*\r?\n/.exec(text.slice(0, 80));
  if (fenced === null) return 0;
  const marker = text.slice(0, 3);
  for (let at = fenced[0].length; at < text.length && at < 65536;) {
    const end = endOfLine(text, at);
    const line = text.slice(at, end).trimEnd();
    if (line === marker || (marker === '---' && line === '...')) return afterLine(text, end);
    // A thematic break above prose opens no front matter: what follows must look like fields.
    if (at === fenced[0].length && !/^(?:[\w"'-][\w "'-]*\s*[:=]|#)/.test(line)) return 0;
    at = afterLine(text, end);
  }
  return 0;
}

/** The simple fields of a front matter, by lower-case name, quotes taken off. */
export function readFrontMatter(matter: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of matter.split(/\r?\n/)) {
    const found = /^["']?([\w-]+)["']?\s*[:=]\s*(\S.*?)\s*$/.exec(line);
    if (found?.[1] === undefined || found[2] === undefined) continue;
    const quoted = /^(["'])(.*)\1$/.exec(found[2]);
    const list = /^\[(.*)\]$/.exec(found[2]);
    const value = quoted?.[2] ?? (list?.[1] ?? found[2]).replace(/["']/g, list === null ? '$&' : '');
    if (!fields.has(found[1].toLowerCase())) fields.set(found[1].toLowerCase(), value);
  }
  return fields;
}

function findReferences(text: string): ReadonlySet<string> {
  const references = new Set<string>();
  if (!text.includes(']:')) return references;
  for (const found of text.matchAll(/^[ \t]{0,3}\[([^\]^@\n][^\]\n]{0,200})\]:[ \t]*\S/gm)) {
    references.add(fold(found[1] ?? ''));
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

function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text.charCodeAt(at) <= 32 || text.charCodeAt(at) === 0xa0)) at++;
  return at;
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (text.charCodeAt(at - 1) <= 32 || text.charCodeAt(at - 1) === 0xa0)) at--;
  return at;
}

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (
    at < end &&
    (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9 || text.charCodeAt(at) === 0xfeff)
  )
    at++;
  return at;
}

function column(text: string, from: number, to: number): number {
  let columns = 0;
  for (let at = from; at < to; at++)
    columns = text.charCodeAt(at) === 9 ? columns + 4 - (columns % 4) : columns + 1;
  return columns;
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
  return at;
}

function afterLine(text: string, end: number): number {
  return Math.min(
    text.length,
    text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1,
  );
}

function fenceEnd(text: string, from: number, opener: string): number {
  for (let at = from; at < text.length;) {
    const end = endOfLine(text, at);
    const line = text
      .slice(at, end)
      .replace(/^[ \t>]*/, '')
      .trimEnd();
    if (line.length >= opener.length && line === opener.charAt(0).repeat(line.length))
      return afterLine(text, end);
    at = afterLine(text, end);
  }
  return text.length;
}

function indentedEnd(text: string, from: number): number {
  let stop = from;
  for (let at = from; at < text.length;) {
    const end = endOfLine(text, at);
    const content = skipBlanks(text, at, end);
    if (content < end && column(text, at, content) < 4) break;
    at = afterLine(text, end);
    if (content < end) stop = at;
  }
  return Math.min(stop, text.length);
}

function tableEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const end = endOfLine(text, at);
    if (!text.slice(at, end).includes('|')) break;
    at = afterLine(text, end);
  }
  return Math.min(at, text.length);
}

/** Inside a paragraph only a bullet, or the number 1, may begin a list: `1914. The war` does not. */
function startsItem(text: string, at: number, inParagraph: boolean): boolean {
  const code = text.charCodeAt(at);
  if (!inParagraph || code < 48 || code > 57) return true;
  return code === 49 && !(text.charCodeAt(at + 1) >= 48 && text.charCodeAt(at + 1) <= 57);
}

/** Cuts off the `##` that may close a heading. */
function headingEnd(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && text.charCodeAt(at - 1) === 35) at--;
  return at === from || text.charCodeAt(at - 1) <= 32 ? trimEnd(text, from, at) : end;
}

function unclosedComment(text: string, start: number, end: number): number {
  const at = text.slice(start, end).lastIndexOf('<!--');
  return at >= 0 && !text.slice(start + at, end).includes('-->') ? start + at : -1;
}
