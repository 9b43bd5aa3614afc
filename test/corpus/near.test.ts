import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CorpusEntity } from '../../server/src/core/corpus/corpus.ts';
import { foldName, nameTokens } from '../../server/src/core/corpus/names-forms.ts';
import { NamesIndex } from '../../server/src/core/corpus/names-index.ts';
import { firstLettersOf, isNoSlip, nearTokens } from '../../server/src/core/corpus/names-near.ts';
import { byMentions, isMeant, toNode, type Node } from '../../server/src/core/corpus/names-node.ts';
import { invent } from './invent.ts';
import { whole } from './whole.ts';

const given = { 'Ines Varga': ['Ines Holttmann', 'Ferrywoman'] };
const standing = 'lornse';

/** The names of articles in which nothing stands but names. */
function indexOf(articles: readonly (readonly string[])[]): NamesIndex {
  const index = new NamesIndex(given, word => word === standing);
  index.upsert(
    articles.map((names, number) =>
      invent({
        path: String(number),
        names: names.map(name => ({ name, kind: /Union|Council/.test(name) ? 'organisation' : 'person' })),
      }),
    ),
  );
  return index;
}

function wordsOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap(name => nameTokens(foldName(name))));
}

/** Who is near a name, by a look at everybody. */
function nearAmongAll(articles: readonly (readonly string[])[], name: string): readonly CorpusEntity[] {
  const printed = wordsOf(articles.flat());
  const givenWords = wordsOf(Object.entries(given).flat(2));
  const asked = nameTokens(foldName(name));
  const unknown = asked.filter(word => word.length > 1 && !printed.has(word) && !givenWords.has(word));
  const [slip] = unknown;
  if (slip === undefined || unknown.length > 1 || isNoSlip(slip, asked) || slip === standing) {
    return [];
  }
  const everybody = indexOf(articles)
    .all()
    .map(entity => toNode({ entity, mentions: 0 }));
  const found = new Map<Node, number>();
  const heads = firstLettersOf(slip);
  const alike = [...printed].filter(word => heads.has(word.slice(0, 1)));
  for (const { token, distance } of nearTokens(slip, alike, asked.length > 1)) {
    const meant = asked.map(word => (word === slip ? token : word));
    for (const node of everybody.filter(it => isMeant(it, meant))) {
      found.set(node, found.get(node) ?? distance);
    }
  }
  return [...found]
    .sort(([one, distance], [other, otherDistance]) => distance - otherDistance || byMentions(one, other))
    .map(([node]) => node.entity);
}

describe('who is near a name', () => {
  const first = fc.constantFrom('Amanda', 'Amandine', 'Rasmus', 'Rasmine', 'J.', 'Ines');
  const middle = fc.constantFrom('', '', ' J.', ' Lorne');
  const last = fc.constantFrom('Lornse', 'Lornsen', 'Lorensen', 'Tillgren', 'Tillgern', 'Varga', 'Holttmann');
  const end = fc.constantFrom('', '', '', ' Jr.');
  const full = fc
    .tuple(first, middle, last, end)
    .map(([one, two, three, four]) => `${one}${two} ${three}${four}`);
  const body = fc
    .tuple(last, fc.constantFrom('Council', 'Union'))
    .map(([one, other]) => `${one} ${other} of Tillgren`);
  const name = fc.oneof({ weight: 4, arbitrary: full }, body, last, first, fc.constant('Ferrywoman'));
  const slip = fc.record({
    at: fc.nat(),
    letter: fc.constantFrom('', 'a', 'e', 'n', 's'),
    replaced: fc.nat(1),
  });

  it('is found as by a look at everybody', () => {
    let found = 0;
    fc.assert(
      fc.property(
        fc.array(fc.array(name, { minLength: 1, maxLength: 4 }), { minLength: 4, maxLength: 12 }),
        fc.array(fc.tuple(name, slip), { minLength: 1, maxLength: 12 }),
        (articles, asked) => {
          const index = indexOf(articles);
          for (const [right, { at, letter, replaced }] of asked) {
            const place = at % right.length;
            const wrong = right.slice(0, place) + letter + right.slice(place + replaced);
            const expected = nearAmongAll(articles, wrong);
            assert.deepEqual(whole(index.near(wrong)), whole(expected), wrong);
            found += expected.length;
          }
        },
      ),
      { numRuns: 400 },
    );
    assert.ok(found > 200, `only ${String(found)} were to be found`);
  });
});
