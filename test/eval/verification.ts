import type { Span } from '../../server/src/core/text/span.ts';
import { verdicts, type Verdict } from '../../server/src/core/verify/verdict.ts';
import { readLines, readText, toUnits } from './data.ts';
import { percent, share, short, table } from './table.ts';

export type Label = 'exact' | 'trivial' | 'altered' | 'misattributed' | 'not_found';

/** A labelled quotation as the data set has it; offsets are code points into `draft`. */
export interface Case {
  readonly case_id: string;
  readonly expected: Label;
  readonly subtype: string;
  readonly acceptable: readonly Label[];
  readonly quote: string;
  readonly draft: string;
  readonly quote_start: number;
  readonly quote_end: number;
  /** The best places in the sources; null where there is none. */
  readonly best:
    readonly { readonly file: string; readonly text: string; readonly speaker: string | null }[] | null;
}

interface DraftLine {
  readonly draft: string;
  readonly quotes: readonly Pick<Case, 'case_id' | 'quote_start' | 'quote_end'>[];
}

/** What a build says of one quotation of a draft. */
export interface Judged extends Span {
  readonly verdict: Verdict;
  /** What to print of a miss: changes, passages. */
  readonly why?: string;
}

/** Judges all quotations of a draft against the articles folder of the data. */
export type Judge = (draft: string, language?: 'markdown' | 'plaintext') => readonly Judged[];

export type Outcome = 'right' | 'apart' | 'false green' | 'false alarm' | 'wrong kind' | 'no verdict';

interface Result {
  readonly case: Case;
  readonly judged: Judged | undefined;
  readonly outcome: Outcome;
}

/** The verdicts that say what a label says. */
const meaning: Readonly<Record<Label, readonly Verdict[]>> = {
  exact: ['verified', 'variants'],
  trivial: ['verified', 'variants'],
  altered: ['altered', 'omission', 'clipped', 'stitched'],
  misattributed: ['misattributed', 'not-speech'],
  not_found: ['not-found'],
};

/** The verdicts that bless a quotation, or leave it alone. */
export const green: readonly Verdict[] = ['verified', 'variants', 'skipped'];

/**
 * How a verdict stands to a label. `apart`: a right quotation that the labels also let be called altered (cut next to a
 * negation or a condition) is flagged; neither wrong nor a false alarm. `no verdict`: a right one that was not
 * read as a quotation, or skipped.
 */
export function outcomeOf(
  labelled: Pick<Case, 'expected' | 'acceptable'>,
  verdict: Verdict | undefined,
): Outcome {
  const acceptable = new Set([labelled.expected, ...labelled.acceptable]);
  const isRight = acceptable.has('exact') || acceptable.has('trivial');
  if (verdict !== undefined && [...acceptable].some(label => meaning[label].includes(verdict))) {
    const flagsRight = meaning[labelled.expected].includes('verified') && !green.includes(verdict);
    return flagsRight ? 'apart' : 'right';
  }
  if (verdict === undefined || green.includes(verdict)) {
    return isRight ? 'no verdict' : 'false green';
  }
  return labelled.expected === 'exact' || labelled.expected === 'trivial' ? 'false alarm' : 'wrong kind';
}

export interface VerificationScore {
  readonly cases: number;
  readonly accuracy: number | null;
  /** Of the wrong quotations, the share that got no warning. */
  readonly falseGreen: number | null;
  /** Of the right quotations, the share that was flagged. */
  readonly falseAlarm: number | null;
  readonly apart: number;
}

export function scoreOf(results: readonly Pick<Result, 'case' | 'outcome'>[]): VerificationScore {
  const count = (outcome: Outcome): number => results.filter(it => it.outcome === outcome).length;
  const right = results.filter(it => it.case.expected === 'exact' || it.case.expected === 'trivial').length;
  return {
    cases: results.length,
    accuracy: share(count('right') + count('apart'), results.length),
    falseGreen: share(count('false green'), results.length - right),
    falseAlarm: share(count('false alarm'), right),
    apart: count('apart'),
  };
}

/** Every case as a draft of its own, then every whole draft. */
export function runVerification(folder: string, judge: Judge): { alone: Result[]; inDrafts: Result[] } {
  const cases = readLines<Case>(folder, 'cases.jsonl');
  const byId = new Map(cases.map(it => [it.case_id, it]));
  const alone = cases.map(it => resultOf(it, it.draft, it, judge(it.draft)));
  const inDrafts = readLines<DraftLine>(folder, 'drafts.jsonl').flatMap(({ draft, quotes }) => {
    const text = readText(folder, 'drafts', draft);
    const judged = judge(text);
    return quotes.flatMap(quote => {
      const labelled = byId.get(quote.case_id);
      return labelled ? [resultOf(labelled, text, quote, judged)] : [];
    });
  });
  return { alone, inDrafts };
}

function resultOf(
  labelled: Case,
  draft: string,
  place: Pick<Case, 'quote_start' | 'quote_end'>,
  judged: readonly Judged[],
): Result {
  const units = toUnits(draft);
  const found = judgedAt({ start: units(place.quote_start), end: units(place.quote_end) }, judged);
  return { case: labelled, judged: found, outcome: outcomeOf(labelled, found?.verdict) };
}

/** The verdict over a labelled span: of several entries that lie mostly within it, the least flattering. */
function judgedAt(span: Span, judged: readonly Judged[]): Judged | undefined {
  return judged
    .filter(it => {
      const shared = Math.min(it.end, span.end) - Math.max(it.start, span.start);
      return shared > 0 && shared * 2 >= Math.min(it.end - it.start, span.end - span.start);
    })
    .sort((one, other) => verdicts.indexOf(one.verdict) - verdicts.indexOf(other.verdict))[0];
}

export function drawVerification(results: readonly Result[]): string {
  const kinds = new Map<string, Result[]>();
  for (const result of results) {
    for (const kind of [result.case.expected, `  ${result.case.expected} ${result.case.subtype}`]) {
      kinds.set(kind, [...(kinds.get(kind) ?? []), result]);
    }
  }
  const order: readonly Label[] = ['exact', 'trivial', 'altered', 'misattributed', 'not_found'];
  const rows = [...kinds]
    .sort(([one], [other]) => {
      const [left, right] = [one, other].map(it => order.findIndex(label => it.trim().startsWith(label)));
      return (
        (left ?? 0) - (right ?? 0) ||
        Number(one.startsWith(' ')) - Number(other.startsWith(' ')) ||
        (one < other ? -1 : 1)
      );
    })
    .map(([kind, group]) => row(kind, group));
  return table(
    [
      'kind',
      'cases',
      'accurate',
      'false green',
      'false alarm',
      'apart',
      'wrong kind',
      'no verdict',
      'verdicts',
    ],
    [...rows, row('all', results)],
  );
}

function row(kind: string, results: readonly Result[]): (string | number)[] {
  const count = (outcome: Outcome): number => results.filter(it => it.outcome === outcome).length;
  const said = verdicts
    .map(verdict => [verdict, results.filter(it => it.judged?.verdict === verdict).length] as const)
    .filter(([, times]) => times > 0)
    .map(([verdict, times]) => `${verdict} ${times}`);
  return [
    kind,
    results.length,
    percent(count('right') + count('apart'), results.length),
    count('false green'),
    count('false alarm'),
    count('apart'),
    count('wrong kind'),
    count('no verdict'),
    said.join(', '),
  ];
}

const worst: readonly Outcome[] = ['false green', 'false alarm', 'no verdict', 'wrong kind'];

/** The misses, worst first, with what is needed to see why. */
export function drawMisses(results: readonly Result[], limit: number): string {
  return results
    .filter(it => worst.includes(it.outcome))
    .sort((one, other) => worst.indexOf(one.outcome) - worst.indexOf(other.outcome))
    .slice(0, limit)
    .map(({ case: it, judged, outcome }) => {
      const said = judged
        ? `${judged.verdict}${judged.why ? `: ${judged.why}` : ''}`
        : 'not read as a quotation';
      const place = it.best?.[0];
      const source = place
        ? `\n  source ${place.file} (${place.speaker ?? 'nobody'}): ${short(place.text, 240)}`
        : '';
      return `${outcome}: ${it.case_id} ${it.expected}/${it.subtype}\n  draft  ${short(it.draft, 300)}\n  said   ${said}${source}`;
    })
    .join('\n\n');
}
