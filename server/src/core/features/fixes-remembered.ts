import { partBefore } from '../verify/utterance-parts.ts';
import type { Draft } from '../draft/draft.ts';
import type { Finding, Fix } from './finding.ts';
import type { Quotation } from '../parse/reading.ts';
import { moved } from '../text/span.ts';

/** What a reader is told of a quotation wherever it stands; the same object as long as its words and its speaker stay. */
export type Told = Pick<Finding, 'code' | 'class' | 'severity' | 'message' | 'related'>;

/** All of a draft that the fixes of a finding depend on, but for what a verdict depends on, too. */
interface Surroundings {
  /** The paragraph, and what follows the closing mark. */
  readonly text: string;
  /** The quotation as it is written, with its character references. */
  readonly written: string;
  /** Where in `text` the quotation begins and ends, and where with its marks. */
  readonly places: string;
  /** How it is printed, and whom it is given to. */
  readonly traits: string;
}

interface Kept {
  readonly surroundings: Surroundings;
  /** Where the quotation began that they were worked out for. */
  readonly start: number;
  readonly fixes: readonly Fix[];
}

const remembered = new WeakMap<Told, Kept>();

/** As much of what follows a quotation as decides how it may end. */
const lookahead = 40;

/**
 * The fixes of a finding: those worked out before where nothing around the quotation has changed but its place, else
 * what `mend` gives. Each keystroke asks for those of all quotations of a draft.
 */
export function rememberedFixes(
  told: Told,
  draft: Draft,
  quotation: Quotation,
  mend: () => readonly Fix[],
): readonly Fix[] {
  // What gives a quotation to somebody else looks at all of the draft.
  if (told.code === 'quote-misattributed') {
    return mend();
  }
  const surroundings = surroundingsOf(draft, quotation);
  const known = remembered.get(told);
  if (known !== undefined && isSame(known.surroundings, surroundings)) {
    const by = quotation.start - known.start;
    return by === 0 ? known.fixes : known.fixes.map(fix => moved(fix, by));
  }
  const fixes = mend();
  remembered.set(told, { surroundings, start: quotation.start, fixes });
  return fixes;
}

function surroundingsOf(draft: Draft, quotation: Quotation): Surroundings {
  const block = draft.blocks[quotation.block];
  const from = block?.start ?? quotation.outer.start;
  const { start, end, outer, speaker } = quotation;
  return {
    text: draft.text.slice(from, Math.max(block?.end ?? 0, outer.end + lookahead)),
    written: draft.written.slice(start, end),
    places: `${start - from} ${end - from} ${outer.start - from} ${outer.end - from}`,
    traits: [
      block?.kind,
      draft.marks,
      quotation.mark,
      quotation.closed,
      partBefore(draft, quotation)?.closed,
      speaker?.name,
    ].join(),
  };
}

function isSame(one: Surroundings, other: Surroundings): boolean {
  return (
    one.places === other.places &&
    one.traits === other.traits &&
    one.written === other.written &&
    one.text === other.text
  );
}
