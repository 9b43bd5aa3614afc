import assert from 'node:assert/strict';
import { newsroomWith, picture, pictureFailure, raiseStage } from './stage.ts';
import type { Stage } from './theatre.ts';

describe('the walkthrough', () => {
  let stage: Stage;

  before(async () => {
    stage = await raiseStage({ lay: newsroomWith({ 'brief.md': 'Calloway spoke.\n' }), trust: false });
  });
  after(() => stage?.end());
  afterEach(async function () {
    await pictureFailure(stage, this.currentTest);
  });

  it('leads from the articles to the record in four steps', async () => {
    const { workbench } = stage;
    const { page } = workbench;
    await workbench.askingCommand('Welcome: Open Walkthrough');
    await page.getByPlaceholder(/walkthrough/i).fill('Stet');
    await page
      .locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Get started with Stet' })
      .waitFor();
    await page.keyboard.press('Enter');
    const steps = page.locator('.getting-started-step');
    await steps.first().waitFor();
    assert.deepEqual(await page.locator('.getting-started-step .step-title').allInnerTexts(), [
      'Choose the folder of your articles',
      'Write a line',
      'See what does not stand in a source',
      'Put the exact words in',
    ]);
    for (const [index, button] of [
      'Choose Articles Folder…',
      'New File',
      'Show the Draft view',
      'Export Report…',
    ].entries()) {
      await steps.nth(index).click();
      await page.locator('.getting-started-step.expanded', { hasText: button }).waitFor();
      await picture(stage, `walkthrough ${index + 1}`);
    }
  });

  it('says what is missing where a step needs a draft', async () => {
    const { page } = stage.workbench;
    await page.locator('.part.statusbar', { hasText: 'Stet' }).waitFor();
    await page
      .locator('.getting-started-step.expanded')
      .getByRole('button', { name: 'Export Report…' })
      .click();
    await page.locator('.statusbar-item [aria-label*="Notification"]').click();
    await page.locator('.notifications-center', { hasText: 'Open a draft first' }).waitFor();
  });
});
