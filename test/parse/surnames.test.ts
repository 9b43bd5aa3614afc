import { strict as assert } from 'node:assert';
import { readArticle } from '../../server/src/core/corpus/read-article.ts';
import { isWholeWord } from '../../server/src/core/parse/surnames.ts';
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
  it('within a longer word is not', () => {
    for (const sentence of [
      'Later Marshland was sold.',
      'Later Marshé was sold.',
      'Later Marsh2 was sold.',
      'The firm LeMarsh said so.',
    ]) {
      const text = `Foreign Secretary Helena Marsh came.\n\n${sentence}\n`;
      assert.ok(!named(text).includes('Marsh'), sentence);
    }
  });
});

describe('a word that stands by itself', () => {
  const isWhole = (text: string): boolean => {
    const start = text.indexOf('Marsh');
    return isWholeWord(text, { start, end: start + 'Marsh'.length });
  };
  for (const text of ['Marsh', 'met Marsh.', '“Marsh”', 'Marsh’s', 'Marsh-Lane', '*Marsh*']) {
    it(`is one in ${text}`, () => {
      assert.ok(isWhole(text));
    });
  }
  for (const text of ['Marshall', 'LeMarsh', 'Marshé', 'éMarsh', 'Marsh2', '2Marsh', 'Marshж']) {
    it(`is none in ${text}`, () => {
      assert.ok(!isWhole(text));
    });
  }
});
