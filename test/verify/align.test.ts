import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { align, exactAlignments } from '../../server/src/core/verify/align.ts';
import { readDrafted } from '../../server/src/core/verify/drafted.ts';
import { sourceWords } from '../../server/src/core/verify/source-words.ts';
import { article } from './stage.ts';

// The costs of the aligner: what a reading is worth, however it is found.
const costs = { replaced: 100, inserted: 101, gapOpens: 85, gapGrows: 12, elided: 1 };

/** The least cost of laying a draft beside any stretch of a source, tried out in every way. */
function leastCost(
  draft: readonly string[],
  source: readonly string[],
  ellipses: ReadonlySet<number>,
): number {
  const known = new Map<string, number>();
  const from = (word: number, place: number, inGap: boolean): number => {
    if (word === draft.length) {
      return 0;
    }
    const key = `${word},${place},${inGap}`;
    const cached = known.get(key);
    if (cached !== undefined) {
      return cached;
    }
    let best = costs.inserted + from(word + 1, place, false);
    if (place < source.length) {
      best = Math.min(
        best,
        (draft[word] === source[place] ? 0 : costs.replaced) + from(word + 1, place + 1, false),
      );
      if (word > 0) {
        const isElided = ellipses.has(word);
        const grows = isElided ? costs.elided : costs.gapGrows;
        best = Math.min(best, (inGap || isElided ? 0 : costs.gapOpens) + grows + from(word, place + 1, true));
      }
    }
    known.set(key, best);
    return best;
  };
  return Math.min(...Array.from({ length: source.length + 1 }, (_, start) => from(0, start, false)));
}

/** What an alignment costs, by its matches; words between two of them are replaced one by one, then put in or dropped. */
function costOf(
  pairs: Int32Array,
  start: number,
  end: number,
  length: number,
  ellipses: ReadonlySet<number>,
): number {
  let cost = 0;
  let word = 0;
  let place = start;
  const between = (toWord: number, toPlace: number): void => {
    const put = toWord - word;
    const taken = toPlace - place;
    cost += Math.min(put, taken) * costs.replaced + Math.max(0, put - taken) * costs.inserted;
    if (taken > put) {
      const isElided = Array.from({ length: put + 1 }, (_, index) => word + index).some(it =>
        ellipses.has(it),
      );
      cost += isElided ? (taken - put) * costs.elided : costs.gapOpens + (taken - put) * costs.gapGrows;
    }
  };
  for (let index = 0; index < length; index++) {
    if (pairs[index]! >= 0) {
      between(index, pairs[index]!);
      word = index + 1;
      place = pairs[index]! + 1;
    }
  }
  between(length, end);
  return cost;
}

const vocabulary = ['alder', 'birch', 'cedar', 'dogwood'];
const wordsOf = (most: number): fc.Arbitrary<string[]> =>
  fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: most });

function laid(draft: string, source: string): ReturnType<typeof align> {
  const words = sourceWords(article('a.txt', `Ann Lee | “${source}”`), { span: { start: 0, end: 1 } });
  const drafted = readDrafted(draft, { start: 0, end: draft.length }, []);
  return align(drafted, words, words.utterance(0));
}

describe('align', () => {
  it('finds a way as cheap as the cheapest of all', () => {
    fc.assert(
      fc.property(wordsOf(7), wordsOf(9), fc.option(fc.nat({ max: 6 })), (draft, source, cut) => {
        const ellipses = new Set(cut !== null && cut > 0 && cut < draft.length ? [cut] : []);
        const text = draft.map((word, index) => (ellipses.has(index) ? `… ${word}` : word)).join(' ');
        const { pairs, start, end } = laid(text, source.join(' '));
        const least = leastCost(draft, source, ellipses);
        const own = costOf(pairs, start, end, draft.length, ellipses);
        assert.ok(own <= least, `${text} | ${source.join(' ')}: ${own}, not ${least}`);
      }),
      { numRuns: 400 },
    );
  });

  it('matches only equal words, in order', () => {
    fc.assert(
      fc.property(wordsOf(12), wordsOf(20), (draft, source) => {
        const { pairs } = laid(draft.join(' '), source.join(' '));
        let before = -1;
        pairs.forEach((place, word) => {
          if (place >= 0) {
            assert.equal(draft[word], source[place]);
            assert.ok(place > before);
            before = place;
          }
        });
      }),
    );
  });

  it('finds every place where the words stand, and no other', () => {
    fc.assert(
      fc.property(wordsOf(3), wordsOf(14), (draft, source) => {
        const words = sourceWords(article('a.txt', `Ann Lee | “${source.join(' ')}”`), {
          span: { start: 0, end: 1 },
        });
        const text = draft.join(' ');
        const drafted = readDrafted(text, { start: 0, end: text.length }, []);
        const found = exactAlignments(drafted, words, words.utterance(0), 100).map(it => it.start);
        const expected = source.flatMap((_, at) =>
          draft.every((word, index) => source[at + index] === word) ? [at] : [],
        );
        assert.deepEqual(found, expected);
      }),
    );
  });

  it('stays within bounds on texts that are far too long', () => {
    const source = Array.from({ length: 30_000 }, (_, index) => vocabulary[index % 4]).join(' ');
    const draft = Array.from({ length: 900 }, (_, index) => vocabulary[(index * 7) % 4]).join(' ');
    const { pairs } = laid(draft, source);
    assert.equal(pairs.length, 900);
  });
});
