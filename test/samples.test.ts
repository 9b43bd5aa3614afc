import { strict as assert } from 'node:assert';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckReport } from '../server/src/cli/check-report.ts';
import { stet } from './cli/stet.ts';

const samples = join(import.meta.dirname, '../samples');

describe('the sample newsroom', () => {
  let report: CheckReport;
  before(async () => {
    const { stdout } = await stet(samples, 'check', '--format', 'json');
    report = JSON.parse(stdout) as CheckReport;
  });

  it('is read whole', () => {
    assert.deepEqual(report.problems, []);
    assert.ok(report.articles.count >= 8);
  });

  for (const name of readdirSync(join(samples, 'briefs'))) {
    const code = name.replace('.md', '');
    it(`${name} shows what its name says`, () => {
      const draft = report.drafts.find(it => it.path === `briefs/${name}`);
      assert.ok(draft);
      const codes = [...new Set(draft.findings.map(it => it.code))].sort();
      switch (code) {
        case 'verified':
          assert.deepEqual(codes, ['quote-spelling']);
          assert.deepEqual([...new Set(draft.quotations.map(it => it.verdict))], ['verified']);
          break;
        case 'river-talks':
          assert.deepEqual(codes, ['quote-altered', 'quote-not-found', 'quote-variants']);
          break;
        default:
          assert.deepEqual(codes, [code]);
      }
    });
  }
});
