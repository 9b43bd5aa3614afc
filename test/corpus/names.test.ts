import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NamesIndex } from '../../server/src/core/corpus/names-index.ts';
import { namesTable } from '../../server/src/core/corpus/names-taker.ts';
import { MemoryCorpus } from '../../server/src/core/corpus/memory-corpus.ts';
import type { Article } from '../../server/src/core/corpus/article.ts';
import type { CorpusEntity } from '../../server/src/core/corpus/corpus.ts';
import { invent, type InventedName } from './invent.ts';
import { whole } from './whole.ts';

function corpusOf(articles: readonly Article[], people: Record<string, string[]> = {}): MemoryCorpus {
  const corpus = new MemoryCorpus(people);
  corpus.upsert(articles);
  return corpus;
}

/** `Name (paths of its articles)`, for what a look-up gives. */
function drawn(entities: readonly CorpusEntity[]): string[] {
  return entities.map(it => `${it.name} (${it.occurrences.map(at => at.article.path).join(' ')})`);
}

function named(articles: readonly Article[], form: string): string[] {
  return drawn(corpusOf(articles).named(form));
}

describe('names over all articles', () => {
  it('joins one person by full name, accents and case folded, latest article first', () => {
    const corpus = corpusOf([
      invent({
        path: 'a',
        date: '2024-01-02',
        names: [{ name: 'José Peña', role: 'mayor', forms: ['Peña'] }],
      }),
      invent({ path: 'b', date: '2024-01-05', names: [{ name: 'Jose Pena', role: 'former mayor' }] }),
      invent({
        path: 'c',
        date: '2024-01-03',
        names: [{ name: 'José Peña', role: 'mayor', gender: 'male' }],
      }),
    ]);
    const [entity, ...others] = corpus.named('jose pena');
    assert.deepEqual(others, []);
    assert.equal(entity?.name, 'José Peña');
    assert.deepEqual(entity.forms, ['José Peña', 'Jose Pena', 'Peña']);
    assert.equal(entity.role, 'mayor');
    assert.deepEqual(
      entity.occurrences.map(it => it.article.path),
      ['b', 'c', 'a'],
    );
  });

  it('gives the latest without the rest, and counts the articles', () => {
    const dated = fc.record({
      day: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
      names: fc.uniqueArray(fc.constantFrom('José Peña', 'Jose Pena', 'Ana Lane'), { minLength: 1 }),
    });
    const batches = fc.array(fc.array(dated, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(batches, fc.nat(12), fc.nat(30), (drawn, most, gone) => {
        const articles = drawn.map((batch, part) =>
          batch.map(({ day, names }, index) => {
            const date = day === undefined ? {} : { date: `2024-01-0${String(day)}` };
            return invent({ path: `${String((index * 7 + part * 3) % 10)}-${String(part)}`, ...date, names });
          }),
        );
        const fresh = (): readonly CorpusEntity[] => {
          const corpus = new MemoryCorpus();
          articles.forEach(batch => {
            corpus.upsert(batch);
          });
          corpus.remove([articles.flat()[gone]?.path ?? '']);
          return corpus.named('Peña');
        };
        const [some] = fresh();
        const [all] = fresh();
        assert.deepEqual(some?.latest(most), all?.occurrences.slice(0, most));
        assert.equal(some?.sourceCount, all && new Set(all.occurrences.map(it => it.article.path)).size);
        assert.equal(some?.occurrenceCount, all?.occurrences.length);
      }),
    );
  });

  it('joins names that differ in middle names only', () => {
    const articles = [
      invent({ path: 'a', names: ['Miguel Angel Osorio Chong'] }),
      invent({ path: 'b', names: ['Miguel Osorio Chong'] }),
      invent({ path: 'c', names: ['Osorio Chong'] }),
    ];
    assert.deepEqual(named(articles, 'Osorio Chong'), ['Miguel Angel Osorio Chong (a b c)']);
  });

  it('does not take a rare slip of reading for the fuller name, nor capitals', () => {
    const articles = Array.from({ length: 40 }, (_, index) =>
      invent({ path: String(index), names: [index < 30 ? 'ADA LORNE' : 'Ada Lorne'] }),
    );
    const slip = invent({ path: 'slip', names: ['Ada Says No Lorne'] });
    assert.equal(corpusOf([...articles, slip]).named('Ada Lorne')[0]?.name, 'Ada Lorne');
  });

  const apart: readonly [string, readonly (string | InventedName)[]][] = [
    ['relatives', ['Ada Lorne', 'Peter Lorne']],
    ['father and son', ['Peter Lorne', 'Peter Lorne Jr.']],
    ['different initials', ['Peter W. Lorne', 'Peter H. W. Lorne']],
    [
      'organisations that end alike',
      [
        { name: 'Harbour Board', kind: 'organisation' },
        { name: 'School Board', kind: 'organisation' },
      ],
    ],
  ];
  for (const [name, names] of apart) {
    it(`keeps ${name} apart`, () => {
      const corpus = corpusOf(names.map((it, index) => invent({ path: String(index), names: [it] })));
      for (const it of names) {
        const full = typeof it === 'string' ? it : it.name;
        assert.deepEqual(
          corpus.named(full).map(found => found.name),
          [full],
        );
      }
    });
  }

  it('leaves a name alone that fits two fuller ones', () => {
    const articles = ['Peter Lorne', 'Peter J. Lorne', 'Peter Karl Lorne'].map(it =>
      invent({ path: it, names: [it] }),
    );
    assert.deepEqual(named(articles, 'Peter Lorne'), ['Peter Lorne (Peter Lorne)']);
  });

  describe('a bare surname', () => {
    const ada = { path: 'ada', date: '2024-02-01', names: ['Ada Lorne', 'Ines Varga'] };
    const peter = { path: 'peter', date: '2023-05-01', names: ['Peter Lorne', 'Tom Quist'] };

    it('joins the one person who bears it', () => {
      const bare = invent({ path: 'bare', date: '2024-02-03', names: ['Lorne'] });
      assert.deepEqual(named([invent(ada), bare], 'Lorne'), ['Ada Lorne (bare ada)']);
    });

    it('stays alone where the one person is of another time', () => {
      const bare = invent({ path: 'bare', date: '2011-02-03', names: ['Lorne'] });
      assert.deepEqual(named([invent(ada), bare], 'Lorne'), ['Lorne (bare)', 'Ada Lorne (ada)']);
    });

    it('joins the relative whose story it is: others are named with them', () => {
      const bare = invent({ path: 'bare', date: '2024-02-01', names: ['Lorne', 'Tom Quist'] });
      assert.deepEqual(named([invent(ada), invent(peter), bare], 'Peter Lorne'), [
        'Peter Lorne (bare peter)',
      ]);
    });

    it('joins the relative who is in the news at that time', () => {
      const bare = invent({ path: 'bare', date: '2024-02-05', names: ['Lorne'] });
      assert.deepEqual(named([invent(ada), invent(peter), bare], 'Ada Lorne'), ['Ada Lorne (bare ada)']);
    });

    it('stays alone between relatives of one story, and gives them both as well', () => {
      const both = invent({ path: 'both', date: '2024-02-01', names: ['Ada Lorne', 'Peter Lorne'] });
      const bare = invent({ path: 'bare', date: '2024-02-01', names: ['Lorne'] });
      assert.deepEqual(named([both, bare], 'Lorne').sort(), [
        'Ada Lorne (both)',
        'Lorne (bare)',
        'Peter Lorne (both)',
      ]);
    });

    it('joins the one whom everybody knows, beside a relative who is hardly ever mentioned', () => {
      const articles = Array.from({ length: 20 }, (_, index) =>
        invent({ path: `ada${index}`, date: '2024-02-01', names: ['Ada Lorne'] }),
      );
      const once = invent({ path: 'peter', date: '2024-02-02', names: ['Peter Lorne'] });
      const bare = invent({ path: 'bare', date: '2024-02-03', names: ['Lorne'] });
      const [ada, ...others] = corpusOf([...articles, once, bare]).named('Lorne');
      assert.equal(ada?.name, 'Ada Lorne');
      assert.equal(ada.occurrences[0]?.article, bare);
      assert.deepEqual(drawn(others), ['Peter Lorne (peter)']);
    });

    it('is never joined against what the text says of he or she', () => {
      const she = invent({ path: 'she', names: [{ name: 'Ada Lorne', gender: 'female' }] });
      const he = invent({ path: 'he', names: [{ name: 'Lorne', gender: 'male' }] });
      assert.deepEqual(named([she, he], 'Ada Lorne'), ['Ada Lorne (she)']);
    });

    it('of two words gives its bearer too', () => {
      assert.deepEqual(named([invent({ path: 'a', names: ['Enrique Lorne Varga'] })], 'Lorne Varga'), [
        'Enrique Lorne Varga (a)',
      ]);
    });

    it('gives its bearer even where no source prints it alone', () => {
      assert.deepEqual(named([invent({ path: 'a', names: ['Ada van der Lorne'] })], 'Lorne'), [
        'Ada van der Lorne (a)',
      ]);
    });
  });

  it('joins an acronym to the organisation that some source gives it', () => {
    const full = { name: 'Coastal Ferry Operators Union', kind: 'organisation' as const, forms: ['CFOU'] };
    const articles = [
      invent({ path: 'a', names: [full] }),
      invent({ path: 'b', names: [{ name: 'CFOU', kind: 'organisation' }] }),
    ];
    assert.deepEqual(named(articles, 'CFOU'), ['Coastal Ferry Operators Union (a b)']);
  });

  it('joins the forms that the project gives', () => {
    const articles = [
      invent({ path: 'a', names: ['Ines Varga'] }),
      invent({ path: 'b', names: ['Agnes Varga-Holt'] }),
      invent({ path: 'c', names: ['the Iron Harbourmistress'] }),
    ];
    const people = { 'Ines Varga': ['Agnes Varga-Holt', 'Iron Harbourmistress'] };
    const corpus = corpusOf(articles, people);
    const expected = ['Ines Varga (a b c)'];
    for (const form of ['Ines Varga', 'Agnes Varga Holt', 'the Iron Harbourmistress']) {
      assert.deepEqual(drawn(corpus.named(form)), expected);
    }
  });

  it('knows a name by its possessive, without stops and hyphens, and not by its first name', () => {
    const articles = [invent({ path: 'a', names: ['J. K. Al-Rashid'] })];
    assert.deepEqual(named(articles, 'JK al Rashid’s'), ['J. K. Al-Rashid (a)']);
    assert.deepEqual(named(articles, 'JK'), []);
    assert.deepEqual(named(articles, ''), []);
  });

  it('ranks the most mentioned first', () => {
    const articles = [
      invent({ path: 'a', text: 'Ada Lorne met Tom.', names: ['Ada Lorne'] }),
      invent({ path: 'b', text: 'Peter Lorne is not Ada. Peter Lorne is Peter.', names: ['Peter Lorne'] }),
    ];
    assert.deepEqual(named(articles, 'Lorne'), ['Peter Lorne (b)', 'Ada Lorne (a)']);
  });

  it('takes one name of several kinds for the kind that is mentioned most', () => {
    const articles = [
      invent({
        path: 'a',
        text: 'Lorne lies at the sea. Lorne is wet.',
        names: [{ name: 'Lorne', kind: 'place' }],
      }),
      invent({ path: 'b', text: 'Lorne said no.', names: [{ name: 'Lorne', kind: 'organisation' }] }),
    ];
    const [entity, ...others] = corpusOf(articles).named('Lorne');
    assert.equal(entity?.kind, 'place');
    assert.equal(entity.occurrences.length, 2);
    assert.deepEqual(others, []);
  });

  describe('completion', () => {
    const corpus = corpusOf([
      invent({ path: 'a', names: ['Rasmus Tillgren', { name: 'Tilbury', kind: 'place' }, 'Åsa Öberg'] }),
      invent({ path: 'b', names: ['Rasmus Tillgren', 'Matilda Till'] }),
      invent({ path: 'c', names: [{ name: 'Harbour and Tillage Office', kind: 'organisation' }] }),
    ]);
    const typed: readonly [string, readonly string[]][] = [
      ['Till', ['Rasmus Tillgren', 'Matilda Till', 'Harbour and Tillage Office']],
      ['Ti', ['Rasmus Tillgren', 'Matilda Till', 'Tilbury', 'Harbour and Tillage Office']],
      ['Rasmus Ti', ['Rasmus Tillgren']],
      ['harbour an', ['Harbour and Tillage Office']],
      ['obe', ['Åsa Öberg']],
      ['Åsa', ['Åsa Öberg']],
      ['illgren', []],
      ['', []],
    ];
    for (const [prefix, expected] of typed) {
      it(`of “${prefix}”`, () => {
        assert.deepEqual(
          corpus.complete(prefix, 10).map(it => it.name),
          expected,
        );
      });
    }

    it('gives no more than asked for', () => {
      assert.equal(corpus.complete('t', 2).length, 2);
    });

    it('gives the first of all that fit, of whom a few are in most of the articles', () => {
      const people = Array.from({ length: 90 }, (_, index) => ({
        name: `${['Tova', 'Ada', 'Ties'][index % 3] ?? ''} ${['Lund', 'Tamm', 'Arp', 'Toivo'][index % 4] ?? ''}${'abcdefghij'.charAt(index % 10)}`,
        kind:
          index % 7 > 0
            ? ('person' as const)
            : index % 2 > 0
              ? ('place' as const)
              : ('organisation' as const),
      }));
      const articles = Array.from({ length: 60 }, (_, at) =>
        invent({ path: String(at), names: people.filter((_, index) => (at * 31) % (index + 1) === 0) }),
      );
      for (const prefix of ['t', 'a', 'to', 'tam']) {
        const all = drawn(corpusOf(articles).complete(prefix, 1000));
        assert.ok(all.length > 12, prefix);
        for (const limit of [1, 3, 12]) {
          assert.deepEqual(drawn(corpusOf(articles).complete(prefix, limit)), all.slice(0, limit), prefix);
        }
      }
    });
  });

  it('puts only those together who may be among the best', () => {
    let looked = 0;
    const counted = ({ entities, ...article }: Article): Article => ({
      ...article,
      entities: entities.map(entity => ({
        ...entity,
        get affiliation() {
          looked++;
          return undefined;
        },
      })),
    });
    const known = Array.from({ length: 20 }, (_, index) => `Tove Tamm${String(index)}`);
    const articles = Array.from({ length: 500 }, (_, index) =>
      invent({ path: String(index), names: [`Tor Tuva${String(index)}`, ...(index < 9 ? known : [])] }),
    );
    const corpus = corpusOf(articles.map(counted));
    const before = looked;
    assert.equal(corpus.complete('t', 20).length, 20);
    assert.ok(looked - before <= 20 * 9, String(looked - before));
  });

  it('passes over nobody whose other name only a few articles print', () => {
    const corpus = corpusOf(
      Array.from({ length: 60 }, (_, index) => invent({ path: `a${String(index)}`, names: ['Rosa Lind'] })),
    );
    const field = { name: 'Tora Field' };
    corpus.upsert([
      ...Array.from({ length: 3 }, (_, index) => invent({ path: `b${String(index)}`, names: [field] })),
      invent({ path: 'c', names: [{ name: 'Rosa Torild Lind' }] }),
    ]);
    assert.deepEqual(
      corpus.complete('tor', 1).map(it => it.name),
      ['Rosa Lind'],
    );
  });

  describe('of those who hold a title', () => {
    const corpus = corpusOf([
      invent({ path: 'a', names: [{ name: 'Helena Marsh', role: 'Foreign Minister' }, 'Rosa Brandt'] }),
      invent({ path: 'b', names: [{ name: 'Ignacio Ruiz', role: 'Veland’s foreign minister' }] }),
      invent({ path: 'c', names: [{ name: 'Ignacio Ruiz', role: 'Veland’s foreign minister' }] }),
      invent({ path: 'd', names: [{ name: 'Tove Quist', role: 'minister' }] }),
      invent({ path: 'e', names: [{ name: 'Tove Quist', role: 'minister' }] }),
      invent({ path: 'f', names: [{ name: 'Tove Quist', role: 'Minister' }] }),
      invent({ path: 'g', names: [{ name: 'Ministry', kind: 'organisation', role: 'minister' }] }),
      invent({ path: 'h', names: [{ name: 'Ada Lorne', role: 'administer' }] }),
    ]);
    const titles: readonly [string, readonly string[]][] = [
      ['Foreign Minister', ['Ignacio Ruiz', 'Helena Marsh', 'Tove Quist']],
      ['Minister', ['Tove Quist', 'Ignacio Ruiz', 'Helena Marsh']],
      ['Prime Minister', ['Tove Quist']],
      ['Mayor', []],
      ['', []],
    ];
    for (const [title, expected] of titles) {
      it(`“${title}”`, () => {
        assert.deepEqual(
          corpus.titled(title, 10).map(it => it.name),
          expected,
        );
      });
    }

    it('forgets a role that is gone', () => {
      const changing = corpusOf([invent({ path: 'a', names: [{ name: 'Ada Lorne', role: 'mayor' }] })]);
      assert.equal(changing.titled('Mayor', 5).length, 1);
      changing.upsert([invent({ path: 'a', names: [{ name: 'Ada Lorne', role: 'former mayor' }, 'Mayor'] })]);
      assert.deepEqual(changing.titled('Deputy Mayor', 5), []);
      assert.equal(changing.titled('Mayor', 5).length, 1);
      changing.remove(['a']);
      assert.deepEqual(changing.titled('Mayor', 5), []);
    });
  });

  it('remembers who goes by a form until an article comes or goes', () => {
    const corpus = corpusOf([invent({ path: 'a', names: ['Ada Lorne'] })]);
    const first = corpus.named('Lorne');
    assert.equal(corpus.named('Lorne'), first);
    corpus.upsert([invent({ path: 'b', names: ['Bea Lorne'] })]);
    assert.deepEqual(drawn(corpus.named('Lorne')), ['Ada Lorne (a)', 'Bea Lorne (b)']);
    corpus.remove(['a']);
    assert.deepEqual(drawn(corpus.named('Lorne')), ['Bea Lorne (b)']);
  });

  it('names no article that went after somebody was asked for', () => {
    const corpus = corpusOf(['a', 'b'].map(path => invent({ path, names: ['Ada Lorne'] })));
    const before = corpus.named('Lorne');
    corpus.remove(['a']);
    assert.deepEqual(drawn(before), ['Ada Lorne (b)']);
    assert.deepEqual(drawn(corpus.named('Lorne')), ['Ada Lorne (b)']);
  });

  it('knows nobody of an article that is not wanted of its table', () => {
    const tables = ['Rasmus Tillgren', 'Ada Tillgrin'].map((name, at) =>
      namesTable([invent({ path: String(at), names: [name] }), invent({ path: `also ${String(at)}` })]),
    );
    const index = new NamesIndex({}, () => false);
    tables.forEach((table, at) => {
      index.adopt({
        ...table,
        articles: table.articles.map((it, place) => (at + place === 1 ? undefined : it)),
      });
    });
    assert.deepEqual(drawn(index.all()), ['Rasmus Tillgren (0)']);
    assert.deepEqual(drawn(index.named('Tillgrin')), []);
    assert.deepEqual(drawn(index.near('Tillgrin')), ['Rasmus Tillgren (0)']);
  });

  describe('completes what is typed of several words', () => {
    const corpus = corpusOf(
      [
        'Jean-Luc Barraud',
        'Jean Lorne',
        'Walter P. Stone',
        'Walt Sterne',
        'J. K. Halloran',
        'Søren Kjær',
        'Pia van den Hoog',
      ].map((name, index) => invent({ path: String(index), names: [name] })),
    );
    const table: readonly [string, readonly string[]][] = [
      ['Jean L', ['Jean Lorne', 'Jean-Luc Barraud']],
      ['Jean-L', ['Jean Lorne', 'Jean-Luc Barraud']],
      ['Jean Luc B', ['Jean-Luc Barraud']],
      ['Walter S', ['Walter P. Stone']],
      ['Walter P', ['Walter P. Stone']],
      ['Walter P. S', ['Walter P. Stone']],
      ['Walt S', ['Walt Sterne']],
      ['J. K. H', ['J. K. Halloran']],
      ['JK Hal', ['J. K. Halloran']],
      ['Soren K', ['Søren Kjær']],
      ['Pia H', ['Pia van den Hoog']],
      ['van den H', ['Pia van den Hoog']],
      ['Pia S', []],
      ['Luc J', []],
    ];
    for (const [typed, expected] of table) {
      it(typed, () => {
        assert.deepEqual(
          corpus
            .complete(typed, 9)
            .map(it => it.name)
            .sort(),
          expected,
        );
      });
    }
  });

  it('finds a full name among many of either word', () => {
    const first = ['Ada', 'Bea', 'Cyril', 'Dora', 'Edith'];
    const last = ['Anders', 'Berg', 'Corran', 'Delmar', 'Eskil'];
    const all = first.flatMap(one => last.map(other => `${one} ${other}`));
    const corpus = corpusOf(all.map((name, index) => invent({ path: String(index), names: [name] })));
    for (const [index, name] of all.entries()) {
      assert.deepEqual(drawn(corpus.named(name)), [`${name} (${String(index)})`]);
    }
  });

  it('is the same after upserts and removals as built at once', () => {
    const pool: readonly (string | InventedName)[] = [
      'Ada Lorne',
      'Peter Lorne',
      'Lorne',
      'Ada J. Lorne',
      'Ada Karl Lorne',
      { name: 'Lorne', kind: 'place' },
      'Tom Quist',
      { name: 'Coastal Ferry Operators Union', kind: 'organisation', forms: ['CFOU'] },
      { name: 'CFOU', kind: 'organisation' },
    ];
    const article = fc.record({
      path: fc.constantFrom('1', '2', '3', '4', '5'),
      date: fc.constantFrom('2024-01-01', '2024-01-09', '2020-01-01'),
      names: fc.uniqueArray(fc.constantFrom(...pool), { maxLength: 4 }),
    });
    const change = fc.record({ article, kept: fc.boolean(), asked: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 16 }), changes => {
        const grown = new MemoryCorpus();
        const left = new Map<string, Article>();
        for (const { article: it, kept, asked } of changes) {
          if (kept) {
            const read = invent(it);
            grown.upsert([read]);
            left.set(it.path, read);
          } else {
            grown.remove([it.path]);
            left.delete(it.path);
          }
          if (asked) {
            grown.named('Lorne');
            grown.articles();
          }
        }
        const built = corpusOf([...left.values()]);
        assert.deepEqual([...grown.articles()], [...built.articles()]);
        for (const form of ['Lorne', 'Ada Lorne', 'CFOU', 'Tom Quist']) {
          assert.deepEqual(whole(grown.named(form)), whole(built.named(form)));
        }
        for (const prefix of ['l', 'ada', 'cfo', 'q']) {
          assert.deepEqual(whole(grown.complete(prefix, 10)), whole(built.complete(prefix, 10)));
        }
        assert.deepEqual(whole(grown.nearNames('Lornne')), whole(built.nearNames('Lornne')));
      }),
      { numRuns: 300 },
    );
  });
});

describe('nearNames', () => {
  const corpus = corpusOf(
    [
      invent({
        path: 'a',
        text: 'The chancellor met Videgaray. The harbour was closed, and Germans wept. Tidewater, they said.',
        names: [
          { name: 'Luis Videgaray', forms: ['Videgaray'] },
          'Michelle Okafor',
          'Michele Brandt',
          'Rasmus Tillgren',
          'Pamela Anderson',
          'Nilda Ortega',
          'Mario Zubizarreta',
          'Donna Reed',
          'Theodora Quistgaard',
          'Ruth Marchetti',
          'Edda Kroy',
          'Martin Voss',
          'Joost de Wit',
          'Nadia Oduya',
          'Chen Weng',
          'Pia Lund',
          'Lin Weimin',
          'Anna von der Heide',
          'Anna von der Linde',
          'Anna van der Linde',
          'Lucia della Torre',
          { name: 'Harker Motors', kind: 'organisation' },
          'Ursula Schäuble',
          'Ronald “Ronny” Achterberg',
          { name: 'José María Ibarrondo Leal', forms: ['Ibarrondo'] },
          { name: 'Germany', kind: 'place' },
          { name: 'Venezuela', kind: 'place' },
          { name: 'Tidewater Authority', kind: 'organisation' },
        ],
      }),
    ],
    { 'Ines Varga': ['Varga-Holtt'] },
  );
  const table: readonly [string, string, string | undefined][] = [
    ['a letter dropped', 'Videgary', 'Luis Videgaray'],
    ['with the first name', 'Luis Videgary', 'Luis Videgaray'],
    ['two letters of a long name', 'Videgerai', 'Luis Videgaray'],
    ['letters swapped', 'Tilglren', 'Rasmus Tillgren'],
    ['possessive of a slip', 'Videgary’s', 'Luis Videgaray'],
    ['a place', 'Venezuala', 'Venezuela'],
    ['an organisation', 'Tidewatter Authority', 'Tidewater Authority'],
    ['a first name beside a rare surname', 'Michele Okafor', undefined],
    ['a rare first name', 'Rasmsu Tillgren', 'Rasmus Tillgren'],
    ['the name itself', 'Luis Videgaray', undefined],
    ['its surname', 'Tillgren', undefined],
    ['its surname in another case and with accents', 'TÍLLGREN', undefined],
    ['possessive', 'Videgaray’s', undefined],
    ['plural', 'Videgarays', undefined],
    ['both known', 'Michele', undefined],
    ['both known, with a surname', 'Michele Brandt', undefined],
    ['another common name', 'Pamela Andersen', undefined],
    ['another common name alone', 'Andersen', undefined],
    ['the other gender', 'Maria Zubizarreta', undefined],
    ['the other gender of a rare first name', 'Theodor Quistgaard', undefined],
    ['a letter doubled at the end', 'Tillgrenn', 'Rasmus Tillgren'],
    ['y for i at the end', 'Ruth Marchetty', 'Ruth Marchetti'],
    ['another first name', 'Carlos Videgary', undefined],
    ['a short name', 'Rede', undefined],
    ['a short surname in a full name', 'Donna Reid', undefined],
    ['a short surname with a rare first name', 'Edda Croy', 'Edda Kroy'],
    ['letters of a short surname swapped', 'Edda Kory', 'Edda Kroy'],
    ['a letter of a short surname doubled', 'Edda Krroy', 'Edda Kroy'],
    ['a short surname with a common first name', 'Martin Vos', 'Martin Voss'],
    ['a short surname with a particle', 'Joost de Witt', 'Joost de Wit'],
    ['two letters of a short surname', 'Edda Crow', undefined],
    ['a short surname alone', 'Croy', undefined],
    ['a short surname behind another first name', 'Emma Croy', undefined],
    ['a short surname that many bear', 'Edda Troy', undefined],
    ['a short first name', 'Elda Kroy', undefined],
    ['a short name of the East', 'Chen Wenk', undefined],
    ['a first name of three letters', 'Pia Lunt', undefined],
    ['another vowel at the end, with the first name', 'Ruth Marchette', 'Ruth Marchetti'],
    ['another vowel at the end', 'Marchette', undefined],
    ['an umlaut written with two letters', 'Ursula Schaeuble', undefined],
    ['behind a nickname', 'Ronny Achtenberg', 'Ronald “Ronny” Achterberg'],
    ['behind the given name without the nickname', 'Ronald Achtenberg', 'Ronald “Ronny” Achterberg'],
    ['the first of two surnames', 'José Ibarondo', 'José María Ibarrondo Leal'],
    ['another particle', 'Anna van der Heide', 'Anna von der Heide'],
    ['another particle that no source has', 'Lucia dela Torre', 'Lucia della Torre'],
    ['another particle of somebody whom the sources have', 'Anna van der Linde', undefined],
    ['a particle less', 'Lucia Torre', undefined],
    ['a firm of another surname', 'Harper Motors', undefined],
    ['another name of the East', 'Lin Weiming', undefined],
    ['a name of the East misspelt', 'Lin Weimen', 'Lin Weimin'],
    ['a people of a place', 'Germans', undefined],
    ['a people, as it stands in the sources', 'German', undefined],
    ['an ordinary word of the sources', 'Harbour', undefined],
    ['a stranger', 'Kowalczyk', undefined],
    ['a name of the project', 'Varga-Holtt', undefined],
    ['nothing', '', undefined],
  ];
  for (const [name, drafted, expected] of table) {
    it(`${name}: ${drafted}`, () => {
      assert.equal(corpus.nearNames(drafted)[0]?.name, expected);
    });
  }

  describe('of somebody whom one article has', () => {
    const articles = [
      ...['a', 'b', 'c'].map(path =>
        invent({
          path,
          names: [
            { name: 'Rasmus Tillgren', forms: ['Tillgren'] },
            'Donna Lindgrave',
            'Pamela Anderson',
            'Lin Weimin',
          ],
        }),
      ),
      invent({
        path: 'd',
        names: [
          { name: 'Rasmus Tilgren', forms: ['Tilgren'] },
          'Dinah Lindgrave',
          'Pamela Andersen',
          'Lin Weiming',
          'Rasmus Holtt',
        ],
      }),
      ...['e', 'f'].map(path =>
        invent({ path, names: ['Rasmus Holt', 'Ursula Brandthal', 'Qrysten Brandthal'] }),
      ),
      invent({ path: 'h', names: ['Qrysten Brandthal', 'Osmail Brandthal'] }),
      invent({ path: 'i', names: ['Qyrsten Brandthal', 'Usmail Brandthal'] }),
      invent({ path: 'g', names: ['Ursula Brandtall'] }),
    ];
    for (const [why, drafted, expected] of [
      ['is another’s whom several have', 'Rasmus Tilgren', 'Rasmus Tillgren'],
      ['is another’s by the surname alone', 'Tilgren', 'Rasmus Tillgren'],
      ['is another’s whose first name several have otherwise', 'Qyrsten Brandthal', 'Qrysten Brandthal'],
      ['is their own where the first letter is another', 'Usmail Brandthal', undefined],
      ['is not the other way round', 'Rasmus Tillgren', undefined],
      ['is their own with another first name', 'Dinah Lindgrave', undefined],
      ['is their own where many bear it', 'Pamela Andersen', undefined],
      ['is another name of the East', 'Lin Weiming', undefined],
      ['is their own where only two have the other', 'Ursula Brandtall', undefined],
    ] as const) {
      it(`${why}: ${drafted}`, () => {
        assert.equal(corpusOf(articles).nearNames(drafted)[0]?.name, expected);
      });
    }

    it('is their own where the project says so', () => {
      assert.deepEqual(corpusOf(articles, { 'Rasmus Tilgren': [] }).nearNames('Rasmus Tilgren'), []);
    });
  });

  it('takes a word that stands in the sources for no slip', () => {
    const articles = [invent({ path: 'a', text: 'Old Tillgrin is a hill.', names: ['Rasmus Tillgren'] })];
    assert.deepEqual(corpusOf(articles).nearNames('Tillgrin'), []);
    assert.equal(
      corpusOf([invent({ path: 'a', names: ['Rasmus Tillgren'] })]).nearNames('Tillgrin').length,
      1,
    );
  });
});
