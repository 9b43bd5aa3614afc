import assert from 'node:assert/strict';
import { newsroomWith, picture, pictureFailure, raiseStage } from './stage.ts';
import type { Stage } from './theatre.ts';

describe('a folder that is not trusted', () => {
  let stage: Stage;

  before(async () => {
    const draft = '“We will sail with fewer than six hands on deck,” said Ines Calloway.\n';
    const more = '“The ropes are dry and the boats are tied,” said Magnus Thorvald.\n';
    const lay = newsroomWith({ 'brief.md': draft, 'articles/a.txt': more, 'articles/b.txt': more });
    stage = await raiseStage({ lay, trust: true });
    await stage.workbench.openFile('brief.md');
  });
  after(() => stage?.end());
  afterEach(async function () {
    await pictureFailure(stage, this.currentTest);
  });

  it('is checked all the same', async () => {
    const { workbench } = stage;
    await workbench.page.locator('.part.statusbar', { hasText: 'Restricted Mode' }).waitFor();
    await workbench.waitForSquiggle('sail with fewer', 'error');
    assert.match(await workbench.hover('hands on deck', 'We will not sail'), /Harbour Times/);
    await picture(stage, '11 restricted');
  });

  it('is remembered in the storage of the extension', async () => {
    await stage.workbench.until('a parcel in the storage', async () =>
      stage.stored().some(it => it.endsWith('.parcel')) ? true : undefined,
    );
  });

  it('is written in all the same', async () => {
    const { workbench } = stage;
    await workbench.quickFixes('sail with fewer');
    await workbench.chooseFix('Use the words of');
    await workbench.find('We will not sail');
    await workbench.typeAtEnd('Magnus Thorvald said: “');
    await workbench.suggestions('The bread will be gone');
    await workbench.acceptSuggestion('The bread will be gone');
    await workbench.find('The bread will be gone by Tuesday');
    assert.equal(
      await workbench.page.locator('.unicode-highlight').count(),
      0,
      'no boxes around quotation marks',
    );
  });
});
