import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layNewsroom, writeInto } from '../newsroom.ts';
import { picture, pictureFailure, raiseStage } from './stage.ts';
import type { Stage } from './theatre.ts';

describe('a folder whose articles Stet does not know yet', () => {
  let stage: Stage;

  before(async () => {
    stage = await raiseStage({
      lay: folder => {
        const elsewhere = mkdtempSync(join(tmpdir(), 'stet-lay-'));
        layNewsroom(elsewhere);
        cpSync(join(elsewhere, 'articles'), join(folder, 'wire'), { recursive: true });
        rmSync(elsewhere, { recursive: true });
        writeInto(
          folder,
          'brief.md',
          '“We will sail with fewer than six hands on deck,” said Ines Calloway.\n',
        );
      },
      trust: false,
    });
    await stage.workbench.openFile('brief.md');
  });
  after(() => stage?.end());
  afterEach(async function () {
    await pictureFailure(stage, this.currentTest);
  });

  it('is silent, and says how to begin', async () => {
    const { workbench } = stage;
    await workbench.page.locator('.activitybar [aria-label^="Stet"]').first().click();
    await workbench.page.locator('.monaco-button', { hasText: 'Choose Articles Folder…' }).waitFor();
    assert.deepEqual(await workbench.squiggles('sail with fewer'), []);
    await picture(stage, '24 welcome');
  });

  it('is checked as soon as the folder is chosen, which stet.json remembers', async () => {
    const { workbench } = stage;
    await workbench.page.locator('.monaco-button', { hasText: 'Choose Articles Folder…' }).click();
    await workbench.takeFolder('wire', 'Use as Articles Folder');
    await workbench.waitForSquiggle('sail with fewer', 'error');
    await workbench.sourceRows('2024-05-04').waitFor();
    assert.deepEqual(JSON.parse(stage.read('stet.json')), { articles: ['wire'] });
  });
});
