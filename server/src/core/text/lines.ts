import { partitionPoint } from './partition-point.ts';

/** A place as people count it: both from 1, the column in UTF-16 code units. */
export interface LinePosition {
  readonly line: number;
  readonly column: number;
}

/**
 * Where the lines of a text begin, so that an offset becomes a line and a column. A line ends at `\n`, `\r\n` or a
 * lone `\r`, as in the language server protocol, so that the editor and the command line name the same line.
 */
export class Lines {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    this.#starts = lineStarts(text);
  }

  get count(): number {
    return this.#starts.length;
  }

  /** Offsets outside the text count as its nearest edge. */
  position(offset: number): LinePosition {
    const inside = Math.max(0, Math.min(offset, this.#text.length));
    const line = partitionPoint(this.#starts.length, index => (this.#starts[index] ?? 0) <= inside);
    return { line, column: inside - (this.#starts[line - 1] ?? 0) + 1 };
  }

  /** The span of a line, 1-based, its terminator left out. */
  span(line: number): { readonly start: number; readonly end: number } {
    const start = this.#starts[line - 1] ?? this.#text.length;
    let end = this.#starts[line] ?? this.#text.length;
    while (end > start && isTerminator(this.#text.charCodeAt(end - 1))) {
      end--;
    }
    return { start, end };
  }
}

const known = new WeakMap<object, Lines>();

/** The lines of an article or draft, counted once for as long as it lives. */
export function linesOf(reading: { readonly text: string }): Lines {
  const lines = known.get(reading) ?? new Lines(reading.text);
  known.set(reading, lines);
  return lines;
}

/** Where the line begins that an offset lies in. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isTerminator(text.charCodeAt(start - 1))) {
    start--;
  }
  return start;
}

/** Where the line ends that an offset lies in, before its terminator. */
export function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isTerminator(text.charCodeAt(end))) {
    end++;
  }
  return end;
}

const lineFeed = 10;
const carriageReturn = 13;

function isTerminator(code: number): boolean {
  return code === lineFeed || code === carriageReturn;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  const length = text.length;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === lineFeed || (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed)) {
      starts.push(at + 1);
    }
  }
  return starts;
}
