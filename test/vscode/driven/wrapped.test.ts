import { strict as assert } from 'node:assert';
import { writeInto } from '../newsroom.ts';
import { newsroomWith, picture, pictureFailure, raiseStage } from './stage.ts';
import type { Stage } from './theatre.ts';

const wrapped = `- The ferries stop on Monday, and nobody on the quay knows for how long
  the islands will have to live on what their shops have bought by then
  and on what the fishing boats bring over when the weather is kind.
- In the harbour there was a vote, and the hall was full to the last
  seat when the clerk read out the numbers to the crews and to all who
  had come in from the rain to hear them.
`;
const notes = `The board met on Sunday.

“We *never* promised more than four_percent [sic], and nobody at R&D asked us to,” Tobias Renn said.
`;

describe('a draft whose lines are wrapped', function () {
  this.timeout(180_000);
  let stage: Stage;

  before(async () => {
    stage = await raiseStage({
      lay: folder => {
        newsroomWith({
          'brief.md': `${wrapped}- Then came the wait. “The bread will be gone by Tuesday?” Magnus Thorvald\n  said.\n`,
        })(folder);
        writeInto(folder, 'articles/2024-05-05-notes.txt', notes);
      },
      trust: false,
    });
    await stage.workbench.openFile('brief.md');
  });
  afterEach(async function () {
    await pictureFailure(stage, this.currentTest);
  });
  after(() => stage?.end());

  it('keeps its width and its indent where a quotation is mended', async () => {
    const { workbench, read } = stage;
    await workbench.page.locator('.part.statusbar', { hasText: /of 1 verified/ }).waitFor();
    await workbench.quickFixes('The bread');
    await picture(stage, '40 wrapped, to be mended');
    await workbench.chooseFix('Use the ');
    await workbench.find('gone by Tuesday,”');
    await workbench.save();
    await picture(stage, '41 wrapped, mended');
    assert.equal(
      read('brief.md'),
      `${wrapped}- Then came the wait. “The bread will be gone by Tuesday,” Magnus Thorvald\n  said.\n`,
    );
  });

  it('and where one is completed, whose signs show as they are printed', async () => {
    const { workbench, read } = stage;
    await workbench.typeAtEnd('- On Sunday evening Tobias Renn said: “We ');
    await workbench.suggestions('We *never* promised');
    await workbench.acceptSuggestion('We *never* promised');
    await workbench.find('nobody at R&D asked us to.”');
    await workbench.save();
    await picture(stage, '42 wrapped, completed');
    assert.equal(
      read('brief.md').split('\n').slice(8).join('\n'),
      '- On Sunday evening Tobias Renn said: “We \\*never\\* promised more than\n  four_percent [sic], and nobody at R&D asked us to.”',
    );
    await workbench.page.locator('.part.statusbar', { hasText: /2 of 2 verified/ }).waitFor();
  });
});
