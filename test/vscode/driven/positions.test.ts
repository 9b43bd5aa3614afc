import assert from 'node:assert/strict';
import { newsroomWith, picture, pictureFailure, raiseStage } from './stage.ts';
import type { Stage } from './theatre.ts';

const ALTERED = '“We will sail with fewer than six hands on deck,”';
const LONG = 'The ferries sailed on and the crews counted their hands on the quay. '.repeat(150);
const DRAFTS = {
  'astral.md': `🐟🐟 𝔉𝔢𝔯𝔯𝔶 שלום ${ALTERED} 🐟 said Ines Calloway. 🐟\n`,
  'crlf.md': `The union met.\r\n\r\n${ALTERED.replace('fewer ', 'fewer\r\n')} said Ines Calloway.\r\n`,
  'references.md': `Renn&nbsp;left. &ldquo;${ALTERED.slice(1, -1).replaceAll(' ', '&nbsp;')}&rdquo; said Ines Calloway.\n`,
  'long.md': `${ALTERED} said Ines Calloway. ${LONG}\n`,
};

describe('a quick fix is exact', () => {
  let stage: Stage;

  before(async () => {
    stage = await raiseStage({ lay: newsroomWith(DRAFTS), trust: false, width: 1600 });
  });
  after(() => stage?.end());
  afterEach(async function () {
    await pictureFailure(stage, this.currentTest);
  });

  for (const [why, name, at] of [
    ['behind emoji and letters from right to left', 'astral.md', 'hands'],
    ['over lines that end with CRLF', 'crlf.md', 'six hands'],
    ['among character references', 'references.md', 'hands'],
    ['in a paragraph of ten thousand characters', 'long.md', 'six hands'],
  ] as const) {
    it(`${why}, and taken back with one undo`, async () => {
      const { workbench, read } = stage;
      const drafted = DRAFTS[name];
      await workbench.openFile(name);
      await workbench.waitForSquiggle(at, 'error');
      await workbench.quickFixes(at);
      await picture(stage, `positions ${name}`);
      await workbench.chooseFix('Use the words of');
      await workbench.find('will not sail');
      await workbench.save();
      const words = /We(?: |&nbsp;)will.*?deck,/s;
      assert.equal(read(name), drafted.replace(words, 'We will not sail with fewer than six hands on deck,'));
      await workbench.page.keyboard.press('Control+Z');
      await workbench.waitForSquiggle(at, 'error');
      await workbench.save();
      assert.equal(read(name), drafted);
    });
  }
});
