import { Last } from '../text/last.ts';
import type { Span } from '../text/span.ts';
import { isSpace } from './layout-lines.ts';
import { DoublePricing } from './marks-double.ts';
import { pairMarks, type Pair } from './marks-pair.ts';
import { endOfUnclosed, speakersDiffer } from './marks-run.ts';
import { scanMarks } from './marks-scan.ts';
import { SinglePricing } from './marks-single.ts';
import { Family, type MarkToken } from './marks-token.ts';
import type { MarkedText, QuotationSpan } from './marks.ts';
import type { Block, MarkKind } from './reading.ts';

const lastDouble = new Last<DoublePricing>();
const lastSingle = new Last<SinglePricing>();

/** A block without a quotation. */
export const nothing: MarkedText = { quotations: [], unbalanced: [] };

/** Reads the quotations of a block. */
export function readMarks(
  text: string,
  block: Block,
  opening: number,
  nextText: string,
  index = 0,
): MarkedText {
  const { doubles, singles } = scanMarks(text, block);
  if (doubles.length === 0 && singles.length === 0) return nothing;
  const paired =
    doubles.length === 0
      ? []
      : pairMarks(doubles, lastDouble.hold(new DoublePricing(text, block.start, opening)));
  const inSingles =
    singles.length === 0 ? [] : pairSingles(text, block, singles, doubles, paired, opening === Family.single);
  const reader: BlockReader = { text, block, index, opening, nextText };
  const pairs: MarkPair[] = [];
  for (const pair of paired) addPair(reader, pairs, doubles, pair, pair.depth);
  for (const region of inSingles) {
    for (const pair of region.pairs) addPair(reader, pairs, region.tokens, pair, region.depth + 1);
  }
  return toQuotations(reader, pairs);
}

interface SingleRegion {
  readonly tokens: MarkToken[];
  readonly depth: number;
  pairs: readonly Pair[];
}

/** Pairs the single marks of each stretch that lies between the same double marks; they never reach across those. */
function pairSingles(
  text: string,
  block: Block,
  singles: readonly MarkToken[],
  doubles: readonly MarkToken[],
  paired: readonly Pair[],
  runsOn: boolean,
): readonly SingleRegion[] {
  const regions = new Map<Pair | undefined, SingleRegion>();
  const around: Pair[] = [];
  let pair = 0;
  for (const token of singles) {
    for (
      let it = paired[pair];
      it !== undefined && (doubles[it.open]?.start ?? 0) < token.start;
      it = paired[++pair]
    )
      around.push(it);
    for (let it = around.at(-1); it !== undefined && endsBefore(doubles, it, token.start); it = around.at(-1))
      around.pop();
    const owner = around.at(-1);
    const region = regions.get(owner);
    if (region === undefined) regions.set(owner, { tokens: [token], depth: owner?.depth ?? 0, pairs: [] });
    else region.tokens.push(token);
  }
  for (const [owner, region] of regions) {
    const pricing = lastSingle.hold(
      new SinglePricing(text, block.start, owner !== undefined, runsOn, doubles),
    );
    region.pairs = pairMarks(region.tokens, pricing);
  }
  return [...regions.values()];
}

/** Whether a pair of marks ends before a place; a pair that is not closed reaches to the end. */
function endsBefore(tokens: readonly MarkToken[], pair: Pair, offset: number): boolean {
  const close = tokens[pair.close];
  return close !== undefined && close.start < offset;
}

/** What the quotations of one block are made from. */
interface BlockReader {
  readonly text: string;
  readonly block: Block;
  readonly index: number;
  /** The family of the mark with which the next paragraph begins; −1 if with none. */
  readonly opening: number;
  readonly nextText: string;
}

interface MarkPair extends Span {
  readonly open: MarkToken;
  readonly close: MarkToken | undefined;
  /** 1: not inside double marks. */
  readonly depth: number;
}

function addPair(
  reader: BlockReader,
  pairs: MarkPair[],
  tokens: readonly MarkToken[],
  pair: Pair,
  depth: number,
): void {
  const open = tokens[pair.open];
  if (open === undefined) return;
  const close = pair.close < 0 ? undefined : tokens[pair.close];
  // Inside other marks, what never closes is no quotation.
  if (close === undefined && depth > 1) return;
  pairs.push({
    start: open.start,
    end: close === undefined ? reader.block.end : close.end,
    open,
    close,
    depth,
  });
}

/** Turns the pairs of one block into quotations, those inside others into their `nested`. */
function toQuotations(reader: BlockReader, pairs: MarkPair[]): MarkedText {
  if (pairs.length > 1) pairs.sort((one, other) => one.start - other.start || other.end - one.end);
  const quotations: QuotationSpan[] = [];
  const unbalanced: Span[] = [];
  let last: QuotationSpan | undefined;
  let nested: Span[] = [];
  for (let index = 0; index < pairs.length; index++) {
    const pair = pairs[index];
    if (pair === undefined) continue;
    if (last !== undefined && pair.end <= last.outer.end) {
      const span = pair.close === undefined ? undefined : trim(reader.text, pair.open.end, pair.close.start);
      const deeper = nested.at(-1);
      if (span !== undefined && (deeper === undefined || span.start >= deeper.end)) nested.push(span);
      continue;
    }
    if (last !== undefined && pair.start < last.outer.end) continue;
    const into: Span[] = [];
    const from = openerStart(reader, pair.open, last?.outer.end ?? reader.block.start);
    const quotation =
      pair.close === undefined
        ? unclosed(reader, pair.open, from, limitOf(reader, pairs, index), unbalanced, into)
        : closed(reader, pair.open, from, pair.close, into);
    if (quotation === undefined) continue;
    quotations.push(quotation);
    last = quotation;
    nested = into;
  }
  return { quotations, unbalanced };
}

/** How far an unclosed quotation may reach: to the next opening mark that is not inside it. */
function limitOf(reader: BlockReader, pairs: readonly MarkPair[], index: number): number {
  const open = pairs[index]?.open;
  // Single marks that run on to the next paragraph may have double ones inside; others have no claim to them.
  const runs =
    open?.family === Family.single && open.start === reader.block.start && reader.opening === open.family;
  for (let next = index + 1; next < pairs.length; next++) {
    const pair = pairs[next];
    if (pair !== undefined && (pair.close === undefined || (pair.depth === 1 && !runs))) return pair.start;
  }
  return reader.block.end;
}

function closed(
  reader: BlockReader,
  open: MarkToken,
  from: number,
  close: MarkToken,
  nested: readonly Span[],
): QuotationSpan | undefined {
  const span = trim(reader.text, open.end, close.start);
  if (span === undefined) return undefined;
  const outer = { start: from, end: close.end };
  return {
    start: span.start,
    end: span.end,
    outer,
    mark: markOf(open),
    closed: true,
    block: reader.index,
    nested,
  };
}

function unclosed(
  reader: BlockReader,
  open: MarkToken,
  from: number,
  limit: number,
  unbalanced: Span[],
  nested: readonly Span[],
): QuotationSpan | undefined {
  const whole = { start: open.end, end: limit };
  let end = endOfUnclosed(reader.text, whole);
  // In the middle of a running quotation somebody may tell what another said.
  if (limit === reader.block.end && reader.opening === open.family && limit - end > 100) end = limit;
  const runs = limit === reader.block.end && end === limit && runsOn(reader, open);
  if (!runs) unbalanced.push({ start: open.start, end: open.end });
  const span = trim(reader.text, open.end, end);
  if (span === undefined) return undefined;
  const outer = { start: from, end: span.end };
  return {
    start: span.start,
    end: span.end,
    outer,
    mark: markOf(open),
    closed: false,
    block: reader.index,
    nested,
  };
}

function markOf(open: MarkToken): MarkKind {
  if (open.family === Family.single) return 'single';
  return open.family >= Family.guillemet ? 'guillemet' : 'double';
}

function runsOn(reader: BlockReader, open: MarkToken): boolean {
  if (reader.opening !== open.family) return false;
  const before = reader.text.slice(reader.block.start, open.start);
  return !speakersDiffer(before, reader.nextText.replace(/["“][^"”]*["”]/g, ' '));
}

/** Where an opening mark begins: a broken one, `‘”`, is one mark. Never before `floor`, where another ends. */
function openerStart(reader: BlockReader, open: MarkToken, floor: number): number {
  const at = open.start;
  if (at <= floor || open.family === Family.single) return at;
  const before = reader.text.charCodeAt(at - 1);
  if (before !== 0x2018 && before !== 39) return at;
  return at - 1 === reader.block.start || isSpace(reader.text.charCodeAt(at - 2)) ? at - 1 : at;
}

/** A span without the white space at its ends; undefined if nothing is left. */
export function trim(text: string, start: number, end: number): Span | undefined {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return from < to ? { start: from, end: to } : undefined;
}
