import { strict as assert } from 'node:assert';
import { foldWords } from '../../server/src/core/text/words.ts';
import { readDrafted } from '../../server/src/core/verify/drafted.ts';
import { mayProseBeNearer } from '../../server/src/core/verify/prose.ts';

/** Whether the running text may be near to words, where nothing was found in speech. */
function mayBeNear(words: string, article: string): boolean {
  const drafted = readDrafted(words, { start: 0, end: words.length }, []);
  return mayProseBeNearer(drafted, foldWords(article).hashes, undefined);
}

describe('running text', () => {
  const article = 'The grey lock on the far side of town must be shut by Friday, the council wrote.';

  it('is looked at where the article has nearly all of the words', () => {
    assert.ok(mayBeNear('The grey lock on the far side of town must be shut', article));
    assert.ok(!mayBeNear('Nobody asked whether lighthouse keepers danced until morning', article));
  });

  it('is looked at whatever is put in brackets, behind an editor’s “sic” as well', () => {
    const words = 'asked whether lighthouse keepers danced until [this] morning';
    assert.ok(mayBeNear(`Nobody ${words}`, article));
    assert.ok(mayBeNear(`Nobody [sic] ${words}`, article));
  });
});
