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
});
