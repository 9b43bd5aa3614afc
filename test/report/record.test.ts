import assert from 'node:assert/strict';
import { contextOf, sentenceAround } from '../../server/src/core/report/context.ts';
import { check } from '../../server/src/core/features/check.ts';
import { wordDiff } from '../../server/src/core/report/diff.ts';
import { recordMarkdown } from '../../server/src/core/report/markdown.ts';
import { draftRecord } from '../../server/src/core/report/record.ts';
import { openDraft, openNewsroom } from '../support/newsroom.ts';
import type { Change, Verification } from '../../server/src/core/verify/verdict.ts';

describe('the sentence around a quotation', () => {
  /** The quotation stands in brackets, its block is the whole text, what is expected between bars. */
  const table = [
    '|“[We will stay],” she said.|',
    'It rained. |She said: “[We will stay].”| Nobody answered.',
    'It rained. |“[We will stay],” she said on Friday.| Nobody answered.',
    'It rained! |“[We will stay. We must],” she said.|',
    '“Never.” |Then “[we will stay],” he said.| “Good.”',
    '|Gov. Ana Ortiz told Dr. Li: “[We will stay]” and left at 5 p.m. on Friday.| It rained.',
    '|The U.S. envoy, J. Smith, said “[no]”.|',
    '|«[Nous restons]», he said… and left.|',
  ];
  for (const drawn of table) {
    it(drawn, () => {
      const text = drawn.replace(/[[\]|]/g, '');
      const [start, , end] = ['|', '[', '|'].map((mark, index) => {
        const at = index === 2 ? drawn.lastIndexOf(mark) : drawn.indexOf(mark);
        return drawn.slice(0, at).replace(/[[\]|]/g, '').length;
      });
      const words = /\[(.*)\]/.exec(drawn)![1]!;
      const inner = { start: text.indexOf(words) - 1, end: text.indexOf(words) + words.length + 1 };
      const found = sentenceAround(text, inner, { start: 0, end: text.length });
      assert.equal(text.slice(found.start, found.end), text.slice(start, end));
    });
  }

  it('is cut between words where a block goes on for ever', () => {
    const text = `${'word '.repeat(5000)}“We will stay,” she said ${'word '.repeat(5000)}`;
    const start = text.indexOf('We will');
    const span = { start, end: start + 13 };
    const around = sentenceAround(
      text,
      { start: start - 1, end: start + 14 },
      { start: 0, end: text.length },
    );
    assert.ok(around.end - around.start < 5000);
    const { before, words, after } = contextOf(text, span, around);
    assert.equal(words, 'We will stay,');
    assert.match(before, /^…word (?:word )+“$/);
    assert.match(after, /^” she said (?:word )+word…$/);
    assert.ok(before.length < 700 && after.length < 700);
  });

  it('stands on one line, with the spaces between its parts', () => {
    const text = 'He said\n  “we\twill\nstay”\nand left.';
    const start = text.indexOf('we');
    const end = text.indexOf('”');
    assert.deepEqual(contextOf(text, { start, end }, { start: 0, end: text.length }), {
      before: 'He said “',
      words: 'we will stay',
      after: '” and left.',
    });
  });
});

describe('the record of a block quote', () => {
  it('shows its words, not what begins its lines', () => {
    const articles = [
      {
        path: 'articles/harbour.txt',
        text: 'Harbour closes\n\n“You need no permit for a rowing boat here,” Tobias Hahn told reporters.\n',
      },
    ];
    const { corpus, project, verifier } = openNewsroom({ articles, project: undefined });
    const text =
      '> > The hall was full. “You need no permit for a very\n> > quick boat\n> > here,” Tobias\n> > Hahn said.\n';
    const checked = check({ corpus, project, verifier }, openDraft({ path: 'draft.md', text }, corpus));
    const [quotation] = draftRecord(checked, () => undefined).quotations;
    assert.deepEqual(quotation?.sentence, {
      before: '“',
      words: 'You need no permit for a very quick boat here,',
      after: '” Tobias Hahn said.',
    });
    assert.deepEqual(
      quotation.diff.map(it => it.text),
      ['You need no permit for a', 'very quick', 'rowing', 'boat here,'],
    );
    assert.match(quotation.findings[0]?.message ?? '', /the draft has “very quick”/u);
  });
});

describe('the record as Markdown', () => {
  it('sets words off though a page has lost the space behind them', () => {
    const articles = [
      {
        path: 'articles/post.txt',
        text: 'Post of the day\n\n“We had a good run on the quay.”Tobias Hahn said so on Friday.\n',
      },
    ];
    const { corpus, project, verifier } = openNewsroom({ articles, project: undefined });
    const text = 'Hahn said: “We had a good run on the quay.”\n';
    const checked = check({ corpus, project, verifier }, openDraft({ path: 'draft.md', text }, corpus));
    const [quotation] = draftRecord(checked, () => undefined).quotations;
    const context = { before: '', words: 'A good run.', after: 'https' };
    const record = {
      ...draftRecord(checked, () => undefined),
      quotations: [{ ...quotation!, sentence: context }],
    };
    assert.match(recordMarkdown([record], '2026-01-01'), /^> \*\*A good run\.\u2060\*\*https$/mu);
  });
});

describe('the word diff', () => {
  const text = 'We will raise all taxes now';
  const change = (kind: Change['kind'], draft: string, source: string, at = text.indexOf(draft)): Change => {
    const draftSpan = { start: at, end: at + draft.length };
    return { kind, class: 'wording', draft, source, draftSpan, sourceSpan: { start: 0, end: source.length } };
  };
  const diff = (...changes: readonly Change[]): string =>
    wordDiff(text, { span: { start: 0, end: text.length }, changes } as unknown as Verification)
      .map(({ kind, text: words }) =>
        kind === 'same' ? words : kind === 'draft' ? `-${words}` : `+${words}`,
      )
      .join(' | ');

  it('is empty where no word differs', () => assert.equal(diff(), ''));
  it('puts the source’s words beside the draft’s', () => {
    assert.equal(diff(change('replaced', 'raise', 'cut')), 'We will | -raise | +cut | all taxes now');
  });
  it('shows what was dropped where it belongs, and what was put in', () => {
    const dropped = change('dropped', '', 'not', text.indexOf('raise'));
    assert.equal(diff(change('inserted', 'all', ''), dropped), 'We will | +not | raise | -all | taxes now');
  });
  it('leaves out what would stand twice', () => {
    assert.equal(
      diff(change('replaced', 'raise all', 'cut'), change('replaced', 'all', 'some')),
      'We will | -raise all | +cut | taxes now',
    );
  });
});
