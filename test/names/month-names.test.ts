import { strict as assert } from 'node:assert';
import { readArticle } from '../../server/src/core/corpus/read-article.ts';
import { namesModel } from '../support/names-model.ts';

/** The people whom a paragraph names, each as it is printed. */
function peopleIn(text: string): readonly string[] {
  const article = readArticle(
    { path: 'articles/a.txt', key: 'a', text: `The day in Holt\n\n${text}\n` },
    namesModel(),
  );
  return article.mentions.filter(it => it.kind === 'person').map(it => it.text);
}

describe('people whose first name is a month', () => {
  it('are told from those of their surname', () => {
    assert.deepEqual(peopleIn('June Pike left early. Walter Pike stayed.'), ['June Pike', 'Walter Pike']);
    assert.deepEqual(peopleIn('Their son, August Featheringay, paints. Jocelyn Featheringay does not.'), [
      'August Featheringay',
      'Jocelyn Featheringay',
    ]);
    assert.deepEqual(
      peopleIn('“It is late,” said May Quennell-Moss. Her friend April von Brandthal laughed.'),
      ['May Quennell-Moss', 'April von Brandthal'],
    );
  });

  it('are themselves behind words that stand before months too, where the text has them elsewhere', () => {
    assert.deepEqual(peopleIn('June Pike, 92, is dead. Many came to the funeral of June Pike.'), [
      'June Pike',
      'June Pike',
    ]);
  });

  it('are themselves by their first name alone, beside a verb of speech or somebody else', () => {
    assert.deepEqual(
      peopleIn('June Pike, 92, is dead. June and Walter Pike met in June. “We rowed,” June said.'),
      ['June Pike', 'June', 'Walter Pike', 'June'],
    );
    assert.deepEqual(peopleIn('They came late. April and Walter Pike met in Holt.'), [
      'April',
      'Walter Pike',
    ]);
  });

  for (const text of [
    'In June and Walter Pike left, they say.',
    'The work goes on until June and Walter Pike is glad of it.',
    'The ferry sailed from May and Walter Pike was aboard.',
    'The council met. June said nothing of the winter. Walter Pike slept.',
    'In June Pike left. Walter Pike stayed.',
    'He had met Walter Pike twice. Since last May Pike had been ill, and by August Pike was dead.',
    'Walter Pike spoke on 9 August Pike said.',
    'The June Pike interview was long. Walter Pike slept.',
    'May Pike be happy. Walter Pike is.',
    'Walter Pike left between May and June Pike said.',
    'May Day came, and then the June Festival of Boats. Walter Pike danced.',
  ]) {
    it(`are not read in “${text}”`, () => {
      assert.deepEqual(
        peopleIn(text).filter(it => /^(?:April|May|June|July|August)\b/.test(it)),
        [],
      );
    });
  }
});
