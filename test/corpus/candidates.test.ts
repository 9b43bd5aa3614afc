import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MemoryCorpus } from '../../server/src/core/corpus/memory-corpus.ts';
import type { Article } from '../../server/src/core/corpus/article.ts';
import { invent } from './invent.ts';

const harbour = invent({
  path: 'articles/harbour.txt',
  date: '2024-03-01',
  text: `HALVEN (Coastal Wire) - The harbour board voted on Tuesday.

“We are not going to sell one metre of this quay,” Ines Varga told the meeting, “and we have told the ministry so, twice, in writing.”

The port employs 1,400 people. “It is what it is,” said a docker.

“If the money comes, we shall dredge the western channel before the autumn storms,” she added. “If it does not come, the ferries will go to Norrby.”`,
});
const ferry = invent({
  path: 'articles/ferry.txt',
  date: '2024-03-03',
  text: `Ferry firm weighs move

“We are not going to sell a metre of this quay,” Varga said. It is what it is, the minister might have said, but he said nothing of the kind to anybody.

Tickets cost 12 crowns. A spokesman called the plan “unworkable”.`,
});

function corpusOf(...articles: readonly Article[]): MemoryCorpus {
  const corpus = new MemoryCorpus();
  corpus.upsert(articles);
  return corpus;
}

function find(corpus: MemoryCorpus, text: string): { path: string; text: string; score: number }[] {
  return corpus.candidates({ text, limit: 5 }).map(({ article, span, score }) => ({
    path: article.path.slice('articles/'.length),
    text: article.text.slice(span.start, span.end),
    score,
  }));
}

describe('candidates', () => {
  const corpus = corpusOf(harbour, ferry);

  it('finds words that stand verbatim, and the other wording after them', () => {
    assert.deepEqual(find(corpus, 'We are not going to sell one metre of this quay,'), [
      { path: 'harbour.txt', text: 'We are not going to sell one metre of this quay', score: 1 },
      { path: 'ferry.txt', text: 'We are not going to sell a metre of this quay', score: 10 / 11 },
    ]);
  });

  const altered: readonly [string, string, string][] = [
    [
      'one word replaced',
      'we shall dredge the eastern channel before the autumn storms',
      'we shall dredge the western channel before the autumn storms',
    ],
    [
      'three words replaced',
      'we might dredge the eastern channel before the winter storms',
      'we shall dredge the western channel before the autumn storms',
    ],
    [
      'first and last word replaced',
      'they have told the ministry so, twice, in person',
      'we have told the ministry so, twice, in writing',
    ],
    [
      'words dropped',
      'we shall dredge the channel before the storms',
      'we shall dredge the western channel before the autumn storms',
    ],
    [
      'a negation inserted',
      'we shall not dredge the western channel before the autumn storms',
      'we shall dredge the western channel before the autumn storms',
    ],
  ];
  for (const [name, drafted, printed] of altered) {
    it(`finds a passage with ${name}`, () => {
      const [first] = find(corpus, drafted);
      assert.equal(first?.path, 'harbour.txt');
      assert.ok(first.text.includes(printed), first.text);
      assert.ok(first.score > 0.6 && first.score < 1.01);
    });
  }

  it('finds a quotation that the source splits around an attribution', () => {
    const drafted =
      'We are not going to sell one metre of this quay, and we have told the ministry so, twice, in writing.';
    const [first] = find(corpus, drafted);
    assert.equal(
      first?.text,
      'We are not going to sell one metre of this quay,” Ines Varga told the meeting, “and we have told the ministry so, twice, in writing',
    );
    assert.equal(first.score, 1);
  });

  it('finds words across quotations, an ellipsis among them', () => {
    const [first] = find(
      corpus,
      'we shall dredge the western channel … If it does not come, the ferries will go',
    );
    assert.ok(first?.text.startsWith('we shall dredge'), first?.text);
    assert.ok(first?.text.endsWith('the ferries will go'), first?.text);
  });

  it('finds a short quotation of common words, inside quotation marks first', () => {
    assert.deepEqual(
      find(corpus, 'It is what it is').map(it => it.path),
      ['harbour.txt', 'ferry.txt'],
    );
  });

  it('finds a single word', () => {
    assert.deepEqual(find(corpus, 'unworkable'), [{ path: 'ferry.txt', text: 'unworkable', score: 1 }]);
  });

  it('finds nothing of words that stand nowhere, and nothing of none', () => {
    assert.deepEqual(find(corpus, 'Purple turnips never whistle at midnight'), []);
    assert.deepEqual(find(corpus, ''), []);
    assert.deepEqual(find(corpus, '“…”'), []);
    assert.deepEqual(find(new MemoryCorpus(), 'anything at all'), []);
  });

  it('never runs from one article into the next', () => {
    const one = invent({ path: 'a.txt', text: 'nothing but copper' });
    const two = invent({ path: 'b.txt', text: 'kettles on shelves' });
    for (const place of corpusOf(one, two).candidates({ text: 'but copper kettles on', limit: 5 })) {
      assert.ok(place.score <= 0.5);
    }
  });

  it('forgets an article that was removed or changed', () => {
    const changing = corpusOf(harbour, ferry);
    changing.remove(['articles/harbour.txt']);
    assert.deepEqual(find(changing, 'before the autumn storms'), []);
    changing.upsert([invent({ path: 'articles/ferry.txt', text: '“Nothing is left of it,” she said.' })]);
    assert.deepEqual(find(changing, 'we are not going to sell a metre'), []);
    assert.equal(find(changing, 'nothing is left of it').length, 1);
  });

  it('gives the latest reading of an article whose text did not change', () => {
    const changing = corpusOf(harbour, ferry);
    const renamed = { ...harbour, key: 'another-key' };
    changing.upsert([renamed]);
    assert.equal(changing.candidates({ text: 'before the autumn storms', limit: 1 })[0]?.article, renamed);
  });

  it('finds the planted words among many articles, whole or with one word changed', () => {
    // Words of a small invented language: enough pairs that chance repeats some.
    const words = Array.from({ length: 400 }, (_, index) => `w${index.toString(36)}`);
    let seed = 7;
    const next = (below: number): number => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const articles = Array.from({ length: 120 }, (_, index) =>
      invent({
        path: `articles/${index}.txt`,
        text: Array.from({ length: 300 }, () => words[Math.floor((next(400) * next(400)) / 400)]).join(' '),
      }),
    );
    const many = new MemoryCorpus();
    for (const article of articles) {
      many.upsert([article]);
    }
    for (const article of articles) {
      const start = article.text.indexOf(' ', next(article.text.length - 400)) + 1;
      const drafted = article.text.slice(start).split(' ').slice(0, 14);
      for (const changed of [-1, 0, 5, 13]) {
        const text = drafted.map((word, index) => (index === changed ? 'turnip' : word)).join(' ');
        const [first] = many.candidates({ text, limit: 1 });
        assert.equal(first?.article, article);
        assert.equal(first.span.start, start);
        assert.equal(first.span.end, start + drafted.join(' ').length);
      }
    }
  });

  it('answers after upserts and removals as an index built at once', () => {
    const word = fc.constantFrom(...'abcdefghijklmnopqrst'.split('').map(it => it.repeat(3)));
    const text = fc.array(word, { minLength: 3, maxLength: 40 }).map(it => it.join(' '));
    const path = fc.constantFrom('1.txt', '2.txt', '3.txt', '4.txt');
    const change = fc.oneof(
      fc.record({ kind: fc.constant('upsert' as const), path, text }),
      fc.record({ kind: fc.constant('remove' as const), path }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 14 }), text, (changes, query) => {
        const grown = new MemoryCorpus();
        const left = new Map<string, Article>();
        for (const it of changes) {
          if (it.kind === 'upsert') {
            const article = invent({ path: it.path, text: it.text });
            grown.upsert([article]);
            left.set(it.path, article);
          } else {
            grown.remove([it.path]);
            left.delete(it.path);
          }
        }
        const built = corpusOf(...left.values());
        const asked = { text: query, limit: 20 };
        assert.deepEqual(grown.candidates(asked), built.candidates(asked));
        assert.equal(grown.articleCount, built.articleCount);
        assert.equal(grown.wordCount, built.wordCount);
      }),
      { numRuns: 300 },
    );
  });
});

describe('MemoryCorpus', () => {
  it('counts a batch as one revision, and nothing as none', () => {
    const corpus = new MemoryCorpus();
    assert.equal(corpus.whole, false);
    corpus.upsert([harbour, ferry]);
    assert.equal(corpus.revision, 1);
    corpus.upsert([]);
    corpus.remove(['articles/unknown.txt']);
    assert.equal(corpus.revision, 1);
    corpus.remove([harbour.path, ferry.path, harbour.path]);
    assert.equal(corpus.revision, 2);
    assert.equal(corpus.articleCount, 0);
    assert.equal(corpus.wordCount, 0);
  });

  it('gives articles by path and key, and all of them in the order of their paths', () => {
    const corpus = corpusOf(harbour, ferry);
    assert.equal(corpus.article('articles/harbour.txt'), harbour);
    assert.equal(corpus.articleByKey('ferry'), ferry);
    assert.deepEqual([...corpus.articles()], [ferry, harbour]);
    corpus.upsert([{ ...ferry, key: 'old-ferry' }]);
    assert.equal(corpus.articleByKey('ferry'), undefined);
    assert.equal(corpus.articleByKey('old-ferry')?.path, ferry.path);
  });
});
