import type { Span } from '../text/span.ts';

/** `[@key]` or one of the keys of `[@key, ¶3; @other]`. */
export interface CitationMark extends Span {
  readonly key: string;
  readonly keySpan: Span;
  readonly paragraph: number | undefined;
}

/** What stands in a block beside its words. */
export interface Inline {
  /** In order, disjoint. */
  readonly hidden: Span[];
  /** HTML comments, which may hold orders to Stet. */
  readonly comments: Span[];
  readonly citations: CitationMark[];
}

/** How far a web address may reach. */
const reach = 2000;

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
  const brackets = new Pairs(text, start, end, 91, 93);
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
      if (at + 1 < end && isPunctuation(text.charCodeAt(at + 1))) {
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
        const close = tagEnd(text, at, end);
        if (close > 0) hide(at, close);
        at = close > 0 ? close : at + 1;
      }
    } else if (code === 91 /* [ */) {
      at = scanBracket(text, at, brackets, parentheses, references, hide, tails, citations);
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
      const after = tagEnd(text, at, end);
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

/** The brackets of one kind that belong together in a block; found in one pass, and only if asked for. */
class Pairs {
  readonly #text: string;
  readonly #start: number;
  readonly #end: number;
  readonly #opening: number;
  readonly #closing: number;
  #pairs: Map<number, number> | undefined;

  constructor(text: string, start: number, end: number, opening: number, closing: number) {
    this.#text = text;
    this.#start = start;
    this.#end = end;
    this.#opening = opening;
    this.#closing = closing;
  }

  /** Where the bracket that opens at `at` closes; −1 if it does not. */
  closing(at: number): number {
    this.#pairs ??= this.#match();
    return this.#pairs.get(at) ?? -1;
  }

  #match(): Map<number, number> {
    const pairs = new Map<number, number>();
    const stack: number[] = [];
    for (let at = this.#start; at < this.#end; at++) {
      const code = this.#text.charCodeAt(at);
      if (code === 92) {
        at++;
      } else if (code === this.#opening) {
        stack.push(at);
      } else if (code === this.#closing) {
        const opener = stack.pop();
        if (opener !== undefined) pairs.set(opener, at);
      }
    }
    return pairs;
  }
}

/** Where `(address "title")` or `[reference]` ends that stands at `at`; −1 if none stands there. */
function destinationEnd(text: string, at: number, brackets: Pairs, parentheses: Pairs): number {
  const code = text.charCodeAt(at);
  const close = code === 91 ? brackets.closing(at) : code === 40 ? parentheses.closing(at) : -1;
  return close < 0 ? -1 : close + 1;
}

function scanBracket(
  text: string,
  at: number,
  brackets: Pairs,
  parentheses: Pairs,
  references: ReadonlySet<string>,
  hide: (from: number, to: number) => void,
  tails: Map<number, number>,
  citations: CitationMark[],
): number {
  const close = brackets.closing(at);
  if (close < 0) return at + 1;
  const next = text.charCodeAt(at + 1);
  if (next === 94 /* ^ */) {
    hide(at, close + 1);
    return close + 1;
  }
  if ((next === 64 || next === 45 || next === 115) && readCitations(text, at, close + 1, citations)) {
    hide(at, close + 1);
    return close + 1;
  }
  if (next === 91 && text.charCodeAt(close - 1) === 93) {
    const pipe = text.slice(at, close).lastIndexOf('|');
    const from = pipe < 0 ? at + 2 : at + pipe + 1;
    hide(at, from);
    hide(close - 1, close + 1);
    tails.set(close - 1, close + 1);
    return from;
  }
  const after = destinationEnd(text, close + 1, brackets, parentheses);
  if (
    after > 0 &&
    (text.charCodeAt(close + 1) === 40 || isReference(text, close + 1, after, at, references))
  ) {
    hide(at, at + 1);
    hide(close, after);
    tails.set(close, after);
  } else if (references.size > 0 && references.has(fold(text.slice(at + 1, close)))) {
    hide(at, at + 1);
    hide(close, close + 1);
  }
  return at + 1;
}

function isReference(
  text: string,
  start: number,
  end: number,
  at: number,
  known: ReadonlySet<string>,
): boolean {
  const label = text.slice(start + 1, end - 1);
  return known.has(fold(label === '' ? text.slice(at + 1, start - 1) : label));
}

/** A link reference as it is compared. */
export function fold(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

const citationKey = /(?:^|\s)-?@\{?([A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?)\}?/;
const citedParagraph = /(?:¶|§|\bpara(?:graph|\.)?|\bp\.)\s*(\d{1,6})/;

/** Reads `[@a, ¶12; @b]`; false if the brackets hold something else. */
function readCitations(text: string, start: number, end: number, citations: CitationMark[]): boolean {
  const inside = text.slice(start + 1, end - 1);
  if (!/^(?:-?@|see (?:also )?@)/.test(inside)) return false;
  let offset = start + 1;
  for (const part of inside.split(';')) {
    const found = citationKey.exec(part);
    if (found?.[1] !== undefined) {
      const key = offset + found.index + found[0].lastIndexOf(found[1]);
      const cited = citedParagraph.exec(part);
      citations.push({
        start,
        end,
        key: found[1],
        keySpan: { start: key, end: key + found[1].length },
        paragraph: cited === null ? undefined : Number(cited[1]),
      });
    }
    offset += part.length + 1;
  }
  return true;
}

/** Pairs a run of emphasis marks with an earlier one, or keeps it as one that may open. */
function emphasis(
  text: string,
  at: number,
  length: number,
  start: number,
  end: number,
  openers: Map<number, { at: number; length: number }[]>,
  hide: (from: number, to: number) => void,
): void {
  const code = text.charCodeAt(at);
  const before = at > start ? text.charCodeAt(at - 1) : 32;
  const after = at + length < end ? text.charCodeAt(at + length) : 32;
  const opens = after > 32 && after !== 0xa0;
  const closes = before > 32 && before !== 0xa0;
  if (code === 95 && opens && closes && isWord(before) && isWord(after)) return;
  const stack = openers.get(code) ?? [];
  openers.set(code, stack);
  let left = length;
  let from = at;
  if (closes && !(opens && isPunctuation(before) && isWord(after))) {
    for (let opener = stack.at(-1); opener !== undefined && left > 0; opener = stack.at(-1)) {
      const pair = Math.min(left, opener.length);
      hide(opener.at + opener.length - pair, opener.at + opener.length);
      hide(from, from + pair);
      opener.length -= pair;
      from += pair;
      left -= pair;
      if (opener.length === 0) stack.pop();
    }
  }
  if (left > 0 && opens && stack.length < 64) stack.push({ at: from, length: left });
}

function startsAddress(text: string, at: number): boolean {
  return text.startsWith('https://', at) || text.startsWith('http://', at) || text.startsWith('www.', at);
}

const addressTail = /[.,;:!?'’"”)\]}*_~»]+$/;

/** Where a bare web address ends: at white space, without the punctuation and marks of the sentence around it. */
function addressEnd(text: string, at: number, end: number): number {
  const limit = Math.min(end, at + reach);
  let stop = at;
  while (stop < limit) {
    const code = text.charCodeAt(stop);
    if (code <= 32 || code === 60 || code === 62 || code === 0xa0 || code === 0x201c) break;
    stop++;
  }
  let address = text.slice(at, stop);
  // The address of a link written out: `[text](https://…)` is read before, but its parenthesis may be cut off.
  const kept = address.replace(addressTail, '');
  const marks = kept.split('"').length - 1;
  if (marks % 2 === 1) address = address.slice(0, kept.length + address.slice(kept.length).indexOf('"') + 1);
  else address = kept;
  return Math.max(at + 1, at + address.length);
}

function isWord(code: number): boolean {
  return (
    (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code >= 0xc0
  );
}

function isPunctuation(code: number): boolean {
  return code > 32 && code < 127 && !isWord(code);
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
