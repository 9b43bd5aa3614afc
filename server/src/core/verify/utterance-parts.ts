import { partitionPoint } from '../text/partition-point.ts';
import type { Quotation, Reading, Utterance } from '../parse/reading.ts';

/** Whether a quotation has a cue: the cue of an utterance is that of every part of it. */
export function isCued({ utterances, quotations }: Reading, quotation: Quotation): boolean {
  const utterance = utterances[quotation.utterance];
  if (quotation.cue !== undefined || utterance === undefined) {
    return quotation.cue !== undefined;
  }
  const isKnown = cued.get(utterance) ?? utterance.quotations.some(it => quotations[it]?.cue !== undefined);
  cued.set(utterance, isKnown);
  return isKnown;
}

/** Remembered: each of a thousand parts asks. */
const cued = new WeakMap<Utterance, boolean>();

/** The part of its utterance that stands before a quotation. */
export function partBefore({ utterances, quotations }: Reading, quotation: Quotation): Quotation | undefined {
  const parts = utterances[quotation.utterance]?.quotations ?? [];
  const at = partitionPoint(
    parts.length,
    index => (quotations[parts[index] ?? -1]?.start ?? 0) < quotation.start,
  );
  return quotations[parts[at - 1] ?? -1];
}
