import { fenceEnd, headingEnd, indentedEnd } from './layout-extent.ts';
import { lineEnd } from '../text/lines.ts';
import { afterLine, skipBlanks } from './layout-line.ts';
import { add, addCode, close, type Line, type Reader } from './layout-markdown-reader.ts';

/** Reads indented code, if a line begins it; where the next line begins, 0 if it does not. */
export function readIndented(reader: Reader, line: Line): number {
  const allowed = reader.open === undefined && reader.afterBlank && line.depth === 0;
  if (!allowed || line.indent <= 3 || line.indent < reader.listColumn + 4) return 0;
  const stop = Math.max(line.next, indentedEnd(reader.text, line.start));
  addCode(reader, line.at, stop);
  return stop;
}

/** Reads what is no running text; where the next line begins, 0 if the line is running text. */
export function readLeaf(reader: Reader, line: Line): number {
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
  return readRule(reader, line);
}

function readRule(reader: Reader, line: Line): number {
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
  return 0;
}

function readHtml(reader: Reader, line: Line): number {
  const { text } = reader;
  const { at } = line;
  rawHtml.lastIndex = at;
  const raw = rawHtml.exec(text);
  if (raw !== null) {
    const closing = new RegExp(`</${raw[1] ?? ''}`, 'gi');
    closing.lastIndex = at;
    const stop = closing.test(text) ? afterLine(text, lineEnd(text, closing.lastIndex)) : text.length;
    addCode(reader, at, stop);
    return stop;
  }
  if (!text.startsWith('<!--', at)) return 0;
  // A comment on a line of its own ends the paragraph above and may span blank lines.
  const tail = at + 4 > reader.lastCommentEnd ? -1 : text.indexOf('-->', at + 4);
  const stop = tail < 0 ? line.end : tail + 3;
  const lineStop = lineEnd(text, stop);
  if (skipBlanks(text, stop, lineStop) < lineStop) return 0;
  close(reader);
  reader.comments.push({ start: at, end: stop });
  reader.afterBlank = true;
  return afterLine(text, lineStop);
}

const fence = /(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})/y;
const heading = /#{1,6}(?=[ \t]|$)[ \t]*/y;
const rule = /(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const underline = /^(?:=+|-+)[ \t]*$/;
const definition = /\[([^\]^@\n][^\]\n]*)\]:[ \t]*\S/y;
const rawHtml = /<(script|style|pre|textarea)\b/iy;
/** An address, and perhaps a title: so a line in the middle of a paragraph is a definition, too. */
const definitionLine = /^\S+\s+<?\S*[/#.]\S*(?:\s+["'(].*)?$/;
