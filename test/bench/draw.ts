import { cpus, loadavg, totalmem } from 'node:os';
import { table } from '../eval/table.ts';
import type { Measure } from './measure.ts';
import { targetOf } from './targets.ts';

/** The figures as a table: a row each, a column a number of articles, and what is wanted of it. */
export function draw(measures: readonly Measure[], sizes: readonly number[]): string {
  const rows = new Map<string, Measure[]>();
  for (const measure of measures) {
    const key = `${measure.operation}\n${measure.what}`;
    rows.set(key, [...(rows.get(key) ?? []), measure]);
  }
  const head = ['', ...sizes.map(size => `${size.toLocaleString('en')} articles`), 'unit', 'floor', 'aim'];
  const drawn = [...rows.values()].map(row => {
    const [first] = row;
    const targets = row.map(it => targetOf(it)).filter(it => it !== undefined);
    const cells = sizes.map(size => {
      const measure = row.find(it => it.articles === undefined || it.articles === size);
      return measure === undefined ? '' : (figure(measure.value) ?? '–');
    });
    const wanted = (['floor', 'aim'] as const).map(key =>
      [...new Set(targets.map(it => String(it[key])))].join(' / '),
    );
    return [first?.what ?? '', ...cells, first?.unit ?? '', ...wanted];
  });
  const notes = measures
    .filter(it => it.note !== undefined)
    .map(
      it =>
        `${it.what}${it.articles === undefined ? '' : `, ${it.articles.toLocaleString('en')}`}: ${it.note ?? ''}`,
    );
  return [table(head, drawn), ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}

/** What the figures were taken on. */
export function machine(): Readonly<Record<string, string | number>> {
  const [processor] = cpus();
  return {
    processor: processor?.model ?? 'unknown',
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}

/** Three digits that matter. */
function figure(value: number | undefined): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  return value >= 100
    ? Math.round(value).toLocaleString('en')
    : String(Number(value.toPrecision(value >= 10 ? 3 : 2)));
}
