import type { RawBlock } from './layout-block.ts';
import { gluedDate } from './layout-dates.ts';
import { featuresOf, flatten, type Features } from './layout-features.ts';
import { labelOf, type LabelledLine } from './layout-transcript.ts';
import type { BlockKind } from './reading.ts';

/** A block on its way to its kind. */
export interface Candidate {
  start: number;
  readonly end: number;
  readonly raw: RawBlock;
  readonly line: string;
  readonly features: Features;
  readonly label: LabelledLine | undefined;
  kind: BlockKind | undefined;
}

/** What the article says of itself, the surer statements in front. */
export interface Particulars {
  published?: string | undefined;
  updated?: string | undefined;
  inText?: string | undefined;
  outlet?: string | undefined;
  copyright?: string | undefined;
  byline?: string | undefined;
  title?: string | undefined;
}

/** Nothing is known yet. */
export function noParticulars(): Particulars {
  return {
    published: undefined,
    updated: undefined,
    inText: undefined,
    outlet: undefined,
    copyright: undefined,
    byline: undefined,
    title: undefined,
  };
}

/** Looks at a block; what it says of its article is put down in `found`. */
export function candidate(text: string, raw: RawBlock, index: number, found: Particulars): Candidate {
  let start = raw.start;
  const preset = raw.kind === 'paragraph' ? undefined : raw.kind;
  if (index < 4 && preset === undefined) {
    const glued = gluedDate(text.slice(raw.start, Math.min(raw.end, raw.start + 80)));
    if (glued !== undefined) {
      found.published ??= glued.iso;
      start += glued.end;
    }
  }
  if (index < 2 && preset === undefined && /^#{1,6}[ \t]+\S/.test(text.slice(start, start + 10))) {
    // A Markdown headline in a file that is not called Markdown.
    while (start < raw.end && /[#\s]/.test(text.charAt(start))) start++;
    if (start === raw.end) start = raw.start;
  }
  const span = { start, end: raw.end };
  const features = featuresOf(text, span);
  const line = preset === 'code' ? '' : flatten(text, span);
  const label = preset === undefined ? labelOf(text.slice(start, Math.min(raw.end, start + 200))) : undefined;
  return { start, end: raw.end, raw, line, features, label, kind: preset === 'heading' ? undefined : preset };
}
