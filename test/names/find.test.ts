import assert from 'node:assert/strict';
import { findNames } from '../../server/src/core/parse/names/find.ts';
import type { Block } from '../../server/src/core/parse/reading.ts';
import { namesModel } from '../support/names-model.ts';

/** The names of one paragraph, drawn as `kind name`. */
function namesIn(text: string, kind: Block['kind'] = 'paragraph'): string[] {
  const blocks: Block[] = [{ start: 0, end: text.length, kind, paragraph: 1, hidden: [] }];
  return findNames(text, blocks, namesModel()).map(it => `${it.kind} ${text.slice(it.start, it.end)}`);
}

describe('names', () => {
  it('gives a person without title and role', () => {
    assert.deepEqual(namesIn('The deal was praised by Foreign Minister Anna Lindgren on Monday.'), [
      'person Anna Lindgren',
    ]);
  });

  it('gives nothing for boilerplate and code', () => {
    assert.deepEqual(namesIn('Share this with President Anna Lindgren', 'boilerplate'), []);
    assert.deepEqual(namesIn('President Anna Lindgren', 'code'), []);
  });
});
