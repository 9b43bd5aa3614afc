import assert from 'node:assert/strict';
import { check } from '../../server/src/core/features/check.ts';
import { openDraft, openNewsroom } from '../support/newsroom.ts';

/** More articles than are looked at as a whole, two of which name somebody. */
const sources = openNewsroom({
  project: undefined,
  articles: [
    'Leonora Marchetti, the treasurer, met Rasmus Tillgren on Tuesday. “We will mend the wall,” Tillgren said.',
    'Tilda Winstanley, the engineer, spoke in Holt. “The river has no use for a fence,” Winstanley said.',
    ...Array.from({ length: 210 }, (_, day) => `The ferry left at ${String(day)} past noon, and came back.`),
  ].map((text, index) => ({ path: `articles/${String(index)}.txt`, text: `The day in Holt\n\n${text}\n` })),
});

function misspelt(text: string): readonly string[] {
  return check(sources, openDraft({ path: 'draft.md', text }, sources.corpus))
    .findings.filter(it => it.code === 'name-misspelled')
    .map(it => text.slice(it.start, it.end));
}

describe('a surname near one of many sources', () => {
  it('is told where the draft is about its story', () => {
    assert.deepEqual(misspelt('Leonora Marchetti thanked Tillgrenn.'), ['Tillgrenn']);
  });

  it('is somebody else’s where the draft is about another', () => {
    assert.deepEqual(misspelt('Leonora Marchetti thanked Winstanly.'), []);
  });

  it('is told where nothing says what the draft is about', () => {
    assert.deepEqual(misspelt('On Tuesday the board thanked Winstanly.'), ['Winstanly']);
  });

  it('is told of a full name that few bear, whatever the draft is about', () => {
    assert.deepEqual(misspelt('Leonora Marchetti thanked Tilda Winstanly.'), ['Tilda Winstanly']);
  });
});

describe('an ordinary word near a surname of the sources', () => {
  const few = openNewsroom({
    project: undefined,
    articles: [
      {
        path: 'articles/board.txt',
        text: 'The school board met in Holt\n\nLou Studenti and Hal Schoole spoke to the board of the school. “We will pay,” Studenti said.\n',
      },
    ],
  });
  const told = (text: string): readonly string[] =>
    check(few, openDraft({ path: 'draft.md', text }, few.corpus))
      .findings.filter(it => it.code === 'name-misspelled')
      .map(it => text.slice(it.start, it.end));

  it('is no name where it opens a sentence', () => {
    assert.deepEqual(told('The board met. Students said so. School was out on Tuesday.'), []);
  });

  it('is one within a sentence, and a slip is one where it opens another', () => {
    assert.deepEqual(told('Nobody thanked Students for it. Studennti was pleased.'), [
      'Students',
      'Studennti',
    ]);
  });

  it('is one where no text has the whole word', () => {
    const more = openNewsroom({
      project: undefined,
      articles: [
        {
          path: 'articles/board.txt',
          text: 'The board met\n\nLou Quilterr and Hal Orme spoke. “We will pay,” Quilterr said. The hall was hung with quilterwork.\n',
        },
      ],
    });
    const draft = openDraft({ path: 'draft.md', text: 'Quilter was pleased.' }, more.corpus);
    assert.deepEqual(
      check(more, draft).findings.map(it => it.code),
      ['name-misspelled'],
    );
  });

  it('is none where a place would stand', () => {
    assert.deepEqual(told('Nobody waited in Studennti, and nobody saw the Studennti of old.'), []);
  });
});

describe('a surname alone that is misspelt', () => {
  const court = openNewsroom({
    project: undefined,
    articles: [
      {
        path: 'articles/court.txt',
        text: 'The floor was loose\n\nPatrick O’Brannigan Jr. and Dolly Rackstraw met Marcos “Manny” Villaseñor. Sir Jocelyn Featheringay came late. Judge Mary-Kate D’Amboise slept. “It moved,” O’Brannigan said.\n',
      },
    ],
  });
  const mended = (text: string): readonly (readonly [string, string])[] =>
    check(court, openDraft({ path: 'draft.md', text }, court.corpus))
      .findings.filter(it => it.code === 'name-misspelled')
      .map(it => [text.slice(it.start, it.end), it.fixes[0]?.newText ?? '']);

  it('is told of who has a father of the same name', () => {
    assert.deepEqual(mended('Nobody saw O’Branigan leave.'), [['O’Branigan', 'O’Brannigan']]);
  });

  it('is told behind a title, and before any verb that tells what somebody did', () => {
    assert.deepEqual(mended('Late came Lady Featherinhay to the court. Rackstaw wept.'), [
      ['Featherinhay', 'Featheringay'],
      ['Rackstaw', 'Rackstraw'],
    ]);
  });

  it('is told with an apostrophe, whatever letter it ends in', () => {
    assert.deepEqual(mended('D’Ambois ruled.'), [['D’Ambois', 'D’Amboise']]);
  });

  it('keeps the one of two given names that the draft has', () => {
    assert.deepEqual(mended('They saw Marcos Villaseñar leave.'), [['Marcos Villaseñar', 'Villaseñor']]);
    assert.deepEqual(mended('They saw Manny Villaseñar leave.'), [['Manny Villaseñar', 'Villaseñor']]);
  });
});
