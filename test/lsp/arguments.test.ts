import assert from 'node:assert/strict';
import { join } from 'node:path';
import { readArguments } from '../../server/src/lsp/arguments.ts';
import { temporaryFolder } from '../fs/temporary-folder.ts';

describe('the command line of the language server', () => {
  const folder = temporaryFolder({ 'news/stet.json': '{}', 'news/briefs/': '', 'plain/': '', 'wire/': '' });

  it('names the project, looked for upward, its articles, and that nothing is remembered', async () => {
    const words = [
      '--stdio',
      '--root',
      'news/briefs',
      '--articles=wire',
      '--articles',
      'sources',
      '--no-cache',
    ];
    assert.deepEqual(await readArguments(words, folder), {
      root: join(folder, 'news'),
      articles: [join(folder, 'wire'), 'sources'],
      isUncached: true,
    });
    assert.equal((await readArguments(['--root', 'plain'], folder)).root, join(folder, 'plain'));
  });

  it('leaves all that to the client where it says nothing of it', async () => {
    assert.deepEqual(await readArguments(['lsp', '--node-ipc', '--clientProcessId=7'], folder), {
      root: undefined,
      articles: [],
      isUncached: false,
    });
  });
});
