import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { foldWords } from '../../server/src/core/text/words.ts';
import { article, corpusOf, judge } from './stage.ts';

const utterances = [
  'The old bridge over the Alder carried nine trams a day before the flood came and took the northern pier.',
  'We have repaired every lamp on the quay, and we did it with our own ladders because the county sold theirs.',
  'My grandmother kept the key of the chapel in a teapot. The priest drank coffee.',
  'Twelve of the forty farms in the valley grow hops now, while the mill has been a hotel since 1998.',
  'You can smell the tar from the station, and that is how the children know summer has begun.',
];
const speakers = ['Ann Lee', 'Bo Marsh', 'Cy Olmedo', 'Dee Fox', 'Eli Strand'];
const corpus = corpusOf(
  ...utterances.map((text, index) =>
    article(
      `${index}.txt`,
      `${speakers[index]!} | “${text}” ${speakers[index]!} said.\nNothing else happened on the quay that day.`,
      {
        date: `2024-0${index + 1}-03`,
      },
    ),
  ),
);

/** A stretch of an utterance of so many words or more. */
const slice = (
  least: number,
): fc.Arbitrary<{ readonly which: number; readonly text: string; readonly words: readonly string[] }> =>
  fc
    .record({
      which: fc.nat({ max: utterances.length - 1 }),
      from: fc.nat({ max: 60 }),
      length: fc.nat({ max: 60 }),
    })
    .map(({ which, from, length }) => {
      const text = utterances[which]!;
      const folded = foldWords(text);
      const count = Math.min(folded.length, least + (length % (folded.length - least + 1)));
      const first = from % (folded.length - count + 1);
      const words = Array.from({ length: count }, (_, index) =>
        text.slice(folded.starts[first + index], folded.ends[first + index]),
      );
      return { which, text: text.slice(folded.starts[first], folded.ends[first + count - 1]), words };
    });

const put = fc.constantFrom('purple', 'never', 'Norway', 'eleven', 'must', 'they', 'slowly', 'all');
const green = ['verified', 'variants', 'skipped'];

function verdictOf(text: string, which: number): string {
  const [verification] = judge(corpus, `${speakers[which]!} | “${text},”`);
  return verification!.verdict;
}

describe('verdicts, whatever the words', () => {
  it('verify every stretch of an utterance that cuts no negation', () => {
    fc.assert(
      fc.property(slice(4), ({ which, text }) => assert.equal(verdictOf(text, which), 'verified')),
      { numRuns: 300 },
    );
  });

  it('verify it in any typography', () => {
    const typed = fc.constantFrom<(text: string) => string>(
      text => text.toUpperCase(),
      text => text.replace(/ /g, '\u00a0'),
      text => text.replace(/ /g, '\n'),
      text => text.replace(/(\p{L}{3})(\p{L})/gu, '$1\u00ad$2'),
      text => text.replace(/[,.]/g, ''),
      text => `…${text}…`,
    );
    fc.assert(
      fc.property(slice(6), typed, ({ which, text }, change) =>
        assert.equal(verdictOf(change(text), which), 'verified'),
      ),
      { numRuns: 200 },
    );
  });

  it('never pass a word put in', () => {
    fc.assert(
      fc.property(slice(6), put, fc.nat(), ({ which, words }, word, at) => {
        const place = 1 + (at % (words.length - 1));
        const text = [...words.slice(0, place), word, ...words.slice(place)].join(' ');
        assert.ok(!green.includes(verdictOf(text, which)), text);
      }),
      { numRuns: 300 },
    );
  });

  it('never pass a word replaced', () => {
    fc.assert(
      fc.property(slice(6), put, fc.nat(), ({ which, words }, word, at) => {
        const place = at % words.length;
        const text = [...words.slice(0, place), word, ...words.slice(place + 1)].join(' ');
        assert.ok(!green.includes(verdictOf(text, which)), text);
      }),
      { numRuns: 300 },
    );
  });

  it('never pass a word dropped from the inside', () => {
    fc.assert(
      fc.property(slice(7), fc.nat(), ({ which, words }, at) => {
        const place = 1 + (at % (words.length - 2));
        const text = [...words.slice(0, place), ...words.slice(place + 1)].join(' ');
        assert.ok(!green.includes(verdictOf(text, which)), text);
      }),
      { numRuns: 300 },
    );
  });

  it('never pass the words of another', () => {
    fc.assert(
      fc.property(slice(5), fc.integer({ min: 1, max: 4 }), ({ which, text }, by) => {
        assert.equal(verdictOf(text, (which + by) % speakers.length), 'misattributed');
      }),
    );
  });

  it('never pass two utterances joined as one', () => {
    fc.assert(
      fc.property(slice(5), slice(5), fc.constantFrom(' ', ' … ', '. '), (one, other, joint) => {
        fc.pre(one.which !== other.which);
        assert.ok(
          !green.includes(verdictOf(one.text + joint + other.text, one.which)),
          one.text + joint + other.text,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('have an answer to any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        const clean = text.replace(/[“”\n\r\u2028\u2029|]/g, ' ');
        judge(corpus, `Ann Lee | “${clean}”`);
      }),
    );
  });
});
