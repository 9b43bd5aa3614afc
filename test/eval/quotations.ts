import type { Reading } from '../../server/src/core/parse/reading.ts';
import type { Span } from '../../server/src/core/text/span.ts';
import { readLines, toUnits } from './data.ts';
import { harmonic, percent, share, short, table } from './table.ts';

/** An annotated article; offsets are code points. */
export interface QuotesLine {
  readonly doc_id: string;
  readonly text: string;
  readonly quotes: readonly GoldQuote[];
  readonly unattributed_quoted_spans: readonly { readonly start: number; readonly end: number }[];
}

interface GoldQuote {
  readonly inner_start: number;
  readonly inner_end: number;
  readonly kind: 'direct' | 'mixed';
  readonly speaker: string | null;
  readonly speaker_spans: readonly (readonly [number, number])[] | null;
  readonly speaker_start: number | null;
  readonly speaker_end: number | null;
  readonly speaker_kind: 'name' | 'name_with_description' | 'pronoun' | 'description' | 'none' | null;
}

export type SpeakerOutcome = 'right' | 'wrong' | 'silent';

interface Miss {
  readonly what: 'not found' | 'not a quotation' | 'wrong speaker' | 'silent';
  readonly document: string;
  readonly shown: string;
}

type SpeakerCounts = Record<SpeakerOutcome, number>;

export interface QuotationCounts {
  readonly spans: { right: number; given: number; wanted: number };
  /** By kind of speaker in the labels. */
  readonly speakers: Map<string, SpeakerCounts>;
  /** A speaker given where the labels have none. */
  unlabelled: number;
  readonly misses: Miss[];
}

export function runQuotations(folder: string, read: (text: string) => Reading): QuotationCounts {
  return scoreQuotations(readLines<QuotesLine>(folder, 'quotes-dev.jsonl'), read);
}

/** Exact inner spans; scare quotes are not counted as given, nor is what the labels leave without a speaker. */
function scoreQuotations(lines: readonly QuotesLine[], read: (text: string) => Reading): QuotationCounts {
  const counts: QuotationCounts = {
    spans: { right: 0, given: 0, wanted: 0 },
    speakers: new Map(),
    unlabelled: 0,
    misses: [],
  };
  for (const line of lines) {
    scoreLine(counts, line, read(line.text));
  }
  return counts;
}

function scoreLine(counts: QuotationCounts, line: QuotesLine, reading: Reading): void {
  const units = toUnits(line.text);
  const around = (span: Span): string =>
    short(
      `${line.text.slice(Math.max(0, span.start - 140), span.start)}⟦${line.text.slice(span.start, span.end)}⟧${line.text.slice(span.end, span.end + 140)}`,
      500,
    );
  const wanted = new Map(line.quotes.map(it => [`${units(it.inner_start)} ${units(it.inner_end)}`, it]));
  const open = line.unattributed_quoted_spans.map(it => ({ start: units(it.start), end: units(it.end) }));
  const given = new Map(reading.quotations.map(it => [`${it.start} ${it.end}`, it]));
  counts.spans.wanted += wanted.size;
  for (const [place, gold] of wanted) {
    const quotation = given.get(place);
    if (quotation) {
      counts.spans.right++;
      scoreSpeaker(counts, line, reading, gold, quotation, around);
    } else {
      const span = { start: units(gold.inner_start), end: units(gold.inner_end) };
      counts.misses.push({ what: 'not found', document: line.doc_id, shown: around(span) });
    }
  }
  for (const [place, quotation] of given) {
    const isOpen = open.some(it => it.start <= quotation.start && quotation.end <= it.end);
    if (wanted.has(place) || (quotation.kind !== 'scare' && !isOpen)) {
      counts.spans.given++;
      if (!wanted.has(place)) {
        counts.misses.push({ what: 'not a quotation', document: line.doc_id, shown: around(quotation) });
      }
    }
  }
}

/** Some labels have taken the cue for the speaker: they say nothing. */
const strayLabels: ReadonlySet<string | null> = new Set(['said', 'says', 'asked', 'told', 'wrote', 'added']);

function scoreSpeaker(
  counts: QuotationCounts,
  line: QuotesLine,
  reading: Reading,
  gold: GoldQuote,
  quotation: Reading['quotations'][number],
  around: (span: Span) => string,
): void {
  const speaker = quotation.speaker ?? reading.utterances[quotation.utterance]?.speaker;
  const labelled = gold.speaker !== null && gold.speaker_kind !== null && gold.speaker_kind !== 'none';
  if (!labelled || strayLabels.has(gold.speaker)) {
    counts.unlabelled += speaker ? 1 : 0;
    return;
  }
  const outcome = speakerOutcome(gold, speaker, toUnits(line.text));
  const kind = counts.speakers.get(gold.speaker_kind) ?? { right: 0, wrong: 0, silent: 0 };
  kind[outcome]++;
  counts.speakers.set(gold.speaker_kind, kind);
  if (outcome !== 'right') {
    const said = speaker ? `${speaker.name} (${line.text.slice(speaker.start, speaker.end)})` : 'nobody';
    counts.misses.push({
      what: outcome === 'silent' ? 'silent' : 'wrong speaker',
      document: line.doc_id,
      shown: `[${gold.speaker_kind}] wanted ${gold.speaker}, said ${said}\n  ${around(quotation)}`,
    });
  }
}

/** Right: the mention beside the quotation is the labelled one, or it is another of the same name. */
function speakerOutcome(
  gold: GoldQuote,
  speaker: (Span & { readonly name: string; readonly kind: string }) | undefined,
  units: (codePoint: number) => number,
): SpeakerOutcome {
  if (!speaker) {
    return 'silent';
  }
  const spans = gold.speaker_spans ?? [[gold.speaker_start ?? 0, gold.speaker_end ?? 0] as const];
  if (spans.some(([start, end]) => speaker.start < units(end) && units(start) < speaker.end)) {
    return 'right';
  }
  const named = gold.speaker_kind === 'name' || gold.speaker_kind === 'name_with_description';
  const last = speaker.name.split(/\s+/).at(-1) ?? '';
  const capitalised = /^\p{Lu}/u.test(last);
  return named &&
    capitalised &&
    new RegExp(`(?<!\\p{L})${escape(last)}(?!\\p{L})`, 'u').test(gold.speaker ?? '')
    ? 'right'
    : 'wrong';
}

function escape(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

export function drawQuotations({ spans, speakers, unlabelled }: QuotationCounts): string {
  const rows = [...speakers].sort(([one], [other]) => (one < other ? -1 : 1));
  const total: SpeakerCounts = { right: 0, wrong: 0, silent: 0 };
  for (const [, counts] of rows) {
    total.right += counts.right;
    total.wrong += counts.wrong;
    total.silent += counts.silent;
  }
  return [
    `spans: precision ${percent(spans.right, spans.given)}, recall ${percent(spans.right, spans.wanted)}, F1 ${percent(2 * spans.right, spans.given + spans.wanted)}`,
    table(
      ['speaker', 'of', 'right', 'wrong', 'silent', 'precision when given', 'recall'],
      [...rows, ['all', total] as const].map(([kind, { right, wrong, silent }]) => [
        kind,
        right + wrong + silent,
        right,
        wrong,
        silent,
        percent(right, right + wrong),
        percent(right, right + wrong + silent),
      ]),
    ),
    `given where the labels have no speaker: ${unlabelled}`,
  ].join('\n');
}

export interface QuotationScore {
  readonly spanPrecision: number | null;
  readonly spanRecall: number | null;
  readonly spanF1: number | null;
  readonly namedRight: number | null;
  readonly namedPrecision: number | null;
  readonly pronounRight: number | null;
  readonly speakerRight: number | null;
  readonly speakerPrecision: number | null;
}

export function quotationScore({ spans, speakers }: QuotationCounts): QuotationScore {
  const sum = (kinds: readonly string[]): SpeakerCounts => {
    const all = kinds.flatMap(kind => speakers.get(kind) ?? []);
    const add = (outcome: SpeakerOutcome): number => all.reduce((total, it) => total + it[outcome], 0);
    return { right: add('right'), wrong: add('wrong'), silent: add('silent') };
  };
  const named = sum(['name', 'name_with_description']);
  const pronoun = sum(['pronoun']);
  const all = sum([...speakers.keys()]);
  return {
    spanPrecision: share(spans.right, spans.given),
    spanRecall: share(spans.right, spans.wanted),
    spanF1: harmonic(spans),
    namedRight: share(named.right, named.right + named.wrong + named.silent),
    namedPrecision: share(named.right, named.right + named.wrong),
    pronounRight: share(pronoun.right, pronoun.right + pronoun.wrong + pronoun.silent),
    speakerRight: share(all.right, all.right + all.wrong + all.silent),
    speakerPrecision: share(all.right, all.right + all.wrong),
  };
}

/** Wrong speakers first: they end trust. Then what was missed, by kind in turn. */
export function drawQuotationMisses({ misses }: QuotationCounts, limit: number): string {
  const order = ['wrong speaker', 'not found', 'silent', 'not a quotation'] as const;
  return order
    .flatMap(what => misses.filter(it => it.what === what).slice(0, Math.ceil(limit / order.length)))
    .slice(0, limit)
    .map(it => `${it.what}: ${it.document}\n  ${it.shown}`)
    .join('\n\n');
}
