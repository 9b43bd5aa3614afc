import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chownSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../fs/temporary-folder.ts';
import { bundleInto } from '../support/bundles.ts';
import { newsroom } from './stet.ts';

describe('the command as it was compiled the last time', function () {
  this.timeout(60_000);
  const bundles = temporaryFolder();
  const caches = temporaryFolder();
  const folder = temporaryFolder(newsroom);
  const kept = join(caches, 'stet', 'check.compiled');

  before(async () => {
    await bundleInto(bundles, { cli: 'server/src/cli/entry.ts', command: 'server/src/cli/main.ts' });
  });

  function stet(...words: readonly string[]): readonly unknown[] {
    return stetWith(caches, ...words);
  }

  function stetWith(XDG_CACHE_HOME: string, ...words: readonly string[]): readonly unknown[] {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(bundles, 'cli.cjs'), ...words], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, XDG_CACHE_HOME },
    });
    return [status, stdout, stderr];
  }

  /** Which file it is: each that is written is another. */
  const identity = (): number => statSync(kept).ino;

  it('is not kept with --no-cache, nor where only words are asked for', () => {
    const [status] = stet('check', '--no-cache');
    assert.equal(status, 1);
    assert.deepEqual(stet('--version').slice(1), [
      `${(JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version}\n`,
      '',
    ]);
    assert.equal(existsSync(kept), false);
  });

  it('is not even there where its version is asked for', () => {
    const alone = join(temporaryFolder({ 'cli.cjs': readFileSync(join(bundles, 'cli.cjs')) }), 'cli.cjs');
    const { status, stdout } = spawnSync(process.execPath, [alone, '--version'], { encoding: 'utf8' });
    assert.deepEqual([status, stdout], stet('check', '--version').slice(0, 2));
    assert.equal(status, 0);
  });

  it('says the same, and is kept once', () => {
    const anew = stet('check', '--no-cache');
    assert.deepEqual(stet('check'), anew);
    const first = identity();
    assert.deepEqual(stet('check'), anew);
    assert.equal(identity(), first);
    assert.deepEqual(readdirSync(join(caches, 'stet')), ['check.compiled']);
  });

  it('takes away what a killed process left unfinished, and leaves alone what is being written', () => {
    const left = join(caches, 'stet', 'check.compiled.1.unfinished');
    const writing = join(caches, 'stet', 'check.compiled.2.unfinished');
    for (const file of [left, writing]) {
      writeFileSync(file, 'half');
    }
    const before = new Date(Date.now() - 2 * 60 * 60 * 1000);
    utimesSync(left, before, before);
    rmSync(kept);
    stet('check');
    assert.deepEqual([existsSync(left), existsSync(writing), existsSync(kept)], [false, true, true]);
    rmSync(writing);
  });

  it('runs from its sources as well', () => {
    const words = ['--import', 'tsx', 'server/src/cli/entry.ts', 'check', '--root', folder];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    assert.deepEqual([status, stdout, stderr], stet('check', '--no-cache'));
  });

  it('is not kept, and nothing said of it, where the place for caches is no folder', () => {
    assert.deepEqual(stetWith(join(bundles, 'cli.cjs'), 'check'), stet('check', '--no-cache'));
  });

  it('is hardly optimised in a run of a moment, which would take longer than the rest', () => {
    const words = ['--trace-opt', join(bundles, 'cli.cjs'), 'check', '--no-cache', '--root', 'samples'];
    const { stdout } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    const optimised = stdout.match(/completed optimizing/g) ?? [];
    assert.ok(optimised.length < 20, `${optimised.length} functions`);
  });

  it('is optimised soon where many files are to be read', function () {
    if (!process.versions.v8.startsWith('11.')) {
      // Later engines are told nothing.
      this.skip();
    }
    const optimised = (files: number): number => {
      const articles = Array.from({ length: files }, (_, index) => [
        `articles/${String(index)}.txt`,
        'Lane left.\n',
      ]);
      const root = temporaryFolder({
        ...(Object.fromEntries(articles) as Record<string, string>),
        'a.md': '',
      });
      const words = ['--trace-opt', join(bundles, 'cli.cjs'), 'check', '--no-cache', '--root', root];
      const { stdout } = spawnSync(process.execPath, words, { encoding: 'utf8', maxBuffer: 1 << 26 });
      return stdout.match(/completed optimizing/g)?.length ?? 0;
    };
    const [few, many] = [optimised(1900), optimised(2100)];
    assert.ok(many > few * 1.5, `${String(few)} functions, and ${String(many)}`);
  });

  it('is compiled anew where it is damaged, of another bundle, or somebody else’s', () => {
    const anew = stet('check', '--no-cache');
    const spoils: readonly (() => void)[] = [
      () => {
        const bytes = readFileSync(kept);
        bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 4000);
        writeFileSync(kept, bytes);
      },
      () => {
        writeFileSync(kept, readFileSync(kept).subarray(0, 30));
      },
      () => {
        appendFileSync(join(bundles, 'command.cjs'), '\n// Another.\n');
      },
      ...(process.getuid?.() === 0 ? [() => chownSync(kept, 12_345, 12_345)] : []),
    ];
    for (const [at, spoil] of spoils.entries()) {
      spoil();
      const before = identity();
      assert.deepEqual(stet('check'), anew, `spoilt in way ${String(at)}`);
      assert.notEqual(identity(), before, `spoilt in way ${String(at)}`);
    }
    const last = identity();
    assert.deepEqual(stet('check'), anew);
    assert.equal(identity(), last);
  });
});
