import assert from 'node:assert/strict';
import fc from 'fast-check';
import { articleKeys } from '../../server/src/core/corpus/keys.ts';

describe('articleKeys', () => {
  const cases: readonly [string, Readonly<Record<string, string>>][] = [
    ['the name without extension', { 'articles/2018-02-02-visit.txt': '2018-02-02-visit' }],
    ['only the last extension goes', { 'articles/wire.v2.final.md': 'wire.v2.final' }],
    ['a file of dots keeps its name', { 'articles/.notes': '.notes' }],
    ['no extension', { 'articles/NOTES': 'NOTES' }],
    ['characters outside the set', { 'articles/Ortiz & Söhne (draft).txt': 'Ortiz---S-hne--draft-' }],
    ['one hyphen for one character, however stored', { 'articles/e\u0301t\u{1F600}.txt': '-t-' }],
    [
      'files of one name take their folder in front',
      { 'a/2023/budget.txt': '2023-budget', 'a/2024/budget.txt': '2024-budget', 'a/2024/vote.txt': 'vote' },
    ],
    [
      'as many folders as tell them apart',
      { 'a/x/news/b.txt': 'x-news-b', 'a/y/news/b.txt': 'y-news-b', 'a/y/old/b.txt': 'old-b' },
    ],
    [
      'a folder in front may meet a plain name',
      { 'a/x/b.txt': 'a-x-b', 'a/y/b.txt': 'y-b', 'c/x-b.txt': 'c-x-b' },
    ],
    ['one folder, two formats', { 'a/b.txt': 'b.txt', 'a/b.md': 'b.md' }],
    [
      'names that differ outside the set only',
      { 'a/b c.txt': 'a_2f_b_20_c.txt', 'a/b-c.txt': 'a_2f_b-c.txt' },
    ],
    ['a path given twice is one file', { 'a/b.txt': 'b' }],
  ];
  for (const [name, expected] of cases) {
    it(name, () => {
      const paths = Object.keys(expected);
      assert.deepEqual(Object.fromEntries(articleKeys([...paths, paths[0]!])), expected);
    });
  }

  it('gives every path a key of its own, in allowed characters, whatever the order', () => {
    const part = fc.stringMatching(/^[ab \-_é.]{1,3}$/).filter(it => it !== '.' && it !== '..');
    const path = fc.array(part, { minLength: 1, maxLength: 3 }).map(it => `${it.join('/')}.txt`);
    fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: 12 }), paths => {
        const keys = articleKeys(paths);
        assert.equal(new Set(keys.values()).size, paths.length);
        for (const key of keys.values()) {
          assert.match(key, /^[A-Za-z0-9_.-]+$/);
        }
        const backwards = articleKeys([...paths].reverse());
        assert.deepEqual([...keys].sort(), [...backwards].sort());
      }),
    );
  });
});
