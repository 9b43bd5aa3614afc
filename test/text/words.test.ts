import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { hashKey } from '../../server/src/core/text/word-hash.ts';
import { foldWords } from '../../server/src/core/text/words.ts';

function keys(text: string): string[] {
  const words = foldWords(text);
  return Array.from({ length: words.length }, (_, index) => words.key(index));
}

/** Pairs that no reader would call different. */
const same: readonly (readonly [string, string, string])[] = [
  ['case', 'The river', 'the RIVER'],
  ['apostrophes', 'don’t', "don't"],
  ['a backtick for an apostrophe', 'don`t', 'don’t'],
  ['an apostrophe behind a plural', 'the players’ bus', 'the players bus'],
  ['a decade', 'the ’90s', 'the 90s'],
  ['a decade with an apostrophe', "the 1990's", 'the 1990s'],
  ['accents', 'Peña café', 'Pena cafe'],
  ['combining accents', 'Pen\u0303a', 'Peña'],
  ['soft hyphens', 'con\u00adservative', 'conservative'],
  ['zero-width characters inside a word', 'Med\u200bic\u2060are', 'Medicare'],
  ['no-break and thin spaces', 'a\u00a0good\u2009day', 'a good day'],
  ['a line wrap', 'a good\nday', 'a good day'],
  ['ligatures', 'ﬁnd the oﬀer', 'find the offer'],
  ['letters that are two', 'encyclopædia', 'encyclopaedia'],
  ['a hyphen and a space', 'decision-making', 'decision making'],
  ['dashes between words', 'words—more words', 'words - more words'],
  ['a raised letter', '[T]he day', 'the day'],
  ['-ise and -ize', 'we realised the organisation', 'we realized the organization'],
  ['-yse and -yze', 'analysing', 'analyzing'],
  ['-our and -or', 'the labour of neighbours, honourable', 'the labor of neighbors, honorable'],
  ['-re and -er', 'the theatre in the centre, two kilometres', 'the theater in the center, two kilometers'],
  ['a doubled consonant', 'travelled, cancelling, counsellor', 'traveled, canceling, counselor'],
  ['listed pairs', 'a grey cheque for the defence programme', 'a gray check for the defense program'],
  ['a verb and a noun that US copy spells alike', 'to practise', 'to practice'],
  ['a possessive of a listed word', "the centre's roof", "the center's roof"],
  ['percent', 'ten per cent', '10%'],
  ['percent as one word', '10 percent', '10 per cent'],
  ['percent as the wires have it', '10 percent', '10 pct'],
  ['months', 'Sept. 3', 'September 3'],
  ['months behind the day', '3 Jan 2018', '3 January 2018'],
  ['initials', 'the U.S. and the U.N.', 'the US and the UN'],
  ['spaced initials', 'J. F. Kern', 'J.F. Kern'],
  ['a.m.', 'at 6 a.m. sharp', 'at 6 am sharp'],
  ['number words', 'ten of the twelve', '10 of the 12'],
  ['compound number words', 'twenty-five people', '25 people'],
  ['hundreds and thousands', 'five hundred and ten thousand', '500 and 10,000'],
  ['ordinals', 'the twenty-first and the second', 'the 21st and the 2nd'],
  ['thousands commas', '10,000 and 1,250,000', '10000 and 1250000'],
  ['an ampersand', 'bread & butter', 'bread and butter'],
  ['an ampersand of the web', 'bread &amp; butter', 'bread and butter'],
];

/** Pairs that must stay apart. */
const different: readonly (readonly [string, string, string])[] = [
  ['contractions and words', 'we’re', 'were'],
  ['a possessive and a plural', 'the player’s', 'the players'],
  ['the country and the pronoun', 'for the US', 'for the us'],
  ['a decimal and an integer', '3.5', '35'],
  ['a decimal and an integer with their unit', 'a 3.5bn plan', 'a 35bn plan'],
  ['a sum and a number', '$5', '5'],
  ['two currencies', '$5', '£5'],
  ['a minus sign', 'it was -5', 'it was 5'],
  ['a range', '3-5', '35'],
  ['million and billion', '5 million', '5 billion'],
  ['a prize is not prised', 'prize', 'prise'],
  ['size', 'sized', 'sised'],
  ['a name that is a month', 'Jan. was there', 'January was there'],
  ['synonyms', 'begin', 'start'],
  ['tense', 'travels', 'travelled'],
  ['hour is not hor', 'hour', 'hor'],
  ['enough digits for a year and a number', '2016,200', '2016200'],
  ['a new number begins', 'twenty thirty', '50'],
];

describe('words', () => {
  for (const [name, one, other] of same) {
    it(`folds alike: ${name}`, () => {
      assert.deepEqual(keys(one), keys(other));
    });
  }

  for (const [name, one, other] of different) {
    it(`keeps apart: ${name}`, () => {
      assert.notDeepEqual(keys(one), keys(other));
    });
  }

  it('says where each word stands, the final stop of initials included', () => {
    const text = '“In the U.S., $10,000,” he said.';
    const words = foldWords(text);
    const slices = Array.from({ length: words.length }, (_, index) =>
      text.slice(words.starts[index], words.ends[index]),
    );
    assert.deepEqual(slices, ['In', 'the', 'U.S.', '$10,000', 'he', 'said']);
  });

  it('folds a span alone, with offsets into the whole text', () => {
    const text = 'He said “ten per cent” twice.';
    const words = foldWords(text, { start: 9, end: 21 });
    assert.deepEqual([words.length, words.key(0), words.key(1)], [2, '10', 'percent']);
    assert.equal(text.slice(words.starts[1], words.ends[1]), 'per cent');
  });

  it('takes an accent that is written by itself in with its letter, at the end as well', () => {
    const text = 'Jose\u0301, at the cafe\u0301 of Pen\u0303a\u200b.';
    const words = foldWords(text);
    const printed = Array.from({ length: words.length }, (_, at) =>
      text.slice(words.starts[at], words.ends[at]),
    );
    assert.deepEqual(printed, ['Jose\u0301', 'at', 'the', 'cafe\u0301', 'of', 'Pen\u0303a']);
  });

  it('reads over hidden spans: emphasis and links are no words', () => {
    const text = 'un*believ*able [news](http://a.test/b) here';
    const hidden = [
      { start: 2, end: 3 },
      { start: 9, end: 10 },
      { start: 15, end: 16 },
      { start: 20, end: 38 },
    ];
    const words = foldWords(text, undefined, hidden);
    assert.deepEqual(
      Array.from({ length: words.length }, (_, index) => words.key(index)),
      ['unbelievable', 'news', 'here'],
    );
  });

  it('gives equal hashes to equal keys', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), text => {
        const words = foldWords(text);
        for (let index = 0; index < words.length; index++) {
          assert.equal(words.hashes[index], hashKey(words.key(index)), words.key(index));
        }
      }),
    );
  });

  /** What folds with what stands beside it, or would with a little more. */
  const tricky = [
    'U.',
    'S.',
    ' ',
    '.',
    '-',
    '’',
    'twenty',
    'one',
    'hundred',
    '5',
    ',000',
    '[T]',
    'he',
    '%',
    '&',
    '\u00ad',
    'é',
    'per',
    'cent',
    '\n',
    '’s',
    '-5',
  ];

  it('finds words in order and never one twice, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...tricky), { maxLength: 30 }), parts => {
        const text = parts.join('');
        const words = foldWords(text);
        let before = 0;
        for (let index = 0; index < words.length; index++) {
          const start = words.starts[index]!;
          const end = words.ends[index]!;
          assert.ok(before <= start && start < end && end <= text.length, `${text}: ${start}–${end}`);
          assert.notEqual(words.key(index), '');
          before = end;
        }
      }),
    );
  });

  it('finds the same words from where one begins to where another does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...tricky), { maxLength: 30 }),
        fc.nat(5),
        fc.nat(9),
        (parts, from, count) => {
          const text = parts.join('');
          const whole = foldWords(text);
          const start = whole.starts[from] ?? text.length;
          const cut = foldWords(text, { start, end: whole.starts[from + count] ?? text.length });
          const expected = [whole.starts, whole.ends, whole.hashes].map(it => [
            ...it.slice(from, from + count),
          ]);
          if (from + count <= whole.length) {
            assert.deepEqual(
              [cut.starts, cut.ends, cut.hashes].map(it => [...it].slice(0, count)),
              expected,
              text,
            );
          }
        },
      ),
    );
  });

  it('folds folded words to themselves', () => {
    fc.assert(
      fc.property(fc.constantFrom(...same.flatMap(([, one, other]) => [one, other])), text => {
        const once = keys(text).filter(key => /^[a-z']+$/.test(key));
        assert.deepEqual(keys(once.join(' , ')), once);
      }),
    );
  });

  it('cuts endless runs of letters instead of growing', () => {
    const words = foldWords('a'.repeat(100_000));
    assert.ok(words.length >= 90 && words.length <= 110, String(words.length));
  });
});
