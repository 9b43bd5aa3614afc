import type { Span } from '../text/span.ts';

/** `[@key]` or one of the keys of `[@key, ¶3; @other]`. */
export interface CitationMark extends Span {
  readonly key: string;
  readonly keySpan: Span;
  readonly paragraph: number | undefined;
}

/** The brackets of one kind that belong together in a block; found in one pass, and only if asked for. */
export class Pairs {
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

/** The pass over a block that reads its brackets. */
export interface BracketScan {
  readonly text: string;
  readonly brackets: Pairs;
  readonly parentheses: Pairs;
  /** The link references that the text defines, folded. */
  readonly references: ReadonlySet<string>;
  readonly citations: CitationMark[];
  /** Where to go on behind a closing bracket: past the address of its link. */
  readonly tails: Map<number, number>;
  hide(from: number, to: number): void;
}

/** Where `(address "title")` or `[reference]` ends that stands at `at`; −1 if none stands there. */
export function destinationEnd({ text, brackets, parentheses }: BracketScan, at: number): number {
  const code = text.charCodeAt(at);
  const close = code === 91 ? brackets.closing(at) : code === 40 ? parentheses.closing(at) : -1;
  return close < 0 ? -1 : close + 1;
}

/** No link that says where something is from has a longer text. */
const longestReference = 400;

/**
 * Where `([text](address))` ends that stands at `at`: it says where something is from, and is as little a part of the sentence as
 * `[@key]`. −1 if none stands there, or if words are quoted in it.
 */
export function referenceEnd(scan: BracketScan, at: number): number {
  const { text, brackets } = scan;
  const close = brackets.closing(at + 1);
  if (close < 0 || close - at > longestReference || text.charCodeAt(close + 1) !== 40) return -1;
  const after = destinationEnd(scan, close + 1);
  const isAlone = after > 0 && text.charCodeAt(after) === 41;
  return isAlone && !/["“”„«»]/.test(text.slice(at, close)) ? after + 1 : -1;
}

/** Takes the citation, the link or the note that opens at `at`, if one does, and says where to go on. */
export function scanBracket(scan: BracketScan, at: number): number {
  const { text, brackets, references, citations, tails } = scan;
  const close = brackets.closing(at);
  if (close < 0) return at + 1;
  const next = text.charCodeAt(at + 1);
  if (next === 94 /* ^ */) {
    scan.hide(at, close + 1);
    return close + 1;
  }
  if ((next === 64 || next === 45 || next === 115) && readCitations(text, at, close + 1, citations)) {
    scan.hide(at, close + 1);
    return close + 1;
  }
  if (next === 91 && text.charCodeAt(close - 1) === 93) {
    const pipe = text.slice(at, close).lastIndexOf('|');
    const from = pipe < 0 ? at + 2 : at + pipe + 1;
    scan.hide(at, from);
    scan.hide(close - 1, close + 1);
    tails.set(close - 1, close + 1);
    return from;
  }
  const after = destinationEnd(scan, close + 1);
  if (
    after > 0 &&
    (text.charCodeAt(close + 1) === 40 || isReference(text, close + 1, after, at, references))
  ) {
    scan.hide(at, at + 1);
    scan.hide(close, after);
    tails.set(close, after);
  } else if (references.size > 0 && references.has(foldReference(text.slice(at + 1, close)))) {
    scan.hide(at, at + 1);
    scan.hide(close, close + 1);
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
  return known.has(foldReference(label === '' ? text.slice(at + 1, start - 1) : label));
}

/** A link reference as it is compared. */
export function foldReference(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

const citationKey = /(?:^|\s)-?@\{?([A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?)\}?/;

const citedParagraph = /(?:¶|§|\bpara(?:graph|\.)?|\bp\.)\s*(\d{1,6})/;

/** Reads `[@a, ¶12; @b]`; false if the brackets hold something else. */
export function readCitations(text: string, start: number, end: number, citations: CitationMark[]): boolean {
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
