import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckReport } from '../../server/src/cli/check-report.ts';
import { temporaryFolder } from '../fs/temporary-folder.ts';
import { bundleInto } from '../support/bundles.ts';
import { newsroom } from './stet.ts';

describe('the command as a process', function () {
  this.timeout(60_000);
  const bundles = temporaryFolder();
  const cli = join(bundles, 'cli.cjs');
  const folder = temporaryFolder(newsroom);

  before(async () => {
    await bundleInto(bundles, { cli: 'server/src/cli/main.ts', server: 'server/src/lsp/main.ts' });
  });

  function run(
    root: string,
    ...words: readonly string[]
  ): { status: number | null; stdout: string; stderr: string } {
    return spawnSync(process.execPath, [cli, ...words], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  }

  it('ends with the status of what it found', () => {
    assert.deepEqual([run(folder, 'check', 'briefs/good.md').status, run(folder, 'check').status], [0, 1]);
    const { status, stdout, stderr } = run(
      temporaryFolder({ 'briefs/a.md': '“Nobody has said a word of this,” he said.' }),
      'check',
      '--format',
      'json',
    );
    assert.equal(status, 2);
    assert.match(stderr, /^stet: articles: there is no such folder/);
    assert.equal((JSON.parse(stdout) as CheckReport).problems.length, 1);
  });

  it('writes a report of any length whole before it ends', () => {
    const brief = newsroom['briefs/bad.md'].repeat(1500);
    const { status, stdout } = run(
      temporaryFolder({ ...newsroom, 'briefs/long.md': brief }),
      'check',
      '--format',
      'json',
      'briefs/long.md',
    );
    assert.equal(status, 1);
    assert.ok(stdout.length > 1 << 20, String(stdout.length));
    assert.equal((JSON.parse(stdout) as CheckReport).drafts[0]!.quotations.length, 1500);
  });

  it('takes a broken pipe for no error', async () => {
    const brief = newsroom['briefs/bad.md'].repeat(1500);
    const root = temporaryFolder({ ...newsroom, 'briefs/long.md': brief });
    const child = spawn(process.execPath, [cli, 'check', 'briefs/long.md'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (part: Buffer) => void (stderr += part.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise(resolve => child.on('close', resolve));
    assert.deepEqual([status, stderr], [1, '']);
  });

  it('says that not everything could be checked where a folder among the drafts may not be read', function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    const root = temporaryFolder({ ...newsroom, 'briefs/closed/a.md': '' });
    chmodSync(join(root, 'briefs', 'closed'), 0o000);
    // Whoever is allowed everything reads it all the same.
    const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    [root, bundles].forEach(folder => chmodSync(folder, 0o755));
    const words = ['check', '--no-cache', '--fail-on', 'never', 'briefs'];
    const { status, stderr } = spawnSync(process.execPath, [cli, ...words], {
      cwd: root,
      encoding: 'utf8',
      ...user,
    });
    chmodSync(join(root, 'briefs', 'closed'), 0o755);
    assert.equal(stderr, 'stet: briefs/closed: permission to read it is denied\n');
    assert.equal(status, 2);
  });

  it('says that not everything could be done where a disk is full or the folder is gone', function () {
    if (process.platform !== 'linux') {
      this.skip();
    }
    const shell = (line: string): { status: number | null; stderr: string } =>
      spawnSync('sh', ['-c', line, process.execPath, cli], {
        cwd: temporaryFolder(newsroom),
        encoding: 'utf8',
      });
    const full = shell('"$0" "$1" check briefs/good.md > /dev/full');
    assert.match(full.stderr, /^stet: what was found could not be written: ENOSPC/);
    const gone = shell('mkdir gone; cd gone; rmdir ../gone; "$0" "$1" check');
    assert.equal(gone.stderr, 'stet: the current folder is not there any more\n');
    assert.deepEqual([full.status, gone.status], [2, 2]);
  });

  it('starts the language server that lies beside it', async () => {
    const child = spawn(process.execPath, [cli, 'lsp', '--stdio'], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const send = (message: object): void => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    let received = '';
    await new Promise<void>(resolve =>
      child.stdout.on('data', (part: Buffer) => {
        received += part.toString();
        if (received.includes('"id":1')) {
          resolve();
        }
      }),
    );
    assert.match(received, /^Content-Length: \d+\r\n(?:.*\r\n)?\r\n\{.*"capabilities":/s);
    send({ id: 2, method: 'shutdown' });
    send({ method: 'exit' });
    assert.equal(await new Promise(resolve => child.on('close', resolve)), 0);
  });

  it('says that the server is missing where it is', () => {
    const alone = temporaryFolder();
    copyFileSync(cli, join(alone, 'cli.cjs'));
    const { status, stderr } = spawnSync(process.execPath, [join(alone, 'cli.cjs'), 'lsp', '--stdio'], {
      encoding: 'utf8',
    });
    assert.equal(status, 2);
    assert.match(stderr, /server\.cjs does not lie beside the command/);
  });
});
