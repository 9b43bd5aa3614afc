import assert from 'node:assert/strict';
import { labelsApart } from '../../server/src/core/features/tell-apart.ts';

describe('labels', () => {
  const labels = (...texts: readonly string[]): readonly string[] =>
    labelsApart(texts, 30).map(it => it.label);
  const river = 'A river is not a sentence that one country';

  it('are the beginnings of what begins otherwise', () => {
    assert.deepEqual(labels('A river runs.', `${river} ends`, 'The sea'), [
      'A river runs.',
      'A river is not a sentence…',
      'The sea',
    ]);
  });

  it('show where texts part that begin alike', () => {
    assert.deepEqual(labels(`${river} gets to finish,`, `${river} may finish,`, `${river} gets to write,`), [
      'A river is… finish,',
      'A river is… may finish,',
      'A river is… write,',
    ]);
  });

  it('show the end of what ends sooner', () => {
    assert.deepEqual(labels(`${river}.`, `${river}. It never was.`), [
      'A river is… that one country.',
      'A river is… It never was.',
    ]);
  });

  it('are as long as they may be, and no longer', () => {
    const long = 'word '.repeat(40);
    for (const { label, alike } of labelsApart([`${long}one ${long}`, `${long}other ${long}`], 30)) {
      assert.ok(label.length <= 30, label);
      assert.equal(alike.length, 1);
    }
  });
});
