import assert from 'node:assert/strict';
import fc from 'fast-check';
import { articleKeys, keysInSteps, plainKey, settledKeys } from '../../server/src/core/corpus/keys.ts';

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
    [
      'names that differ outside the set only, stored with the accent apart',
      { 'a/e\u0301 c.txt': 'a_2f__e9__20_c.txt', 'a/e\u0301-c.txt': 'a_2f__e9_-c.txt' },
    ],
    [
      'names that differ in how they are stored alone',
      { 'a/\u00e9.txt': 'a_2f__e9_.txt', 'a/e\u0301.txt': 'a_2f_e_301_.txt' },
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

  it('leaves others their turn among thousands of paths', () => {
    const paths = Array.from(
      { length: 5000 },
      (_, index) => `a/${String(index % 2500)}/b${String(index)}.txt`,
    );
    const work = keysInSteps(paths);
    let steps = 0;
    for (let step = work.next(); step.done !== true; step = work.next()) {
      steps++;
    }
    // Five to name them, five to see which clash.
    assert.equal(steps, 10);
  });
});

describe('keys of files that come or go', () => {
  function settled(before: readonly string[], coming: readonly string[], going: readonly string[]) {
    const keys = articleKeys(before);
    const paths = new Map([...keys].map(([path, key]) => [key, path]));
    const clashing = before.filter(path => keys.get(path) !== plainKey(path));
    return settledKeys(coming, going, { clashing, pathOf: key => paths.get(key) });
  }

  it('are their names where no other has them', () => {
    const before = ['a/x/budget.txt', 'a/y/budget.txt', 'a/bridge.txt'];
    assert.deepEqual(
      [...(settled(before, ['b/quay.txt'], ['a/bridge.txt']) ?? [])],
      [['b/quay.txt', 'quay']],
    );
    assert.equal(settled(before, ['b/bridge.txt'], []), undefined);
    assert.equal(settled(before, ['b/x-budget.txt'], []), undefined);
    assert.equal(settled(before, ['b/quay.txt', 'c/quay.txt'], []), undefined);
    assert.equal(settled(before, [], ['a/x/budget.txt']), undefined);
    // Without the last the first would be called `a-b`: it has its plain key after all the others were taken.
    assert.equal(settled(['a/b', 'c/b.txt', 'a b'], [], ['a b']), undefined);
  });

  it('leave all others as they are', () => {
    const part = fc.constantFrom('a', 'b', 'c', 'a-b', 'b-c', 'a b', 'd.txt');
    const path = fc
      .tuple(fc.array(part, { maxLength: 2 }), part, fc.constantFrom('.txt', '.md', ''))
      .map(([folders, name, extension]) => [...folders, name + extension].join('/'));
    let count = 0;
    fc.assert(
      fc.property(
        fc.uniqueArray(path, { maxLength: 8 }),
        fc.uniqueArray(path, { maxLength: 2 }),
        fc.nat(),
        (before, paths, which) => {
          const coming = paths.filter(it => !before.includes(it));
          const going = before.filter((_, index) => index === which % 8);
          const keys = settled(before, coming, going);
          if (keys) {
            count++;
            const left = [...articleKeys(before)].filter(([it]) => !going.includes(it));
            const after = articleKeys([...before.filter(it => !going.includes(it)), ...coming]);
            assert.deepEqual(new Map([...left, ...keys]), after);
          }
        },
      ),
      { numRuns: 3000 },
    );
    assert.ok(count > 300, String(count));
  });
});
