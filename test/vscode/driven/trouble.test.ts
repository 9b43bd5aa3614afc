import { newsroomWith, picture, pictureFailure, raiseStage } from './stage.ts';
import { writeInto } from '../newsroom.ts';
import type { Stage } from './theatre.ts';

const BRIEF = `“We will not sail with fewer than six hands on deck,” said Ines Calloway.

“Our offer of four percent is final,” Tobias Renn said.
`;

describe('the status bar', () => {
  let stage: Stage;

  before(async () => {
    stage = await raiseStage({ lay: newsroomWith({ 'brief.md': BRIEF }), trust: false });
    await stage.workbench.openFile('brief.md');
    await stage.workbench.page.locator('.part.statusbar', { hasText: '2 of 2 verified' }).waitFor();
  });
  after(() => stage?.end());
  afterEach(async function () {
    await pictureFailure(stage, this.currentTest);
  });

  it('warns while a source could not be read, beside a draft, too', async () => {
    const { workbench, folder } = stage;
    const item = workbench.page.locator('.statusbar-item', { hasText: '2 of 2 verified' });
    writeInto(folder, 'articles/2024-05-05-scan.pdf', '%PDF-1.4');
    await item.locator('.codicon-warning').waitFor();
    await workbench.page
      .locator('.statusbar-item [aria-label^="Stet:"][aria-label$="1 could not be read"]')
      .waitFor();
    await picture(stage, '40 status with a warning');
  });

  it('says that nothing is checked any more where the server has crashed too often, and starts it again', async () => {
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
    await picture(stage, '41 stopped');
    await stopped.click();
    await page.locator('.statusbar-item', { hasText: '2 of 2 verified' }).waitFor();
    await stopped.waitFor({ state: 'detached' });
  });
});
