import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Article } from '../../server/src/core/corpus/article.ts';
import { align, type Alignment } from '../../server/src/core/corpus/pairs-align.ts';
import { rarestPairs, type RarestPairs } from '../../server/src/core/corpus/pairs-lookup.ts';
import { buildSegment, pairHash, type Segment } from '../../server/src/core/corpus/pairs-segment.ts';
import { elect } from '../../server/src/core/corpus/pairs-votes.ts';
import { invent } from './invent.ts';

/** Few words, so that votes meet by chance, and some that hardly anybody has. */
const word = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 30 }) },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 999 }) },
);
const words = (most: number): fc.Arbitrary<Uint32Array> =>
  fc.array(word, { minLength: 2, maxLength: most, size: 'max' }).map(it => Uint32Array.from(it, spread));

/** Hashes of words have bits all over. */
function spread(value: number): number {
  return Math.imul(value, 0x9e3779b1) >>> 0;
}

function segmentOf(articles: readonly Uint32Array[]): Segment {
  const sources = articles.map(hashes => ({
    hashes,
    quoted: new Uint8Array(Math.ceil(hashes.length / 8)),
    anchors: new Uint32Array(Math.ceil(hashes.length / 16)),
  }));
  return { articles: articles.map((_, index) => invented(index)), ...buildSegment(sources) };
}

function invented(index: number): Article {
  return invent({ path: String(index) });
}

interface Bin {
  readonly segment: Segment;
  readonly article: number;
  readonly bin: number;
  least: number;
  most: number;
  votes: number;
}

/** The rarest pairs, until they have cast 4,000 votes, or nine of them a thousand. */
function voters({ order, counts }: RarestPairs): readonly number[] {
  let cast = 0;
  const most = order.findIndex((pair, index) => {
    cast += counts[pair]!;
    return index > 0 && cast > (index < 9 ? 4000 : 1000);
  });
  return most < 0 ? order : order.slice(0, most);
}

/** Every vote in a bin of its own article, every bin weighed: what an election comes to. */
function counted(segments: readonly Segment[], query: Uint32Array): Bin[] {
  const pairs = rarestPairs(segments, query);
  const { counts } = pairs;
  const total = segments.reduce((sum, it) => sum + it.words, 0);
  const found: Bin[] = [];
  let best = 0;
  for (const segment of segments) {
    const bins = new Map<string, Bin>();
    for (const pair of voters(pairs)) {
      const hash = pairHash(query[pair]!, query[pair + 1]!);
      for (let article = 0; article < segment.articles.length; article++) {
        for (let at = 0; at + 1 < segment.lengths[article]!; at++) {
          const place = segment.bases[article]! + at;
          if (pairHash(segment.hashes[place]!, segment.hashes[place + 1]!) === hash) {
            const begin = at - pair;
            const key = `${String(article)} ${String(begin >> 5)}`;
            const bin = bins.get(key) ?? {
              segment,
              article,
              bin: begin >> 5,
              least: begin,
              most: begin,
              votes: 0,
            };
            bins.set(key, bin);
            bin.least = Math.min(bin.least, begin);
            bin.most = Math.max(bin.most, begin);
            bin.votes += 1 + Math.round(4 * Math.log2(1 + total / counts[pair]!));
          }
        }
      }
    }
    best = Math.max(best, ...[...bins.values()].map(it => it.votes));
    const own = best;
    for (const it of bins.values()) {
      const next = bins.get(`${String(it.article)} ${String(it.bin + 1)}`);
      const votes = it.votes + (next?.votes ?? 0);
      if (it.votes >= own * 0.1 && votes >= own * 0.2) {
        found.push({ ...it, votes, most: next?.most ?? it.most });
        best = Math.max(best, votes);
      }
    }
  }
  return found.sort((one, other) => other.votes - one.votes).slice(0, 48);
}

const archive = fc.array(fc.array(words(200), { minLength: 1, maxLength: 12, size: 'max' }), {
  minLength: 1,
  maxLength: 5,
  size: 'max',
});

/** Some words of an article with others before and behind them, or others alone. */
const asked = fc.record({
  of: fc.nat(),
  from: fc.nat(150),
  length: fc.nat(25),
  before: words(40),
  behind: words(10),
});

describe('an election of stretches', () => {
  it('gives those with most votes, as if every vote were counted', () => {
    fc.assert(
      fc.property(archive, asked, (articles, { of, from, length, before, behind }) => {
        const all = articles.flat();
        const own = all[of % all.length]!.subarray(from, from + length);
        const query = Uint32Array.from([...before, ...own, ...behind]);
        const segments = articles.map(segmentOf);
        assert.deepEqual(elect(segments, rarestPairs(segments, query)), counted(segments, query));
      }),
      { numRuns: 40 },
    );
  }).timeout(20_000);
});

/** The textbook's table, with the way to every cell. */
function aligned(query: Uint32Array, source: Uint32Array): Alignment | undefined {
  const scores = Array.from({ length: query.length + 1 }, () => new Array<number>(source.length + 1).fill(0));
  const ways = scores.map(row => row.map(() => ''));
  let best = { score: 0, row: 0, column: 0 };
  for (let row = 1; row <= query.length; row++) {
    for (let column = 1; column <= source.length; column++) {
      const meets = query[row - 1] === source[column - 1];
      const [score, way] = [
        [scores[row - 1]![column - 1]! + (meets ? 8 : -4), 'both'] as const,
        [scores[row - 1]![column]! - 4, 'query'] as const,
        [scores[row]![column - 1]! - 2, 'source'] as const,
      ].reduce((one, other) => (other[0] > one[0] ? other : one));
      scores[row]![column] = Math.max(0, score);
      ways[row]![column] = score > 0 ? way : '';
      best = score > best.score ? { score, row, column } : best;
    }
  }
  const met: { readonly row: number; readonly column: number }[] = [];
  let { row, column } = best;
  for (let way = ways[row]![column]!; way !== ''; way = ways[row]![column]!) {
    row -= way === 'source' ? 0 : 1;
    column -= way === 'query' ? 0 : 1;
    if (way === 'both' && query[row] === source[column]) {
      met.push({ row, column });
    }
  }
  const last = met.at(-1);
  return last === undefined
    ? undefined
    : {
        first: last.column,
        last: best.column - 1,
        queryFirst: last.row,
        queryLast: best.row - 1,
        matched: met.length,
      };
}

describe('an alignment of a query with a stretch', () => {
  it('is the one that the textbook gives', () => {
    fc.assert(
      fc.property(words(40), words(70), fc.nat(20), (query, source, before) => {
        const found = align(query, source, Math.min(before, source.length), source.length);
        const expected = aligned(query, source.subarray(before));
        const moved = (it: number): number => it + before;
        assert.deepEqual(
          found,
          expected && { ...expected, first: moved(expected.first), last: moved(expected.last) },
        );
      }),
    );
  });
});
