import { strict as assert } from 'node:assert';
import { quotedWhereDiffers } from '../../server/src/core/features/where-differs.ts';

describe('words that are offered in place of others', () => {
  const river = 'A river is not a sentence that one country gets to finish before the other has begun';
  const shown = (text: string, other: string): string => quotedWhereDiffers(text, other, 60);

  it('show their beginning where the difference is seen there', () => {
    assert.equal(
      shown(river, river.replace('not ', '')),
      '“A river is not a sentence that one country gets to finish…”',
    );
    assert.equal(shown('We may go', 'We will go'), '“We may go”');
  });

  it('show the first word that differs, with a few before it', () => {
    assert.equal(
      shown(river, river.replace('gets', 'likes')),
      '“… that one country gets to finish before the other has begun”',
    );
    assert.equal(
      shown(`${river}, and so on and on`, river.replace('country', 'king')),
      '“… sentence that one country gets to finish before the other…”',
    );
  });

  it('show the end where that alone differs', () => {
    const end = '“… the other has begun.”';
    assert.equal(shown(`${river}.`, river.replace(' begun', '')), end);
  });

  it('show what is spelt or printed otherwise where all words are the same', () => {
    const centre = 'We came by the long road over the hills and the moor to the centre of it all';
    assert.equal(shown(centre, centre.replace('centre', 'center')), '“… moor to the centre of it all”');
  });

  it('are no longer than there is room, and one line', () => {
    const long = 'word '.repeat(40);
    const offered = shown(`${long}one\n${long}`, `${long}other ${long}`);
    assert.ok(offered.length <= 63 && /^“… word word word one word/.test(offered), offered);
  });
});
