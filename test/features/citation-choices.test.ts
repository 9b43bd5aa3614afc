import { strict as assert } from 'node:assert';
import { citationChoices, insertCitation } from '../../server/src/core/features/citation-choices.ts';
import { defaultProject } from '../../server/src/core/project.ts';
import { Verifier } from '../../server/src/core/verify/verifier.ts';
import { openDraft, openNewsroom } from '../support/newsroom.ts';

const council = {
  path: 'articles/2024-05-03-council.txt',
  text: 'Council passes budget\n\nIt rained.\n\n“We will not raise taxes this year,” Mayor Rosa Lindgren said.\n',
};
const pond = {
  path: 'articles/2024-06-01-pond.txt',
  text: 'Pond freezes\n\n“The swans have left for the lake,” Tobias Hahn said.\n',
};

describe('what can be cited', () => {
  const { corpus } = openNewsroom({ articles: [council, pond], project: undefined });
  const context = { corpus, project: defaultProject, verifier: new Verifier(defaultProject) };
  /** Keys with their paragraphs, at the `|` of a draft. */
  const offered = (marked: string, words = ''): readonly string[] => {
    const draft = openDraft({ path: 'brief.md', text: marked.replace('|', '') });
    return citationChoices(context, draft, marked.indexOf('|'), words, 10).map(it =>
      `${it.article.key} ${String(it.paragraph ?? '')}`.trim(),
    );
  };
  const latestFirst = ['2024-06-01-pond', '2024-05-03-council'];
  const taxes = '“We will not raise taxes this year,” Lindgren said.';
  const swans = '“The swans have left for the lake,” Hahn said.';

  it('is the source of the quotation before the cursor first, then the others, the latest first', () => {
    assert.deepEqual(offered(`${taxes}|`), ['2024-05-03-council 3', '2024-06-01-pond']);
    assert.deepEqual(offered(`${taxes} ${swans}|`), ['2024-06-01-pond 2', '2024-05-03-council']);
    assert.deepEqual(offered(`${taxes}| ${swans}`), ['2024-05-03-council 3', '2024-06-01-pond']);
  });

  it('is not told by a quotation behind the cursor, or in another paragraph', () => {
    assert.deepEqual(offered(`It snowed.| ${taxes}`), latestFirst);
    assert.deepEqual(offered(`${taxes}\n\nIt snowed.|`), latestFirst);
  });

  it('is not told by words that no source has, however near they come', () => {
    assert.deepEqual(offered('“We will not raise a finger for the swans,” Lindgren said.|'), latestFirst);
  });

  it('is found by words of its headline, in whatever letters', () => {
    assert.deepEqual(offered('It snowed.|', 'BUDGET council'), ['2024-05-03-council']);
    assert.deepEqual(offered(`${taxes}|`, 'Pond'), ['2024-06-01-pond']);
    assert.deepEqual(offered('It snowed.|', 'budget pond'), []);
  });

  for (const [marked, newText] of [
    ['It snowed.|', ' [@2024-05-03-council, ¶3]'],
    ['It snowed. |', '[@2024-05-03-council, ¶3]'],
    ['It snowed (|', '[@2024-05-03-council, ¶3]'],
    ['a bc|', ' [@2024-05-03-council, ¶3]'],
    ['|', '[@2024-05-03-council, ¶3]'],
  ] as const) {
    it(`is put in with a space before it where there is none: ${marked}`, () => {
      const draft = openDraft({ path: 'brief.md', text: marked.replace('|', '') });
      const at = marked.indexOf('|');
      const article = corpus.articleByKey('2024-05-03-council');
      assert.ok(article);
      assert.deepEqual(insertCitation(context, draft, at, { article, paragraph: 3 }), [
        { start: at, end: at, newText },
      ]);
    });
  }
});
