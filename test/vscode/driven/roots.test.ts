import assert from 'node:assert/strict';
import { writeInto } from '../newsroom.ts';
import { picture, pictureFailure, raiseStage } from './stage.ts';
import type { Stage } from './theatre.ts';

const SAID = '“Our offer of four percent is final,” Tobias Renn said.\n';
const DRAFT = SAID;

describe('two folders in one window', () => {
  let stage: Stage;

  before(async () => {
    stage = await raiseStage({
      lay: folder => {
        writeInto(folder, 'harbour/articles/2024-05-03-harbour-times.txt', `Ferry crews vote\n\n${SAID}`);
        writeInto(
          folder,
          'island/articles/2024-05-04-island-courier.txt',
          `Islands count their tins\n\n${SAID.replace('four', 'five')}`,
        );
        writeInto(folder, 'harbour/harbour.md', DRAFT);
        writeInto(folder, 'island/island.md', DRAFT);
        const folders = ['harbour', 'island'].map(path => ({ path }));
        writeInto(folder, 'desk.code-workspace', JSON.stringify({ folders }));
      },
      workspace: 'desk.code-workspace',
      trust: false,
    });
    const { page } = stage.workbench;
    const folder = page.locator('.explorer-viewlet .monaco-list-row', { hasText: 'harbour' }).first();
    await stage.workbench.until('the folders of the window', async () => {
      // In a browser VS Code may read the file that names them before it can reach it, and then shows none.
      const isShown = await folder.waitFor({ timeout: 8000 }).then(
        () => true,
        () => undefined,
      );
      if (isShown === undefined) {
        await page.reload();
      }
      return isShown;
    });
  });
  after(() => stage?.end());
  afterEach(async function () {
    await pictureFailure(stage, this.currentTest);
  });

  it('are checked each against its own articles', async () => {
    const { workbench } = stage;
    await workbench.openFile('harbour.md');
    await workbench.page.locator('.part.statusbar', { hasText: '1 of 1 verified' }).waitFor();
    assert.deepEqual(await workbench.squiggles('offer of four'), []);
    await workbench.openFile('island.md');
    await workbench.waitForSquiggle('offer of four', 'error');
    await workbench.page.locator('.part.statusbar', { hasText: '0 of 1 verified' }).waitFor();
  });

  it('stand apart in the list of sources', async () => {
    const { workbench } = stage;
    await workbench.page.locator('.activitybar [aria-label^="Stet"]').first().click();
    await workbench.sourceRows('Islands count their tins').waitFor();
    await workbench.sourceRows('Ferry crews vote').waitFor();
    for (const root of ['harbour', 'island']) {
      await workbench
        .sourceRows(new RegExp(`^${root}`))
        .first()
        .waitFor();
    }
    await picture(stage, 'two folders');
  });

  it('offer each its own quotations', async () => {
    const { workbench } = stage;
    await workbench.typeAtEnd('\nRenn said: “');
    const offered = await workbench.suggestions('Our offer of');
    assert.ok(
      offered.some(it => it.includes('five')) && !offered.some(it => it.includes('four')),
      offered.join(),
    );
  });
});
