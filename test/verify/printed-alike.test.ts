import { strict as assert } from 'node:assert';
import { exactAlignments } from '../../server/src/core/verify/align.ts';
import { readDrafted } from '../../server/src/core/verify/drafted.ts';
import { linksOf } from '../../server/src/core/verify/links.ts';
import { alike, printedAlike } from '../../server/src/core/verify/printed-alike.ts';
import { sourceWords } from '../../server/src/core/verify/source-words.ts';
import { article } from './stage.ts';

const source = sourceWords(
  article('a.txt', 'Ann Lee | “It’s the crane, not the lock,” she said, “that must go.” “Now or never.”'),
  { span: { start: 0, end: 0 } },
);

/** How much of each word of a quotation is told to be printed as in the source. */
function told(text: string, hidden: readonly { start: number; end: number }[] = []): number[] {
  const drafted = readDrafted(text, { start: 0, end: text.length }, hidden);
  const [alignment] = exactAlignments(drafted, source, source.utterance(0), 1);
  assert.ok(alignment);
  return [...printedAlike(alignment, linksOf(alignment))];
}

const { unknown, word, wordAndGapBefore } = alike;

describe('words printed alike', () => {
  it('are told as a run, with the gaps between them', () => {
    assert.deepEqual(told('the crane, not'), [word, wordAndGapBefore, wordAndGapBefore]);
  });

  it('are told of each part beside an ellipsis', () => {
    const parts = [word, wordAndGapBefore, word, wordAndGapBefore];
    assert.deepEqual(told('the crane … must go'), parts);
  });

  it('are not told where a letter, a mark or a gap differs', () => {
    for (const text of ['the Crane, not', "It's the crane", 'the crane not', 'the crane,  not']) {
      assert.deepEqual(new Set(told(text)), new Set([unknown]), text);
    }
  });

  it('are not told across marks, though the draft has the same ones', () => {
    assert.deepEqual(told('that must go.” “Now'), Array(4).fill(unknown));
  });

  it('are not told across an attribution, nor where the draft hides something', () => {
    assert.deepEqual(told('the lock that must go'), Array(5).fill(unknown));
    assert.deepEqual(told('the *lock*', [{ start: 4, end: 5 }]), [unknown, unknown]);
  });
});
