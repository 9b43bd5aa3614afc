import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { defaultProject } from '../../server/src/core/project.ts';
import { applyChanges } from '../../server/src/fs/apply-changes.ts';
import { loadCorpus } from '../../server/src/fs/load-corpus.ts';
import { readNamesModel } from '../../server/src/fs/names-model.ts';
import { Unheard } from '../../server/src/fs/unheard.ts';
import { temporaryFolder, write } from './temporary-folder.ts';

const model = readNamesModel();
const budget = '“We will not raise taxes this year,” Mayor Ana Ortiz said on Friday.\n';
const bridge = 'The bridge will close in June, the clerk, Tom Okafor, told reporters.\n';

describe('what changed unheard', () => {
  it('is what was written while the sources were read, and is told once', async () => {
    const { root, look } = await newsroom({ 'articles/a.txt': budget, 'articles/b.txt': bridge });
    await look();
    assert.deepEqual(await look(), []);
    write(root, { 'articles/a.txt': bridge });
    assert.deepEqual(await look(), ['articles/a.txt']);
    assert.deepEqual(await look(), []);
  });

  it('is found by a time that is earlier by less than what the coarsest disks tell', async () => {
    const { root, look } = await newsroom({ 'articles/a.txt': budget }, new Date(Date.now() + 1500));
    write(root, { 'articles/a.txt': bridge });
    assert.deepEqual(await look(), ['articles/a.txt']);
  });

  it('is nothing in files that rest, however often one looks', async () => {
    const { look } = await newsroom({ 'articles/a.txt': budget }, new Date(Date.now() + 60_000));
    assert.deepEqual(await look(), []);
    assert.deepEqual(await look(), []);
  });

  it('is found by when it was changed, though its own time says it is old', async () => {
    const { root, look } = await newsroom({ 'articles/a.txt': budget });
    await look();
    write(root, { 'articles/a.txt': bridge });
    utimesSync(join(root, 'articles/a.txt'), new Date(2001, 1), new Date(2001, 1));
    assert.deepEqual(await look(), ['articles/a.txt']);
  });

  it('is found beside a file from the future', async () => {
    const { root, look } = await newsroom({ 'articles/a.txt': budget, 'articles/b.txt': bridge });
    utimesSync(join(root, 'articles/b.txt'), new Date(2100, 1), new Date(2100, 1));
    await look();
    write(root, { 'articles/a.txt': bridge });
    assert.deepEqual(await look(), ['articles/a.txt']);
    assert.deepEqual(await look(), []);
  });

  it('is what came, what went, and what is called otherwise', async () => {
    const { root, look, apply } = await newsroom({ 'articles/a.txt': budget, 'articles/b.txt': bridge });
    await look();
    mkdirSync(join(root, 'articles/deep'));
    renameSync(join(root, 'articles/a.txt'), join(root, 'articles/deep/c.txt'));
    rmSync(join(root, 'articles/b.txt'));
    write(root, { 'articles/d.pdf': '' });
    const paths = await look();
    assert.deepEqual([...paths].sort(), [
      'articles/a.txt',
      'articles/b.txt',
      'articles/d.pdf',
      'articles/deep/c.txt',
    ]);
    await apply(paths);
    assert.deepEqual(await look(), []);
    rmSync(join(root, 'articles/d.pdf'));
    assert.deepEqual(await look(), ['articles/d.pdf']);
  });

  it('is what the system refused to read, until it gives it, though the file bears no later time', async () => {
    const root = temporaryFolder({ 'articles/b.txt': bridge });
    const link = join(root, 'articles/a.txt');
    symlinkSync(link, link);
    const { look, apply, corpus } = await opened(root, new Date(Date.now() + 3_600_000));
    assert.deepEqual(await look(), ['articles/a.txt']);
    assert.equal(await apply(await look()), false);
    rmSync(link);
    write(root, { 'articles/a.txt': budget });
    assert.equal(await apply(await look()), true);
    assert.equal(corpus.article('articles/a.txt')?.text, budget);
    assert.deepEqual(await look(), []);
  });

  it('is nothing where the file itself is why it is not read', async () => {
    const root = temporaryFolder({ 'articles/a.txt': '%PDF-1.7', 'articles/b.txt': bridge });
    const { look } = await opened(root, new Date(Date.now() + 3_600_000));
    assert.deepEqual(await look(), []);
  });

  it('is no project that was read with the sources, however new it is', async () => {
    const { look } = await newsroom({ 'articles/a.txt': budget, 'stet.json': '{}' });
    assert.ok(!(await look()).includes('stet.json'));
  });

  it('is a project that was written, rewritten or removed', async () => {
    const { root, look } = await newsroom({ 'articles/a.txt': budget });
    await look();
    write(root, { 'stet.json': '{}' });
    assert.deepEqual(await look(), ['stet.json']);
    assert.deepEqual(await look(), []);
    write(root, { 'stet.json': '{ "articles": ["articles"] }' });
    assert.deepEqual(await look(), ['stet.json']);
    rmSync(join(root, 'stet.json'));
    assert.deepEqual(await look(), ['stet.json']);
  });

  it('is no news where the text is as it was', async () => {
    const { root, apply, corpus } = await newsroom({ 'articles/a.txt': budget });
    const { revision } = corpus;
    write(root, { 'articles/a.txt': budget });
    assert.equal(await apply(['articles/a.txt']), false);
    assert.equal(corpus.revision, revision);
    write(root, { 'articles/a.txt': bridge });
    assert.equal(await apply(['articles/a.txt']), true);
    assert.notEqual(corpus.revision, revision);
  });
});

/** A folder whose sources are read, to be looked at again. */
function newsroom(files: Readonly<Record<string, string>>, read = new Date()) {
  return opened(temporaryFolder(files), read);
}

async function opened(root: string, read: Date) {
  const unheard = await Unheard.begin(root, read);
  const { corpus, problems } = await loadCorpus(root, defaultProject, model);
  const sources = { root, project: defaultProject, model, corpus, problems };
  return {
    root,
    corpus,
    look: () => unheard.look(sources),
    async apply(paths: readonly string[]): Promise<boolean> {
      const applied = await applyChanges(sources, { changed: paths, removed: paths });
      sources.problems = applied.problems;
      return applied.isNew;
    },
  };
}
