import assert from 'node:assert/strict';
import { join } from 'node:path';
import { defaultProject } from '../../server/src/core/project.ts';
import { findProject } from '../../server/src/fs/find-project.ts';
import { loadProject } from '../../server/src/fs/load-project.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('the project of a folder', () => {
  it('is the nearest stet.json upward', async () => {
    const folder = temporaryFolder({ 'stet.json': '{}', 'a/stet.json': '{}', 'a/b/c/': '', 'd/': '' });
    assert.equal(await findProject(join(folder, 'a/b/c')), join(folder, 'a'));
    assert.equal(await findProject(join(folder, 'a')), join(folder, 'a'));
    assert.equal(await findProject(join(folder, 'd')), folder);
    assert.equal(await findProject(temporaryFolder()), undefined);
  });

  it('has the defaults where there is none', async () => {
    assert.deepEqual(await loadProject(temporaryFolder()), {
      project: defaultProject,
      found: false,
      problems: [],
    });
  });

  const settings = '{ "policy": "tidy" }';
  const encodings = {
    'UTF-8': settings,
    'UTF-8 with a byte-order mark': `\ufeff${settings}`,
    'UTF-16': Buffer.from(`\ufeff${settings}`, 'utf16le'),
  };
  for (const [encoding, bytes] of Object.entries(encodings)) {
    it(`is read in ${encoding}, as editors save it`, async () => {
      const { project, problems } = await loadProject(temporaryFolder({ 'stet.json': bytes }));
      assert.deepEqual([project.policy, problems], ['tidy', []]);
    });
  }

  it('names the line of what is wrong and keeps the rest', async () => {
    const { project, found, problems } = await loadProject(
      temporaryFolder({ 'stet.json': '{\n  "policy": "tidy",\n  "copiedWords": null\n}' }),
    );
    assert.deepEqual([project.policy, project.copiedWords, found], ['tidy', 8, true]);
    assert.deepEqual(problems, [
      { path: 'stet.json', reason: 'line 3: “copiedWords” must be a whole number of 1 or more, not null' },
    ]);
  });
});
