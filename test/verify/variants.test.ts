import { strict as assert } from 'node:assert';
import { article, corpusOf, judge } from './stage.ts';

const morning = article(
  'morning.txt',
  'Ann Lee | “The old ferry carried miners, nurses and the post across the sound,” Ann Lee said.',
  { date: '2024-05-03' },
);
const draft = 'Ann Lee | “The old ferry carried miners, nurses and the post across the sound,”';

/** What is said of the draft where another article prints something, too. */
function beside(text: string, date = '2024-05-04'): readonly [string | undefined, readonly string[]] {
  const [said] = judge(corpusOf(morning, article('evening.txt', text, { date })), draft);
  return [said?.verdict, said?.variants.map(it => it.text) ?? []];
}

const otherwise =
  'Ann Lee | “The old ferry carried farmers, nurses and the post across the sound,” Ann Lee said.';

describe('variants', () => {
  it('are other words for the same within one story', () => {
    const [verdict, texts] = beside(otherwise);
    assert.equal(verdict, 'variants');
    assert.deepEqual(texts, ['The old ferry carried farmers, nurses and the post across the sound,']);
  });

  it('are none of what was said weeks later, on another occasion', () => {
    assert.deepEqual(beside(otherwise, '2024-06-24'), ['verified', []]);
  });

  it('are none in the mouth of somebody else', () => {
    assert.deepEqual(beside(otherwise.replaceAll('Ann Lee', 'Bo Marsh')), ['verified', []]);
  });

  it('are none where the other source leaves the words out under an ellipsis of its own', () => {
    const elided = 'Ann Lee | “The old ferry carried … nurses and the post across the sound,” Ann Lee said.';
    assert.deepEqual(beside(elided), ['verified', []]);
  });

  it('are none where the same words open another utterance', () => {
    const said = (words: string, more: string): string =>
      `Ann Lee | “The old ferry carried ${words} and the post across the sound. ${more},” Ann Lee said.`;
    const mine = 'My father steered her through seven winters, and nobody drowned on his watch';
    const tolls = 'Today lorries queue at Brattholm while ministers haggle over tolls and timetables';
    const corpus = (more: string): ReturnType<typeof corpusOf> =>
      corpusOf(
        article('one.txt', said('miners, nurses', mine), { date: '2024-05-03' }),
        article('two.txt', said('farmers, nurses', more), { date: '2024-05-04' }),
      );
    assert.equal(judge(corpus(mine), draft)[0]?.verdict, 'variants');
    assert.equal(judge(corpus(tolls), draft)[0]?.verdict, 'verified');
  });
});
