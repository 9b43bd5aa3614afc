import { Last } from '../text/last.ts';
import type { Span } from '../text/span.ts';
import { addressEnd, startsAddress } from './layout-address.ts';
import {
  destinationEnd,
  Pairs,
  referenceEnd,
  scanBracket,
  type BracketScan,
  type CitationMark,
} from './layout-brackets.ts';
import { emphasis, isPunctuation, type EmphasisScan } from './layout-emphasis.ts';
import type { Inline } from './layout-plain.ts';
import { commentEnd, struckEnd, tagEnd } from './layout-tags.ts';

const lastPairs = new Last<Pairs>();
const lastScan = new Last<InlineScan>();

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
  const scan = lastScan.hold(new InlineScan(text, start, end, references));
  for (const { start: from, end: to } of markers) scan.hide(from, to);
  let marker = 0;
  for (let at = start; at < end;) {
    const it = markers[marker];
    if (it !== undefined && at >= it.start) {
      at = Math.max(at, it.end);
      marker++;
    } else {
      at = scan.take(at);
    }
  }
  return { hidden: inOrder(scan.hidden), comments: scan.comments, citations: scan.citations };
}

/** One pass over a block. It remembers what it has looked for in vain, so that no mark is looked for twice. */
class InlineScan implements BracketScan, EmphasisScan {
  readonly hidden: { start: number; end: number }[] = [];
  readonly comments: Span[] = [];
  readonly citations: CitationMark[] = [];
  readonly tails = new Map<number, number>();
  readonly openers = new Map<number, { at: number; length: number }[]>();
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly references: ReadonlySet<string>;
  readonly brackets: Pairs;
  readonly parentheses: Pairs;
  /** How many backticks open no code, since as many do not follow. */
  readonly #unclosed = new Set<number>();
  /** The tags that strike nothing out, since they do not close. */
  readonly #unstruck = new Set<string>();

  constructor(text: string, start: number, end: number, references: ReadonlySet<string>) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.references = references;
    this.brackets = lastPairs.hold(new Pairs(text, start, end, 91, 93));
    this.parentheses = new Pairs(text, start, end, 40, 41);
  }

  hide(from: number, to: number): void {
    if (from < to) this.hidden.push({ start: from, end: to });
  }

  /** Takes what stands at a place, and says where to go on. */
  take(at: number): number {
    switch (this.text.charCodeAt(at)) {
      case 92 /* \ */:
        return this.#escape(at);
      case 96 /* ` */:
        return this.#code(at);
      case 60 /* < */:
        return this.#tag(at);
      case 91 /* [ */:
        return scanBracket(this, at);
      case 40 /* ( */:
        return this.#hideTo(at, this.#isBracket(at + 1) ? referenceEnd(this, at) : -1);
      case 33 /* ! */:
        return this.#hideTo(at, this.#isBracket(at + 1) ? this.#pictureEnd(at) : -1);
      case 93 /* ] */:
        // The address of a link whose text has just been read.
        return this.tails.get(at) ?? at + 1;
      case 42 /* * */:
      case 95 /* _ */:
      case 126 /* ~ */:
        return this.#emphasis(at);
      case 104 /* h */:
      case 119 /* w */:
        return this.#hideTo(at, startsAddress(this.text, at) ? addressEnd(this.text, at, this.end) : -1);
      default:
        return at + 1;
    }
  }

  /** Hides what ends at `close`; goes on behind one character where nothing does (−1). */
  #hideTo(at: number, close: number): number {
    this.hide(at, close);
    return close > 0 ? close : at + 1;
  }

  #isBracket(at: number): boolean {
    return this.text.charCodeAt(at) === 91;
  }

  /** Hides a backslash before what it escapes, or before the end of a line that it breaks. */
  #escape(at: number): number {
    const next = this.text.charCodeAt(at + 1);
    if (at + 1 < this.end && (isPunctuation(next) || next === 10 || next === 13)) {
      this.hide(at, at + 1);
      return at + 2;
    }
    return at + 1;
  }

  #code(at: number): number {
    const length = run(this.text, at, this.end);
    const close = this.#unclosed.has(length) ? -1 : closeCode(this.text, at + length, this.end, length);
    if (close < 0) {
      this.#unclosed.add(length);
      return at + length;
    }
    this.hide(at, close);
    return close;
  }

  #tag(at: number): number {
    if (this.text.startsWith('<!--', at)) {
      const close = commentEnd(this.text, at, this.end);
      this.comments.push({ start: at, end: close });
      return this.#hideTo(at, close);
    }
    const close = struckEnd(this.text, at, this.end, this.#unstruck) ?? tagEnd(this.text, at, this.end);
    return this.#hideTo(at, close);
  }

  /** Where `![text](address)` ends that stands at `at`; −1 if none stands there. */
  #pictureEnd(at: number): number {
    const close = this.brackets.closing(at + 1);
    return close < 0 ? -1 : destinationEnd(this, close + 1);
  }

  #emphasis(at: number): number {
    const length = run(this.text, at, this.end);
    if (this.text.charCodeAt(at) !== 126 || length === 2) emphasis(this, at, length);
    return at + length;
  }
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
