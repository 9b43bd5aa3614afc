import type { Span } from '../text/span.ts';
import type { Stage } from './attribution-scene.ts';
import type { QuotationSpan } from './marks.ts';
import type { Quotation, Speaker, Utterance } from './reading.ts';

/** What is found out about one quotation. */
export interface Finding {
  readonly kind: Quotation['kind'];
  readonly speaker: Speaker | undefined;
  readonly cue: Span | undefined;
  readonly hypothetical: boolean;
  /** Nothing but attribution stands between it and the quotation before. */
  goesOn: boolean;
}

/** What is found out about a quotation that goes on with none before it. */
export function findingOf(
  kind: Quotation['kind'],
  speaker?: Speaker,
  cue?: Span,
  hypothetical = false,
): Finding {
  return { kind, speaker, cue, hypothetical, goesOn: false };
}

/**
 * Joins consecutive quotations by one speaker with nothing between but attribution into utterances, and gives every quotation
 * its utterance.
 */
export function utterancesOf(
  stage: Stage,
  spans: readonly QuotationSpan[],
  findings: readonly Finding[],
): { readonly quotations: readonly Quotation[]; readonly utterances: readonly Utterance[] } {
  const groups: number[][] = [];
  const quotations: Quotation[] = [];
  for (const [index, span] of spans.entries()) {
    const finding = findings[index];
    if (!finding) {
      continue;
    }
    const group = groups.at(-1);
    if (group && joins(stage, spans, findings, index)) {
      group.push(index);
    } else {
      groups.push([index]);
    }
    // Written out: a spread per quotation costs more than all the rest here.
    quotations.push({
      start: span.start,
      end: span.end,
      outer: span.outer,
      mark: span.mark,
      closed: span.closed,
      block: span.block,
      utterance: groups.length - 1,
      kind: finding.kind,
      speaker: finding.speaker,
      cue: finding.cue,
      nested: span.nested,
      hypothetical: finding.hypothetical,
    });
  }
  return {
    quotations,
    utterances: groups.map(group => ({ quotations: group, speaker: speakerOf(group, findings) })),
  };
}

function speakerOf(group: readonly number[], findings: readonly Finding[]): Speaker | undefined {
  const speakers = group.map(index => findings[index]?.speaker).filter(it => it !== undefined);
  return speakers.find(it => it.entity !== undefined) ?? speakers[0];
}

function joins(
  stage: Stage,
  spans: readonly QuotationSpan[],
  findings: readonly Finding[],
  index: number,
): boolean {
  const [before, after] = [spans[index - 1], spans[index]];
  const [earlier, later] = [findings[index - 1], findings[index]];
  if (!before || !after || !earlier || !later) {
    return false;
  }
  // A mark that is left open at the end of its paragraph says that the same speech goes on in the next.
  const runs =
    !before.closed &&
    after.block > before.block &&
    isAdjacent(stage, before, after) &&
    (!earlier.speaker || !later.speaker || sameSpeaker(earlier.speaker, later.speaker));
  if (
    !runs &&
    (earlier.kind === 'scare' || later.kind === 'scare' || !sameSpeaker(earlier.speaker, later.speaker))
  ) {
    return false;
  }
  return runs || (later.goesOn && isAdjacent(stage, before, after));
}

function sameSpeaker(one: Speaker | undefined, other: Speaker | undefined): boolean {
  if (!one || !other) {
    return false;
  }
  return one.start === other.start || (one.entity !== undefined && one.entity === other.entity);
}

function isAdjacent(stage: Stage, before: QuotationSpan, after: QuotationSpan): boolean {
  // No speech goes over the border of a cell.
  const isBorder = [before, after].some(it => stage.blocks[it.block]?.kind === 'cell');
  if (before.block < after.block && isBorder) {
    return false;
  }
  for (let block = before.block + 1; block < after.block; block++) {
    const kind = stage.blocks[block]?.kind;
    if (kind !== 'caption' && kind !== 'boilerplate' && kind !== 'code' && kind !== 'cell') {
      return false;
    }
  }
  return true;
}
