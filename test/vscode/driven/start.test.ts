import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser, needBrowser } from '../host/browser.ts';
import { Workbench } from '../host/driver.ts';
import { root } from '../host/package.ts';
import { run, startGroup, type Group } from '../host/processes.ts';
import { layNewsroom, writeInto } from '../newsroom.ts';
import { picture, pictureFailure } from './stage.ts';

const START = [join(root, 'scripts', 'start.mjs')];
const START_MS = 80_000;
const DRAFT = '“We will sail with fewer than six hands on deck,” said Ines Calloway.\n';

describe('npm start', () => {
  let home: string;
  let started: Group | undefined;
  let browser: Browser | undefined;
  let workbench: Workbench | undefined;

  beforeEach(() => {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'stet-start-test-')));
  });
  afterEach(async function () {
    await pictureFailure(workbench && { workbench }, this.currentTest);
    await browser?.close();
    await started?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  it('prints the check of the samples and ends well, whatever it finds', async () => {
    const options = { cwd: root, env: environment(root), timeout: START_MS, output: 'keep' } as const;
    const ended = await run(process.execPath, [...START, '--no-open'], options);
    assert.equal(ended.status, 0, ended.stderr);
    assert.match(ended.stdout, /quote-altered/);
  });

  it('says what is missing where the paths are wrong', async () => {
    const options = { cwd: root, env: environment(home), timeout: START_MS, output: 'keep' } as const;
    const ended = await run(process.execPath, [...START, '--articles', 'nowhere', 'draft.md'], options);
    assert.equal(ended.status, 2);
    assert.match(ended.stderr, /There is no .*nowhere/);
  });

  it('serves the user’s own files behind a key, writes nothing beside them, and ends clean', async () => {
    mkdirSync(join(home, 'desk'));
    layNewsroom(home);
    writeInto(home, 'desk/my draft.md', DRAFT);
    const before = readdirSync(home, { recursive: true });
    started = startGroup(process.execPath, [...START, '--articles', 'articles', 'desk/my draft.md'], {
      cwd: root,
      env: environment(home),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const address = await printedAddress(started);
    const origin = new URL(address).origin;
    assert.equal((await fetch(origin)).status, 403, 'without the key');

    browser = await launchBrowser(await needBrowser());
    workbench = await Workbench.open(address, { browser });
    await workbench.page.locator('.tab.active', { hasText: 'my draft.md' }).waitFor();
    await workbench.waitForSquiggle('sail with fewer', 'error');
    await workbench.page.locator('.part.statusbar', { hasText: 'Restricted Mode' }).waitFor();
    await picture({ workbench }, '12 started');
    await browser.close();
    const ended = new Promise(resolve => started?.process.once('exit', resolve));
    started.process.kill('SIGTERM');
    assert.equal(await ended, 0);
    await assert.rejects(fetch(origin), 'nothing listens any more');
    assert.deepEqual(readdirSync(home, { recursive: true }), before);
  });
});

/** As npm sets it: the folder in which the command was typed; and never a desktop VS Code. */
function environment(folder: string): NodeJS.ProcessEnv {
  return { ...process.env, CI: 'true', INIT_CWD: folder };
}

function printedAddress({ process: child }: Group): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const limit = setTimeout(
      () => reject(new Error(`No address after ${START_MS / 1000} s\n${output}`)),
      START_MS,
    );
    const read = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      const address = /http:\/\/\S+/.exec(output)?.[0];
      if (address !== undefined && output.includes('Ctrl+C')) {
        clearTimeout(limit);
        resolve(address);
      }
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', status => {
      clearTimeout(limit);
      reject(new Error(`It ended with ${status}\n${output}`));
    });
  });
}
