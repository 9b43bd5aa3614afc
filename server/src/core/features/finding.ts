import type { Passage, ChangeClass } from '../verify/verdict.ts';
import type { Severity } from '../project.ts';
import type { Span } from '../text/span.ts';

/** What is wrong: by these codes it is told, explained, exempted and set to another severity. */
export type FindingCode =
  | 'quote-not-found'
  | 'quote-stitched'
  | 'quote-clipped'
  | 'quote-altered'
  | 'quote-not-speech'
  | 'quote-nested'
  | 'quote-misattributed'
  | 'quote-omission'
  | 'quote-variants'
  | 'quote-spelling'
  | 'quote-unbalanced'
  | 'name-misspelled'
  | 'figure-not-found'
  | 'date-mismatch'
  | 'copied-text'
  | 'citation-unknown'
  | 'check-failed';

/** Something that a draft's reader is told. The span lies in the draft. */
export interface Finding extends Span {
  readonly code: FindingCode;
  readonly class: ChangeClass | undefined;
  readonly severity: Severity;
  /** What is wrong, why, what to do; curly quotes; names the article. */
  readonly message: string;
  /** Places in sources to open, with a word about each. */
  readonly related: readonly { readonly passage: Passage; readonly message: string }[];
  readonly fixes: readonly Fix[];
}

/** One edit of the draft that mends a finding; one undo step. */
export interface Fix extends Span {
  readonly title: string;
  readonly newText: string;
  /** The one safe fix of its finding: may be applied by `source.fixAll.stet`. */
  readonly preferred: boolean;
}

/** A finding whose fixes are worked out when they are first asked for: a report for people shows none. */
export class FindingToMend implements Finding {
  readonly start: number;
  readonly end: number;
  readonly code: FindingCode;
  readonly class: ChangeClass | undefined;
  readonly severity: Severity;
  readonly message: string;
  readonly related: Finding['related'];
  readonly #mend: () => readonly Fix[];
  #fixes: readonly Fix[] | undefined;

  constructor(told: Omit<Finding, keyof Span | 'fixes'>, { start, end }: Span, mend: () => readonly Fix[]) {
    this.start = start;
    this.end = end;
    this.code = told.code;
    this.class = told.class;
    this.severity = told.severity;
    this.message = told.message;
    this.related = told.related;
    this.#mend = mend;
  }

  get fixes(): readonly Fix[] {
    this.#fixes ??= this.#mend();
    return this.#fixes;
  }
}
