import assert from 'node:assert/strict';
import { MemoryCorpus } from '../../server/src/core/corpus/memory-corpus.ts';
import { hoverEntity } from '../../server/src/core/features/hover-name.ts';
import { invent } from '../corpus/invent.ts';

/** What is shown of somebody who is in so many articles, and how many of these are looked into. */
function hovered(count: number, speaks: (index: number) => boolean) {
  const opened = new Set<number>();
  const corpus = new MemoryCorpus();
  const day = (index: number): string => new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10);
  corpus.upsert(
    Array.from({ length: count }, (_, index) => {
      const { quotations, ...article } = invent({
        path: `${String(index).padStart(3, '0')}.txt`,
        date: day(index),
        outlet: 'Ledger',
        text: `Ada Lorne spoke on day ${String(index)}: “The quay is ${String(index)} metres long.”`,
        names: ['Ada Lorne'],
        speakers: [speaks(index) ? 'Ada Lorne' : undefined],
      });
      return {
        ...article,
        get quotations() {
          opened.add(index);
          return quotations;
        },
      };
    }),
  );
  const [entity] = corpus.named('Ada Lorne');
  opened.clear();
  const [, passages = '', total] = hoverEntity(() => '', entity!).split('\n\n');
  const shown = [...passages.matchAll(/quay is (\d+)/g)].map(match => Number(match[1]));
  return { shown, total, opened: opened.size };
}

describe('a name under the cursor', () => {
  it('shows the latest, and counts the others where all were looked into', () => {
    const { shown, total } = hovered(9, () => true);
    assert.deepEqual(shown, [8, 7, 6, 5]);
    assert.equal(total, 'In 9 sources; 5 more quotations.');
    assert.equal(hovered(3, () => true).total, 'In 3 sources.');
  });

  it('looks into a few of many articles', () => {
    const { shown, total, opened } = hovered(300, () => true);
    assert.deepEqual(shown, [299, 298, 297, 296]);
    assert.equal(total, 'In 300 sources; the latest are shown.');
    assert.ok(opened <= 12, String(opened));
  });

  it('looks further where the latest articles do not quote', () => {
    const { shown, opened } = hovered(300, index => index % 20 === 3);
    assert.deepEqual(shown.slice(0, 2), [283, 263]);
    assert.ok(opened <= 50, String(opened));
  });
});
