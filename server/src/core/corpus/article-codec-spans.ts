import type { Span } from '../text/span.ts';
import { ByteReader, ByteWriter, type TextCodec } from './bytes.ts';

/** How a string is stored: where it stands in the text, if it does. */
const absent = 0;
const spelt = 1;
const found = 2;
/** Nearly all lists of spans are empty: an array of its own for each would cost more than all the rest. */
export const noSpans: readonly Span[] = [];

/** Puts spans in as steps from one to the next, and strings as places of the text where they stand in it. */
export class SpanWriter extends ByteWriter {
  readonly #places = new Map<string, number>();
  #text = '';
  #last = 0;

  /** Begins a text. */
  begin(text: string): void {
    this.cut(0);
    this.#text = text;
    this.#places.clear();
    this.part();
  }

  /** Begins a part that can be read without those before. */
  part(): void {
    this.#last = 0;
  }

  span({ start, end }: Span): void {
    this.signed(start - this.#last);
    this.signed(end - start);
    this.#last = start;
  }

  spans(spans: readonly Span[]): void {
    this.number(spans.length);
    for (const span of spans) {
      this.span(span);
    }
  }

  /** One of a few values. */
  choice<T>(choices: readonly T[], value: T): void {
    this.number(choices.indexOf(value));
  }

  /** A string that most likely stands in the text. */
  quoted(value: string | undefined): void {
    if (value === undefined) {
      this.number(absent);
      return;
    }
    let place = this.#places.get(value);
    if (place === undefined) {
      place = this.#text.indexOf(value);
      this.#places.set(value, place);
    }
    if (place === -1) {
      this.number(spelt);
      this.string(value);
    } else {
      this.number(found + place);
      this.number(value.length);
    }
  }

  /** A string that most likely is the text of a span. */
  slice(value: string, { start, end }: Span): void {
    const isSlice = this.#text.slice(start, end) === value;
    this.number(isSlice ? 1 : 0);
    if (!isSlice) {
      this.string(value);
    }
  }
}

/**
 * Reads what a `SpanWriter` wrote. Whoever reads lists with it makes them as long as they will be: one that grows takes room for
 * sixteen more, and most have one or two.
 */
export class SpanReader extends ByteReader {
  readonly #text: string;
  #last = 0;

  constructor(bytes: Uint8Array, codec: TextCodec, text: string, at: number) {
    super(bytes, codec, at);
    this.#text = text;
  }

  span(): { start: number; end: number } {
    const start = this.start();
    return { start, end: this.end(start) };
  }

  /** A span without an object for it: its start, then its end. */
  start(): number {
    this.#last += this.signed();
    return this.#last;
  }

  end(start: number): number {
    return start + this.signed();
  }

  spans(): readonly Span[] {
    const count = this.number();
    if (count === 0) {
      return noSpans;
    }
    const spans = new Array<Span>(count);
    for (let index = 0; index < count; index++) {
      spans[index] = this.span();
    }
    return spans;
  }

  choice<T>(choices: readonly T[]): T {
    const index = this.number();
    if (index >= choices.length) {
      throw new RangeError('the bytes are no article');
    }
    return choices[index] as T;
  }

  quoted(): string | undefined {
    const kind = this.number();
    if (kind === absent) {
      return undefined;
    }
    return kind === spelt ? this.string() : this.#text.slice(kind - found, kind - found + this.number());
  }

  slice(start: number, end: number): string {
    return this.number() === 1 ? this.#text.slice(start, end) : this.string();
  }
}
