import type { Costs, Pricing } from './marks-pair.ts';
import { Beside, besideOf, Facing, Family, type MarkToken } from './marks-token.ts';

const related = 1;
const doublePrime = 0x2033;

/** The costs of double marks. `text` is looked at for measures (`6'2"`) and for what stands before a nested mark. */
export class DoublePricing implements Pricing {
  readonly #text: string;
  readonly #start: number;
  /** The family of the mark with which the next paragraph begins; −1 if with none. */
  readonly #next: number;

  constructor(text: string, start: number, next: number) {
    this.#text = text;
    this.#start = start;
    this.#next = next;
  }

  price(token: MarkToken, costs: Costs): void {
    if (token.facing === Facing.opening) priceOpening(token, costs);
    else if (token.facing === Facing.closing) priceClosing(token, costs);
    else priceStraight(token, costs);
    if (isDigit(token.before) && this.#isMeasure(token)) costs.ignore = 1.5;
    // Web editors turn a closing mark after a figure into the sign for inches.
    if (this.#text.charCodeAt(token.start) === doublePrime) costs.ignore = 0.5;
  }

  match(open: MarkToken, close: MarkToken): number {
    const length = Math.min(1, (close.start - open.end) * 0.0005);
    if (close.start === open.end) return 4;
    if (open.family === Family.low) {
      if (close.family === Family.curly) return length + (close.facing === Facing.opening ? -1.5 : 0);
      return close.family === Family.straight ? related + length : Infinity;
    }
    if (open.family === close.family) return length;
    if (open.family === Family.guillemet || close.family === Family.guillemet || close.family === Family.low)
      return Infinity;
    if (open.family === Family.doubled || close.family === Family.doubled) return 2 * related + length;
    return related + length;
  }

  nest(outer: MarkToken, inner: MarkToken): number {
    if (outer.family !== inner.family) return 1;
    // After the end of a sentence a new quotation is likelier than one inside the other.
    const before = this.#before(inner);
    return besideOf(before) === Beside.stop && before !== 44 ? 5.5 : 3.5;
  }

  abandon(open: MarkToken, next: MarkToken | undefined): number {
    if (next !== undefined) return this.#reopens(open, next) ? 2.5 : 5;
    if (this.#next < 0) return 5;
    return open.family === this.#next
      ? 1
      : open.family !== Family.guillemet && this.#next !== Family.guillemet
        ? 2.5
        : 5;
  }

  /** The last character before a mark that is no white space. */
  #before(token: MarkToken): number {
    let at = token.start - 1;
    while (at > this.#start && this.#text.charCodeAt(at) <= 32) at--;
    return this.#text.charCodeAt(at);
  }

  /** `"We close it. "The boats go on."`: paragraphs of a running quotation that were put into one line. */
  #reopens(open: MarkToken, next: MarkToken): boolean {
    return (
      open.family === next.family &&
      next.facing !== Facing.closing &&
      besideOf(open.before) <= Beside.space &&
      besideOf(next.before) === Beside.space &&
      besideOf(next.after) === Beside.word &&
      /[.?!]['’]?\s+$/.test(this.#text.slice(Math.max(open.end, next.start - 8), next.start))
    );
  }

  /** Inches: `6'2"`, `a 12" gun`; never after a year or a sum. */
  #isMeasure(token: MarkToken): boolean {
    let at = token.start - 1;
    while (at > this.#start && isDigit(this.#text.charCodeAt(at))) at--;
    const digits = token.start - 1 - at;
    const before = this.#text.charCodeAt(at);
    if (before === 39 || before === 0x2019 || before === 0x2032) return digits <= 2;
    return digits <= 2 && (before <= 32 || before === 40 || before === 45 || before === 46);
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function priceStraight(token: MarkToken, costs: Costs): void {
  const left = besideOf(token.before);
  const right = besideOf(token.after);
  const freeLeft = left <= Beside.space || left === Beside.open;
  const freeRight = right <= Beside.space || right === Beside.close;
  costs.ignore = 7;
  if (freeLeft && freeRight) {
    costs.open = right === Beside.nothing ? 5 : left === Beside.nothing || left === Beside.open ? 0.5 : 2;
    costs.close = left === Beside.nothing ? 6 : right === Beside.nothing ? 0.5 : 2;
    costs.ignore = 5;
  } else if (freeLeft) {
    const trailing = right === Beside.stop && token.after !== 46 && token.after !== 0x2026;
    costs.open = trailing ? 4 : right === Beside.stop ? 0.5 : 0;
    costs.close = trailing ? 1.5 : right === Beside.stop ? 4 : 6;
  } else if (freeRight || right === Beside.stop) {
    costs.open = left === Beside.dash ? 4 : 6;
    costs.close = 0;
  } else if (left === Beside.dash) {
    costs.open = 1;
    costs.close = 2.5;
  } else if (right === Beside.dash) {
    costs.open = 4;
    costs.close = 0.5;
  } else if (left === Beside.stop) {
    costs.open = token.before === 58 ? 0.5 : 2;
    costs.close = token.before === 58 ? 4 : 2;
  } else {
    costs.open = 3;
    costs.close = 3;
    costs.ignore = 4;
  }
}

function priceOpening(token: MarkToken, costs: Costs): void {
  const left = besideOf(token.before);
  const right = besideOf(token.after);
  const freeLeft = left <= Beside.space || left === Beside.open || left === Beside.dash;
  const freeRight = right <= Beside.space || right === Beside.stop || right === Beside.close;
  const spaced = token.family === Family.guillemet;
  costs.open = freeLeft ? 0 : freeRight && !spaced ? 3 : 1.5;
  costs.close =
    !freeLeft && freeRight
      ? 2
      : left !== Beside.space && left !== Beside.nothing && right === Beside.word
        ? 5
        : 6;
  costs.ignore = 8;
}

function priceClosing(token: MarkToken, costs: Costs): void {
  const left = besideOf(token.before);
  const right = besideOf(token.after);
  const freeLeft = left <= Beside.space || left === Beside.open;
  const word = right === Beside.word || right === Beside.other || right === Beside.open;
  costs.close = !freeLeft
    ? 0
    : left === Beside.nothing
      ? 6
      : word
        ? 4
        : token.family === Family.guillemet
          ? 0
          : 1;
  costs.open = freeLeft && word ? 2 : left === Beside.nothing ? 3 : 7;
  costs.ignore = 8;
}
