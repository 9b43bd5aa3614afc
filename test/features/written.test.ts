import { strict as assert } from 'node:assert';
import { actions } from '../../server/src/core/features/actions.ts';
import { check } from '../../server/src/core/features/check.ts';
import { completion } from '../../server/src/core/features/completion.ts';
import { inlineCompletion } from '../../server/src/core/features/inline-completion.ts';
import { insertQuotation } from '../../server/src/core/features/insert-quotation.ts';
import { quotationPassage } from '../../server/src/core/features/places.ts';
import { applyEdits } from '../support/draw.ts';
import { drawnLink, openDraft, openNewsroom } from '../support/newsroom.ts';

/** What a source prints, what stands then in a draft in Markdown and in one in plain text. */
const words: readonly {
  readonly source: 'txt' | 'md';
  readonly printed: string;
  readonly markdown: string;
  readonly plain: string;
}[] = [
  {
    source: 'txt',
    printed: 'Nobody *really* wants the new_quay_plan, 5 * 3 times',
    markdown: 'Nobody \\*really\\* wants the new_quay_plan, 5 * 3 times',
    plain: 'Nobody *really* wants the new_quay_plan, 5 * 3 times',
  },
  {
    source: 'txt',
    printed: 'Nobody types _that_ or `this` at the desk',
    markdown: 'Nobody types \\_that\\_ or \\`this\\` at the desk',
    plain: 'Nobody types _that_ or `this` at the desk',
  },
  {
    source: 'txt',
    printed: 'Nobody reads [the plan](https://town.example/a_b), [sic] or [2]: never',
    markdown: 'Nobody reads \\[the plan](https://town.example/a_b), [sic] or [2]: never',
    plain: 'Nobody reads [the plan](https://town.example/a_b), [sic] or [2]: never',
  },
  {
    source: 'txt',
    printed: 'Nobody pays if a<b or R&amp;D has ~~nothing~~ left on C:\\*.txt',
    markdown: 'Nobody pays if a\\<b or R\\&amp;D has \\~\\~nothing\\~\\~ left on C:\\\\\\*.txt',
    plain: 'Nobody pays if a<b or R&amp;D has ~~nothing~~ left on C:\\*.txt',
  },
  {
    source: 'txt',
    printed: 'Nobody asks at https://town.example/plans_of_may?page=2*3 before the vote',
    markdown: 'Nobody asks at https://town.example/plans_of_may?page=2*3 before the vote',
    plain: 'Nobody asks at https://town.example/plans_of_may?page=2*3 before the vote',
  },
  {
    source: 'md',
    printed: 'Nobody *really* wants [the **new** plan](https://town.example/a_b) \\*today\\* or later',
    markdown: 'Nobody really wants the new plan \\*today\\* or later',
    plain: 'Nobody really wants the new plan *today* or later',
  },
  {
    source: 'md',
    printed: 'Nobody at R&amp;D &mdash; nobody &ndash; pays for a\\_b on the quay',
    markdown: 'Nobody at R&D — nobody – pays for a_b on the quay',
    plain: 'Nobody at R&D — nobody – pays for a_b on the quay',
  },
];

function newsroomOf({ source, printed }: (typeof words)[number]): ReturnType<typeof openNewsroom> {
  const path = `articles/2024-05-03-quay.${source}`;
  const text = `Plans for the quay go on\n\nMayor Rosa Lindgren spoke on Friday.\n\n“${printed},” Lindgren said.\n`;
  return openNewsroom({ articles: [{ path, text }], project: undefined });
}

describe('words of a source, put into a draft', () => {
  for (const entry of words) {
    for (const path of ['draft.md', 'draft.txt']) {
      const expected = path.endsWith('.md') ? entry.markdown : entry.plain;
      const newsroom = newsroomOf(entry);
      const [article] = newsroom.corpus.articles();
      const open = (text: string): ReturnType<typeof openDraft> => openDraft({ path, text }, newsroom.corpus);
      const verdict = (text: string): string | undefined =>
        check(newsroom, open(text)).verifications[0]?.verdict;

      it(`show there as printed (${entry.source} to ${path}): ${entry.printed}`, () => {
        const place = { start: 0, end: 0 };
        const passage = quotationPassage(article!, article!.quotations[0]!);
        const inserted = insertQuotation(newsroom, open(''), place, passage, open);
        assert.equal(inserted.newText, `“${expected},” Rosa Lindgren said.`);
        assert.equal(inserted.verdict, 'verified');

        const altered = `${inserted.newText.replace('Nobody', 'Nobody ever')}\n`;
        const finding = check(newsroom, open(altered)).findings.find(found => found.code === 'quote-altered');
        const mended = applyEdits(altered, [finding!.fixes[0]!]);
        assert.equal(mended, `“${expected},” Rosa Lindgren said.\n`);
        assert.equal(finding!.fixes[0]!.preferred, true);
        assert.equal(verdict(mended), 'verified');

        const begun = 'Rosa Lindgren said: “Nobody ';
        const typed = open(begun);
        const inline = inlineCompletion(newsroom, typed, begun.length);
        assert.equal(begun + inline!.newText, `Rosa Lindgren said: “${expected}.”`);
        const [first] = completion(newsroom, drawnLink, typed, begun.length);
        const completed = applyEdits(begun, [{ ...first!.replace, newText: first!.newText }]);
        assert.equal(completed, `Rosa Lindgren said: “${expected}.”`);
        assert.equal(verdict(completed), 'verified');
      });
    }
  }

  for (const [before, printed, expected] of [
    ['> ', '+ We never sell the park to anybody', '> \\+ We never sell the park to anybody'],
    ['> ', '1. We never sell the park to anybody', '> 1\\. We never sell the park to anybody'],
    ['> ', '- We never sell the park to anybody', '> \\- We never sell the park to anybody'],
    [
      '<div>\n“',
      'Nobody *really* sells a<b in the park',
      '<div>\n“Nobody &#42;really&#42; sells a&#60;b in the park',
    ],
  ] as const) {
    it(`begin no heading and no list, and show no backslash in HTML: ${JSON.stringify(before)} ${printed}`, () => {
      const newsroom = newsroomOf({ source: 'txt', printed, markdown: '', plain: '' });
      const close = before.endsWith('“') ? '”\n</div>\n' : '\n';
      const altered = `${before}${printed
        .replace(/ (?=\S+$)/u, ' purple ')
        .replace(/^[-+] /u, '')
        .replace('1', 'One')}${close}`;
      const checked = check(newsroom, openDraft({ path: 'draft.md', text: altered }, newsroom.corpus));
      const finding = checked.findings.find(found => found.code.startsWith('quote-'));
      assert.ok(finding, altered);
      assert.equal(applyEdits(altered, [finding.fixes[0]!]), expected + close);
    });
  }

  it('make no heading and no list where their marks are taken off', () => {
    const newsroom = newsroomOf({ source: 'txt', printed: 'Nobody sells it', markdown: '', plain: '' });
    for (const [text, expected] of [
      ['“# 1 is never ours to sell,” Lindgren said.\n', '\\# 1 is never ours to sell, Lindgren said.\n'],
      [
        '- “1. We ought to ask the moon,” Lindgren said.\n',
        '- 1\\. We ought to ask the moon, Lindgren said.\n',
      ],
    ] as const) {
      const [finding] = check(newsroom, openDraft({ path: 'draft.md', text }, newsroom.corpus)).findings;
      const fix = finding?.fixes.find(it => it.title.startsWith('Take off'));
      assert.equal(fix && applyEdits(text, [fix]), expected);
    }
  });
});

describe('a link in a quotation of a source', () => {
  it('is no bracket of an editor', () => {
    const newsroom = openNewsroom({
      project: undefined,
      articles: [
        {
          path: 'articles/2024-05-03-quay.md',
          text: '# Plans go on\n\n“Ask for [the second plan](https://town.example/2) before you vote,” Rosa Lindgren said.\n',
        },
      ],
    });
    const text = '“Ask for the second plan before you vote,” Rosa Lindgren said.\n';
    const { verifications } = check(newsroom, openDraft({ path: 'draft.md', text }, newsroom.corpus));
    assert.deepEqual(
      verifications.map(it => it.verdict),
      ['verified'],
    );
  });
});

describe('an escaped backtick', () => {
  it('is no mark of a quotation, be its marks double or single', () => {
    for (const [open, close] of ['“”', '‘’']) {
      const words = 'Nobody types \\`this\\` at the desk,';
      const text = `${open}${words}${close} Lane said.\n`;
      const { quotations, unbalanced } = openDraft({ path: 'draft.md', text });
      assert.deepEqual(
        quotations.map(it => [text.slice(it.start, it.end), it.nested]),
        [[words, []]],
      );
      assert.deepEqual(unbalanced, []);
    }
  });
});

describe('a quotation that is cited on the line below', () => {
  it('is not cited again, however lines end', () => {
    const path = 'articles/2024-05-03-quay.txt';
    const newsroom = openNewsroom({
      articles: [
        { path, text: 'The quay\n\nIt rained.\n\n“Nobody will ever sell the quay,” Rosa Lindgren said.\n' },
      ],
      project: JSON.stringify({ citation: 'link' }),
    });
    for (const lineBreak of ['\n', '\r\n', '\r']) {
      const text = `“Nobody will ever sell the quay.” ([*The\nquay*, 2024-05-03](../${path}))\n`.replaceAll(
        '\n',
        lineBreak,
      );
      const checked = check(newsroom, openDraft({ path: 'briefs/draft.md', text }, newsroom.corpus));
      const offered = actions(newsroom, checked, checked.draft.quotations[0]!);
      assert.deepEqual(
        offered.map(it => it.title),
        [],
      );
    }
  });
});
