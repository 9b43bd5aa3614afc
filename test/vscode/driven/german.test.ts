import assert from 'node:assert/strict';
import { newsroomWith, picture, pictureFailure, raiseStage } from './stage.ts';
import type { Stage } from './theatre.ts';

describe('in a VS Code that speaks German', () => {
  let stage: Stage;

  before(async () => {
    const draft = '“We will sail with fewer than six hands on deck,” said Ines Calloway.\n';
    stage = await raiseStage({ lay: newsroomWith({ 'brief.md': draft }), trust: false, language: 'de' });
    await stage.workbench.openFile('brief.md');
  });
  after(() => stage?.end());
  afterEach(async function () {
    await pictureFailure(stage, this.currentTest);
  });

  it('the server speaks German, too', async () => {
    const { workbench } = stage;
    await workbench.waitForSquiggle('sail with fewer', 'error');
    await workbench.page.locator('.codelens-decoration', { hasText: '1 Zitat: 1 verändert' }).waitFor();
    const hover = await workbench.hover('hands on deck', 'We will not sail');
    assert.match(hover, /Eine Verneinung ist verändert/);
    assert.match(hover, /Steht in dieser Quelle in anderen Worten/);
    await picture(stage, '12 german');
    await workbench.quickFixes('sail with fewer');
    await workbench.chooseFix('Worte von Harbour Times, 2024-05-03 nehmen');
    await workbench.find('We will not sail');
  });

  it('so do commands, views and the status bar', async () => {
    const { workbench } = stage;
    await workbench.page.locator('.statusbar-item', { hasText: '1 von 1 belegt' }).waitFor();
    await workbench.command('Zitate des Entwurfs anzeigen');
    await workbench.page.locator('.sidebar .monaco-list-row', { hasText: 'Belegt' }).first().waitFor();
    await picture(stage, '12 german view');
  });
});
