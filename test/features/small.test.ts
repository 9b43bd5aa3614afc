import { strict as assert } from 'node:assert';
import { citationEdits, relativePath } from '../../server/src/core/features/cite.ts';
import { countStandings, countWords } from '../../server/src/core/features/count.ts';
import { differing } from '../../server/src/core/features/differing.ts';
import { inlays } from '../../server/src/core/features/inlays.ts';
import { openedAt } from '../../server/src/core/features/opened.ts';
import { restAfter } from '../../server/src/core/features/rest-after.ts';
import { tokens } from '../../server/src/core/features/tokens.ts';
import { check } from '../../server/src/core/features/check.ts';
import { defaultProject } from '../../server/src/core/project.ts';
import { articleOf, contextOf, draftOf, passageOf, verificationOf } from '../support/handmade.ts';
import type { Standing } from '../../server/src/core/features/standing.ts';

describe('countWords', () => {
  for (const [standings, words] of [
    [[], 'No quotations'],
    [['skipped'], 'No quotations'],
    [['verified'], '1 quotation: 1 verified'],
    [['not-found'], '1 quotation: 1 not found'],
    [
      ['verified', 'variants', 'skipped', 'altered', 'not-found', 'not-found'],
      '5 quotations: 2 verified, 2 not found, 1 altered',
    ],
    [['unclosed', 'verified', 'unclosed', 'altered'], '4 quotations: 1 verified, 2 not closed, 1 altered'],
  ] as readonly (readonly [readonly Standing[], string])[]) {
    it(words, () => {
      assert.equal(countWords(countStandings(standings)), words);
    });
  }
});

describe('differing', () => {
  for (const [one, other, shown] of [
    ['the worldwide order', 'the international order', ['worldwide', 'international']],
    ['to emphasize it', 'to emphasise it', ['emphasize', 'emphasise']],
    ['restore the assembly', 'restore the duly elected assembly', ['the', 'the duly elected']],
    ['free and fair', 'free, fair', ['free and', 'free']],
    ['The order', 'the disorder', ['order', 'disorder']],
  ] as const) {
    it(`${one} / ${other}`, () => {
      assert.deepEqual(differing(one, other), shown);
    });
  }
});

describe('restAfter', () => {
  for (const [typed, source, rest] of [
    ['We will no', 'We will not go.', 't go.'],
    ['We will not', 'We will not go.', ' go.'],
    ['We will not ', 'We will not go.', 'go.'],
    ["we don't", 'We don’t go.', ' go.'],
    ['We go, ', 'We go, and soon.', 'and soon.'],
    ['We go,', 'We go, and soon.', ' and soon.'],
    ['We will go', 'We will not go.', undefined],
    ['We wi ', 'We will not go.', undefined],
    ['', 'We will not go.', undefined],
    ['We will not go and more', 'We will not go.', undefined],
  ] as const) {
    it(`${JSON.stringify(typed)} of ${source}`, () => {
      assert.equal(restAfter(typed, source), rest);
    });
  }
});

describe('openedAt', () => {
  for (const [drawn, typed, rest] of [
    ['She said “We wi|', 'We wi', ''],
    ['She said "|', '', ''],
    ['She said "|"', '', '"'],
    ['She said “|”', '', '”'],
    ['She said “We |” twice', 'We ', '”'],
    ['She said “No” and |', undefined, ''],
    ['She said |', undefined, ''],
    ['A 6" pipe and |', undefined, ''],
    ['“One,” she said. “Two |', 'Two ', ''],
    ['“One “Two |', 'Two ', ''],
    ['She said ‘don’t |', 'don’t ', ''],
    ['“Left open.\n\nNext paragraph |', undefined, ''],
  ] as const) {
    it(drawn, () => {
      const offset = drawn.indexOf('|');
      const text = drawn.replace('|', '');
      const opened = openedAt(draftOf(text), offset);
      assert.equal(opened?.typed, typed);
      assert.equal(opened === undefined ? '' : text.slice(offset, opened.replace.end), rest);
    });
  }
});

describe('relativePath', () => {
  for (const [from, to, way] of [
    ['draft.md', 'articles/a.txt', 'articles/a.txt'],
    ['briefs/draft.md', 'articles/a.txt', '../articles/a.txt'],
    ['briefs/may/draft.md', 'briefs/a.txt', '../a.txt'],
    ['draft.md', 'articles/a (1).txt', 'articles/a%20%281%29.txt'],
    ['briefs/draft.md', '../wire/a.txt', '../../wire/a.txt'],
    ['briefs/draft.md', '/srv/wire/a b.txt', 'file:///srv/wire/a%20b.txt'],
    ['briefs/draft.md', 'd:/wire/a.txt', 'file:///d%3A/wire/a.txt'],
    ['briefs/draft.md', '//server/wire/a.txt', 'file://server/wire/a.txt'],
  ] as const) {
    it(`${from} to ${to}`, () => {
      assert.equal(relativePath(from, to), way);
    });
  }
});

describe('citationEdits', () => {
  const article = articleOf('“We go,” she said.');
  const passage = passageOf(article, 'We go,');
  const text = '“We go,” she said. [@budget]\n\n“We go,” he said.';
  const key = { start: text.indexOf('budget'), end: text.indexOf(']') };
  const cited = { start: key.start - 2, end: key.end + 1, key: 'budget', keySpan: key, paragraph: undefined };
  const draft = draftOf(text, [], { citations: [cited] });

  it('cites no source twice', () => {
    const edits = draft.quotations.map(it =>
      citationEdits({ ...defaultProject, citation: 'pandoc' }, draft, it, passage),
    );
    assert.deepEqual(
      edits.map(it => it.map(edit => edit.newText)),
      [[], [' [@budget, ¶1]']],
    );
  });

  it('cites nothing where the project has no style, or the draft is plain text', () => {
    const [quotation] = draft.quotations;
    assert.deepEqual(citationEdits(defaultProject, draft, quotation!, passage), []);
    const plain = { ...draft, language: 'plaintext' as const };
    assert.deepEqual(
      citationEdits({ ...defaultProject, citation: 'footnote' }, plain, quotation!, passage),
      [],
    );
  });
});

describe('what is shown in the text', () => {
  const article = articleOf('“We go,” she said.');
  const draft = draftOf('“We go,” she said. “They go,” he said. “Go” signs.');
  const [first, second, third] = draft.quotations;
  const checked = check(
    contextOf([
      verificationOf(first!, {
        verdict: 'verified',
        passages: [passageOf(article, 'We go,', 'Teresa Ortiz')],
      }),
      verificationOf(second!, { verdict: 'altered', passages: [passageOf(article, 'We go,')] }),
      verificationOf(third!, { verdict: 'skipped' }),
    ]),
    draft,
  );

  it('colours what claims to be said', () => {
    assert.deepEqual(
      tokens(checked).map(({ start, end, type }) => `${type} ${draft.text.slice(start, end)}`),
      ['verified We go,', 'unverified They go,'],
    );
  });

  it('puts the source’s key behind what is verified, and nothing else', () => {
    assert.deepEqual(inlays(checked), [
      {
        offset: '“We go,”'.length,
        label: 'budget',
        tooltip: 'Stands so in this source: Teresa Ortiz, Harbor Ledger, 2024-05-03, ¶1',
      },
    ]);
  });
});
