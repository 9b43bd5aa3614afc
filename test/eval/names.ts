import type { NameKind, Reading } from '../../server/src/core/parse/reading.ts';
import { overlaps, type Span } from '../../server/src/core/text/span.ts';
import { readLines, toUnits } from './data.ts';
import { harmonic, percent, share, short, table, type Matches } from './table.ts';

export interface NamesLine {
  readonly doc_id: string;
  readonly text: string;
  readonly entities: readonly { readonly start: number; readonly end: number; readonly type: string }[];
}

const kinds: Readonly<Record<string, NameKind>> = {
  Person: 'person',
  Organization: 'organisation',
  Location: 'place',
};

export interface NameCounts {
  readonly byKind: Map<NameKind, { right: number; given: number; wanted: number }>;
  /** `wrong kind`: the span is labelled otherwise; `wrong span`: it overlaps one of its kind. */
  readonly misses: { readonly what: MissKind; readonly kind: NameKind; readonly shown: string }[];
}

type MissKind = 'missed' | 'invented' | 'wrong kind' | 'wrong span' | 'labelled as another thing';

export function runNames(folder: string, read: (text: string) => Reading): NameCounts {
  return scoreNames(readLines<NamesLine>(folder, 'names-dev.jsonl'), read);
}

/** A name counts where span and kind are both exact. */
function scoreNames(lines: readonly NamesLine[], read: (text: string) => Reading): NameCounts {
  const counts: NameCounts = {
    byKind: new Map(
      (['person', 'organisation', 'place'] as const).map(kind => [kind, { right: 0, given: 0, wanted: 0 }]),
    ),
    misses: [],
  };
  for (const { text, entities } of lines) {
    const units = toUnits(text);
    const labels = entities.map(({ start, end, type }) => ({
      kind: kinds[type],
      start: units(start),
      end: units(end),
    }));
    const given = read(text).mentions.map(({ kind, start, end }) => ({ kind, start, end }));
    compare(counts, text, unique(labels), unique(given));
  }
  return counts;
}

/** Undefined where the labels have a date, a product, a people … */
interface Name extends Span {
  readonly kind: NameKind | undefined;
}

function unique(names: readonly Name[]): Name[] {
  return [...new Map(names.map(it => [`${it.kind ?? ''} ${it.start} ${it.end}`, it])).values()];
}

function compare(counts: NameCounts, text: string, labels: readonly Name[], given: readonly Name[]): void {
  for (const [side, names, others] of [
    ['wanted', labels, given],
    ['given', given, labels],
  ] as const) {
    for (const name of names) {
      const count = name.kind && counts.byKind.get(name.kind);
      if (!name.kind || !count) {
        continue;
      }
      const near = others.filter(other => overlaps(other, name));
      const isRight = near.some(other => other.kind === name.kind && isSame(other, name));
      count[side]++;
      count.right += side === 'wanted' && isRight ? 1 : 0;
      // What both sides have, but otherwise, is told once, from the labels' side.
      if (!isRight && (side === 'wanted' || near.every(other => other.kind === undefined))) {
        counts.misses.push({
          what: missKind(side, name, near),
          kind: name.kind,
          shown: around(text, name, near),
        });
      }
    }
  }
}

function missKind(side: 'wanted' | 'given', name: Name, near: readonly Name[]): MissKind {
  if (near.length === 0) {
    return side === 'wanted' ? 'missed' : 'invented';
  }
  if (side === 'given') {
    return 'labelled as another thing';
  }
  return near.some(other => other.kind === name.kind) ? 'wrong span' : 'wrong kind';
}

function isSame(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}

function around(text: string, { kind, start, end }: Name, near: readonly Name[]): string {
  const context = `${text.slice(Math.max(0, start - 60), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 60)}`;
  const others = near.map(it => `${it.kind ?? 'something else'} “${text.slice(it.start, it.end)}”`);
  return `${kind ?? ''}: ${short(context, 200)}${others.length > 0 ? ` (against ${others.join(', ')})` : ''}`;
}

export function drawNames({ byKind, misses }: NameCounts): string {
  const scores = table(
    ['kind', 'labelled', 'given', 'precision', 'recall', 'F1'],
    [...byKind].map(([kind, { right, given, wanted }]) => [
      kind,
      wanted,
      given,
      percent(right, given),
      percent(right, wanted),
      percent(2 * right, given + wanted),
    ]),
  );
  const classes = ['missed', 'wrong span', 'wrong kind', 'invented', 'labelled as another thing'] as const;
  const reasons = table(
    ['misses', ...classes],
    [...byKind.keys()].map(kind => [
      kind,
      ...classes.map(what => misses.filter(it => it.kind === kind && it.what === what).length),
    ]),
  );
  return `${scores}\n\n${reasons}`;
}

export type NameScore = Readonly<Record<`${NameKind}${'Precision' | 'Recall' | 'F1'}`, number | null>>;

export function nameScore({ byKind }: NameCounts): NameScore {
  const of = (kind: NameKind): Matches => byKind.get(kind) ?? { right: 0, given: 0, wanted: 0 };
  const precision = (kind: NameKind): number | null => share(of(kind).right, of(kind).given);
  const recall = (kind: NameKind): number | null => share(of(kind).right, of(kind).wanted);
  return {
    personPrecision: precision('person'),
    personRecall: recall('person'),
    personF1: harmonic(of('person')),
    organisationPrecision: precision('organisation'),
    organisationRecall: recall('organisation'),
    organisationF1: harmonic(of('organisation')),
    placePrecision: precision('place'),
    placeRecall: recall('place'),
    placeF1: harmonic(of('place')),
  };
}

/** Misses spread over the data, not the first articles alone. */
export function drawNameMisses({ misses }: NameCounts, limit: number): string {
  const step = Math.max(1, Math.floor(misses.length / Math.max(1, limit)));
  return misses
    .filter((_, index) => index % step === 0)
    .slice(0, limit)
    .map(it => `${it.what} ${it.shown}`)
    .join('\n');
}
