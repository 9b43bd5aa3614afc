import { clip } from './escape.ts';
import { exemptedWords } from './exempted.ts';
import { wordsIn } from './places.ts';
import { articleName, passageName, verdictSentence } from './wording.ts';
import type { DraftCheck } from './check.ts';
import type { Finding } from './finding.ts';
import { standingOf, type Standing } from './standing.ts';
import type { Passage } from '../verify/verdict.ts';
import { compareSeverity } from './severity.ts';
import type { Severity } from '../project.ts';
import { contains, type Span } from '../text/span.ts';

/** A quotation of a draft, as a list of them shows it. */
export interface DraftQuotation extends Span {
  readonly verdict: Standing;
  /** On one line. */
  readonly words: string;
  readonly speaker: string | undefined;
  /** Where it stands, or the nearest: who, outlet, date. */
  readonly source: string | undefined;
  readonly passage: Passage | undefined;
  /** The verdict as a statement about the sources. */
  readonly statement: string;
  /** What is wrong with it, in full sentences; empty where nothing is. */
  readonly messages: readonly string[];
  /** Why more is not told, in full sentences: somebody decided so. */
  readonly exempted: readonly string[];
  /** The worst of what is wrong with it; undefined where nothing is told: verified, or exempted. */
  readonly severity: Severity | undefined;
  readonly fixable: boolean;
}

/** What a draft holds, in the order of its text; quotations that claim nobody's words are left out. */
export interface DraftList {
  readonly quotations: readonly DraftQuotation[];
  /** What is said of names, figures, citations: outside quotations. */
  readonly others: readonly Finding[];
}

/** Lists the quotations of a checked draft, and what else was found in it. */
export function draftList({ draft, verifications, findings, exemptions }: DraftCheck): DraftList {
  const listed = new Set<Finding>();
  const quotations = draft.quotations.flatMap((quotation, index): readonly DraftQuotation[] => {
    const verification = verifications[index];
    if (verification === undefined || verification.verdict === 'skipped') {
      return [];
    }
    const { outer, start, end } = quotation;
    const own = findings.filter(it => outer.start <= it.start && it.end <= outer.end);
    for (const finding of own) {
      listed.add(finding);
    }
    const { givenTo } = verification;
    const verdict = standingOf(draft, quotation, verification);
    // Of one that never closes nobody knows which words to look for.
    const passages = verdict === 'unclosed' ? [] : verification.passages;
    const [passage] = passages;
    return [
      {
        start,
        end,
        verdict,
        words: clip(wordsIn(draft, quotation), 160),
        speaker: givenTo.name,
        source: passage && (verdict === 'not-found' ? articleName(passage.article) : passageName(passage)),
        passage,
        statement: verdictSentence(verdict, new Set(passages.map(it => it.article.path)).size),
        messages: own.map(it => it.message),
        exempted: exemptedWords(exemptions.filter(it => contains(outer, it.finding))),
        severity: own
          .map(it => it.severity)
          .sort(compareSeverity)
          .at(-1),
        fixable: own.some(it => it.fixes.length > 0),
      },
    ];
  });
  return { quotations, others: findings.filter(it => !listed.has(it)) };
}
