import type { Severity } from '../core/project.ts';
import type { Change, Difference, SpeakerMatch, Verdict } from '../core/verify/verdict.ts';

/**
 * What `stet check --format json` prints. Offsets are UTF-16 code units, lines and columns count from 1, paths are
 * relative to the root, dates are ISO.
 */
export interface CheckReport {
  readonly version: 1;
  /** Whatever could not be read, `stet.json` included. */
  readonly problems: readonly { readonly path: string; readonly reason: string }[];
  readonly articles: { readonly count: number; readonly words: number };
  readonly drafts: readonly DraftReport[];
  readonly timings: { readonly readMs: number; readonly indexMs: number; readonly checkMs: number };
}

/** One draft: its quotations and its findings, in the order of the text. */
export interface DraftReport {
  readonly path: string;
  readonly quotations: readonly QuotationReport[];
  readonly findings: readonly FindingReport[];
}

/** One quotation with its verdict. Offsets are UTF-16 code units, lines and columns from 1. */
export interface QuotationReport {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  /** The exact slice inside the marks, closing punctuation included. */
  readonly text: string;
  /** Whom the draft gives it to: name without title, fullest form known. */
  readonly speaker: string | null;
  readonly verdict: Verdict;
  readonly speakerMatch: SpeakerMatch;
  readonly differences: readonly Difference[];
  readonly changes: readonly Pick<Change, 'kind' | 'class' | 'draft' | 'source'>[];
  /** Best first. */
  readonly passages: readonly PassageReport[];
  readonly variants: readonly { readonly text: string; readonly passages: readonly PassageReport[] }[];
}

/** `start`, `end` and `text` are the matched words, not the whole paragraph. */
export interface PassageReport {
  readonly path: string;
  readonly key: string;
  readonly date: string | null;
  readonly outlet: string | null;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly text: string;
  readonly speaker: string | null;
}

/** One finding, and the places in sources that it speaks of. */
export interface FindingReport {
  readonly code: string;
  readonly class?: string;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly fixes: readonly {
    readonly title: string;
    readonly start: number;
    readonly end: number;
    readonly newText: string;
  }[];
}
