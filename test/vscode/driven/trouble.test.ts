import assert from 'node:assert/strict';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { picture, pictureFailure, raiseVerifiedBrief } from './stage.ts';
import { writeInto } from '../newsroom.ts';
import type { Stage } from './theatre.ts';

describe('trouble', () => {
  let stage: Stage;

  before(async () => {
    stage = await raiseVerifiedBrief();
  });
  after(() => stage?.end());
  afterEach(async function () {
    await pictureFailure(stage, this.currentTest);
  });

  /** Restarts the server, until the one before is gone and the new one has checked the draft. */
  const restart = async (): Promise<void> => {
    const { workbench, servers } = stage;
    const before = new Set(servers());
    await workbench.command('Stet: Restart Server');
    await workbench.until('another server, alone', async () => {
      const running = servers();
      return running.length === 1 && running.every(it => !before.has(it)) ? true : undefined;
    });
    await workbench.page.locator('.part.statusbar', { hasText: '2 of 2 verified' }).waitFor();
  };

  it('is told in the status bar while a source could not be read, beside a draft, too', async () => {
    const { workbench, folder } = stage;
    const item = workbench.page.locator('.statusbar-item', { hasText: '2 of 2 verified' });
    writeInto(folder, 'articles/2024-05-05-scan.pdf', '%PDF-1.4\n\0\0');
    await item.locator('.codicon-warning').waitFor();
    await workbench.page
      .locator('.statusbar-item [aria-label^="Stet:"][aria-label$="1 could not be read"]')
      .waitFor();
    await picture(stage, '40 status with a warning');
  });

  it('with a source is one click from the file and its reason', async () => {
    const { workbench, folder } = stage;
    const { page } = workbench;
    const row = (text: string) => page.locator('.sidebar .monaco-list-row', { hasText: text });
    writeInto(folder, 'articles/quai.txt', 'Le maire a dit que la ville ne vendra pas le port. '.repeat(20));
    await workbench.command('View: Show Stet');
    await row('2 could not be read').click();
    await row('mostly in French').click();
    await page.locator('.tab.active', { hasText: 'quai.txt' }).waitFor();
    await page.locator('.part.statusbar', { hasText: '2 of 2 verified' }).waitFor({ state: 'detached' });
    // The reason stands in the row, and in full beside the pointer and for a screen reader.
    await page.locator('[role=treeitem][aria-label*="articles/2024-05-05-scan.pdf: not read"]').waitFor();
    await picture(stage, '42 unread sources');
    await row('2024-05-05-scan.pdf').click();
    await page.locator('.explorer-folders-view .monaco-list-row.selected', { hasText: 'scan.pdf' }).waitFor();
    await workbench.notification('articles/2024-05-05-scan.pdf: not read');
    await picture(stage, '43 an unread source in the explorer');
    await workbench.clearNotifications();
    await workbench.openFile('brief.md');
  });

  it('with a key of stet.json is no article that was lost: it is counted by itself, one click from its line', async () => {
    const { workbench, folder } = stage;
    const { page } = workbench;
    writeInto(folder, 'stet.json', '{ "drafst": [] }\n');
    const item = page.locator('.statusbar-item [aria-label^="Stet:"][aria-label$="1 mistake in stet.json"]');
    await item.waitFor();
    await workbench.command('View: Show Stet');
    const row = (text: string) => page.locator('.sidebar .monaco-list-row', { hasText: text });
    await row('1 mistake in stet.json').click();
    await row('drafst').click();
    await page.locator('.tab.active', { hasText: 'stet.json' }).waitFor();
    await picture(stage, '45 a mistake in stet.json');
    rmSync(join(folder, 'stet.json'));
    await item.waitFor({ state: 'detached' });
    await row('1 mistake in stet.json').waitFor({ state: 'detached' });
    await workbench.clearNotifications();
    await workbench.openFile('brief.md');
    await page.locator('.part.statusbar', { hasText: '2 of 2 verified' }).waitFor();
  });

  it('with a source that has been renamed since it was found is told in words', async () => {
    const { workbench, folder } = stage;
    const { page } = workbench;
    const article = join(folder, 'articles', '2024-05-03-harbour-times.txt');
    const found = page.locator('.quick-input-list .monaco-list-row', { hasText: 'offer of four' }).first();
    await workbench.askingCommand('Stet: Find in Sources');
    await page.locator('.quick-input-widget input[placeholder*="words"]').fill('offer of four');
    await found.waitFor();
    renameSync(article, `${article}.md`);
    await found.click();
    await workbench.notification('it may have been renamed or removed');
    renameSync(`${article}.md`, article);
    await workbench.clearNotifications();
    await page.locator('.part.statusbar', { hasText: '2 of 2 verified' }).waitFor();
  });

  it('with a command is told in the window, with the reason and the way to the log', async () => {
    const { workbench } = stage;
    const { page } = workbench;
    await stage.whileFailing(['report', 'search'], restart);
    await workbench.askingCommand('Stet: Export Report…');
    await page.getByPlaceholder('The format of the record of brief.md').waitFor();
    await page.keyboard.press('Enter');
    const told = await workbench.notification(
      'Stet: the record of brief.md could not be made: report failed: a stone in the shoe',
    );
    await told.click();
    await picture(stage, '44 a command that failed');
    await told.getByRole('button', { name: 'Show Log' }).click();
    await page.locator('.part.panel', { hasText: 'stet/report' }).waitFor();
    await workbench.clearNotifications();
    await workbench.askingCommand('Stet: Find in Sources');
    await page.locator('.quick-input-widget input[placeholder*="words"]').fill('offer of four');
    await page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'The sources could not be searched' })
      .waitFor();
    await page.keyboard.press('Escape');
    await workbench.command('View: Toggle Panel Visibility');
    await restart();
  });

  it('with a server that has crashed too often is told, in the Draft view, too, with the way to start it again', async () => {
    const { workbench, servers } = stage;
    const { page } = workbench;
    const stopped = page.locator('.statusbar-item [aria-label*="Stet has stopped"]');
    // The client starts it anew four times.
    for (let crashes = 0, last: number | undefined; crashes < 5; crashes++) {
      last = await workbench.until('a server', async () => servers().find(it => it !== last));
      process.kill(last, 'SIGKILL');
    }
    await stopped.waitFor();
    await page.locator('.statusbar-item', { hasText: 'verified' }).waitFor({ state: 'detached' });
    const views = page.locator('.sidebar .welcome-view-content', {
      hasText: 'Stet has stopped and checks nothing.',
    });
    await workbench.command('View: Show Stet');
    await views.nth(1).waitFor();
    await page.locator('.sidebar .pane', { hasText: 'Open a draft' }).waitFor({ state: 'detached' });
    // Whatever would ask it finds nothing, which is not to be taken for an answer.
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').fill('>Stet: ');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Stet: Restart Server' }).waitFor();
    for (const command of ['Find in Sources', 'Open Source Beside', 'Check All Drafts', 'Rebuild Index']) {
      assert.equal(await page.locator('.quick-input-list .monaco-list-row', { hasText: command }).count(), 0);
    }
    await page.keyboard.press('Escape');
    await picture(stage, '41 stopped');
    await stopped.click();
    await page.locator('.statusbar-item', { hasText: '2 of 2 verified' }).waitFor();
    await stopped.waitFor({ state: 'detached' });
    await views.waitFor({ state: 'detached' });
    const spoken = 'Verified. We will not sail with fewer than six hands on deck. Ines Calloway';
    await page.locator(`.sidebar [role=treeitem][aria-label="${spoken}"]`).waitFor();
  });

  it('with a server that crashes over the sources is told in both views, which are reading no more', async () => {
    const { workbench } = stage;
    const { page } = workbench;
    const stopped = page.locator('.statusbar-item [aria-label*="Stet has stopped"]');
    await stage.whileDyingOverSources(async () => {
      await workbench.command('Stet: Restart Server');
      await stopped.waitFor();
    });
    await workbench.command('View: Show Stet');
    const views = page.locator('.sidebar .welcome-view-content', {
      hasText: 'Stet has stopped and checks nothing.',
    });
    await views.nth(1).waitFor();
    await page.locator('.sidebar', { hasText: 'Reading the sources…' }).waitFor({ state: 'detached' });
    await picture(stage, '46 stopped over the sources');
    await stopped.click();
    await page.locator('.statusbar-item', { hasText: '2 of 2 verified' }).waitFor();
    await views.waitFor({ state: 'detached' });
  });
});
