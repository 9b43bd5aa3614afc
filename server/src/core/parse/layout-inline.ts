import { Last } from '../text/last.ts';
import type { Span } from '../text/span.ts';
import { addressEnd, startsAddress } from './layout-address.ts';
import {
  destinationEnd,
  Pairs,
  readCitations,
  referenceEnd,
  scanBracket,
  type CitationMark,
} from './layout-brackets.ts';
import { emphasis, isPunctuation } from './layout-emphasis.ts';

const lastPairs = new Last<Pairs>();

/** What stands in a block beside its words. */
export interface Inline {
  /** In order, disjoint. */
  readonly hidden: Span[];
  /** HTML comments, which may hold orders to Stet. */
  readonly comments: Span[];
  readonly citations: CitationMark[];
}

const onlyWords: Inline = { hidden: [], comments: [], citations: [] };

/** Whether anything in a block may be markup: most paragraphs are words alone. */
function hasMarkup(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 97 && code <= 122) {
      // The h of https:, the w of www.
      if (code === 104 && text.charCodeAt(at + 1) === 116 && startsAddress(text, at)) return true;
      if (code === 119 && text.charCodeAt(at + 1) === 119 && startsAddress(text, at)) return true;
    } else if (
      code === 91 ||
      code === 42 ||
      code === 95 ||
      code === 92 ||
      code === 96 ||
      code === 60 ||
      code === 126
    ) {
      return true;
    }
  }
  return false;
}

/** Finds what is no word in a Markdown block: code, addresses, tags, comments, citations, emphasis marks. */
export function scanInline(
  text: string,
  start: number,
  end: number,
  references: ReadonlySet<string>,
  markers: readonly Span[] = [],
): Inline {
  if (markers.length === 0 && !hasMarkup(text, start, end)) return onlyWords;
  const hidden: { start: number; end: number }[] = [...markers];
  const comments: Span[] = [];
  const citations: CitationMark[] = [];
  const openers = new Map<number, { at: number; length: number }[]>();
  const missing = new Set<number>();
  const tails = new Map<number, number>();
  const unstruck = new Set<string>();
  const brackets = lastPairs.hold(new Pairs(text, start, end, 91, 93));
  const parentheses = new Pairs(text, start, end, 40, 41);
  let marker = 0;
  const hide = (from: number, to: number): void => {
    if (from < to) hidden.push({ start: from, end: to });
  };
  for (let at = start; at < end;) {
    const it = markers[marker];
    if (it !== undefined && at >= it.start) {
      at = Math.max(at, it.end);
      marker++;
      continue;
    }
    const code = text.charCodeAt(at);
    if (code === 92 /* \ */) {
      const next = text.charCodeAt(at + 1);
      if (at + 1 < end && (isPunctuation(next) || next === 10 || next === 13)) {
        // What is escaped, or a line that is broken here.
        hide(at, at + 1);
        at += 2;
      } else {
        at++;
      }
    } else if (code === 96 /* ` */) {
      const length = run(text, at, end);
      const close = missing.has(length) ? -1 : closeCode(text, at + length, end, length);
      if (close < 0) {
        missing.add(length);
        at += length;
      } else {
        hide(at, close);
        at = close;
      }
    } else if (code === 60 /* < */) {
      if (text.startsWith('<!--', at)) {
        const close = commentEnd(text, at, end);
        hide(at, close);
        comments.push({ start: at, end: close });
        at = close;
      } else {
        const close = struckEnd(text, at, end, unstruck) ?? tagEnd(text, at, end);
        if (close > 0) hide(at, close);
        at = close > 0 ? close : at + 1;
      }
    } else if (code === 91 /* [ */) {
      at = scanBracket(text, at, brackets, parentheses, references, hide, tails, citations);
    } else if (code === 40 /* ( */ && text.charCodeAt(at + 1) === 91) {
      const close = referenceEnd(text, at, brackets, parentheses);
      if (close > 0) hide(at, close);
      at = close > 0 ? close : at + 1;
    } else if (code === 33 /* ! */ && text.charCodeAt(at + 1) === 91) {
      const close = brackets.closing(at + 1);
      const after = close < 0 ? -1 : destinationEnd(text, close + 1, brackets, parentheses);
      if (after > 0) hide(at, after);
      at = after > 0 ? after : at + 1;
    } else if (code === 93 /* ] */) {
      // The address of a link whose text has just been read.
      at = tails.get(at) ?? at + 1;
    } else if (code === 42 /* * */ || code === 95 /* _ */ || code === 126 /* ~ */) {
      const length = run(text, at, end);
      if (code !== 126 || length === 2) emphasis(text, at, length, start, end, openers, hide);
      at += length;
    } else if ((code === 104 /* h */ || code === 119) /* w */ && startsAddress(text, at)) {
      const close = addressEnd(text, at, end);
      hide(at, close);
      at = close;
    } else {
      at++;
    }
  }
  return { hidden: inOrder(hidden), comments, citations };
}

const plainMarks = /<!--|<\/?[a-z]|\[-?@|https?:\/\/|\bwww\.|pic\.twitter\.com\//g;

/** The same for plain text: addresses, comments and citations only. */
export function scanPlain(text: string, start: number, end: number): Inline {
  const hidden: { start: number; end: number }[] = [];
  const comments: Span[] = [];
  const citations: CitationMark[] = [];
  const block = text.slice(start, end);
  const unstruck = new Set<string>();
  let unclosed = false;
  plainMarks.lastIndex = 0;
  for (let found = plainMarks.exec(block); found !== null; found = plainMarks.exec(block)) {
    const at = start + found.index;
    let close = at + found[0].length;
    if (found[0] === '<!--') {
      close = commentEnd(text, at, end);
      comments.push({ start: at, end: close });
      hidden.push({ start: at, end: close });
    } else if (found[0].startsWith('<')) {
      const after = struckEnd(text, at, end, unstruck) ?? tagEnd(text, at, end);
      if (after > 0) {
        close = after;
        hidden.push({ start: at, end: close });
      }
    } else if (found[0].startsWith('[')) {
      // Only one search may fail: after it, no bracket closes.
      const closing: number = unclosed ? -1 : block.indexOf(']', found.index);
      unclosed ||= closing < 0;
      const bracket = closing + start;
      if (closing >= 0) {
        close = bracket + 1;
        readCitations(text, at, close, citations);
        hidden.push({ start: at, end: close });
      }
    } else {
      close = addressEnd(text, at, end);
      hidden.push({ start: at, end: close });
    }
    plainMarks.lastIndex = Math.max(close - start, found.index + 1);
  }
  return { hidden, comments, citations };
}

function run(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  let stop = at + 1;
  while (stop < end && text.charCodeAt(stop) === code) stop++;
  return stop - at;
}

/** Where a code span ends; −1 if the backticks open none, as in ``a quotation'' of old wire copy. */
function closeCode(text: string, from: number, end: number, length: number): number {
  for (let at = text.indexOf('`', from); at >= 0 && at < end;) {
    const found = run(text, at, end);
    if (found === length) {
      return length === 2 && text.slice(from, at).includes("''") ? -1 : at + found;
    }
    at = text.indexOf('`', at + found);
  }
  return -1;
}

function commentEnd(text: string, at: number, end: number): number {
  const close = text.slice(at + 4, end).indexOf('-->');
  return close < 0 ? end : at + 4 + close + 3;
}

const tag =
  /<(?:https?:[^\s<>]*|mailto:[^\s<>]*|[\w.+-]+@[\w.-]+|\/?[a-zA-Z][\w:-]*(?:\s[^<>]{0,2000})?\/?)>/y;

function tagEnd(text: string, at: number, end: number): number {
  tag.lastIndex = at;
  return tag.test(text) && tag.lastIndex <= end ? tag.lastIndex : -1;
}

const struck = /<(del|s|strike)>/iy;

/** Where words end that a tag strikes out; undefined where none does. `unclosed`: tags that are known not to close. */
function struckEnd(text: string, at: number, end: number, unclosed: Set<string>): number | undefined {
  struck.lastIndex = at;
  const name = struck.exec(text)?.[1]?.toLowerCase();
  if (name === undefined || unclosed.has(name)) {
    return undefined;
  }
  const length = text.slice(at, end).search(new RegExp(`</${name}>`, 'i'));
  if (length < 0) {
    unclosed.add(name);
    return undefined;
  }
  return at + length + name.length + 3;
}

function inOrder(spans: { start: number; end: number }[]): Span[] {
  spans.sort((one, other) => one.start - other.start || one.end - other.end);
  const merged: { start: number; end: number }[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last !== undefined && span.start < last.end) last.end = Math.max(last.end, span.end);
    else merged.push(span);
  }
  return merged;
}
