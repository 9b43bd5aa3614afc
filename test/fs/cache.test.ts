import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { defaultProject } from '../../server/src/core/project.ts';
import { largestFile, tooLarge } from '../../server/src/formats/plain.ts';
import { applyChanges } from '../../server/src/fs/apply-changes.ts';
import { allSteps } from '../../server/src/core/text/steps.ts';
import { Cache, type CacheSettings } from '../../server/src/fs/cache/cache.ts';
import { removeOldest, userCacheFolder } from '../../server/src/fs/cache/cache-folder.ts';
import { keepChanges } from '../../server/src/fs/cache/keep-changes.ts';
import { recall } from '../../server/src/fs/cache/recall.ts';
import { ParcelReader } from '../../server/src/fs/parcel-reader.ts';
import { loadCorpus, type LoadedCorpus } from '../../server/src/fs/load-corpus.ts';
import { syntheticArticle } from '../bench/synthetic.ts';
import { answersOf, inventedFiles, model } from './corpora.ts';
import { temporaryFolder, write } from './temporary-folder.ts';

interface Room {
  readonly root: string;
  readonly base: string;
  /** What was logged since it was asked last. */
  logged(): string[];
  load(settings?: Partial<CacheSettings>): Promise<LoadedCorpus>;
  /** Names of what the cache holds, by how they end. */
  kept(ending?: string): string[];
}

/** A newsroom with a cache of its own. */
function room(count = 12): Room {
  const root = temporaryFolder(inventedFiles(count));
  const base = join(temporaryFolder(), 'cache');
  const lines: string[] = [];
  return {
    root,
    base,
    logged: () => lines.splice(0),
    async load(settings = {}) {
      const log = (line: string): void => void lines.push(line);
      const cache = { base, version: 'a version', log, fewest: 1, ...settings };
      const loaded = await loadCorpus(root, defaultProject, model, { cache });
      await loaded.kept;
      return loaded;
    },
    kept: (ending = '.parcel') =>
      existsSync(base)
        ? readdirSync(base, { recursive: true, encoding: 'utf8' })
            .filter(it => it.endsWith(ending))
            .map(it => join(base, it))
            .sort()
        : [],
  };
}

async function uncached({ root }: Room): Promise<unknown> {
  const { corpus, problems } = await loadCorpus(root, defaultProject, model);
  return [answersOf(corpus), problems];
}

async function cached(it: Room, settings: Partial<CacheSettings> = {}): Promise<unknown> {
  const { corpus, problems } = await it.load(settings);
  return [answersOf(corpus), problems];
}

function paths({ root }: Room): string[] {
  return readdirSync(join(root, 'articles'))
    .filter(it => it.endsWith('.txt') && it !== 'broken.txt')
    .sort()
    .map(it => join(root, 'articles', it));
}

describe('the cache of the sources', function () {
  this.timeout(60_000);

  it('changes no answer: empty, filled, or left out', async () => {
    const it = room();
    const expected = await uncached(it);
    assert.deepEqual(it.kept(), [], 'nothing is written without a cache');
    assert.deepEqual(await cached(it), expected);
    const kept = it.kept();
    assert.ok(kept.length > 0);
    assert.deepEqual(await cached(it), expected);
    assert.deepEqual(it.kept(), kept, 'nothing was read again');
    assert.deepEqual(it.logged(), []);
  });

  it('is not worth it for a few articles', async () => {
    const it = room(2);
    await it.load({ fewest: undefined });
    assert.deepEqual(it.kept(), []);
  });

  it('knows files that were changed, added, removed, and touched', async () => {
    const it = room();
    await it.load();
    const [changed = '', removed = '', touched = ''] = paths(it);
    writeFileSync(changed, `${readFileSync(changed, 'utf8')}\n“One more thing,” said Ada Lorne.\n`);
    rmSync(removed);
    const past = new Date(Date.now() - 100_000);
    utimesSync(touched, past, past);
    write(it.root, { 'articles/new.txt': '“We have begun anew,” Ada Lorne told reporters.\n' });
    const before = it.kept();
    assert.deepEqual(await cached(it, { moment: -10_000 }), await uncached(it));
    const added = it.kept().filter(file => !before.includes(file));
    assert.equal(added.length, 1);
    assert.ok(
      statSync(added[0]!).size < statSync(before[0]!).size / 2,
      'one changed article rewrites little',
    );
    assert.equal(it.kept('touched.json').length, 1);
    assert.deepEqual(await cached(it), await uncached(it));
    assert.equal(it.kept().length, before.length + 1);
  });

  it('reads no file that is too large, with a cache or without', async () => {
    const it = room(2);
    write(it.root, { 'articles/huge.txt': new Uint8Array(largestFile + 1).fill(32) });
    const { corpus, problems } = await it.load();
    const reasons = problems.filter(({ path }) => path === 'articles/huge.txt').map(({ reason }) => reason);
    assert.deepEqual(reasons, [tooLarge(largestFile + 1)]);
    assert.deepEqual([answersOf(corpus), problems], await uncached(it));
  });

  it('keeps what changes while Stet runs, and no text of an open editor', async () => {
    const it = room();
    const { corpus, cache, problems } = await it.load();
    const [changed = '', open = ''] = paths(it).map(path => path.slice(it.root.length + 1));
    write(it.root, { [changed]: '“We have begun anew,” Ada Lorne told reporters.\n' });
    const readOverride = (path: string): string | undefined => (path === open ? 'Unsaved.' : undefined);
    const sources = { root: it.root, project: defaultProject, model, corpus, problems };
    const { read } = await applyChanges(sources, { changed: [changed, open], removed: [] }, { readOverride });
    assert.deepEqual(read, [changed]);
    const before = it.kept();
    await keepChanges(cache!, it.root, read, model);
    const kept = it.kept();
    assert.equal(kept.length, before.length + 1);
    assert.deepEqual(await cached(it), await uncached(it));
    assert.deepEqual(it.kept(), kept);
  });

  it('puts the crumbs of many changes together', async () => {
    const it = room();
    const { cache } = await it.load();
    for (let change = 0; change < 18; change++) {
      const path = `articles/change-${String(change)}.txt`;
      write(it.root, { [path]: `“We have begun for time ${String(change)},” Ada Lorne told reporters.\n` });
      await keepChanges(cache!, it.root, [path], model);
    }
    assert.equal(it.kept().length, 19);
    assert.deepEqual(await cached(it), await uncached(it));
    assert.ok(it.kept().length < 4);
    assert.deepEqual(await cached(it), await uncached(it));
  });

  it('writes anew a parcel of which little is left', async () => {
    const it = room();
    await it.load();
    const [before] = it.kept();
    for (const path of paths(it).slice(0, 8)) {
      rmSync(path);
    }
    assert.deepEqual(await cached(it), await uncached(it));
    assert.equal(it.kept().length, 1);
    assert.notEqual(it.kept()[0], before);
  });

  describe('of folders that are out of reach', () => {
    const invented = Array.from({ length: 28 }, (_, at) => syntheticArticle(at).text);
    const files = (folder: string, from: number, to: number): Record<string, string> =>
      Object.fromEntries(
        invented.slice(from, to).map((text, at) => [`${folder}/${String(from + at)}.txt`, text]),
      );
    const project = { ...defaultProject, articles: ['wire', 'drive'] };
    const load = async (it: Room): Promise<LoadedCorpus> => {
      const cache = { base: it.base, version: 'a version', fewest: 1 };
      const loaded = await loadCorpus(it.root, project, model, { cache });
      await loaded.kept;
      return loaded;
    };
    const away = (it: Room): void => renameSync(join(it.root, 'drive'), join(it.root, 'away'));

    it('keeps what it has, be it in parcels of their own or in one with others', async () => {
      for (const before of [['wire', 'drive'], ['wire']]) {
        const it = room(0);
        write(it.root, { ...files('wire', 0, 8), 'drive/': '' });
        if (before.includes('drive')) {
          write(it.root, files('drive', 8, 28));
        }
        await load(it);
        write(it.root, files('drive', 8, 28));
        const { corpus } = await load(it);
        const kept = it.kept();
        assert.equal(kept.length, before.includes('drive') ? 1 : 2);
        away(it);
        const { corpus: left, problems } = await load(it);
        assert.equal(left.articleCount, 8);
        assert.deepEqual([left.outOfReach, problems.map(({ path }) => path)], [['drive'], ['drive']]);
        assert.deepEqual(it.kept(), kept);
        renameSync(join(it.root, 'away'), join(it.root, 'drive'));
        const { corpus: whole } = await load(it);
        assert.deepEqual(answersOf(whole), answersOf(corpus));
        assert.deepEqual(it.kept(), kept, 'nothing was read again');
      }
    });

    it('keeps what it has where an empty folder is left in their place, and drops what is removed', async () => {
      const it = room(0);
      write(it.root, { ...files('wire', 0, 8), 'drive/': '' });
      await load(it);
      write(it.root, files('drive', 8, 28));
      await load(it);
      away(it);
      mkdirSync(join(it.root, 'drive'));
      await load(it);
      assert.equal(it.kept().length, 2);
      write(it.root, { 'drive/new.txt': '“We have begun anew,” Ada Lorne told reporters.\n' });
      await load(it);
      assert.equal(it.kept().length, 2, 'the one of those that were there before is gone');
    });

    it('keeps what it has where they go while they are read', async () => {
      const it = room(0);
      write(it.root, { ...files('wire', 0, 8), 'drive/': '' });
      await load(it);
      write(it.root, files('drive', 8, 28));
      await load(it);
      const kept = it.kept();
      away(it);
      mkdirSync(join(it.root, 'drive'));
      for (const path of Object.keys(files('drive', 8, 28))) {
        symlinkSync('gone.txt', join(it.root, path));
      }
      const { corpus, problems } = await load(it);
      assert.deepEqual([corpus.articleCount, problems.length], [8, 20]);
      assert.deepEqual(it.kept(), kept);
    });
  });

  it('looks into a file that was changed in the moment in which it was read', async () => {
    const it = room();
    await it.load();
    const [changed = ''] = paths(it);
    const { atime, mtime } = statSync(changed);
    const text = readFileSync(changed, 'utf8');
    writeFileSync(changed, text.replace(/ the /, ' THE '));
    utimesSync(changed, atime, mtime);
    assert.notEqual(readFileSync(changed, 'utf8'), text);
    assert.deepEqual(await cached(it), await uncached(it));
  });

  it('believes no time that a file may have borne before a change', async () => {
    const it = room(1);
    const settings = { base: it.base, version: 'a version' };
    const [file = ''] = paths(it);
    const path = file.slice(it.root.length + 1);
    const reader = new ParcelReader(it.root, model, {});
    reader.read(path);
    const read = reader.rest()!;
    writeFileSync(file, readFileSync(file, 'utf8').replace(/ the /, ' THE '));
    // As on a disk that knows times by the second: what was read bears those of what was written after it.
    const { mtimeMs: modified, ctimeMs: changed } = statSync(file);
    const files = read.files.map(facts => ({ ...facts, modified, changed }));
    const cache = await Cache.open(settings, it.root, defaultProject.articles);
    await cache.keep({ ...read, files });
    const opened = await Cache.open(settings, it.root, defaultProject.articles);
    assert.equal(opened.parcels.length, 1);
    assert.deepEqual(allSteps(recall(it.root, [path], opened)).unknown, [path]);
  });

  it('looks into a file that was changed and given its old time again', async () => {
    const it = room();
    const past = new Date(Date.now() - 100_000);
    paths(it).forEach(path => utimesSync(path, past, past));
    await it.load({ moment: -10_000 });
    const [changed = ''] = paths(it);
    writeFileSync(changed, readFileSync(changed, 'utf8').replace(/ the /, ' THE '));
    utimesSync(changed, past, past);
    assert.deepEqual(await cached(it, { moment: -10_000 }), await uncached(it));
  });

  it('looks into no file that is as it was', async () => {
    const it = room();
    // As if all were older than what was read of them.
    await it.load({ moment: -10_000 });
    await it.load({ moment: -10_000 });
    assert.deepEqual(it.kept('touched.json'), []);
    const [touched = ''] = paths(it);
    utimesSync(touched, new Date(), new Date());
    for (let start = 0; start < 2; start++) {
      await it.load({ moment: -10_000 });
      const [facts] = it.kept('touched.json').map(file => readFileSync(file, 'utf8'));
      assert.deepEqual(
        (JSON.parse(facts ?? '') as { path: string }[]).map(({ path }) => join(it.root, path)),
        [touched],
      );
    }
  });

  const damages: readonly [string, (bytes: Buffer) => Buffer][] = [
    ['an empty file', () => Buffer.alloc(0)],
    ['half a file', bytes => bytes.subarray(0, bytes.length / 2)],
    ['all but the last byte', bytes => bytes.subarray(0, bytes.length - 1)],
    ['something else', () => Buffer.from('not a parcel'.repeat(100))],
    ['zeroes', bytes => Buffer.alloc(bytes.length)],
    ...[3, 40, 125, 130, 400, 5000].map((at): [string, (bytes: Buffer) => Buffer] => [
      `one bit of byte ${String(at)}`,
      bytes => {
        const damaged = Buffer.from(bytes);
        damaged[at]! ^= 4;
        return damaged;
      },
    ]),
  ];
  for (const [name, damage] of damages) {
    it(`is read anew, and says so in one line, where a file is damaged: ${name}`, async () => {
      const it = room(6);
      await it.load();
      const [file = ''] = it.kept();
      writeFileSync(file, damage(readFileSync(file)));
      assert.deepEqual(await cached(it), await uncached(it));
      assert.deepEqual(it.logged(), ['what was remembered of the sources is damaged: they are read again']);
      assert.deepEqual(await cached(it), await uncached(it));
      assert.deepEqual(it.logged(), []);
    });
  }

  it('reads an article again that is damaged on disk', async () => {
    const it = room(6);
    await it.load();
    const [file = ''] = it.kept();
    const bytes = readFileSync(file);
    bytes[bytes.length - 40]! ^= 1;
    writeFileSync(file, bytes);
    assert.deepEqual(await cached(it), await uncached(it));
    const lines = it.logged();
    assert.ok(lines.length > 0);
    lines.forEach(line =>
      assert.match(line, /^what was remembered of articles\/.+ is damaged: it is read again$/),
    );
  });

  it('reads anew what another version has read, and says so in one line', async () => {
    const it = room(6);
    await it.load();
    const old = it.kept();
    assert.deepEqual(await cached(it, { version: 'another version' }), await uncached(it));
    assert.deepEqual(it.logged(), [
      'what was remembered of the sources is of another version of Stet: they are read again',
    ]);
    assert.ok(!it.kept().some(file => old.includes(file)));
  });

  it('serves two who write at the same time', async () => {
    const it = room();
    const expected = await uncached(it);
    const both = await Promise.all([cached(it), cached(it)]);
    assert.deepEqual(both, [expected, expected]);
    assert.deepEqual(await cached(it), expected);
    assert.deepEqual(it.logged(), []);
  });

  it('goes on being read where another has removed its files', async () => {
    const it = room(6);
    const expected = await uncached(it);
    const { corpus, problems } = await it.load();
    it.kept().forEach(file => rmSync(file));
    assert.deepEqual([answersOf(corpus), problems], expected);
  });

  it('outlives a process that is killed while it writes', async () => {
    const it = room();
    const expected = await uncached(it);
    const script = join(temporaryFolder(), 'load.mts');
    const source = (path: string): string =>
      JSON.stringify(pathToFileURL(join(import.meta.dirname, '../../server/src', path)).href);
    writeFileSync(
      script,
      `import { defaultProject } from ${source('core/project.ts')};
       import { readNamesModel } from ${source('fs/names-model.ts')};
       import { loadCorpus } from ${source('fs/load-corpus.ts')};
       const cache = { base: ${JSON.stringify(it.base)}, version: 'a version', fewest: 1 };
       await loadCorpus(${JSON.stringify(it.root)}, defaultProject, readNamesModel(), { cache });`,
    );
    const cwd = join(import.meta.dirname, '../..');
    const child = spawn(process.execPath, ['--import', 'tsx', script], { cwd, stdio: 'inherit' });
    const ended = new Promise<void>(resolve => child.on('exit', () => resolve()));
    let isOver = false;
    void ended.then(() => (isOver = true));
    while (!isOver && it.kept('').every(file => statSync(file).isDirectory())) {
      await delay(1);
    }
    child.kill('SIGKILL');
    await ended;
    assert.deepEqual(await cached(it), expected);
    assert.deepEqual(it.logged(), []);
  });

  it('removes what a killed process left long ago, and lets be what another is writing', async () => {
    const it = room(6);
    await it.load();
    const folder = join(it.base, readdirSync(it.base)[0]!);
    const past = new Date(Date.now() - 10_000_000);
    writeFileSync(join(folder, 'old.unfinished'), 'half');
    utimesSync(join(folder, 'old.unfinished'), past, past);
    writeFileSync(join(folder, 'new.unfinished'), 'half');
    await it.load();
    assert.deepEqual(it.kept('.unfinished'), [join(folder, 'new.unfinished')]);
  });

  it('is read where something in it cannot be removed, or is gone when it is looked at', async () => {
    const it = room(6);
    await it.load();
    const folder = join(it.base, readdirSync(it.base)[0]!);
    mkdirSync(join(folder, '0.parcel', 'inside'), { recursive: true });
    symlinkSync('nowhere', join(folder, '0.unfinished'));
    const kept = it.kept();
    assert.deepEqual(await cached(it), await uncached(it));
    assert.deepEqual(it.kept(), kept, 'nothing was read again');
  });

  it('does not wait for a pipe among the articles', async function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    const it = room(6);
    execFileSync('mkfifo', [join(it.root, 'articles', 'pipe.txt')]);
    const { problems } = await it.load();
    assert.deepEqual(
      problems.filter(({ path }) => path === 'articles/pipe.txt'),
      [{ path: 'articles/pipe.txt', reason: 'it is not a plain file' }],
    );
  });

  it('does without where nothing can be written, and says so in one line', async () => {
    const it = room(6);
    writeFileSync(it.base, 'a file where the folder should be');
    const lines: string[] = [];
    const log = (line: string): void => void lines.push(line);
    assert.deepEqual(await cached(it, { log }), await uncached(it));
    assert.equal(lines.length, 1);
    assert.match(lines[0]!, /^nothing is remembered of the sources: /);
  });

  it('removes the workspaces that were not used for longest', async () => {
    const name = (letter: string): string => letter.repeat(24);
    const base = temporaryFolder({
      [`${name('a')}/x.parcel`]: 'x'.repeat(600),
      [`${name('b')}/x.parcel`]: 'x'.repeat(600),
      [`${name('c')}/x.parcel`]: 'x',
    });
    const used = (folder: string, ago: number): void => {
      const then = new Date(Date.now() - ago);
      utimesSync(join(base, folder), then, then);
    };
    used(name('a'), 3000);
    used(name('b'), 2000);
    used(name('c'), 9000);
    write(base, { 'of-another-program/big.bin': 'x'.repeat(5000) });
    // As one that is on its way out, and cannot be looked into.
    write(base, { [name('d')]: '' });
    await removeOldest(base, join(base, name('c')), 1000);
    assert.deepEqual(readdirSync(base).sort(), [name('b'), name('c'), name('d'), 'of-another-program']);
    // The one in use stays, though it alone takes more than all may.
    await removeOldest(base, join(base, name('b')), 500);
    assert.deepEqual(readdirSync(base).sort(), [name('b'), name('d'), 'of-another-program']);
  });

  it('lies where the system wants caches to be', () => {
    assert.equal(userCacheFolder({ XDG_CACHE_HOME: join('/', 'x') }), join('/', 'x', 'stet'));
    assert.match(userCacheFolder({}) ?? '', /stet/);
    assert.equal(userCacheFolder({ XDG_CACHE_HOME: 'x' }), userCacheFolder({}));
  });

  it('is none for a user without a home, never the current folder', function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    const { HOME: home } = process.env;
    try {
      process.env['HOME'] = '';
      assert.equal(userCacheFolder({}), undefined);
    } finally {
      if (home === undefined) {
        delete process.env['HOME'];
      } else {
        process.env['HOME'] = home;
      }
    }
  });
});
