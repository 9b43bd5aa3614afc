import { strict as assert } from 'node:assert';
import { check } from '../../server/src/core/features/check.ts';
import { countQuotations, summaryOf } from '../../server/src/core/features/count.ts';
import { draftList } from '../../server/src/core/features/draft-list.ts';
import { hover } from '../../server/src/core/features/hover.ts';
import { inlays } from '../../server/src/core/features/inlays.ts';
import { lenses } from '../../server/src/core/features/lenses.ts';
import { tokens } from '../../server/src/core/features/tokens.ts';
import { defaultProject } from '../../server/src/core/project.ts';
import { recordMarkdown } from '../../server/src/core/report/markdown.ts';
import { draftRecord } from '../../server/src/core/report/record.ts';
import { Verifier } from '../../server/src/core/verify/verifier.ts';
import { openDraft, openNewsroom } from '../support/newsroom.ts';

const article = {
  path: 'articles/2024-05-03-council.txt',
  text: 'Council passes budget\n\n“We will not raise taxes this year,” Mayor Rosa Lindgren said.\n\n“The park was never for sale,” she said.\n',
};

describe('a quotation whose mark never closes', () => {
  const { corpus } = openNewsroom({ articles: [article], project: undefined });
  const context = { corpus, project: defaultProject, verifier: new Verifier(defaultProject) };
  /** One that stands so in the source as far as it goes, one that nobody said, and a whole one. */
  const text =
    'Rosa Lindgren said: “We will not raise taxes this year.\n\n' +
    'Rosa Lindgren said: “We would all rather swim in the pond.\n\nIt rained.\n\n' +
    '“The park was never for sale,” Rosa Lindgren said.\n';
  const checked = check(context, openDraft({ path: 'brief.md', text }));
  const statement = 'Cannot be checked: the quotation mark never closes';

  it('is told so and nothing else, though its words stand in a source', () => {
    assert.deepEqual(
      checked.findings.map(it => it.code),
      ['quote-unbalanced', 'quote-unbalanced'],
    );
    assert.equal(checked.verifications[0]?.verdict, 'verified', 'as the report for scripts has it');
  });

  it('counts as a quotation, by no verdict', () => {
    assert.equal(summaryOf(checked), '3 quotations: 1 verified, 2 not closed');
    const { quotations, verified } = countQuotations(checked);
    assert.deepEqual([quotations, verified], [3, 1]);
    assert.deepEqual(
      lenses(checked).map(it => it.title),
      [summaryOf(checked)],
    );
  });

  it('is listed so, with what mends it and no source', () => {
    const { quotations, others } = draftList(checked);
    assert.deepEqual(
      quotations.map(it => [
        it.verdict,
        it.statement,
        it.severity,
        it.fixable,
        it.source,
        it.messages.length,
      ]),
      [
        ['unclosed', statement, 'warning', true, undefined, 1],
        ['unclosed', statement, 'warning', true, undefined, 1],
        ['verified', 'Stands so in this source', undefined, false, quotations[2]?.source, 0],
      ],
    );
    assert.ok(quotations[2]?.source);
    assert.deepEqual(others, []);
  });

  it('is coloured and marked as nothing', () => {
    const at = text.indexOf('The park');
    assert.deepEqual(tokens(checked), [{ start: at, end: at + 28, type: 'verified' }]);
    assert.deepEqual(
      inlays(checked).map(it => it.offset),
      [at + 29],
    );
  });

  it('is recorded so, without what may stand in a source', () => {
    const record = draftRecord(checked, () => undefined);
    const markdown = recordMarkdown([record], '2024-05-04');
    const [first = '', second = ''] = markdown.split('\n### ').slice(1);
    assert.match(markdown, /\n\n3 quotations: 1 verified, 2 not closed\. Checked on /);
    for (const entry of [first, second]) {
      assert.match(entry, /^Line \d: not closed\n/);
      assert.ok(entry.includes(`- **Verdict:** ${statement}\n`), entry);
      assert.ok(entry.includes('- **Warning** (`quote-unbalanced`): '), entry);
      assert.doesNotMatch(entry, /Source|Nearest|Differs|as in the source/);
    }
  });

  it('says so in a hover', () => {
    const link = (): string => 'file:///source';
    const over = (words: string): string | undefined =>
      hover(context, link, checked.draft, text.indexOf(words))?.markdown;
    assert.equal(over('raise taxes'), `**${statement}**`);
    assert.match(over('never for sale') ?? '', /Stands so in this source/);
  });

  it('is no quotation where it claims nobody’s words', () => {
    const scare = 'He drove a “fast car to the pond.\n';
    const { verifications, findings, draft } = check(context, openDraft({ path: 'b.md', text: scare }));
    const skipped = verifications.map(it => ({ ...it, verdict: 'skipped' as const }));
    const all = { draft, verifications: skipped, findings, exemptions: [], unchecked: undefined };
    assert.equal(summaryOf(all), 'No quotations');
    assert.deepEqual(
      draftList(all).others.map(it => it.code),
      ['quote-unbalanced'],
    );
  });
});
