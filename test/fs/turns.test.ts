import assert from 'node:assert/strict';
import { inTurns } from '../../server/src/fs/turns.ts';

describe('work in turns', () => {
  it('has a question that comes meanwhile answered before its next step', async () => {
    const answeredAfter: number[] = [];
    let steps = 0;
    function* work(): Generator<void, number> {
      for (; steps < 3; steps++) {
        const until = performance.now() + 20;
        while (performance.now() < until) {
          // As long as others are kept waiting.
        }
        const asked = steps;
        // Read, put in line, answered: each in a turn of its own.
        setImmediate(() => setImmediate(() => setImmediate(() => answeredAfter.push(steps - asked))));
        yield;
      }
      return steps;
    }
    assert.equal(await inTurns(work()), 3);
    assert.deepEqual(answeredAfter.slice(0, 2), [0, 0]);
  });
});
