import type { Stage } from './attribution-scene.ts';
import type { QuotationSpan } from './marks.ts';
import type { Quotation, Speaker, Utterance } from './reading.ts';

/** What is found out about one quotation. */
export interface Finding extends Pick<Quotation, 'kind' | 'speaker' | 'cue' | 'hypothetical'> {
  /** Nothing but attribution stands between it and the quotation before. */
  readonly goesOn: boolean;
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
    const { kind, speaker, cue, hypothetical } = finding;
    quotations.push({ ...span, kind, speaker, cue, hypothetical, utterance: groups.length - 1 });
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
  for (let block = before.block + 1; block < after.block; block++) {
    const kind = stage.blocks[block]?.kind;
    if (kind !== 'caption' && kind !== 'boilerplate' && kind !== 'code') {
      return false;
    }
  }
  return true;
}
