import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Project } from '../../server/src/core/project.ts';
import { defaultProject } from '../../server/src/core/project.ts';
import { applyChanges } from '../../server/src/fs/apply-changes.ts';
import { loadCorpus } from '../../server/src/fs/load-corpus.ts';
import { readNamesModel } from '../../server/src/fs/names-model.ts';
import { readParcels } from '../../server/src/fs/parcel-reader.ts';
import type { Problem } from '../../server/src/fs/problem.ts';
import type { ReadOptions } from '../../server/src/fs/read-articles.ts';
import { temporaryFolder, write } from './temporary-folder.ts';

const model = readNamesModel();
const budget = '“We will not raise taxes this year,” Mayor Ana Ortiz said on Friday.\n';
const bridge = 'The bridge will close in June, the clerk, Tom Okafor, told reporters.\n';

describe('loading the sources', function () {
  this.timeout(20_000);
  it('reads every article and says what it could not read', async () => {
    const root = temporaryFolder({
      'articles/a.txt': budget,
      'articles/b.md': bridge,
      'articles/c.txt': new Uint8Array(9),
      'articles/bound.pdf': '',
      'articles/d.pdf': '',
    });
    const { corpus, problems, timings } = await loadCorpus(root, defaultProject, model);
    assert.equal(corpus.whole, true);
    assert.deepEqual(
      [...corpus.articles()].map(it => [it.path, it.key]),
      [
        ['articles/a.txt', 'a'],
        ['articles/b.md', 'b'],
      ],
    );
    assert.deepEqual(
      problems.map(it => it.path),
      ['articles/bound.pdf', 'articles/c.txt', 'articles/d.pdf'],
      'in the order of their paths, whatever is wrong with them',
    );
    assert.equal(corpus.article('articles/a.txt')!.text, budget);
    assert.ok(timings.readMs > 0 && timings.indexMs >= 0);
  });

  it('says why a file that its folder lists is not there', async function () {
    if (process.platform !== 'linux') {
      // Elsewhere no name is other than UTF-8.
      this.skip();
    }
    const root = temporaryFolder({ 'articles/a.txt': budget });
    symlinkSync('nowhere.txt', join(root, 'articles/link.txt'));
    writeFileSync(
      Buffer.concat([Buffer.from(join(root, 'articles/caf')), Buffer.of(0xe9), Buffer.from('.txt')]),
      '',
    );
    const reasons: readonly Problem[] = [
      {
        path: 'articles/caf\ufffd.txt',
        reason: 'there is no such file, or its name is not in UTF-8: rename it',
      },
      { path: 'articles/link.txt', reason: 'it is a symbolic link to a file that is not there' },
    ];
    assert.deepEqual((await loadCorpus(root, defaultProject, model)).problems, reasons);
    const toKeep = [
      ...readParcels(
        root,
        reasons.map(it => it.path),
        model,
      ),
    ].at(-1);
    assert.deepEqual(toKeep?.problems, reasons);
  });

  it('takes the text of an open editor before that of the disk', async () => {
    const root = temporaryFolder({ 'articles/a.txt': budget, 'articles/b.md': bridge });
    const readOverride = (path: string): string | undefined =>
      path === 'articles/a.txt' ? 'Unsaved.' : undefined;
    const { corpus } = await loadCorpus(root, defaultProject, model, { readOverride });
    assert.deepEqual(
      [...corpus.articles()].map(it => it.text),
      ['Unsaved.', bridge],
    );
  });

  it('takes what is in another language for no source because it is open', async () => {
    const french = 'Le maire a dit que la ville ne vendra pas le port. '.repeat(20);
    const root = temporaryFolder({ 'articles/a.txt': budget, 'articles/quai.txt': french });
    for (const [where, readOverride] of [['on disk'], ['in an editor', () => french]] as const) {
      const { corpus, problems } = await loadCorpus(root, defaultProject, model, { readOverride });
      assert.equal(corpus.article('articles/quai.txt'), undefined, where);
      assert.equal(problems.at(-1)?.path, 'articles/quai.txt', where);
    }
  });

  it('counts up to the whole, and lets others have their turn meanwhile', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 150 }, (_, index) => [`articles/${index}.txt`, budget.repeat(12)]),
    );
    const seen: number[] = [];
    let turns = 0;
    let running = true;
    const others = (): void => {
      turns++;
      if (running) {
        setImmediate(others);
      }
    };
    setImmediate(others);
    await loadCorpus(temporaryFolder(files), defaultProject, model, {
      onProgress: (done, total) => {
        assert.equal(total, 150);
        seen.push(done);
      },
    });
    running = false;
    assert.deepEqual(seen, [32, 64, 96, 128, 150]);
    assert.ok(turns > 5, String(turns));
  });

  it('stops when it is told to', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 80 }, (_, index) => [`articles/${index}.txt`, budget]),
    );
    const stop = new AbortController();
    const loading = loadCorpus(temporaryFolder(files), defaultProject, model, {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    });
    await assert.rejects(loading, /^Error: enough$/);
  });
});

/** A folder that is loaded, and told of changes. */
async function desk(files: Readonly<Record<string, string | Uint8Array>>, settings: Partial<Project> = {}) {
  const root = temporaryFolder(files);
  const project = { ...defaultProject, ...settings };
  const { corpus, problems } = await loadCorpus(root, project, model);
  let now: readonly Problem[] = problems;
  return {
    root,
    corpus,
    keys: () => Object.fromEntries([...corpus.articles()].map(it => [it.path, it.key])),
    problems: () => now.map(it => it.path),
    async change(
      changed: readonly string[],
      removed: readonly string[] = [],
      options: ReadOptions = {},
    ): Promise<void> {
      const sources = { root, project, model, corpus, problems: now };
      now = (await applyChanges(sources, { changed, removed }, options)).problems;
    },
  };
}

describe('a change among the sources', function () {
  this.timeout(20_000);
  it('is read again, and nothing else is', async () => {
    const { root, corpus, change } = await desk({ 'articles/a.txt': budget, 'articles/b.md': bridge });
    const before = corpus.article('articles/b.md');
    const { revision } = corpus;
    write(root, { 'articles/a.txt': 'Rewritten.' });
    await change(['articles/a.txt']);
    assert.equal(corpus.article('articles/a.txt')!.text, 'Rewritten.');
    assert.equal(corpus.article('articles/b.md'), before);
    assert.ok(corpus.revision > revision);
  });

  it('that concerns no source changes nothing', async () => {
    const { root, corpus, change } = await desk({ 'articles/a.txt': budget });
    const { revision } = corpus;
    write(root, { 'briefs/x.md': 'A draft.', 'articles/photo.png': '' });
    await change(['briefs/x.md', 'articles/photo.png'], ['briefs/y.md']);
    assert.equal(corpus.revision, revision);
  });

  it('brings files and takes them away, with folders too', async () => {
    const { root, corpus, change, keys } = await desk({ 'articles/a.txt': budget });
    write(root, { 'articles/2024/b.txt': bridge, 'articles/2024/c.txt': budget });
    await change(['articles/2024']);
    assert.deepEqual(Object.keys(keys()).sort(), [
      'articles/2024/b.txt',
      'articles/2024/c.txt',
      'articles/a.txt',
    ]);
    rmSync(join(root, 'articles/2024'), { recursive: true });
    await change([], ['articles/2024']);
    assert.deepEqual(Object.keys(keys()), ['articles/a.txt']);
    assert.equal(corpus.articleCount, 1);
  });

  it('gives an article its new key and its new text at once', async () => {
    const { root, corpus, change, keys } = await desk({ 'articles/a/budget.txt': budget });
    write(root, { 'articles/a/budget.txt': 'Rewritten.', 'articles/b/budget.txt': bridge });
    await change(['articles/a/budget.txt', 'articles/b/budget.txt']);
    assert.deepEqual(keys(), { 'articles/a/budget.txt': 'a-budget', 'articles/b/budget.txt': 'b-budget' });
    assert.equal(corpus.article('articles/a/budget.txt')!.text, 'Rewritten.');
  });

  it('is one, though two folders lead to the file', async () => {
    const { root, change, keys } = await desk({ 'articles/wire/a.txt': budget });
    symlinkSync('wire', join(root, 'articles/latest'));
    await change(['articles/latest']);
    assert.deepEqual(Object.keys(keys()), ['articles/latest/a.txt']);
    write(root, { 'articles/wire/b.txt': bridge });
    await change(['articles/latest/b.txt', 'articles/wire/b.txt']);
    assert.deepEqual(Object.keys(keys()).sort(), ['articles/latest/a.txt', 'articles/latest/b.txt']);
  });

  it('gives articles of one name new keys, and the short ones back', async () => {
    const { root, change, keys } = await desk({ 'articles/a/budget.txt': budget });
    assert.deepEqual(keys(), { 'articles/a/budget.txt': 'budget' });
    write(root, { 'articles/b/budget.txt': bridge });
    await change(['articles/b/budget.txt']);
    assert.deepEqual(keys(), { 'articles/a/budget.txt': 'a-budget', 'articles/b/budget.txt': 'b-budget' });
    rmSync(join(root, 'articles/a/budget.txt'));
    await change([], ['articles/a/budget.txt']);
    assert.deepEqual(keys(), { 'articles/b/budget.txt': 'budget' });
  });

  it('turns an article into a problem and back', async () => {
    const { root, corpus, change, problems } = await desk({
      'articles/a.txt': budget,
      'articles/b.txt': bridge,
    });
    write(root, { 'articles/a.txt': new Uint8Array(80) });
    await change(['articles/a.txt']);
    assert.deepEqual(problems(), ['articles/a.txt']);
    assert.equal(corpus.article('articles/a.txt'), undefined);
    write(root, { 'articles/a.txt': budget });
    await change(['articles/a.txt']);
    assert.deepEqual(problems(), []);
    assert.equal(corpus.article('articles/a.txt')!.text, budget);
  });

  it('ends a problem with the file that had it', async () => {
    const { root, change, problems } = await desk({
      'articles/a.txt': budget,
      'articles/b.txt': new Uint8Array(80),
      'articles/c.pdf': '',
    });
    assert.deepEqual(problems(), ['articles/b.txt', 'articles/c.pdf']);
    rmSync(join(root, 'articles/b.txt'));
    rmSync(join(root, 'articles/c.pdf'));
    await change([], ['articles/b.txt', 'articles/c.pdf']);
    assert.deepEqual(problems(), []);
  });

  it('is no problem where a file goes among others', async () => {
    const { root, change, problems, keys } = await desk({
      'articles/a.txt': budget,
      'articles/b.txt': bridge,
      'articles/c.txt': new Uint8Array(80),
    });
    rmSync(join(root, 'articles/b.txt'));
    await change(['articles/b.txt'], ['articles/b.txt']);
    assert.deepEqual([Object.keys(keys()), problems()], [['articles/a.txt'], ['articles/c.txt']]);
    write(root, { 'articles/deep/d.txt': bridge });
    await change(['articles/deep']);
    assert.deepEqual(
      [Object.keys(keys()).sort(), problems()],
      [['articles/a.txt', 'articles/deep/d.txt'], ['articles/c.txt']],
      'what could not be read before still cannot',
    );
  });

  it('makes one of several folders a problem when its last article goes', async () => {
    const articles = ['wire', 'notes'];
    const { root, change, problems } = await desk(
      { 'wire/a.txt': budget, 'notes/b.txt': bridge },
      { articles },
    );
    rmSync(join(root, 'notes/b.txt'));
    await change([], ['notes/b.txt']);
    assert.deepEqual(problems(), ['notes']);
    write(root, { 'notes/b.txt': bridge });
    await change(['notes/b.txt']);
    assert.deepEqual(problems(), []);
  });

  it('may be that of a folder above the one that holds the articles', async () => {
    const { root, change, keys } = await desk({ 'stories/desk.txt': '' }, { articles: ['wire/may'] });
    write(root, { 'wire/may/a.txt': budget });
    await change(['wire']);
    assert.deepEqual(Object.keys(keys()), ['wire/may/a.txt']);
  });

  it('gives the short key back when a file goes that could not be read', async () => {
    const { root, change, keys } = await desk({
      'articles/a/b.txt': budget,
      'articles/c/b.txt': new Uint8Array(80),
    });
    assert.deepEqual(keys(), { 'articles/a/b.txt': 'a-b' });
    rmSync(join(root, 'articles/c/b.txt'));
    await change([], ['articles/c/b.txt']);
    assert.deepEqual(keys(), { 'articles/a/b.txt': 'b' });
  });

  it('makes a folder a problem when its last article goes, and no more when one comes', async () => {
    const { root, corpus, change, problems } = await desk({ 'articles/a.txt': budget });
    rmSync(join(root, 'articles/a.txt'));
    await change([], ['articles/a.txt']);
    assert.deepEqual([problems(), corpus.articleCount], [['articles'], 0]);
    write(root, { 'articles/b.txt': bridge });
    await change(['articles/b.txt']);
    assert.deepEqual([problems(), corpus.articleCount], [[], 1]);
  });

  it('may be a file, a link and a folder at once', async () => {
    const { root, change, keys } = await desk({ 'articles/a.txt': budget, 'elsewhere/l.txt': bridge });
    write(root, { 'articles/b.txt': bridge, 'articles/deep/c.txt': bridge, 'elsewhere/d.txt': budget });
    symlinkSync(join(root, 'elsewhere'), join(root, 'articles/linked'));
    symlinkSync(join(root, 'articles/nothing.txt'), join(root, 'articles/broken.txt'));
    await change(['articles/b.txt', 'articles/linked', 'articles/broken.txt', 'articles/deep']);
    assert.deepEqual(keys(), {
      'articles/a.txt': 'a',
      'articles/b.txt': 'b',
      'articles/deep/c.txt': 'c',
      'articles/linked/d.txt': 'd',
      'articles/linked/l.txt': 'l',
    });
    rmSync(join(root, 'articles/linked/d.txt'));
    rmSync(join(root, 'articles/deep/c.txt'));
    await change([], ['articles/linked/d.txt', 'articles/deep/c.txt']);
    assert.deepEqual(Object.values(keys()), ['a', 'b', 'l']);
  });

  it('makes the folder itself a problem when it goes, and no more when it comes back', async () => {
    const { root, corpus, change, problems } = await desk(
      { 'sources/a.txt': budget },
      { articles: ['sources'] },
    );
    renameSync(join(root, 'sources'), join(root, 'elsewhere'));
    await change([], ['sources']);
    assert.deepEqual([problems(), corpus.articleCount], [['sources'], 0]);
    mkdirSync(join(root, 'sources'));
    await change(['sources']);
    assert.deepEqual(problems(), ['sources']);
    write(root, { 'sources/b.txt': bridge });
    await change(['sources/b.txt']);
    assert.deepEqual([problems(), corpus.articleCount], [[], 1]);
  });

  it('may be a file that was removed and written again, as many programs save', async () => {
    const { root, corpus, change } = await desk({ 'articles/a.txt': budget });
    write(root, { 'articles/a.txt': bridge });
    await change([], ['articles/a.txt']);
    assert.equal(corpus.article('articles/a.txt')!.text, bridge);
  });

  it('applies nothing when it is stopped', async () => {
    const { root, corpus, change } = await desk({ 'articles/a.txt': budget });
    write(root, { 'articles/a.txt': bridge });
    await assert.rejects(
      change(['articles/a.txt'], [], { signal: AbortSignal.abort(new Error('enough')) }),
      /enough/,
    );
    assert.equal(corpus.article('articles/a.txt')!.text, budget);
  });
});
