import type { DraftCheck } from '../features/check.ts';
import { summaryOf } from '../features/count.ts';
import type { Exemption } from '../features/exemptions.ts';
import type { Finding } from '../features/finding.ts';
import { blockAt, blockOf } from '../features/places.ts';
import { standingsOf, type Standing } from '../features/standing.ts';
import { verdictSentence } from '../features/wording.ts';
import type { Draft } from '../draft/draft.ts';
import type { Severity } from '../project.ts';
import type { Lines } from '../text/lines.ts';
import { linesOf } from '../text/lines.ts';
import { contains } from '../text/span.ts';
import type { Span } from '../text/span.ts';
import type { Passage, SpeakerMatch, Verification } from '../verify/verdict.ts';
import type { Context } from './context.ts';
import { contextOf, sentenceAround, withoutQuoteMarkers } from './context.ts';
import type { DiffPart } from './diff.ts';
import { wordDiff } from './diff.ts';

/** The editor's record of one draft: every quotation with its verdict, its sources and what was decided about it. */
export interface DraftRecord {
  readonly path: string;
  /** `7 quotations: 5 verified, 1 altered, 1 not found`; or that nothing is checked. */
  readonly count: string;
  /** False where there was nothing to check against, or Stet failed. */
  readonly isChecked: boolean;
  readonly quotations: readonly QuotationRecord[];
  /** What is said of names, citations and the like, outside quotations. */
  readonly findings: readonly PlacedFinding[];
  readonly exemptions: readonly ExemptionRecord[];
}

/** One quotation of the record. */
export interface QuotationRecord {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** The draft's sentence around the quotation. */
  readonly sentence: Context;
  readonly verdict: Standing;
  /** The verdict as a statement about the sources. */
  readonly statement: string;
  /** Whom the draft gives it to. */
  readonly speaker: string | undefined;
  readonly speakerMatch: SpeakerMatch;
  /** Best first; the nearest one where it was not found. */
  readonly sources: readonly SourceRecord[];
  /** From the source's words to the draft's; empty where no word differs. */
  readonly diff: readonly DiffPart[];
  /** The source's words that were cut and turn the meaning, or that were dropped without a sign. */
  readonly cut: string | undefined;
  /** The same utterance as other sources print it. */
  readonly variants: readonly { readonly text: string; readonly sources: readonly SourceRecord[] }[];
  readonly findings: readonly PlacedFinding[];
  readonly exemptions: readonly ExemptionRecord[];
}

/** A place in a source that the record shows beside a quotation. */
export interface SourceRecord {
  readonly path: string;
  readonly key: string;
  readonly title: string | undefined;
  readonly outlet: string | undefined;
  readonly date: string | undefined;
  /** From 1. */
  readonly paragraph: number;
  readonly line: number;
  readonly speaker: string | undefined;
  /** The matched words in their paragraph. */
  readonly context: Context;
}

/** A finding with the line of the draft, from 1, that it stands in. */
export interface PlacedFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly line: number;
  readonly message: string;
}

/** A finding that somebody has exempted, and why. */
export interface ExemptionRecord extends PlacedFinding {
  readonly reason: string | undefined;
  readonly by: Exemption['by'];
  /** Who wrote the exemption, where that is known. */
  readonly author: string | undefined;
}

/** Makes the record of a checked draft. `authorOf` tells who wrote an exemption, as far as anybody knows. */
export function draftRecord(
  checked: DraftCheck,
  authorOf: (exemption: Exemption) => string | undefined,
): DraftRecord {
  const { draft, verifications, findings, exemptions } = checked;
  const lines = linesOf(draft);
  const text = withoutQuoteMarkers(draft.text, draft.blocks);
  const place = (it: Finding): PlacedFinding => placed(it, lines);
  const exempt = (it: Exemption): ExemptionRecord => ({
    ...place(it.finding),
    reason: it.reason,
    by: it.by,
    author: authorOf(it),
  });
  const quotations = verifications.map(({ span }, index) => draft.quotations[index]?.outer ?? span);
  const standings = standingsOf(checked);
  const isOutside = (it: Finding): boolean => !quotations.some(outer => contains(outer, it));
  return {
    path: draft.path,
    count: summaryOf(checked),
    isChecked: checked.unchecked === undefined,
    quotations: verifications.map((verification, index) => {
      const outer = quotations[index] ?? verification.span;
      return {
        ...quotationRecord(draft, text, verification, standings[index] ?? verification.verdict, outer, lines),
        findings: findings.filter(it => contains(outer, it)).map(place),
        exemptions: exemptions.filter(it => contains(outer, it.finding)).map(exempt),
      };
    }),
    findings: findings.filter(isOutside).map(place),
    exemptions: exemptions.filter(it => isOutside(it.finding)).map(exempt),
  };
}

function quotationRecord(
  draft: Draft,
  text: string,
  verification: Verification,
  verdict: Standing,
  outer: Span,
  lines: Lines,
): Omit<QuotationRecord, 'findings' | 'exemptions'> {
  const { span, givenTo, passages, variants, clipped, omitted } = verification;
  const block = blockAt(draft, span.start) ?? span;
  const found =
    verdict === 'unclosed'
      ? { speakerMatch: 'unknown' as const, sources: [], diff: [], cut: undefined, variants: [] }
      : {
          speakerMatch: givenTo.match,
          sources: passages.map(sourceRecord),
          diff: wordDiff(text, verification),
          cut: clipped?.text ?? omitted,
          variants: variants.map(it => ({ text: it.text, sources: it.passages.map(sourceRecord) })),
        };
  return {
    ...lines.position(span.start),
    sentence: contextOf(text, span, sentenceAround(text, outer, block)),
    verdict,
    statement: verdictSentence(verdict, new Set(passages.map(it => it.article.path)).size),
    speaker: givenTo.name,
    ...found,
  };
}

function sourceRecord(passage: Passage): SourceRecord {
  const { article, paragraph, speaker } = passage;
  return {
    path: article.path,
    key: article.key,
    title: article.title,
    outlet: article.outlet,
    date: article.date,
    paragraph,
    line: linesOf(article).position(passage.start).line,
    speaker,
    context: contextOf(article.text, passage, blockOf(passage) ?? passage),
  };
}

function placed({ code, class: kind, severity, start, message }: Finding, lines: Lines): PlacedFinding {
  return {
    code: kind === undefined ? code : `${code}.${kind}`,
    severity,
    line: lines.position(start).line,
    message,
  };
}
