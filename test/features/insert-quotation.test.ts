import { strict as assert } from 'node:assert';
import { check } from '../../server/src/core/features/check.ts';
import { insertQuotation } from '../../server/src/core/features/insert-quotation.ts';
import { pastedQuotation } from '../../server/src/core/features/paste-quotation.ts';
import { quotationPassage } from '../../server/src/core/features/places.ts';
import { quotationChoices } from '../../server/src/core/features/quotation-choices.ts';
import type { Edit } from '../../server/src/core/features/actions.ts';
import { openDraft, openNewsroom } from '../support/newsroom.ts';

const council = {
  path: 'articles/2024-05-03-council.txt',
  text: `Council passes budget

Mayor Rosa Lindgren opened the session.

“We will not raise taxes this year, and we will not sell the park,” Lindgren said.

“Why would anybody sell a park?” asked councillor Tobias Hahn.

Hahn called the plan “a gift to nobody in this town”.

“The people of the U.S. have seen enough of this,” Hahn said.
`,
};
const taxes = 'We will not raise taxes';
const context = (project?: object): ReturnType<typeof openNewsroom> =>
  openNewsroom({ articles: [council], project: project && JSON.stringify(project) });

/** The draft with the quotation that has these words put in at the `|`, or in place of what stands between two. */
function inserted(
  drawn: string,
  words: string,
  project?: object,
  path = 'draft.md',
): { text: string; verdict: string } {
  const newsroom = context(project);
  const [before = '', middle = '', after] = drawn.split('|');
  const text = before + middle + (after ?? '');
  const selection =
    after === undefined
      ? { start: before.length, end: before.length }
      : { start: before.length, end: before.length + middle.length };
  const draft = openDraft({ path, text: after === undefined ? before + middle : text });
  const article = newsroom.corpus.article(council.path)!;
  const quotation = article.quotations.find(it => article.text.slice(it.start, it.end).startsWith(words))!;
  assert.ok(quotation, words);
  const result = insertQuotation(newsroom, draft, selection, quotationPassage(article, quotation), again =>
    openDraft({ path, text: again }),
  );
  const done = applied(draft.text, result.edits);
  assert.equal(
    done.slice(0, result.cursor).endsWith(result.newText),
    true,
    'the cursor stands behind what was put in',
  );
  return { text: done, verdict: result.verdict };
}

function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((one, other) => other.start - one.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}

describe('inserting a quotation', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    [
      'gives it to the speaker by the full name',
      '# Budget\n\n|',
      taxes,
      '# Budget\n\n“We will not raise taxes this year, and we will not sell the park,” Rosa Lindgren said.',
    ],
    [
      'uses the surname once the name has been given',
      'Rosa Lindgren opened. The hall was full. |',
      taxes,
      'Rosa Lindgren opened. The hall was full. “We will not raise taxes this year, and we will not sell the park,” Lindgren said.',
    ],
    [
      'keeps the full name where the draft has another of that surname',
      'Rosa Lindgren opened. Her brother Anton Lindgren was late. The hall was full. |',
      taxes,
      'Rosa Lindgren opened. Her brother Anton Lindgren was late. The hall was full. “We will not raise taxes this year, and we will not sell the park,” Rosa Lindgren said.',
    ],
    [
      'names nobody twice in one sentence',
      'Rosa Lindgren said: |',
      taxes,
      'Rosa Lindgren said: “We will not raise taxes this year, and we will not sell the park.”',
    ],
    [
      'puts a space where one is missing',
      'Rosa Lindgren said:|',
      taxes,
      'Rosa Lindgren said: “We will not raise taxes this year, and we will not sell the park.”',
    ],
    [
      'uses the marks of the draft',
      '"A gift to nobody," he said. |',
      taxes,
      '"A gift to nobody," he said. "We will not raise taxes this year, and we will not sell the park," Rosa Lindgren said.',
    ],
    [
      'finishes a quotation that is opened',
      'Rosa Lindgren said: “|',
      taxes,
      'Rosa Lindgren said: “We will not raise taxes this year, and we will not sell the park.”',
    ],
    [
      'finishes one that the editor has closed',
      'Rosa Lindgren said: “|”',
      taxes,
      'Rosa Lindgren said: “We will not raise taxes this year, and we will not sell the park.”',
    ],
    [
      'stays out of a finished quotation',
      '“A gift|,” he said.',
      taxes,
      '“A gift,” he said. “We will not raise taxes this year, and we will not sell the park,” Rosa Lindgren said.',
    ],
    ['keeps a question mark', '|', 'Why would', '“Why would anybody sell a park?” Tobias Hahn said.'],
    [
      'keeps the stop of an abbreviation',
      '|',
      'The people',
      '“The people of the U.S. have seen enough of this,” Tobias Hahn said.',
    ],
    ['leads in to a part of a sentence', '|', 'a gift', 'Tobias Hahn said “a gift to nobody in this town.”'],
    [
      'replaces a selection that no marks surround',
      '|we shall not raise taxes|',
      taxes,
      '“We will not raise taxes this year, and we will not sell the park,” Rosa Lindgren said.',
    ],
    [
      'replaces the quotation that the selection lies in',
      '“We |shall not| raise taxes,” Rosa Lindgren said.',
      taxes,
      '“We will not raise taxes this year, and we will not sell the park,” Rosa Lindgren said.',
    ],
    [
      'cuts no word in two',
      'The hall was fu|ll. Rain fell.',
      taxes,
      'The hall was full. “We will not raise taxes this year, and we will not sell the park,” Rosa Lindgren said. Rain fell.',
    ],
    [
      'parts no quotation from whose it is',
      '“The people have seen enough of this,”| Hahn said. Rain fell.',
      taxes,
      '“The people have seen enough of this,” Hahn said. “We will not raise taxes this year, and we will not sell the park,” Rosa Lindgren said. Rain fell.',
    ],
    [
      'parts no quotation from whose it is, before the quotation either',
      'Hahn said: |“The people have seen enough of this.” Rain fell.',
      taxes,
      'Hahn said: “The people have seen enough of this.” “We will not raise taxes this year, and we will not sell the park,” Rosa Lindgren said. Rain fell.',
    ],
    [
      'ends the sentence before, where that is said by somebody else',
      '“The people have seen enough of this.” — Tobias Hahn|',
      taxes,
      '“The people have seen enough of this.” — Tobias Hahn. “We will not raise taxes this year, and we will not sell the park,” Rosa Lindgren said.',
    ],
    [
      'leaves a finished quotation alone that goes on in the next line',
      'Hahn said: “The people of |the\nU.S. have seen enough of this.”\n',
      taxes,
      'Hahn said: “The people of the\nU.S. have seen enough of this.” “We will not raise taxes this year, and we will not sell the park,” Rosa Lindgren said.\n',
    ],
    [
      'stands behind what begins its line',
      '> Rain fell\n|> on the hall.\n',
      taxes,
      '> Rain fell\n> “We will not raise taxes this year, and we will not sell the park,” Rosa Lindgren said. on the hall.\n',
    ],
    [
      'stands behind what begins its list',
      '|- Rain fell.\n',
      taxes,
      '- “We will not raise taxes this year, and we will not sell the park,” Rosa Lindgren said. Rain fell.\n',
    ],
    [
      'stands behind a citation',
      'Rain fell [@2024-05|-03-council]. Rosa Lindgren left.\n',
      taxes,
      'Rain fell [@2024-05-03-council] “We will not raise taxes this year, and we will not sell the park,” Rosa Lindgren said. Rosa Lindgren left.\n',
    ],
    [
      'keeps a citation that the quotation ends with',
      '“We |shall not| raise taxes [@2024-05-03-council],” Rosa Lindgren said.',
      taxes,
      '“We will not raise taxes this year, and we will not sell the park [@2024-05-03-council],” Rosa Lindgren said.',
    ],
    [
      'ends with a comma before the attribution that stands there',
      '“|” Lindgren said.',
      taxes,
      '“We will not raise taxes this year, and we will not sell the park,” Lindgren said.',
    ],
    [
      'ends with a comma before a verb of speech',
      'Rain fell. “|” said the mayor.',
      taxes,
      'Rain fell. “We will not raise taxes this year, and we will not sell the park,” said the mayor.',
    ],
    [
      'takes the comma of an empty quotation along',
      'Rain fell. “|,” the mayor said.',
      taxes,
      'Rain fell. “We will not raise taxes this year, and we will not sell the park,” the mayor said.',
    ],
    [
      'names nobody behind a pronoun that leads in',
      'Rosa Lindgren opened the session. She said: |',
      taxes,
      'Rosa Lindgren opened the session. She said: “We will not raise taxes this year, and we will not sell the park.”',
    ],
    [
      'gives it to nobody else whose words are led in to',
      'Rain fell. Tobias Hahn said: |',
      taxes,
      'Rain fell. “We will not raise taxes this year, and we will not sell the park,” Rosa Lindgren said. Tobias Hahn said: ',
    ],
    [
      'stands before the sentence of somebody else whose quotation never closes',
      'Rain fell. Tobias Hahn said:| “The people have seen',
      taxes,
      'Rain fell. “We will not raise taxes this year, and we will not sell the park,” Rosa Lindgren said. Tobias Hahn said: “The people have seen',
    ],
    [
      'stands before that sentence where the quotation is a paragraph of its own',
      'Tobias Hahn told the council: |\n\n“The people have seen',
      taxes,
      '“We will not raise taxes this year, and we will not sell the park,” Rosa Lindgren said. Tobias Hahn told the council: \n\n“The people have seen',
    ],
    [
      'stands before a quotation of the same speaker that never closes',
      'Rosa Lindgren said: |“We have',
      taxes,
      'Rosa Lindgren said: “We will not raise taxes this year, and we will not sell the park.” “We have',
    ],
    [
      'stands before who says it, at the head of a paragraph',
      'Rain fell.\n\n|Lindgren said.\n',
      taxes,
      'Rain fell.\n\n“We will not raise taxes this year, and we will not sell the park,” Lindgren said.\n',
    ],
    [
      'stands before who says it, within a paragraph',
      'Rain fell. |said Lindgren.\n',
      taxes,
      'Rain fell. “We will not raise taxes this year, and we will not sell the park,” said Lindgren.\n',
    ],
    [
      'names who says it where the sentence behind tells something else',
      '|The clerk went home.\n',
      taxes,
      '“We will not raise taxes this year, and we will not sell the park,” Rosa Lindgren said. The clerk went home.\n',
    ],
    [
      'has commas behind the marks where the draft has them there',
      '“A gift to nobody in this town”, Hahn said. |',
      taxes,
      '“A gift to nobody in this town”, Hahn said. “We will not raise taxes this year, and we will not sell the park”, Rosa Lindgren said.',
    ],
    [
      'has no comma behind a question mark, wherever the draft has its commas',
      '“A gift to nobody in this town”, Hahn said. |',
      'Why would',
      '“A gift to nobody in this town”, Hahn said. “Why would anybody sell a park?” Tobias Hahn said.',
    ],
  ];
  for (const [what, drawn, words, expected] of cases) {
    it(what, () => {
      assert.equal(inserted(drawn, words).text, expected);
    });
  }

  it('cites as the project wants', () => {
    const pandoc = inserted('|', taxes, { citation: 'pandoc' }).text;
    assert.equal(
      pandoc,
      '“We will not raise taxes this year, and we will not sell the park,” [@2024-05-03-council, ¶3] Rosa Lindgren said.',
    );
    const link = inserted('|', taxes, { citation: 'link' }, 'briefs/draft.md').text;
    assert.match(link, /park,” \(\[.*\]\(\.\.\/articles\/2024-05-03-council\.txt\)\) Rosa Lindgren said\.$/u);
    const footnote = inserted('|\n\nThe end.\n', taxes, { citation: 'footnote' }).text;
    assert.match(
      footnote,
      /park,”\[\^2024-05-03-council\] Rosa Lindgren said\.\n\nThe end\.\n\n\[\^2024-05-03-council\]: .*¶3\.\n$/u,
    );
  });

  it('puts in nothing that is not verified, and raises no finding', () => {
    const newsroom = context();
    const article = newsroom.corpus.article(council.path)!;
    for (const quotation of article.quotations) {
      const words = article.text.slice(quotation.start, quotation.end);
      for (const drawn of ['|', 'The hall was full. |', 'It was late: |', '“|']) {
        const { text, verdict } = inserted(drawn, words);
        assert.ok(verdict === 'verified' || verdict === 'skipped', `${verdict}: ${text}`);
        const { findings } = check(newsroom, openDraft({ path: 'draft.md', text }));
        assert.deepEqual(
          findings.map(it => it.code),
          [],
          text,
        );
      }
    }
  });
});

describe('quotations to choose from', () => {
  const found = (words: string, beside?: string): readonly string[] =>
    quotationChoices(
      context(),
      words,
      beside === undefined
        ? undefined
        : { draft: openDraft({ path: 'draft.md', text: beside }), offset: beside.length },
      20,
    ).map(({ passage }) => passage.text);

  it('are found by words, by the speaker, and by both', () => {
    assert.match(found('taxes')[0]!, /raise taxes/u);
    assert.deepEqual(
      found('Lindgren').filter(it => !it.includes('raise taxes')),
      [],
    );
    assert.equal(
      found('Hahn').some(it => it.includes('sell a park')),
      true,
    );
    assert.match(found('hahn enough')[0]!, /seen enough/u);
    assert.deepEqual(found('zebra'), []);
  });

  it('are those of the speaker in the sentence where nothing is typed', () => {
    assert.match(found('', 'Rosa Lindgren said: ')[0]!, /raise taxes/u);
    assert.equal(found('').length > 2, true);
  });
});

describe('pasted text', () => {
  const article = context().corpus.article(council.path)!;
  const pasted = (text: string, drawn = '|', from?: string): string | undefined => {
    const newsroom = context();
    const at = drawn.indexOf('|');
    const draft = openDraft({ path: 'draft.md', text: drawn.replace('|', '') });
    const source = newsroom.corpus.article(council.path)!;
    const start = from === undefined ? -1 : source.text.indexOf(from);
    const copied =
      from === undefined ? undefined : { article: source, span: { start, end: start + from.length } };
    const result = pastedQuotation(newsroom, draft, { start: at, end: at }, text, copied, again =>
      openDraft({ path: 'draft.md', text: again }),
    );
    return result && applied(draft.text, result.edits);
  };

  it('becomes a quotation with its attribution', () => {
    assert.equal(
      pasted('We will not raise taxes this year'),
      '“We will not raise taxes this year,” Rosa Lindgren said.',
    );
    assert.equal(
      pasted('“We will not raise taxes this year, and we will not sell the park,”'),
      '“We will not raise taxes this year, and we will not sell the park,” Rosa Lindgren said.',
    );
    assert.equal(
      pasted('we will not sell the park', '|', 'we will not sell the park'),
      'Rosa Lindgren said “we will not sell the park.”',
    );
  });

  it('stays what it is where it is no quotation, cut within a word, altered, or clipped', () => {
    assert.equal(pasted('Mayor Rosa Lindgren opened the session.'), undefined);
    assert.equal(pasted('We shall not raise taxes this year'), undefined);
    assert.equal(pasted('e will not raise taxes this ye'), undefined);
    assert.equal(
      pasted('raise taxes this year', '|', 'raise taxes this year'),
      undefined,
      'the negation is cut away',
    );
    assert.equal(pasted('We will'), undefined);
    assert.equal(
      pasted('We will not raise taxes this year', '“So |,” he said.'),
      undefined,
      'inside other marks',
    );
    assert.equal(article.quotations.length > 3, true);
  });
});
