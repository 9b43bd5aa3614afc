import { Beside, besideOf, Facing, Family, type MarkToken } from './marks-scan.ts';

/** An opening mark and the one that closes it, as indexes of tokens. */
export interface Pair {
  readonly open: number;
  /** −1 where nothing closes it. */
  readonly close: number;
  /** 1: outermost; 2: inside another pair of the same sort of marks. */
  readonly depth: number;
}

/** What each reading of a mark costs: the more its glyph and its neighbours speak against it, the more. */
export interface Costs {
  open: number;
  close: number;
  ignore: number;
}

/** What the readings of the marks of a block cost beyond the marks themselves. */
export interface Pricing {
  /** Sets the costs of one token. */
  price(token: MarkToken, costs: Costs): void;
  /** What it costs that `close` closes `open`; infinite where it cannot. */
  match(open: MarkToken, close: MarkToken): number;
  /** What it costs that a mark opens inside `outer`; infinite where it cannot. */
  nest(outer: MarkToken, inner: MarkToken): number;
  /** What it costs that `open` never closes, because another opens (`next`) or the block ends. */
  abandon(open: MarkToken, next: MarkToken | undefined): number;
}

const Action = { ignore: 0, open: 1, close: 2, nest: 3, restart: 4 } as const;

/** States are the depths 0, 1 and 2; three bytes a token remember how the cheapest way to each went. */
const depths = 3;

/**
 * Reads which marks belong together: of all readings of the whole block, as opening, closing or no mark at all, the
 * cheapest. One wrong or missing mark then costs only itself, while reading from left to right would turn every
 * later one around.
 */
export function pairMarks(tokens: readonly MarkToken[], pricing: Pricing): Pair[] {
  const count = tokens.length;
  const came = new Uint8Array(count * depths);
  const costs: Costs = { open: 0, close: 0, ignore: 0 };
  let cost = [0, Infinity, Infinity];
  let next = [Infinity, Infinity, Infinity];
  // The openers on the cheapest way to depth 1, and the two on that to depth 2.
  let first = -1;
  let outer = -1;
  let inner = -1;
  for (let index = 0; index < count; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    pricing.price(token, costs);
    const [zero = Infinity, one = Infinity, two = Infinity] = cost;
    const at = index * depths;
    const opened = tokens[first];
    const around = tokens[outer];
    const within = tokens[inner];

    let best = zero + costs.ignore;
    let action: number = Action.ignore;
    let from = 0;
    if (opened !== undefined) {
      const closed = one + costs.close + pricing.match(opened, token);
      if (closed < best) {
        best = closed;
        action = Action.close;
        from = 1;
      }
    }
    next[0] = best;
    came[at] = action * 4 + from;

    let newFirst = first;
    best = one + costs.ignore;
    action = Action.ignore;
    from = 1;
    if (zero + costs.open < best) {
      best = zero + costs.open;
      action = Action.open;
      from = 0;
      newFirst = index;
    }
    if (opened !== undefined) {
      const restarted = one + costs.open + pricing.abandon(opened, token);
      if (restarted < best) {
        best = restarted;
        action = Action.restart;
        from = 1;
        newFirst = index;
      }
    }
    if (around !== undefined && within !== undefined) {
      const closed = two + costs.close + pricing.match(within, token);
      if (closed < best) {
        best = closed;
        action = Action.close;
        from = 2;
        newFirst = outer;
      }
    }
    next[1] = best;
    came[at + 1] = action * 4 + from;

    best = two + costs.ignore;
    action = Action.ignore;
    from = 2;
    if (opened !== undefined) {
      const nested = one + costs.open + pricing.nest(opened, token);
      if (nested < best) {
        best = nested;
        action = Action.nest;
        from = 1;
        outer = first;
        inner = index;
      }
    }
    next[2] = best;
    came[at + 2] = action * 4 + from;

    first = newFirst;
    [cost, next] = [next, cost];
  }
  return traceBack(tokens, came, cost, first, outer, inner, pricing);
}

function traceBack(
  tokens: readonly MarkToken[],
  came: Uint8Array,
  cost: readonly number[],
  first: number,
  outer: number,
  inner: number,
  pricing: Pricing,
): Pair[] {
  const [zero = Infinity, one = Infinity, two = Infinity] = cost;
  const opened = tokens[first];
  const around = tokens[outer];
  const within = tokens[inner];
  let depth = 0;
  let best = zero;
  if (opened !== undefined && one + pricing.abandon(opened, undefined) < best) {
    best = one + pricing.abandon(opened, undefined);
    depth = 1;
  }
  if (around !== undefined && within !== undefined) {
    const both = two + pricing.abandon(around, undefined) + pricing.abandon(within, undefined) + 1;
    if (both < best) depth = 2;
  }
  const pairs: Pair[] = [];
  /** The closing marks whose opening ones are still to come, as the way is walked backwards. */
  const closers: number[] = [];
  for (let level = 0; level < depth; level++) closers.push(-1);
  for (let index = tokens.length - 1; index >= 0; index--) {
    const step = came[index * depths + depth] ?? 0;
    const action = step >> 2;
    if (action === Action.close) {
      closers.push(index);
    } else if (action === Action.open || action === Action.nest) {
      pairs.push({ open: index, close: closers.pop() ?? -1, depth });
    } else if (action === Action.restart) {
      pairs.push({ open: index, close: closers.pop() ?? -1, depth });
      closers.push(-1);
    }
    depth = step & 3;
  }
  return pairs.reverse();
}

const related = 1;

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
    let at = inner.start - 1;
    while (at > this.#start && this.#text.charCodeAt(at) <= 32) at--;
    return besideOf(this.#text.charCodeAt(at)) === Beside.stop && this.#text.charCodeAt(at) !== 44
      ? 5.5
      : 3.5;
  }

  abandon(open: MarkToken, next: MarkToken | undefined): number {
    if (next !== undefined || this.#next < 0) return 5;
    return open.family === this.#next
      ? 1
      : open.family !== Family.guillemet && this.#next !== Family.guillemet
        ? 2.5
        : 5;
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
