import assert from 'node:assert/strict';
import { existsSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { defaultProject, type Project } from '../../server/src/core/project.ts';
import { filledPlaces, hasArticles } from '../../server/src/fs/has-articles.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('the places of the articles', () => {
  const root = temporaryFolder({ 'wire/a.txt': '', 'empty/': '', 'one.txt': '' });
  symlinkSync('nowhere', join(root, 'drive'));
  symlinkSync('wire', join(root, 'linked'));
  symlinkSync('empty', join(root, 'linked empty'));
  const project = (...articles: readonly string[]): Project => ({ ...defaultProject, articles });
  const table: readonly (readonly [entry: string, isThere: boolean, isFilled: boolean])[] = [
    ['wire', true, true],
    ['./wire/', true, true],
    ['wire/*.md', true, true],
    ['one.txt', true, true],
    ['linked', true, true],
    ['empty', true, false],
    ['empty/**/*.txt', true, false],
    ['linked empty', true, false],
    ['drive', true, false],
    ['gone', false, false],
    ['gone/*.txt', false, false],
    ['one.txt/below', true, false],
  ];
  for (const [entry, isThere, isFilled] of table) {
    it(`“${entry}” is ${isThere ? '' : 'not '}there and holds ${isFilled ? 'something' : 'nothing'}`, async () => {
      assert.equal(await hasArticles(root, project(entry)), isThere);
      assert.deepEqual(await filledPlaces(root, project(entry)), [isFilled]);
    });
  }

  it('are there where one of them is, and are looked at one by one', async () => {
    assert.equal(await hasArticles(root, project('gone', 'empty')), true);
    assert.equal(await hasArticles(root, project('gone', 'gone too')), false);
    assert.deepEqual(await filledPlaces(root, project('gone', 'wire', 'empty')), [false, true, false]);
  });

  it('are let go of once they are looked at', async function () {
    const open = '/proc/self/fd';
    if (!existsSync(open)) {
      this.skip();
    }
    const filled = temporaryFolder({ 'wire/a.txt': '' });
    const before = readdirSync(open).length;
    for (let times = 0; times < 20; times++) {
      await filledPlaces(filled, project('wire'));
    }
    assert.ok(readdirSync(open).length < before + 20);
    rmSync(filled, { recursive: true });
  });
});
