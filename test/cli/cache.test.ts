import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckReport } from '../../server/src/cli/check-report.ts';
import { inventedFiles } from '../fs/corpora.ts';
import { temporaryFolder } from '../fs/temporary-folder.ts';
import { bundleInto } from '../support/bundles.ts';

describe('what the command remembers', function () {
  this.timeout(60_000);
  const bundles = temporaryFolder();
  const caches = temporaryFolder();
  const articles = Object.fromEntries(
    Object.entries(inventedFiles(70)).filter(([path]) => !/broken|scan/.test(path)),
  );
  const folder = temporaryFolder({
    ...articles,
    'briefs/a.md': '“Nobody has said a word of this,” he said.\n',
  });

  before(async () => {
    await bundleInto(
      bundles,
      { cli: 'server/src/cli/main.ts', worker: 'server/src/fs/reading-worker.ts' },
      'this build',
    );
  });

  function check(...words: readonly string[]): Omit<CheckReport, 'timings'> {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [join(bundles, 'cli.cjs'), 'check', '--format', 'json', ...words],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, XDG_CACHE_HOME: caches } },
    );
    assert.equal(stderr, '');
    const { version, problems, articles: read, drafts } = JSON.parse(stdout) as CheckReport;
    return { version, problems, articles: read, drafts };
  }

  it('is nothing with --no-cache, else what it read; the report is the same', () => {
    const cache = join(caches, 'stet');
    const anew = check('--no-cache');
    assert.equal(anew.articles.count, 70);
    assert.equal(existsSync(cache), false);
    assert.deepEqual(check(), anew);
    const kept = readdirSync(cache, { recursive: true });
    assert.ok(kept.some(it => String(it).endsWith('.parcel')));
    assert.deepEqual(check(), anew);
    assert.deepEqual(check('--no-cache'), anew);
    assert.deepEqual(readdirSync(cache, { recursive: true }), kept);
  });
});
