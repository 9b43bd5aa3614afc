import assert from 'node:assert/strict';
import fc from 'fast-check';
import { align, type Alignment } from '../../server/src/core/corpus/pairs-align.ts';
import { crowdedStretches } from '../../server/src/core/corpus/pairs-crowded.ts';
import type { Stretch } from '../../server/src/core/corpus/pairs-foremost.ts';
import { QueryTable } from '../../server/src/core/corpus/pairs-query.ts';
import { findRuns, rarestPairs } from '../../server/src/core/corpus/pairs-lookup.ts';
import { buildSegment, pairHash, type Segment } from '../../server/src/core/corpus/pairs-segment.ts';
import { findStretches } from '../../server/src/core/corpus/pairs-stretches.ts';
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

function segmentOf(articles: readonly Uint32Array[], paths?: readonly string[]): Segment {
  const sources = articles.map(hashes => ({
    hashes,
    quoted: new Uint8Array(Math.ceil(hashes.length / 8)),
    anchors: new Uint32Array(Math.ceil(hashes.length / 16)),
  }));
  return {
    articles: articles.map((_, index) => invent({ path: paths?.[index] ?? String(index) })),
    ...buildSegment(sources),
  };
}

/** How often a pair stands in the articles. */
function timesOf(segments: readonly Segment[], hash: number): number {
  let times = 0;
  for (const { hashes } of segments) {
    hashes.forEach((word, place) => {
      const next = hashes[place + 1] ?? 0;
      times += word !== 0 && next !== 0 && pairHash(word, next) === hash ? 1 : 0;
    });
  }
  return times;
}

/** The rarest pairs, 31 at most: two may cast 12,000 votes, more of them 4,000, and nine are enough where they cast a thousand. */
function voters(pairs: readonly { readonly pair: number; readonly times: number }[]): typeof pairs {
  let cast = 0;
  const most = pairs.findIndex(({ times }, index) => {
    const isClear = index >= 9 && cast >= 1000;
    cast += times;
    return index > 0 && (isClear || cast > (index < 2 ? 12_000 : 4000));
  });
  return pairs.slice(0, most < 0 ? 31 : Math.min(31, most));
}

/** Every vote in a bin of its own article, every bin weighed: what an election comes to. */
function counted(segments: readonly Segment[], query: Uint32Array): Stretch[] {
  const total = segments.reduce((sum, it) => sum + it.words, 0);
  const standing = Array.from(query.subarray(1), (next, pair) => ({
    pair,
    times: timesOf(segments, pairHash(query[pair]!, next)),
  })).filter(it => it.times > 0);
  standing.sort((one, other) => one.times - other.times || one.pair - other.pair);
  const weights = new Map(
    voters(standing).map(({ pair, times }) => [pair, 1 + Math.round(4 * Math.log2(1 + total / times))]),
  );
  // However often a pair stands in a bin, it is one reason.
  const weigh = (pairs: ReadonlySet<number>): number =>
    [...pairs].reduce((sum, it) => sum + weights.get(it)!, 0);
  const found: Stretch[] = [];
  for (const segment of segments) {
    const bins = new Map<string, { article: number; bin: number; begins: number[]; pairs: Set<number> }>();
    for (const pair of weights.keys()) {
      const hash = pairHash(query[pair]!, query[pair + 1]!);
      for (let article = 0; article < segment.articles.length; article++) {
        for (let at = 0; at + 1 < segment.lengths[article]!; at++) {
          const place = segment.bases[article]! + at;
          if (pairHash(segment.hashes[place]!, segment.hashes[place + 1]!) === hash) {
            const bin = (at - pair) >> 5;
            const key = `${String(article)} ${String(bin)}`;
            const known = bins.get(key) ?? { article, bin, begins: [], pairs: new Set() };
            bins.set(key, known);
            known.begins.push(at - pair);
            known.pairs.add(pair);
          }
        }
      }
    }
    for (const { article, bin, begins, pairs } of bins.values()) {
      const next = bins.get(`${String(article)} ${String(bin + 1)}`);
      const votes = weigh(new Set([...pairs, ...(next?.pairs ?? [])]));
      const beside = weigh(next?.pairs ?? new Set());
      if (votes - beside >= votes * 0.1 || weigh(pairs) >= votes * 0.5) {
        const isOne = [...(next?.pairs ?? [])].every(it => pairs.has(it)) && beside < votes * 0.5;
        const most = Math.max(...(isOne ? begins : next!.begins));
        found.push({ segment, article, bin, least: Math.min(...begins), most, votes });
      }
    }
  }
  const best = Math.max(...found.map(it => it.votes));
  return found.filter(({ votes }) => {
    const asGood = found.filter(it => it.votes >= votes).length;
    return votes >= best * 0.35 && (asGood <= 48 || votes >= best * 0.75);
  });
}

/** What was found, said in words and put in order: of stretches with as many votes none comes first. */
function told(bins: readonly Stretch[]): string[] {
  return bins
    .map(({ segment, article, bin, least, most, votes }) => {
      const path = segment.articles[article]!.path;
      return `${String(9999 - votes)} ${path} ${String(bin)}: ${String(least)} to ${String(most)}`;
    })
    .sort();
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

type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;

describe('the pairs of a query', () => {
  /** Twelve words that follow each other in every order, each pair a hundred times or more. */
  const common = Array.from({ length: 40 }, (_, article) =>
    Uint32Array.from({ length: 500 }, (__, place) =>
      spread(1 + ((place * (1 + (article % 11)) + ((place * place) >> 3)) % 12)),
    ),
  );
  const asked = Uint32Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], spread);

  it('are counted alike however the articles are parted', () => {
    const whole = rarestPairs([segmentOf(common)], asked);
    const parted = [0, 8, 16, 24, 32].map(from => segmentOf(common.slice(from, from + 8)));
    assert.ok(whole.counts.some(it => it > 200));
    for (const round of ['first', 'remembered']) {
      assert.deepEqual(rarestPairs(parted, asked), whole, round);
    }
    whole.counts.forEach((count, pair) => {
      assert.equal(count, timesOf(parted, whole.hashes[pair] ?? 0));
    });
  });

  it('are counted anew where there are more articles', () => {
    const few = [segmentOf(common)];
    const before = rarestPairs(few, asked).counts;
    const after = rarestPairs([...few, segmentOf(common)], asked).counts;
    assert.deepEqual(
      after,
      before.map(it => it * 2),
    );
  });
});

describe('an election of stretches', () => {
  const query = (
    { of, from, length, before, behind }: Asked,
    articles: readonly Uint32Array[],
  ): Uint32Array => {
    const own = articles[of % articles.length]!.subarray(from, from + length);
    return Uint32Array.from([...before, ...own, ...behind]);
  };
  const elected = (segments: readonly Segment[], asked: Uint32Array): string[] =>
    told(elect(segments, rarestPairs(segments, asked)) ?? []);

  it('gives those with most votes, as if every vote were counted', () => {
    fc.assert(
      fc.property(archive, asked, (articles, draw) => {
        const words = query(draw, articles.flat());
        const segments = articles.map(it => segmentOf(it));
        assert.deepEqual(elected(segments, words), told(counted(segments, words)));
      }),
      { numRuns: 40 },
    );
  }).timeout(20_000);

  it('gives the same however the articles are parted and in whatever order', () => {
    fc.assert(
      fc.property(archive, asked, fc.nat(), (articles, draw, cut) => {
        const all = articles.flat();
        const words = query(draw, all);
        const paths = all.map((_, index) => String(index));
        const at = cut % all.length;
        const parted = [
          segmentOf(all.slice(at).reverse(), paths.slice(at).reverse()),
          segmentOf(all.slice(0, at), paths.slice(0, at)),
        ].filter(it => it.articles.length > 0);
        assert.deepEqual(elected(parted, words), elected([segmentOf(all, paths)], words));
      }),
      { numRuns: 40 },
    );
  }).timeout(20_000);

  it('gives the same where all words are known to stand somewhere', () => {
    fc.assert(
      fc.property(archive, asked, (articles, draw) => {
        const own = articles.flat()[draw.of % articles.flat().length]!;
        const words = own.subarray(draw.from, draw.from + draw.length + 2);
        fc.pre(words.length > 1);
        const segments = articles.map(it => segmentOf(it));
        const pairs = rarestPairs(segments, words);
        fc.pre(findRuns(segments, words, pairs).length > 0);
        assert.deepEqual(
          told(elect(segments, pairs, undefined, true) ?? []),
          told(elect(segments, pairs) ?? []),
        );
      }),
      { numRuns: 40 },
    );
  }).timeout(20_000);

  it('finds the one place of a few words of which each two stand in thousands of places', () => {
    const said = Uint32Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9], spread);
    const altered = Uint32Array.from([1, 2, 3, 4, 99, 6, 7, 8, 9], spread);
    // Every article has two words of it that follow each other, among its own.
    const articles = Array.from({ length: 24_000 }, (_, index) => {
      const pair = 1 + (index % 8);
      return Uint32Array.from([1000 + index, pair, pair + 1, 90_000 + index], spread);
    });
    articles.splice(17_000, 0, said);
    const segments = Array.from({ length: 5 }, (_, part) =>
      segmentOf(
        articles.slice(part * 5000, part * 5000 + 5000),
        Array.from({ length: 5000 }, (__, index) => String(part * 5000 + index)),
      ),
    );
    const [first] = elect(segments, rarestPairs(segments, altered)) ?? [];
    assert.equal(first?.segment.articles[first.article]?.path, '17000');
  });

  it('finds it wherever near it a part of it stands once more', () => {
    const said = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    const altered = Uint32Array.from([1, 2, 3, 4, 5, 6, 7, 99, 9], spread);
    const other = (count: number): number[] => Array.from({ length: count }, (_, index) => 200 + index);
    for (let apart = 0; apart < 100; apart++) {
      const part = said.slice(0, 7);
      for (const words of [
        [...other(20), ...said, ...other(apart), ...part, ...other(40)],
        [...other(20), ...part, ...other(apart), ...said, ...other(40)],
      ]) {
        const segment = segmentOf([Uint32Array.from(words, spread)]);
        const pairs = rarestPairs([segment], altered);
        const scores = findStretches([segment], altered, pairs, []).map(it => it.score);
        assert.equal(Math.max(...scores), 8 / 9, words.join(' '));
      }
    }
  });

  /** The paths of the stretches that have most of a query in order, however the articles are parted and in whatever order. */
  const foremost = (articles: readonly Uint32Array[], query: Uint32Array): readonly string[] => {
    const all = articles.map((words, index) => ({ words, path: String(index) }));
    const [paths, ...others] = [all, all.toReversed(), [...all.slice(7000), ...all.slice(0, 7000)]].map(
      (ordered, way) => {
        const size = Math.ceil(ordered.length / (way + 1));
        const segments = Array.from({ length: way + 1 }, (_, part) => {
          const own = ordered.slice(part * size, (part + 1) * size);
          return segmentOf(
            own.map(it => it.words),
            own.map(it => it.path),
          );
        });
        const hits = findStretches(segments, query, rarestPairs(segments, query), []);
        const best = Math.max(...hits.map(it => it.score));
        return hits
          .filter(it => it.score === best)
          .map(it => it.segment.articles[it.article]!.path)
          .sort();
      },
    );
    for (const other of others) {
      assert.deepEqual(other, paths);
    }
    return paths ?? [];
  };

  it('finds it by its other words where thousands have the only two that follow each other', () => {
    const articles = Array.from({ length: 1900 }, (_, index) =>
      Uint32Array.from([1000 + index, 1, 2, 90_000 + index], spread),
    );
    articles.splice(1500, 0, Uint32Array.from([1, 2, 3, 4, 5, 6], spread));
    assert.deepEqual(foremost(articles, Uint32Array.from([1, 2, 99, 4, 98, 6], spread)), ['1500']);
  });

  it('finds it by the longest run where each two words stand in more places than may vote', () => {
    const articles = Array.from({ length: 26_000 }, (_, index) =>
      Uint32Array.from([100_000 + index, 1 + (index % 2), 2 + (index % 2), 900_000 + index], spread),
    );
    articles.splice(15_000, 0, Uint32Array.from([70, 1, 2, 3, 71, 5, 72], spread));
    assert.deepEqual(foremost(articles, Uint32Array.from([1, 2, 3, 99, 5, 98], spread)), ['15000']);
  });

  it('does not count those that were removed among too many', () => {
    const articles = Array.from({ length: 2100 }, (_, index) =>
      Uint32Array.from([1000 + index, 1, 2, 90_000 + index], spread),
    );
    const segment = segmentOf(articles);
    const query = Uint32Array.from([1, 2, 99, 98], spread);
    const found = (): readonly Stretch[] => crowdedStretches([segment], query, rarestPairs([segment], query));
    assert.equal(found().length, 0);
    segment.articles.fill(undefined, 0, 100);
    assert.deepEqual(
      found().map(it => it.article),
      Array.from({ length: 2000 }, (_, index) => 100 + index),
    );
  });

  it('gives nothing where too many have all that anybody has', () => {
    const articles = Array.from({ length: 2100 }, (_, index) =>
      Uint32Array.from([1000 + index, 1, 2, 90_000 + index], spread),
    );
    assert.deepEqual(foremost(articles, Uint32Array.from([1, 2, 99, 98], spread)), []);
  });

  it('finds it among articles that repeat a name of it', () => {
    const said = Uint32Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9], spread);
    const altered = Uint32Array.from([1, 2, 3, 4, 99, 6, 7, 8, 9], spread);
    const about = Array.from({ length: 60 }, (_, index) =>
      Uint32Array.from(
        [8, 9, 100 + index, 8, 9, 200 + index, 8, 9, 300 + index, 8, 9, 400 + index, 8, 9],
        spread,
      ),
    );
    const segment = segmentOf([...about, said]);
    const [first] = elect([segment], rarestPairs([segment], altered)) ?? [];
    assert.equal(first?.article, 60);
  });
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
        const found = align(
          new QueryTable().fill(query),
          source,
          Math.min(before, source.length),
          source.length,
        );
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
