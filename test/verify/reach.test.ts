import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { commonWith } from '../../server/src/core/corpus/pairs-common.ts';
import { QueryTable } from '../../server/src/core/corpus/pairs-query.ts';
import type { Corpus } from '../../server/src/core/corpus/corpus.ts';
import { defaultProject } from '../../server/src/core/project.ts';
import { verify } from '../../server/src/core/verify/verify.ts';
import { adversarialSets } from '../support/adversarial.ts';
import { openDraft, openNewsroom } from '../support/newsroom.ts';

/** A corpus that gives places only, so that every article found is read as a whole. */
function withoutWords(corpus: Corpus): Corpus {
  return new Proxy(corpus, {
    get(target, name) {
      const own: unknown = Reflect.get(target, name, target);
      if (name === 'candidates') {
        return (query: Parameters<Corpus['candidates']>[0]) =>
          target.candidates(query).map(({ article, span, score }) => ({ article, span, score }));
      }
      return typeof own === 'function' ? (own.bind(target) as unknown) : own;
    },
  });
}

describe('what is read of an article', () => {
  it('changes nothing that is said of a quotation', () => {
    let count = 0;
    for (const { articles, cases } of adversarialSets()) {
      const texts = cases.map(({ draft }) => ({ path: 'draft.md', text: `${draft}\n` }));
      const answers = [(it: Corpus) => it, withoutWords].map(view => {
        const corpus = view(openNewsroom({ articles, project: undefined }).corpus);
        return texts.flatMap(text => {
          const draft = openDraft(text, corpus);
          return draft.quotations.map(it => shown(verify(corpus, draft, it, defaultProject)));
        });
      });
      count += answers[0]?.length ?? 0;
      assert.deepEqual(answers[0], answers[1]);
    }
    assert.ok(count >= 300);
  });
});

function shown(answer: object): unknown {
  return JSON.parse(
    JSON.stringify(answer, (key, value: unknown) =>
      key === 'article' ? (value as { readonly path: string }).path : value,
    ),
  );
}

describe('words in common', () => {
  const words = (most: number): fc.Arbitrary<number[]> =>
    fc.array(fc.constantFrom(1, 2, 3, 257, 513, 0xdeadbeef), { minLength: 1, maxLength: most });

  it('are as many as the longest common subsequence has', () => {
    fc.assert(
      fc.property(words(100), words(60), fc.nat(10), (query, text, from) => {
        const common = commonWith(new QueryTable().fill(Uint32Array.from(query)))?.(
          Uint32Array.from(text),
          from,
          text.length,
        );
        assert.equal(common, longest(query, text.slice(from)));
      }),
    );
  });
});

/** The length of the longest common subsequence, by the book. */
function longest(some: readonly number[], others: readonly number[]): number {
  let row = new Array<number>(others.length + 1).fill(0);
  for (const one of some) {
    const next = [0];
    others.forEach((other, at) => {
      next.push(one === other ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!));
    });
    row = next;
  }
  return row.at(-1)!;
}
