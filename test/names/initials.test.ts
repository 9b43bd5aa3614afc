import assert from 'node:assert/strict';
import { namesIn } from './names-in.ts';

/** Initials as newspapers print them. */
const printed = ['J.D.', 'J. D.', 'J.D', 'JD', 'A.J.', 'CJ', 'H.R.', 'T.S.', 'M.', 'J.R.R.'];
const surnames = ['Harrow', 'Okafor', 'McBride', 'Stone', 'Watt', 'Stroud'];
/** Where a name stands, and how many others stand beside it. */
const sentences = [
  '“It was a long night,” NAME told reporters after the match.',
  '“It was a long night,” said NAME, who left early.',
  'NAME said it had been a long night.',
  'The plan would cost three million, according to NAME of the audit office.',
  'The club’s coach, NAME, resigned on Friday.',
  'NAME’s lawyer declined to comment on the charges.',
];

describe('initials in place of a first name', () => {
  for (const initials of printed) {
    it(`are part of a person’s name: ${initials}`, () => {
      for (const surname of surnames) {
        for (const sentence of sentences) {
          const name = `${initials} ${surname}`;
          assert.deepEqual(namesIn(sentence.replace('NAME', name)), [`person ${name}`], sentence);
        }
      }
    });
  }

  for (const text of [
    'A US President never came to the island.',
    'U.S. Steele workers went home.',
    'She left Washington, D.C. Young people followed.',
    'They took vitamin C. Harrow said it did not help.',
    'The shop is run by J.D. Harrow & Sons.',
    'Shares of J.D. Harrow Group rose.',
    'BP Canada and GM Canada said no.',
    'The A.N.D.A. Harrow meeting was moved.',
    'TV Harrow, the local station, went dark.',
  ]) {
    it(`are not what they look like here: ${text}`, () => {
      assert.deepEqual(
        namesIn(text).filter(it => it.startsWith('person')),
        [],
      );
    });
  }

  it('do not number the parts of a text', () => {
    for (const part of ['A. Sources', 'I. Migration', 'C. Migration']) {
      assert.deepEqual(namesIn([part, 'The river rose.']), []);
    }
  });

  it('may stand behind a first name', () => {
    assert.deepEqual(namesIn('George H.W. Harrow came.'), ['person George H.W. Harrow']);
    assert.deepEqual(namesIn('George W. Harrow came.'), ['person George W. Harrow']);
  });
});
