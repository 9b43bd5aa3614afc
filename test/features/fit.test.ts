import { strict as assert } from 'node:assert';
import { articleOf, draftOf, passageOf } from '../support/handmade.ts';
import { fitWords } from '../../server/src/core/features/fit.ts';

/** A source’s words put into the one quotation of a draft. */
function put(draftText: string, source: string, people: readonly string[] = []): string {
  const draft = draftOf(draftText);
  const article = articleOf(source, people);
  const quotation = article.quotations[0]!;
  const passage = passageOf(article, article.text.slice(quotation.start, quotation.end));
  return fitWords(draft, draft.quotations[0]!, passage.text, passage);
}

describe('fitWords', () => {
  for (const [why, draft, source, words] of [
    [
      'keeps the draft’s comma',
      '“We will raise taxes,” she said.',
      '“We will not raise taxes.”',
      'We will not raise taxes,',
    ],
    [
      'keeps the draft’s stop',
      'She said: “We will raise taxes.”',
      '“We will not raise taxes,” she said.',
      'We will not raise taxes.',
    ],
    [
      'puts no stop where the draft has it outside',
      'She said “we raise taxes”.',
      '“We do not raise taxes,” she said.',
      'we do not raise taxes',
    ],
    [
      'keeps the source’s question mark',
      '“Will we pay,” she asked.',
      '“Will we ever pay?”',
      'Will we ever pay?',
    ],
    [
      'turns a question back into a statement before an attribution',
      '“We will pay?” he asked.',
      '“We will not pay.”',
      'We will not pay,',
    ],
    [
      'turns a question back into a statement at the end',
      'He said “we pay?”',
      '“We will not pay.”',
      'we will not pay.',
    ],
    [
      'turns a question into a statement before an attribution by name',
      '“We will pay?” Lane said.',
      '“We will not pay.”',
      'We will not pay,',
    ],
    [
      'turns an exclamation into a statement before a verb of speech',
      '“We will pay!” said the mayor.',
      '“We will not pay.”',
      'We will not pay,',
    ],
    [
      'turns a question into a statement before another sentence',
      '“We will pay?” Lane left the hall.',
      '“We will not pay,” he said.',
      'We will not pay.',
    ],
    ['lowers the first letter for the lead-in', 'He said “we pay.”', '“They pay.”', 'they pay.'],
    ['raises the first letter', '“We pay,” he said.', 'He said “they pay”.', 'They pay,'],
    ['keeps I', 'He said “we pay.”', '“I pay.”', 'I pay.'],
    ['keeps an acronym', 'He said “we pay.”', '“NATO pays.”', 'NATO pays.'],
    [
      'keeps the stop of an abbreviation',
      '“We left the US,” he said.',
      '“We never left the U.S.”',
      'We never left the U.S.,',
    ],
    [
      'doubles no stop behind an abbreviation',
      'He said: “We left the US.”',
      '“We never left the U.S.”',
      'We never left the U.S.',
    ],
    [
      'keeps an ellipsis at the end of the draft',
      '“We pay …” he said.',
      '“We never pay for that.”',
      'We never pay for that …',
    ],
    ['has one line', '“We pay,” he said.', '“We never\npay.”', 'We never pay,'],
    [
      'makes nested marks straight in a straight draft',
      '"We say no," he said.',
      '“We say ‘no’ to it.”',
      "We say 'no' to it,",
    ],
    [
      'keeps apostrophes as printed',
      '"We say no," he said.',
      '“It’s ‘no’ to them, isn’t it.”',
      "It’s 'no' to them, isn’t it,",
    ],
  ] as const) {
    it(why, () => {
      assert.equal(put(draft, source), words);
    });
  }

  it('keeps the capital of a name', () => {
    assert.equal(put('He said “she pays.”', '“Ortiz pays.”', ['Ortiz']), 'Ortiz pays.');
  });
});
