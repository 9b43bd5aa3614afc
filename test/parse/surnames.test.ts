import { strict as assert } from 'node:assert';
import { readArticle } from '../../server/src/core/corpus/read-article.ts';
import { namesModel } from '../support/names-model.ts';

const speakers = (text: string): readonly (string | undefined)[] =>
  readArticle({ path: 'a.txt', key: 'a', text }, namesModel()).quotations.map(it => it.speaker?.name);

describe('surnames that are words', () => {
  const introduced = 'Columnist George Will attacked the harbour plan of Mayor Rosa Lindgren this week.\n\n';
  const cases: readonly (readonly [string, string])[] = [
    ['Will described Lindgren as a “captain of very small boats”.', 'George Will'],
    ['“A harbour is a promise made to ships,” Will wrote.', 'George Will'],
    ['“A harbour is a promise made to ships,” said Will.', 'George Will'],
    ['“Will the harbour freeze this winter?” Lindgren asked.', 'Rosa Lindgren'],
  ];
  for (const [sentence, speaker] of cases) {
    it(sentence, () => {
      assert.deepEqual(speakers(`${introduced}${sentence}\n`), [speaker]);
    });
  }

  const named = (text: string): readonly string[] =>
    readArticle({ path: 'a.txt', key: 'a', text }, namesModel()).mentions.map(it => it.text);
  it('with a capital inside a sentence is the person', () => {
    assert.deepEqual(named('Foreign Secretary Helena Marsh came.\n\nLater Marsh went to Port Alder.\n'), [
      'Helena Marsh',
      'Marsh',
      'Port Alder',
    ]);
  });
  it('in a name of something else is not', () => {
    assert.ok(
      !named('Foreign Secretary Helena Marsh came.\n\nThey met in Marsh Lane at ten.\n').includes('Marsh'),
    );
  });
  it('as a word is not', () => {
    assert.ok(
      !named('Helena Marsh came.\n\nThey crossed the marsh. Marsh is wet.\n').slice(1).includes('Marsh'),
    );
  });
});
