import assert from 'node:assert/strict';
import { newsroomWith, picture, pictureFailure, raiseStage } from './stage.ts';
import type { Stage } from './theatre.ts';

describe('a plain text draft', () => {
  let stage: Stage;

  before(async () => {
    const draft = '“Nobody ever asked the gulls about it,” said Ines Calloway.\n';
    stage = await raiseStage({ lay: newsroomWith({ 'brief.txt': draft }), trust: false });
    await stage.workbench.openFile('brief.txt');
  });
  after(() => stage?.end());
  afterEach(async function () {
    await pictureFailure(stage, this.currentTest);
  });

  it('is exempted in stet.json, where the reason is typed at once', async () => {
    const { workbench } = stage;
    await workbench.waitForSquiggle('asked the gulls', 'warning');
    await workbench.quickFixes('asked the gulls');
    await workbench.chooseFix('Ignore this quotation in stet.json');
    await workbench.find('"reason": "reason"');
    // Selected, to be typed over.
    await workbench.page.locator('.part.statusbar', { hasText: '(6 selected)' }).waitFor();
    await picture(stage, '30 exemption');
    await workbench.page.keyboard.type('said to me on the quay');
    await workbench.find('"reason": "said to me on the quay"');
    await workbench.save();
    await picture(stage, '31 exemption with its reason');
    assert.match(stage.read('stet.json'), /"reason": "said to me on the quay" \}/);
    await workbench.openFile('brief.txt');
    await workbench.waitForNoSquiggle('asked the gulls', 'warning');
  });
});
