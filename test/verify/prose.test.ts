import { strict as assert } from 'node:assert';
import { foldWords } from '../../server/src/core/text/words.ts';
import { readDrafted } from '../../server/src/core/verify/drafted.ts';
import { mayProseBeNearer } from '../../server/src/core/verify/prose.ts';
import { article, corpusOf, judge } from './stage.ts';

/** Whether the running text may be near to words, where nothing was found in speech. */
function mayBeNear(words: string, printed: string): boolean {
  const drafted = readDrafted(words, { start: 0, end: words.length }, []);
  return mayProseBeNearer(drafted, foldWords(printed).hashes, undefined);
}

describe('running text', () => {
  const printed = 'The grey lock on the far side of town must be shut by Friday, the council wrote.';

  it('is looked at where the article has nearly all of the words', () => {
    assert.ok(mayBeNear('The grey lock on the far side of town must be shut', printed));
    assert.ok(!mayBeNear('Nobody asked whether lighthouse keepers danced until morning', printed));
  });

  it('is looked at whatever is put in brackets, behind an editor’s “sic” as well', () => {
    const words = 'asked whether lighthouse keepers danced until [this] morning';
    assert.ok(mayBeNear(`Nobody ${words}`, printed));
    assert.ok(mayBeNear(`Nobody [sic] ${words}`, printed));
  });

  it('is read on behind headlines', () => {
    const source = [
      'The council wrote that the grey lock on the far side of town must be shut without delay.',
      '# Boats of the northern basin are to lie at the old quay all week, and nobody knows who pays for the crane',
      '# What the council of the river towns wrote to the owners of all boats on the long way from the sea to the old mill',
      'It opens again by Friday, when the tide lets the divers out of the northern basin.',
    ].join('\n');
    const words =
      'the grey lock on the far side of town must be closed without delay. It opens again by Friday, when the tide lets the divers out';
    const [told] = judge(corpusOf(article('p', source)), `Ann Lee | “${words}.”`);
    assert.deepEqual(told?.holds, ['altered', 'not-speech']);
    assert.equal(told.changes.length, 1);
  });
});
