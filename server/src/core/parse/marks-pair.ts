import type { MarkToken } from './marks-token.ts';

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
 * later one around. A step is in one piece: the ways to all three depths are told from those before it.
 */
export function pairMarks(tokens: readonly MarkToken[], pricing: Pricing): Pair[] {
  const count = tokens.length;
  const came = new Uint8Array(count * depths);
  const costs: Costs = { open: 0, close: 0, ignore: 0 };
  // The cheapest way to each depth.
  let zero = 0;
  let one = Infinity;
  let two = Infinity;
  // The openers on the cheapest way to depth 1, and the two on that to depth 2.
  let first = -1;
  let outer = -1;
  let inner = -1;
  for (let index = 0; index < count; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    pricing.price(token, costs);
    const at = index * depths;
    const opened = first < 0 ? undefined : tokens[first];
    const around = outer < 0 ? undefined : tokens[outer];
    const within = inner < 0 ? undefined : tokens[inner];

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
    const nextZero = best;
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
    const nextOne = best;
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
    came[at + 2] = action * 4 + from;

    first = newFirst;
    zero = nextZero;
    one = nextOne;
    two = best;
  }
  return traceBack(tokens, came, [zero, one, two], first, outer, inner, pricing);
}

function traceBack(
  tokens: readonly MarkToken[],
  came: Uint8Array,
  [zero, one, two]: readonly [number, number, number],
  first: number,
  outer: number,
  inner: number,
  pricing: Pricing,
): Pair[] {
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
