import type { NameKind, Reading } from '../../server/src/core/parse/reading.ts';
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
  readonly misses: { readonly what: 'missed' | 'invented'; readonly shown: string }[];
}

export function runNames(folder: string, read: (text: string) => Reading): NameCounts {
  return scoreNames(readLines<NamesLine>(folder, 'names-dev.jsonl'), read);
}

/** A name counts where span and kind are both exact. */
export function scoreNames(lines: readonly NamesLine[], read: (text: string) => Reading): NameCounts {
  const counts: NameCounts = {
    byKind: new Map(
      (['person', 'organisation', 'place'] as const).map(kind => [kind, { right: 0, given: 0, wanted: 0 }]),
    ),
    misses: [],
  };
  for (const { text, entities } of lines) {
    const units = toUnits(text);
    const wanted = new Set(
      entities.flatMap(({ start, end, type }) => {
        const kind = kinds[type];
        return kind ? [`${kind} ${units(start)} ${units(end)}`] : [];
      }),
    );
    const given = new Set(read(text).mentions.map(({ kind, start, end }) => `${kind} ${start} ${end}`));
    tally(counts, text, wanted, given);
  }
  return counts;
}

function tally(
  counts: NameCounts,
  text: string,
  wanted: ReadonlySet<string>,
  given: ReadonlySet<string>,
): void {
  const sides = [
    { names: wanted, others: given, side: 'wanted', what: 'missed' },
    { names: given, others: wanted, side: 'given', what: 'invented' },
  ] as const;
  for (const { names, others, side, what } of sides) {
    for (const name of names) {
      const [kind, start, end] = name.split(' ');
      const count = counts.byKind.get(kind as NameKind);
      if (count) {
        count[side]++;
        count.right += side === 'wanted' && others.has(name) ? 1 : 0;
      }
      if (!others.has(name)) {
        const from = Number(start);
        const to = Number(end);
        const context = `${text.slice(Math.max(0, from - 60), from)}⟦${text.slice(from, to)}⟧${text.slice(to, to + 60)}`;
        counts.misses.push({ what, shown: `${kind}: ${short(context, 200)}` });
      }
    }
  }
}

export function drawNames({ byKind }: NameCounts): string {
  return table(
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
