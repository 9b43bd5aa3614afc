import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Growth, GrowthReport } from './bench/growth.ts';

/** Work among fifty articles and among five hundred, counted and not timed: a busy machine changes nothing. */
describe('work', function () {
  this.timeout(120_000);
  let report: GrowthReport;

  before(() => {
    // In a process of its own: the counter has to be there before the core is.
    const script = fileURLToPath(new URL('bench/growth.ts', import.meta.url));
    report = JSON.parse(
      execFileSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8' }),
    ) as GrowthReport;
  });

  /** Ten times the articles; how many times the work may be done. */
  const limits: Readonly<Record<Exclude<keyof Growth, 'computed' | 'articlesRead'>, number>> = {
    // Among fifty there is hardly a second place that is worth a look.
    verification: 1.4,
    keystroke: 2,
    hover: 2.5,
    // So many more names and quotations begin with the same letters.
    nameCompletion: 5,
    quotationCompletion: 7,
    articleChange: 2,
  };
  for (const [operation, limit] of Object.entries(limits) as [keyof typeof limits, number][]) {
    it(`of ${operation} grows ${limit}-fold at most`, () => {
      const [few, many] = [report.few[operation], report.many[operation]];
      assert.ok(few > 0, 'nothing was counted');
      assert.ok(many <= few * limit, `${String(few)} among 50 articles, ${String(many)} among 500`);
    });
  }

  it('of verification looks at a few articles, however many there are', () => {
    assert.ok(report.few.articlesRead > 0, 'nothing was counted');
    assert.ok(report.many.articlesRead <= 4, `${String(report.many.articlesRead)} articles a quotation`);
  });

  it('of a keystroke in a quotation is one verdict', () => {
    assert.equal(report.few.computed, 1);
    assert.equal(report.many.computed, 1);
  });

  it('of checking grows with the draft, and no faster', () => {
    const { once, eightfold } = report.checking;
    assert.ok(once > 0, 'nothing was counted');
    assert.ok(eightfold <= once * 1.1, `${String(once)} a character, ${String(eightfold)} in a long draft`);
  });

  it('of reading grows with the text, and no faster', () => {
    for (const [name, { once, fourfold, onceMs, eightfoldMs }] of Object.entries(report.readings)) {
      assert.ok(once > 0, 'nothing was counted');
      assert.ok(
        fourfold <= once * 1.2,
        `${name}: ${String(once)} a character, ${String(fourfold)} in a long text`,
      );
      // Eight times the text, and slack; a quadratic reader takes 64 times as long. Less than a millisecond is noise.
      const limit = Math.max(1, onceMs) * 8 * 3;
      assert.ok(
        eightfoldMs <= limit,
        `${name}: ${String(onceMs)} ms, ${String(eightfoldMs)} ms in a long text`,
      );
    }
  });
});
