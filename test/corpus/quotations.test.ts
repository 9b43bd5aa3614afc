import assert from 'node:assert/strict';
import { MemoryCorpus } from '../../server/src/core/corpus/memory-corpus.ts';
import type { QuotationRef } from '../../server/src/core/corpus/corpus.ts';
import { lookAround } from '../../server/src/core/corpus/quotations-look.ts';
import { QuotationIndex } from '../../server/src/core/corpus/quotations.ts';
import { quotationTable } from '../../server/src/core/corpus/quotations-table.ts';
import { readTyped } from '../../server/src/core/corpus/quotations-typed.ts';
import { invent } from './invent.ts';

const corpus = new MemoryCorpus();
corpus.upsert([
  invent({
    path: 'wire',
    outlet: 'Coastal Wire',
    date: '2024-03-01',
    title: 'Harbour board keeps quay',
    text: 'Ines Varga said: “We shall keep every metre of the quay.” “We shall pay for the dredging ourselves,” Varga said. Tom Quist said: “We shall see what the ferries do.”',
    names: [{ name: 'Ines Varga', forms: ['Varga'], role: 'chair of the harbour board' }, 'Tom Quist'],
    speakers: ['Ines Varga', 'Ines Varga', 'Tom Quist'],
  }),
  invent({
    path: 'herald',
    outlet: 'Herald',
    date: '2024-03-02',
    title: 'Ferries may go to Norrby',
    text: 'Quist told reporters: “We shall see what the ferries do.” Varga: “We shall keep every metre of the quay”. “Nobody asked the dockers about the dredging,” a docker said. “So be”.',
    names: ['Tom Quist', 'Ines Varga'],
    speakers: ['Tom Quist', 'Ines Varga', undefined],
  }),
  invent({
    path: 'herald-late',
    outlet: 'Herald',
    date: '2024-03-04',
    text: '“We shall see what the ferries do!” it said again.',
  }),
]);

function words({ article, quotation }: QuotationRef): string {
  const span = article.quotations[quotation];
  return article.text.slice(span?.start, span?.end);
}

function completed(typed: string, speaker?: string, context = '', limit = 9): string[] {
  return corpus
    .quotations({ typed, speaker, context, limit })
    .map(it => `${words(it)} ${it.article.path} ${it.agreement}`);
}

const quay = 'We shall keep every metre of the quay herald 2';
const ferries = 'We shall see what the ferries do. herald 2';
const dredging = 'We shall pay for the dredging ourselves, wire 1';
const dockers = 'Nobody asked the dockers about the dredging, herald 1';

describe('quotations to complete', () => {
  const table: readonly [string, readonly (string | undefined)[], readonly string[]][] = [
    [
      'each wording once, what more outlets print first, then the latest',
      [''],
      [ferries, quay, dockers, dredging],
    ],
    ['the speaker’s first', ['', 'Quist'], [ferries, quay, dockers, dredging]],
    [
      'what the paragraph is about first',
      ['', undefined, 'The dredging will cost 12 million.'],
      [dockers, dredging, ferries, quay],
    ],
    [
      'the speaker before the paragraph',
      ['', 'Ines Varga', 'The ferries and the dockers'],
      [quay, dredging, ferries, dockers],
    ],
    [
      'of the speaker’s, what the paragraph is about',
      ['', 'Varga', 'about dredging'],
      [dredging, quay, dockers, ferries],
    ],
    ['what begins so', ['we shall s'], [ferries]],
    ['what begins so, typed to the end of a word', ['We shall '], [ferries, quay, dredging]],
    ['words from the inside', ['about the dredg'], [dockers]],
    ['a beginning before the inside', ['we sh', 'Quist'], [ferries, quay, dredging]],
    ['a long beginning', ['We shall pay for the dredging our'], [dredging]],
    ['a long beginning that goes on otherwise', ['We shall pay for the dredging your'], []],
    ['nothing that begins so', ['Turnips'], []],
    ['a stranger speaks: by the rest', ['we shall k', 'Kowalczyk'], [quay]],
  ];
  for (const [name, [typed = '', speaker, context], expected] of table) {
    it(name, () => {
      assert.deepEqual(completed(typed, speaker, context), expected);
    });
  }

  it('gives no more than asked for', () => {
    assert.deepEqual(completed('', 'Varga', '', 1), [quay]);
  });

  it('forgets what is removed', () => {
    const changing = new MemoryCorpus();
    changing.upsert([...corpus.articles()]);
    changing.remove(['herald', 'wire']);
    const query = { typed: '', speaker: undefined, context: '', limit: 9 };
    assert.deepEqual(changing.quotations(query).map(words), ['We shall see what the ferries do!']);
    assert.equal(changing.quotations(query)[0]?.agreement, 1);
    changing.remove(['herald-late']);
    assert.deepEqual(changing.quotations(query), []);
  });
});

describe('quotations to complete of a large archive', () => {
  /** Some of its articles were removed. */
  const archive = new MemoryCorpus();
  before(() => {
    const perArticle = 50;
    const articles = Array.from({ length: 240 }, (_, index) =>
      invent({
        path: `article-${String(index).padStart(3, '0')}`,
        date: `2024-01-${String(1 + (index % 28)).padStart(2, '0')}`,
        text: Array.from({ length: perArticle }, (_, at) => {
          const number = index * perArticle + at;
          const rare = number % 1000 === 999 ? ` beside lighthouse ${String(number)}` : '';
          const speaks = number === 7042 ? 'Asked again: ' : '';
          return `${speaks}“We shall wait for report ${String(number)} of the board${rare}.”`;
        }).join(' '),
        names: ['Ada Brandt'],
        speakers: Array.from({ length: perArticle }, (_, at) =>
          index * perArticle + at === 7042 ? 'Ada Brandt' : undefined,
        ),
      }),
    );
    archive.upsert(articles.slice(0, 120));
    archive.upsert(articles.slice(120));
    archive.remove(['article-019']);
  });

  function offered(typed: string, context = '', speaker?: string): string[] {
    return archive.quotations({ typed, speaker, context, limit: 20 }).map(words);
  }

  for (const typed of ['', 'W', 'We shall wait for', 'shall wait fo', 'We shall wait for report ']) {
    it(`are first those that share rare words with the paragraph: “${typed}”`, () => {
      const first = offered(typed, 'The lighthouse and the board wait for a report.').slice(0, 11);
      assert.equal(first.length, 11);
      assert.ok(
        first.every(it => it.includes('lighthouse')),
        first.join('\n'),
      );
    });

    it(`are then any: “${typed}”`, () => {
      const all = offered(typed);
      assert.equal(all.length, 20);
      assert.equal(new Set(all).size, 20);
    });
  }

  it('are looked for in some thousand places, however many there are', () => {
    const table = quotationTable([...archive.articles()]);
    for (const typed of ['', 'W', 'We shall wait for', 'shall wait fo', 'We shall wait for report 4321']) {
      const [once, threefold] = [1, 3].map(tables => {
        let looked = 0;
        lookAround(
          Array.from({ length: tables }, () => table),
          readTyped(typed),
          ['lighthouse', 'board'],
          () => {
            looked++;
          },
        );
        return looked;
      });
      assert.ok(once !== undefined && once > 0 && once <= 9000, `“${typed}”: ${String(once)}`);
      assert.ok(threefold !== undefined && threefold <= 9000, `“${typed}”: ${String(threefold)}`);
    }
  });

  it('are first the speaker’s', () => {
    assert.match(offered('We sh', 'The lighthouse', 'Ada Brandt')[0] ?? '', /report 7042 /);
  });

  it('are found by what follows common words', () => {
    assert.deepEqual(offered('We shall wait for report 11234'), [
      'We shall wait for report 11234 of the board.',
    ]);
  });

  it('are found by rare words from the inside, and by the beginning of such a word', () => {
    assert.deepEqual(offered('report 4321 of'), ['We shall wait for report 4321 of the board.']);
    assert.equal(offered('the board beside lig').length, 11);
  });

  it('are none of a removed article', () => {
    assert.deepEqual(offered('We shall wait for report 951 of'), []);
    assert.ok(!offered('beside lighthouse').some(it => it.includes('report 999 of')));
  });
});

function found(box: string, among = corpus): string[] {
  return among.search(box, 5).map(hit => {
    switch (hit.kind) {
      case 'entity':
        return `entity ${hit.entity.name}`;
      case 'article':
        return `article ${hit.article.path}`;
      case 'quotation':
        return `quotation ${words(hit.ref)}`;
    }
  });
}

describe('quotations of a table of which an article is gone', () => {
  const query = { typed: '', speaker: undefined, context: '', limit: 9 };
  const paths = (index: QuotationIndex): readonly string[] =>
    index.find(query, []).map(it => `${it.article.path} ${it.agreement}`);
  const [wire, herald] = [corpus.article('wire'), corpus.article('herald')];
  const whole = quotationTable([wire, herald].flatMap(it => it ?? []));

  it('are offered no more, and count no more', () => {
    const index = new QuotationIndex();
    index.adopt({ ...whole, articles: [...whole.articles] });
    assert.deepEqual(paths(index), ['herald 2', 'herald 2', 'herald 1', 'wire 1']);
    index.remove(['herald']);
    assert.deepEqual(paths(index), ['wire 1', 'wire 1', 'wire 1']);
  });

  it('are not offered where it was gone before, and hide no others', () => {
    const index = new QuotationIndex();
    index.adopt({ ...whole, articles: [undefined, whole.articles[1]] });
    assert.deepEqual(paths(index), ['herald 1', 'herald 1', 'herald 1']);
    const nearest = { ...query, context: 'We shall pay for the dredging ourselves', limit: 1 };
    assert.deepEqual(index.find(nearest, []).map(words), ['Nobody asked the dockers about the dredging,']);
  });
});

describe('the search box', () => {
  const table: readonly [string, readonly string[]][] = [
    [
      'varga',
      [
        'entity Ines Varga',
        'quotation We shall keep every metre of the quay',
        `quotation We shall pay for the dredging ourselves,`,
      ],
    ],
    ['harbour board', ['article wire', 'entity Ines Varga']],
    ['norr', ['article herald']],
    [
      'dredgin',
      [
        'quotation Nobody asked the dockers about the dredging,',
        'quotation We shall pay for the dredging ourselves,',
      ],
    ],
    ['Nobody asked docker', ['quotation Nobody asked the dockers about the dredging,']],
    [
      'Nobody told the dockers about the dredging',
      ['quotation Nobody asked the dockers about the dredging,'],
    ],
    ['kowalczyk', []],
    ['', []],
    ['???', []],
  ];
  for (const [box, expected] of table) {
    it(`“${box}”`, () => {
      assert.deepEqual(found(box), expected);
    });
  }

  it('is readied in slices, and then finds the same', () => {
    const idle = new MemoryCorpus();
    idle.upsert([...corpus.articles()]);
    assert.deepEqual(
      [1, 1, 1, 1].map(articles => idle.prepareSearch(articles)),
      [true, true, false, false],
    );
    assert.deepEqual(found('varga', idle), found('varga'));
  });

  it('keeps up with changes between searches', () => {
    const changing = new MemoryCorpus();
    changing.upsert([...corpus.articles()]);
    assert.ok(found('varga', changing).includes('entity Ines Varga'));
    changing.remove(['wire', 'herald']);
    assert.deepEqual(found('varga', changing), []);
    changing.upsert([invent({ path: 'new', title: 'Varga resigns', names: ['Agnes Varga'] })]);
    assert.deepEqual(found('varga', changing).sort(), ['article new', 'entity Agnes Varga']);
  });
});
