import { strict as assert } from 'node:assert';
import { readArticle } from '../../server/src/core/corpus/read-article.ts';
import { namesModel } from '../support/names-model.ts';

describe('a nickname within a name', () => {
  it('is part of it behind a word that opens the sentence and is no title', () => {
    const article = readArticle(
      {
        path: 'articles/a.txt',
        key: 'a',
        text: 'Rovers win\n\nThe ferry was late. Full-back Ronald “Ronny” Achterberg went off hurt. “My knee said no,” Achterberg said. His brother Dennis Achterberg came on.\n',
      },
      namesModel(),
    );
    assert.deepEqual(
      article.quotations.filter(it => it.kind === 'direct').map(it => it.speaker?.name),
      ['Ronald “Ronny” Achterberg'],
    );
  });

  it('is none of a name that has a surname already', () => {
    const { mentions } = readArticle(
      {
        path: 'articles/a.txt',
        key: 'a',
        text: 'Rovers win\n\nThe ferry was late. Bo Ortiz (Holt) Lane 2 was the score. Walter Pike (Kim) Moss fell.\n',
      },
      namesModel(),
    );
    assert.deepEqual(
      mentions.filter(it => /[()]/.test(it.text)),
      [],
    );
  });
});
