import assert from 'node:assert/strict';
import fc from 'fast-check';
import { latestFirst, latestOf } from '../../server/src/core/features/latest.ts';
import { invent } from '../corpus/invent.ts';

describe('the latest articles', () => {
  it('are those that come first when all are put in order', () => {
    const date = fc.option(fc.constantFrom('2023-12-31', '2024-01-01', '2024-01-02'), { nil: undefined });
    fc.assert(
      fc.property(fc.array(date, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), (dates, most) => {
        const articles = dates.map((it, index) =>
          invent({ path: `${String(index)}.txt`, ...(it === undefined ? {} : { date: it }) }),
        );
        const fits = ({ path }: { readonly path: string }): boolean => path !== '3.txt';
        const expected = articles.filter(fits).sort(latestFirst).slice(0, most);
        assert.deepEqual(latestOf(articles, fits, most), expected);
      }),
    );
  });
});
