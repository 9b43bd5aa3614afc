import { strict as assert } from 'node:assert';
import { check } from '../../server/src/core/features/check.ts';
import {
  articleOf,
  contextOf,
  corpusOf,
  draftOf,
  passageOf,
  spanOf,
  verificationOf,
} from '../support/handmade.ts';
import { openDraft, openNewsroom } from '../support/newsroom.ts';
import { severityOf } from '../../server/src/core/features/severity.ts';
import { defaultProject } from '../../server/src/core/project.ts';
import { verdicts } from '../../server/src/core/verify/verdict.ts';
import type { Change, Verdict, Verification } from '../../server/src/core/verify/verdict.ts';
import type { Project } from '../../server/src/core/project.ts';

const article = articleOf('“We will not raise taxes this year,” Teresa Ortiz said.', ['Teresa Ortiz']);
const passage = passageOf(article, 'We will not raise taxes this year,', 'Teresa Ortiz');
const draft = draftOf('“We will raise taxes this year,” Teresa Ortiz said.', ['Teresa Ortiz']);
const [quotation] = draft.quotations;

function found(
  parts: Partial<Verification>,
  project?: Partial<Project>,
): ReturnType<typeof check>['findings'] {
  return check(contextOf([verificationOf(quotation!, { passages: [passage], ...parts })], project), draft)
    .findings;
}

function change(parts: Partial<Change>): Change {
  const at = { start: 0, end: 0 };
  return {
    kind: 'dropped',
    class: 'negation',
    draft: '',
    source: 'not',
    draftSpan: at,
    sourceSpan: at,
    ...parts,
  };
}

describe('findings', () => {
  const expected: Readonly<Record<Verdict, string | undefined>> = {
    skipped: undefined,
    'not-found': 'quote-not-found warning',
    stitched: 'quote-stitched error',
    clipped: 'quote-clipped error',
    altered: 'quote-altered error',
    'not-speech': 'quote-not-speech error',
    nested: 'quote-nested warning',
    misattributed: 'quote-misattributed error',
    omission: 'quote-omission warning',
    variants: 'quote-variants information',
    verified: undefined,
  };
  for (const verdict of verdicts) {
    it(`say of ${verdict}: ${expected[verdict] ?? 'nothing'}`, () => {
      const findings = found({ verdict, changes: verdict === 'altered' ? [change({})] : [] });
      assert.deepEqual(
        findings.map(({ code, severity }) => `${code} ${severity}`),
        expected[verdict] === undefined ? [] : [expected[verdict]],
      );
      for (const { start, end, message } of findings) {
        assert.deepEqual({ start, end }, spanOf(draft.text, 'We will raise taxes this year,'));
        assert.match(message, /^[A-Z“].*\.$/s);
        assert.doesNotMatch(message, /["']|fabricat|undefined|\s\s/);
      }
    });
  }

  it('say every verdict that holds', () => {
    const codes = found({ verdict: 'altered', holds: ['altered', 'misattributed'], changes: [change({})] });
    assert.deepEqual(
      codes.map(it => it.code),
      ['quote-altered', 'quote-misattributed'],
    );
  });

  it('are as severe as the worst change, and name all', () => {
    const [finding] = found({
      verdict: 'altered',
      changes: [
        change({ kind: 'replaced', class: 'wording', draft: 'taxes', source: 'fees' }),
        change({ kind: 'inserted', class: 'number', draft: 'nine', source: '' }),
      ],
    });
    assert.equal(finding?.class, 'number');
    assert.equal(finding.severity, 'error');
    assert.equal(
      finding.message,
      'A number is changed: the draft has “taxes”, the source “fees”; the draft adds “nine” ' +
        '(Teresa Ortiz, Harbor Ledger, 2024-05-03). Use the source’s words, or make it a paraphrase.',
    );
  });

  it('are silent while sources are still being read', () => {
    const context = contextOf(
      [verificationOf(quotation!, { verdict: 'not-found' })],
      {},
      corpusOf([], { whole: false }),
    );
    assert.deepEqual(check(context, draft), {
      draft,
      verifications: [],
      findings: [],
      exemptions: [],
      unchecked: 'no-source',
    });
  });

  it('are switched off by the project, but verdicts stay', () => {
    const context = contextOf([verificationOf(quotation!, { verdict: 'not-found' })], {
      severity: { 'quote-not-found': 'off' },
    });
    const checked = check(context, draft);
    assert.deepEqual(checked.findings, []);
    assert.equal(checked.verifications[0]?.verdict, 'not-found');
  });

  for (const [text, severity] of [
    ['um,', 'information'],
    ['you know,', 'information'],
    ['er … um', 'information'],
    ['um, probably', 'warning'],
  ] as const) {
    it(`of a dropped “${text}” are ${severity} where the policy is tidy`, () => {
      const dropped = [change({ class: 'wording', source: text })];
      assert.equal(
        found({ verdict: 'omission', changes: dropped }, { policy: 'tidy' })[0]?.severity,
        severity,
      );
      assert.equal(found({ verdict: 'omission', changes: dropped })[0]?.severity, 'warning');
    });
  }

  it('of a spelling are hints with the source’s form', () => {
    const [finding] = found({ verdict: 'verified', spelling: 'We will not raise taxes this year,' });
    assert.equal(finding?.code, 'quote-spelling');
    assert.equal(finding.severity, 'hint');
    assert.equal(finding.fixes[0]?.newText, 'We will not raise taxes this year,');
  });
});

/** What Stet says of a draft beside one real article. */
function checkText(text: string): ReturnType<typeof check> {
  const source = {
    path: 'articles/budget.txt',
    text:
      'Council passes budget\n\n“We will not raise taxes this year,” Mayor Teresa Ortiz said.\n\n' +
      '“Nobody here believes the dam will hold the winter,” Ortiz said.\n',
  };
  return check(
    openNewsroom({ project: undefined, articles: [source] }),
    openDraft({ path: 'draft.md', text: `${text}\n` }),
  );
}

describe('replacing with the source’s words', () => {
  const replacement = { text: 'We will not raise taxes this year,', passage };

  it('is preferred where it is the one safe fix', () => {
    const { findings } = checkText('“We will raise taxes this year,” Teresa Ortiz said.');
    assert.deepEqual(
      findings.flatMap(it => it.fixes.filter(fix => fix.preferred).map(fix => fix.newText)),
      ['We will not raise taxes this year,'],
    );
  });

  it('puts back what was cut, where the words alone would be clipped', () => {
    const { findings } = checkText('“The dam will hold the summer,” Teresa Ortiz said.');
    assert.deepEqual(
      findings.flatMap(it => it.fixes.filter(fix => fix.preferred).map(fix => fix.newText)),
      ['Nobody here believes the dam will hold the winter,'],
    );
  });

  it('is not preferred where another speaker said the words', () => {
    const findings = found({
      verdict: 'altered',
      holds: ['altered', 'misattributed'],
      changes: [change({})],
      replacements: [replacement],
    });
    assert.deepEqual(
      findings.flatMap(it => it.fixes).filter(it => it.preferred),
      [],
    );
  });

  it('is not preferred where outlets differ', () => {
    const other = { text: 'We shall not raise taxes this year,', passage };
    const [finding] = found({
      verdict: 'altered',
      changes: [change({})],
      replacements: [replacement, other],
    });
    assert.equal(finding?.fixes.filter(it => it.title.startsWith('Use the words')).length, 2);
    assert.deepEqual(
      finding?.fixes.filter(it => it.preferred),
      [],
    );
  });
});

describe('severityOf', () => {
  const project = {
    ...defaultProject,
    severity: { 'quote-altered': 'hint', 'quote-altered.number': 'off' } as const,
  };
  it('takes the class before the code before the default', () => {
    assert.equal(severityOf(project, 'quote-altered', 'number'), 'off');
    assert.equal(severityOf(project, 'quote-altered', 'modal'), 'hint');
    assert.equal(severityOf(defaultProject, 'quote-altered', 'modal'), 'error');
    assert.equal(severityOf(defaultProject, 'quote-altered', 'wording'), 'warning');
  });
});
