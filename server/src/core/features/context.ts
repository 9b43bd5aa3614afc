import type { Article } from '../corpus/article.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { Draft } from '../draft/draft.ts';
import type { Quotation } from '../parse/reading.ts';
import type { Project } from '../project.ts';
import type { Verification } from '../verify/verdict.ts';

/** What every feature is asked with: the sources, the settings, and the verdicts remembered so far. */
export interface CheckContext {
  readonly corpus: Corpus;
  readonly project: Project;
  readonly verifier: { verify(corpus: Corpus, draft: Draft, quotation: Quotation): Verification };
}

/** The address that opens an article at an offset; front ends make a URI of it. */
export type Link = (article: Article, offset: number) => string;

/** Whether a text that was read is a draft: only drafts are checked. */
export function isDraft(text: Draft | Article): text is Draft {
  return 'language' in text;
}
