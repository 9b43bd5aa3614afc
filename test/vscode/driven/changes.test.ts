import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { writeInto } from '../newsroom.ts';
import { picture, pictureFailure, raiseVerifiedBrief, verifiedBrief } from './stage.ts';
import type { Stage } from './theatre.ts';

describe('sources that change below an open draft', () => {
  let stage: Stage;

  before(async () => {
    stage = await raiseVerifiedBrief();
  });
  after(() => stage?.end());
  afterEach(async function () {
    await pictureFailure(stage, this.currentTest);
  });

  it('are checked against as they are now', async () => {
    const { workbench, folder, read } = stage;
    const path = 'articles/2024-05-03-harbour-times.txt';
    const article = read(path);
    writeInto(folder, path, article.replace('four percent', 'five percent'));
    await workbench.waitForSquiggle('offer of four', 'error');
    assert.match(await workbench.hover('offer of four', 'five'), /five/);
    await picture(stage, 'a changed article');
    writeInto(folder, path, article);
    await workbench.waitForNoSquiggle('offer of four', 'error');
  });

  it('leave nothing behind when their folder is named anew, and come back with it', async () => {
    const { workbench, folder } = stage;
    const { page } = workbench;
    writeInto(folder, 'brief.md', verifiedBrief.replace('will not sail', 'will sail'));
    await workbench.waitForSquiggle('We will sail', 'error');
    renameSync(join(folder, 'articles'), join(folder, 'wire'));
    await workbench.waitForNoSquiggle('We will sail', 'error');
    await page.locator('.part.statusbar', { hasText: 'verified' }).waitFor({ state: 'detached' });
    await page.locator('.codelens-decoration', { hasText: 'quotation' }).waitFor({ state: 'detached' });
    await page.locator('.activitybar [aria-label^="Stet"]').first().click();
    await page.locator('.monaco-button', { hasText: 'Choose Articles Folder…' }).waitFor();
    await picture(stage, 'a renamed folder');
    renameSync(join(folder, 'wire'), join(folder, 'articles'));
    await workbench.waitForSquiggle('We will sail', 'error');
    await workbench.sourceRows('2024-05-04').waitFor();
  });

  it('are missed by name where stet.json names them', async () => {
    const { workbench, folder } = stage;
    const { page } = workbench;
    writeInto(folder, 'stet.json', JSON.stringify({ articles: ['articles'] }));
    renameSync(join(folder, 'articles'), join(folder, 'wire'));
    await page.locator('.sidebar .monaco-list-row', { hasText: 'there is no such folder' }).first().waitFor();
    await page
      .locator('.codelens-decoration', { hasText: 'Nothing is checked: there is no source' })
      .waitFor();
    await workbench.waitForNoSquiggle('We will sail', 'error');
    await page.locator('.part.statusbar', { hasText: 'No sources' }).waitFor();
    await page
      .locator('.sidebar .pane', { hasText: 'Nothing is checked: there is no source.' })
      .last()
      .locator('.monaco-button', { hasText: 'Choose Articles Folder…' })
      .waitFor();
    await workbench.notification('nothing is checked. articles: there is no such folder');
    await picture(stage, 'a missing folder');
    await workbench.clearNotifications();
    writeInto(folder, 'stet.json', JSON.stringify({ articles: ['wire'] }));
    await workbench.waitForSquiggle('We will sail', 'error');
    await workbench.sourceRows('2024-05-04').waitFor();
    await page
      .locator('.monaco-button', { hasText: 'Choose Articles Folder…' })
      .waitFor({ state: 'detached' });
  });

  it('are not what is at fault where stet.json names other drafts: the status bar says so', async () => {
    const { workbench, folder } = stage;
    const { page } = workbench;
    writeInto(folder, 'stet.json', JSON.stringify({ articles: ['wire'], drafts: ['briefs/*.md'] }));
    await page
      .locator(
        '.statusbar-item [aria-label="Stet: This file is not one of the drafts, so it is not checked"]',
      )
      .waitFor();
    await workbench.waitForNoSquiggle('We will sail', 'error');
    await page.locator('.sidebar .pane', { hasText: 'that stet.json leaves out' }).last().waitFor();
    await picture(stage, 'no draft');
  });
});
