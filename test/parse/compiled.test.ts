import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../support/read-and-collect.ts', import.meta.url));
const articles = fileURLToPath(new URL('../../samples/articles', import.meta.url));
/** Functions of Node itself lose their code, too. */
const ofNode = 8;

describe('code compiled for reading', () => {
  it('outlives a collection of garbage between two texts', function () {
    this.timeout(60_000);
    const { stdout, status } = spawnSync(
      process.execPath,
      ['--expose-gc', '--trace-deopt', '--import', 'tsx', script, articles],
      { encoding: 'utf8', maxBuffer: 1e8 },
    );
    assert.equal(status, 0);
    assert.match(stdout, /deoptimiz/, 'the engine says nothing any more of code that it drops');
    const dropped = stdout.split('\n').filter(line => line.includes('reason: weak objects'));
    assert.ok(dropped.length <= ofNode, dropped.join('\n'));
  });
});
