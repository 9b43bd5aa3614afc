import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { findGit, type GitSystem } from '../../server/src/fs/git-program.ts';
import { gitIgnored } from '../../server/src/fs/git-ignored.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('the program that is git', () => {
  /** A system where these are the programs, and Apple's tools are there or not. */
  function system(
    platform: NodeJS.Platform,
    path: string,
    programs: readonly string[],
    tools = false,
  ): GitSystem {
    return {
      platform,
      path,
      isProgram: file => Promise.resolve(programs.includes(file)),
      succeeds: (program, words) =>
        Promise.resolve(tools && [program, ...words].join(' ') === '/usr/bin/xcode-select -p'),
    };
  }

  it('is the first of the folders where programs lie, by its whole path', async () => {
    const windows = system('win32', '.;tools;"C:\\Git\\cmd";D:\\', [
      'git.exe',
      '.\\git.exe',
      'tools\\git.exe',
      'C:\\Git\\cmd\\git.exe',
      'D:\\git.exe',
    ]);
    assert.equal(await findGit(windows), 'C:\\Git\\cmd\\git.exe');
    const linux = system('linux', ':.:/opt/bin:/usr/bin', ['git', '/usr/bin/git']);
    assert.equal(await findGit(linux), '/usr/bin/git');
    assert.equal(await findGit(system('win32', '', ['git.exe'])), undefined);
  });

  it('is none on a Mac that has but what asks for it', async () => {
    assert.equal(await findGit(system('darwin', '/usr/bin', ['/usr/bin/git'])), undefined);
    assert.equal(await findGit(system('darwin', '/usr/bin', ['/usr/bin/git'], true)), '/usr/bin/git');
    const own = system('darwin', '/opt/homebrew/bin:/usr/bin', ['/opt/homebrew/bin/git', '/usr/bin/git']);
    assert.equal(await findGit(own), '/opt/homebrew/bin/git');
  });

  it('is never one of the folder that is asked about', async () => {
    const root = temporaryFolder({
      git: '#!/bin/sh\ntouch "$0.ran"\n',
      '.gitignore': '*.log\n',
      'x.log': '',
    });
    execFileSync('git', ['init'], { cwd: root, stdio: 'ignore' });
    chmodSync(join(root, 'git'), 0o755);
    const path = process.env['PATH'];
    process.env['PATH'] = `.:${path ?? ''}`;
    try {
      const ignored = await gitIgnored(root, [{ path: 'x.log', repository: '.', linked: false }]);
      assert.deepEqual([...ignored], ['x.log']);
      assert.equal(existsSync(join(root, 'git.ran')), false);
    } finally {
      process.env['PATH'] = path;
    }
  });
});
