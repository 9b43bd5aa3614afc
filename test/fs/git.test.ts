import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { lineAuthor } from '../../server/src/fs/git-author.ts';
import { byRepository, gitIgnored } from '../../server/src/fs/git-ignored.ts';
import { assertGrowth, timeOf } from '../support/growth-in-time.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('what is asked of git', function () {
  this.timeout(20_000);

  /** A repository with one draft, and a program that leaves a trace; git is set to run it as `settings` say. */
  function repository(...settings: readonly string[]): { readonly root: string; readonly trace: string } {
    const root = temporaryFolder({
      'brief.md': 'One line.\n',
      '.gitignore': '*.log\n',
      '.gitattributes': '*.md filter=own diff=own\n',
    });
    const outside = temporaryFolder({ program: '#!/bin/sh\ntouch "$0.ran"\n' });
    const program = join(outside, 'program');
    chmodSync(program, 0o755);
    const git = (...words: readonly string[]): void => {
      execFileSync('git', ['-c', 'user.name=Ada Lorne', '-c', 'user.email=ada@lorne', ...words], {
        cwd: root,
        stdio: 'ignore',
      });
    };
    git('init');
    git('add', '.');
    git('commit', '-m', 'A brief');
    appendFileSync(join(root, 'brief.md'), 'Another.\n');
    settings.forEach(it => git('config', it, program));
    return { root, trace: `${program}.ran` };
  }

  const programs: Readonly<Record<string, readonly string[]>> = {
    'watches for changes': ['core.fsmonitor'],
    'turns files into text': ['diff.own.textconv'],
    'cleans files': ['filter.own.clean', 'filter.own.smudge'],
    'cleans files, one process for all': ['filter.own.process'],
  };
  for (const [what, settings] of Object.entries(programs)) {
    it(`runs no program of the repository that ${what}`, async () => {
      const { root, trace } = repository(...settings);
      assert.equal(await lineAuthor(root, 'brief.md', 1), 'Ada Lorne');
      const paths = ['brief.md', 'x.log'].map(path => ({ path, repository: '.', linked: false }));
      assert.deepEqual([...(await gitIgnored(root, paths))], ['x.log']);
      assert.equal(existsSync(trace), false);
      for (const question of [['status'], ['blame', 'brief.md']]) {
        spawnSync('git', question, { cwd: root });
      }
      assert.equal(existsSync(trace), true, 'which git itself does');
    });
  }

  it('takes no longer for each file of many than of few', () => {
    const time = (count: number): number => {
      const files = Array.from({ length: count }, (_, at) => ({
        path: `briefs/${String(at)}.md`,
        repository: '.',
        linked: false,
      }));
      return timeOf(() => byRepository(files));
    };
    const [little, much] = [(): number => time(2_000), (): number => time(20_000)];
    assertGrowth(40, { little, much, least: 1 }, 'twenty thousand files by their repository');
  });

  it('is of the folder’s own repository, also within a hook of another', async () => {
    const { root } = repository();
    const other = repository();
    const before = process.env['GIT_DIR'];
    process.env['GIT_DIR'] = join(other.root, 'nowhere');
    try {
      assert.equal(await lineAuthor(root, 'brief.md', 1), 'Ada Lorne');
    } finally {
      delete process.env['GIT_DIR'];
      Object.assign(process.env, before === undefined ? {} : { GIT_DIR: before });
    }
  });

  it('is nobody’s name where a program of the repository cannot be passed over', async () => {
    const { root, trace } = repository('filter.a=b.clean');
    assert.equal(await lineAuthor(root, 'brief.md', 1), undefined);
    assert.equal(existsSync(trace), false);
  });
});
