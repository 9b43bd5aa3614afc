import assert from 'node:assert/strict';
import { MemoryCorpus } from '../../server/src/core/corpus/memory-corpus.ts';
import { readArticle } from '../../server/src/core/corpus/read-article.ts';
import { readDraft } from '../../server/src/core/draft/read-draft.ts';
import { defaultProject } from '../../server/src/core/project.ts';
import { verify } from '../../server/src/core/verify/verify.ts';
import { readNamesModel } from '../../server/src/fs/names-model.ts';

const model = readNamesModel();

function printing(outlet: number, words: string): { path: string; key: string; text: string } {
  const key = `2024-03-0${String(1 + (outlet % 3))}-outlet-${String(outlet)}`;
  const lead = `Harbour vote ${String(outlet)}\n\nThe harbour board met again on Tuesday night.\n\n`;
  const text = `${lead}“${words}” Ines Varga, who chairs the board, told reporters.\n`;
  return { path: `articles/${key}.txt`, key, text };
}

describe('wire copy', () => {
  const wire = 'We shall dredge the western channel before the autumn storms come,';
  const other = 'We will dredge the western channel before any of the autumn storms come,';
  const corpus = new MemoryCorpus();
  corpus.upsert(
    Array.from({ length: 24 }, (_, outlet) =>
      readArticle(printing(outlet, outlet === 17 ? other : wire), model),
    ),
  );

  it('that stands in two dozen outlets is found in all of them, and so is the one that words it otherwise', () => {
    const text = `“${wire}” Varga said.\n`;
    const draft = readDraft({ path: 'draft.md', text, language: 'markdown' }, model);
    const [quotation] = draft.quotations;
    assert.ok(quotation);
    const { verdict, passages, variants } = verify(corpus, draft, quotation, defaultProject);
    assert.equal(verdict, 'variants');
    assert.equal(new Set(passages.map(it => it.article.path)).size, 23);
    assert.deepEqual(
      variants.map(it => it.text),
      [other],
    );
  });
});

describe('words that everybody says', () => {
  const given = ['Ana', 'Boris', 'Clara', 'David', 'Elena', 'Fritz', 'Greta', 'Hanna', 'Igor', 'Karel'];
  const family = [
    'Lane',
    'Moraly',
    'Vint',
    'Kessler',
    'Osten',
    'Palmer',
    'Quist',
    'Stolz',
    'Varga',
    'Weller',
  ];
  const things = [
    'bridge',
    'harbour',
    'school',
    'ferry',
    'budget',
    'market',
    'council',
    'garden',
    'engine',
    'paper',
  ];
  const corpus = new MemoryCorpus();
  corpus.upsert(
    given.flatMap((first, day) =>
      family.map((last, hour) => {
        const key = `2024-03-1${String(day)}-${String(hour)}`;
        const own = Array.from({ length: 40 }, (_, index) => things[(index * (hour + 3) + day) % 10]).join(
          ' ',
        );
        const said = `We will see what happens next year. The ${own}, and then we will all go home again,`;
        const text = `Vote put off\n\nThe board met on Monday. “${said}” ${first} ${last} said.\n`;
        return readArticle({ path: `articles/${key}.txt`, key, text }, model);
      }),
    ),
  );
  const holdsOf = (words: string, speaker: string): readonly string[] => {
    const text = `“${words}” ${speaker} said.\n`;
    const draft = readDraft({ path: 'draft.md', text, language: 'markdown' }, model);
    const [quotation] = draft.quotations;
    assert.ok(quotation);
    return verify(corpus, draft, quotation, defaultProject).holds;
  };

  for (const [words, verdict] of [
    ['We will see what happens next year,', 'verified'],
    ['We will see,', 'verified'],
    ['We will see what happens next year … and then we will all go home again,', 'verified'],
    ['We will see what comes next year,', 'altered'],
  ] as const) {
    it(`are found in each one’s mouth: “${words}”`, () => {
      for (const speaker of ['Ana Lane', 'Elena Osten', 'Karel Weller']) {
        assert.deepEqual(holdsOf(words, speaker), [verdict], speaker);
      }
    });

    it(`are not theirs who never said them: “${words}”`, () => {
      assert.ok(holdsOf(words, 'Tomas Brandt').includes('misattributed'));
    });
  }
});
