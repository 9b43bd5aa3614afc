import type { Costs, Pricing } from './marks-pair.ts';
import { Beside, besideOf, Facing, type MarkToken } from './marks-token.ts';

/** Words that begin with an apostrophe: `’tis`, `’em`, `’90s`, `’16`. */
const elision =
  /\d0s|\d\d(?!\d)|(?:tis|twas|twill|twere|em|til|till|cause|cuz|coz|cos|bout|round|neath|ere|un|ol|kay|nuff|nother|nuther|hood|ave|burbs|sup|fraid|scuse|spect)(?![\p{L}\p{N}])/iuy;

/**
 * The costs of single marks, most of which are apostrophes. `inside` tells that they stand within double marks, where
 * one that never closes is nobody's business.
 */
export class SinglePricing implements Pricing {
  readonly #text: string;
  readonly #start: number;
  readonly #inside: boolean;
  /** Whether the next paragraph begins with a single mark. */
  readonly #runsOn: boolean;
  /** Whether a double mark stands between two places, or beside one. */
  readonly #doubles: readonly MarkToken[];

  constructor(text: string, start: number, inside: boolean, runsOn: boolean, doubles: readonly MarkToken[]) {
    this.#text = text;
    this.#start = start;
    this.#inside = inside;
    this.#runsOn = runsOn;
    this.#doubles = doubles;
  }

  price(token: MarkToken, costs: Costs): void {
    const left = besideOf(token.before);
    const right = besideOf(token.after);
    const opensWord = right === Beside.word || right === Beside.open || right === Beside.other;
    if (left <= Beside.space || left === Beside.open || left === Beside.dash) {
      if (opensWord || (right === Beside.stop && (token.after === 46 || token.after === 0x2026)))
        this.#priceOpening(token, costs);
      else set(costs, 4, left === Beside.dash ? 1 : 3, 1);
    } else if (token.facing === Facing.opening) {
      if (opensWord) set(costs, 1, 6, 4);
      else set(costs, 6, 2, 2);
    } else if (opensWord) {
      // `… go,'he said`: a space is missing.
      set(costs, left === Beside.stop ? 3 : 6, left === Beside.stop ? 1.5 : 4, 2);
    } else {
      this.#priceClosing(token, left, right, costs);
    }
  }

  match(open: MarkToken, close: MarkToken): number {
    if (close.start === open.end) return Infinity;
    const length = Math.min(1.5, (close.start - open.end) * 0.002);
    // A pair that would swallow double marks must be certain: else an apostrophe hides a quotation.
    const certain = besideOf(close.before) === Beside.stop || open.facing === Facing.opening;
    return length + (!certain && this.#hasDouble(open.end, close.start) ? 4 : 0);
  }

  nest(): number {
    return Infinity;
  }

  abandon(open: MarkToken, next: MarkToken | undefined): number {
    if (this.#inside) return 2;
    if (next === undefined && this.#runsOn && open.start === this.#start) return 0.5;
    return open.facing === Facing.opening ? 3.5 : 4;
  }

  #priceOpening(token: MarkToken, costs: Costs): void {
    elision.lastIndex = token.end;
    const elided = elision.test(this.#text);
    if (token.facing === Facing.opening) {
      set(costs, elided ? 3 : 0, 9, elided ? 0.5 : this.#isBesideDouble(token) ? 2 : 6);
    } else if (token.facing === Facing.closing) {
      set(costs, elided ? 6 : 4, 6, elided ? 0 : 1.5);
    } else {
      set(costs, elided ? 5 : 0.5, 8, elided ? 0.3 : 3);
    }
  }

  #priceClosing(token: MarkToken, left: number, right: number, costs: Costs): void {
    const ends = right !== Beside.space && right !== Beside.dash;
    if (left === Beside.stop) {
      set(costs, 6, 0, 5);
    } else if (left !== Beside.word) {
      set(costs, 6, 0.3, 4);
    } else if (token.before >= 48 && token.before <= 57) {
      // Feet, unless the figure is a year.
      const year = /\d{4}$/.test(this.#text.slice(Math.max(this.#start, token.start - 4), token.start));
      set(costs, 6, year ? 0.3 : 1.5, year ? 4 : 0.5);
    } else if (/[sxz]/i.test(String.fromCharCode(token.before))) {
      // `the players’ union`: more often a possessive than the end of a quotation, unless punctuation follows.
      set(costs, 6, ends ? 1 : 2, ends ? 1.5 : 1);
    } else if (
      /(?:in|\b[od]|\bth|\ban|\bol)$/i.test(
        this.#text.slice(Math.max(this.#start, token.start - 3), token.start),
      )
    ) {
      set(costs, 6, 1, 1.5);
    } else {
      set(costs, 6, 0.3, 4);
    }
  }

  #hasDouble(from: number, to: number): boolean {
    let low = 0;
    let high = this.#doubles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#doubles[middle]?.start ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    const token = this.#doubles[low];
    return token !== undefined && token.start < to;
  }

  #isBesideDouble(token: MarkToken): boolean {
    return this.#hasDouble(token.start - 2, token.end + 1);
  }
}

function set(costs: Costs, open: number, close: number, ignore: number): void {
  costs.open = open;
  costs.close = close;
  costs.ignore = ignore;
}
