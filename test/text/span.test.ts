import assert from 'node:assert/strict';
import fc from 'fast-check';
import { overlapping, overlaps } from '../../server/src/core/text/span.ts';

describe('the spans that share a code unit with another', () => {
  it('are found as by passing over all', () => {
    const places = fc
      .uniqueArray(fc.nat(60), { maxLength: 16 })
      .map(it => it.sort((one, other) => one - other));
    fc.assert(
      fc.property(places, fc.nat(60), fc.nat(12), (edges, start, length) => {
        // Some meet, and some lie apart.
        const spans = edges.slice(1).map((end, index) => ({ start: edges[index]!, end }));
        const apart = spans.filter((_, index) => index % 3 < 2);
        const span = { start, end: start + length };
        assert.deepEqual(
          overlapping(apart, it => it, span),
          apart.filter(it => overlaps(it, span)),
        );
      }),
    );
  });
});
