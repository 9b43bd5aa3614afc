import { spawnSync } from 'node:child_process';
import { relative } from 'node:path';
import { Unavailable, type Rival } from './rival.ts';

/** A search for the exact words, over the files, as in the editor's search box. */
export const ripgrep: Rival = {
  name: 'ripgrep, exact words',
  questions: 30,
  open(workspace) {
    if (spawnSync('rg', ['--version']).status !== 0) {
      throw new Unavailable('rg is not on the PATH');
    }
    return Promise.resolve({
      find({ words }) {
        const args = [
          '--fixed-strings',
          '--files-with-matches',
          '--max-count',
          '1',
          '--no-ignore',
          '--',
          words,
        ];
        const { stdout } = spawnSync('rg', [...args, workspace.folder], { encoding: 'utf8' });
        const [first = ''] = stdout.split('\n');
        return first === '' ? undefined : relative(workspace.folder, first).replaceAll('\\', '/');
      },
      close: () => undefined,
    });
  },
};
