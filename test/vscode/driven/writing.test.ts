import assert from 'node:assert/strict';
import { newsroomWith, picture, pictureFailure, raiseStage } from './stage.ts';
import type { Stage } from './theatre.ts';

const BRIEF = `# Ferries stop on Monday

“We will sail with fewer than six hands on deck,” said Ines Calloway.

“Our offer of four percent is final,” Tobias Renn said.

`;

describe('a writer with the installed package', () => {
  let stage: Stage;

  before(async () => {
    stage = await raiseStage({ lay: newsroomWith({ 'brief.md': BRIEF }), trust: false });
    await stage.workbench.openFile('brief.md');
  });
  after(() => stage?.end());
  afterEach(async function () {
    await pictureFailure(stage, this.currentTest);
  });

  it('sees the altered quotation underlined, and not the verified one', async () => {
    const { workbench } = stage;
    await workbench.waitForSquiggle('sail with fewer', 'error');
    assert.deepEqual(await workbench.squiggles('offer of four percent'), []);
    const words = await workbench.find('We will sail with fewer than six hands on deck,');
    const squiggle = await workbench.page.locator('.squiggly-error').first().boundingBox();
    assert.ok(squiggle && Math.abs(squiggle.x - words.x) < 2, 'from the first word within the marks');
    assert.ok(Math.abs(squiggle.width - words.width) < 2, 'to the last');
    await picture(stage, '1 warning');
  });

  it('reads the source’s words in the hover', async () => {
    const text = await stage.workbench.hover('hands on deck', 'We will not sail');
    assert.match(text, /Harbour Times/);
    await picture(stage, '2 hover on a quotation');
  });

  it('reads who a name is', async () => {
    const text = await stage.workbench.hover('Calloway', 'general secretary');
    assert.match(text, /Ines Calloway/);
    await picture(stage, '3 hover on a name');
  });

  it('finds it in the problems, with the source one click away', async () => {
    const { workbench } = stage;
    const rows = await workbench.problems('quote-altered');
    assert.equal(rows.filter(row => /quote-/.test(row)).length, 1);
    await picture(stage, '4 problems');
    await workbench.openRelated('2024-05-03-harbour-times.txt');
    assert.match(await workbench.text(), /We will not sail/);
    await picture(stage, '5 source');
    await workbench.openFile('brief.md');
  });

  it('takes the verified words, and takes them back with one undo', async () => {
    const { workbench } = stage;
    const titles = await workbench.quickFixes('sail with fewer');
    assert.ok(
      titles.some(title => /Harbour Times/.test(title)),
      titles.join('; '),
    );
    await picture(stage, '6 quick fixes');
    await workbench.chooseFix('Use the words of');
    await workbench.find('We will not sail with fewer than six hands');
    await workbench.until('no squiggle', async () =>
      (await workbench.squiggles('sail with fewer')).length === 0 ? true : undefined,
    );
    await picture(stage, '7 fixed');
    await workbench.page.keyboard.press('Control+Z');
    await workbench.find('“We will sail with');
    await workbench.waitForSquiggle('sail with fewer', 'error');
    await workbench.page.keyboard.press('Control+Y');
    await workbench.find('We will not sail');
  });

  it('is offered nothing at the end of a line but what the sources have', async () => {
    const { workbench } = stage;
    const { keyboard } = workbench.page;
    const before = await workbench.text();
    // VS Code's own snippets: “it” for italics, “in” for mathematics.
    await workbench.typeAtEnd('- where the crews let it');
    await keyboard.press('Control+Space');
    await workbench.page.locator('.suggest-widget .message', { hasText: 'No suggestions' }).waitFor();
    await keyboard.press('Enter');
    await workbench.find('- where the crews let it');
    // Undone, one step too many would take back what stood there before.
    await keyboard.press('Control+Shift+K');
    await keyboard.press('Control+Shift+K');
    await keyboard.press('Control+End');
    await keyboard.press('Enter');
    await workbench.until('the draft as it was', async () =>
      (await workbench.text()) === before ? true : undefined,
    );
  });

  it('completes a name', async () => {
    const { workbench } = stage;
    await workbench.typeAtEnd('Magn');
    assert.ok((await workbench.suggestions('Magnus Thorvald')).length > 0);
    await picture(stage, '8 name completion');
    await workbench.acceptSuggestion('Magnus Thorvald');
    await workbench.find('Magnus Thorvald');
  });

  it('completes a quotation of that speaker, in the source’s words', async () => {
    const { workbench, read } = stage;
    await workbench.typeAtEnd(' said: “');
    await workbench.suggestions('The bread will be gone');
    await picture(stage, '9 quotation completion');
    await workbench.acceptSuggestion('The bread will be gone');
    await workbench.find('The bread will be gone by Tuesday');
    await workbench.save();
    const lines = read('brief.md').trimEnd().split('\n');
    assert.equal(lines[2], '“We will not sail with fewer than six hands on deck,” said Ines Calloway.');
    assert.match(
      lines.at(-1) ?? '',
      /^Magnus Thorvald said: “The bread will be gone by Tuesday, and the patience by Wednesday/,
    );
    await picture(stage, '10 finished');
  });

  it('sees the rest of a quotation before it is typed, and takes it', async () => {
    const { workbench } = stage;
    const { keyboard } = workbench.page;
    await keyboard.press('Control+End');
    await workbench.typeAtEnd('\n\nTobias Renn said: “Our offer of');
    // Closed before it is open, the list would come afterwards and take the key.
    await workbench.suggestions('Our offer of four percent');
    await keyboard.press('Escape');
    await workbench.page.locator('.suggest-widget.visible').waitFor({ state: 'detached' });
    const ghost = workbench.page
      .locator('[class*="ghost-text"]', { hasText: 'four percent is final' })
      .first();
    await ghost.waitFor();
    await picture(stage, '27 ghost text');
    await keyboard.press('Tab');
    await ghost.waitFor({ state: 'detached' });
    await workbench.find('Tobias Renn said: “Our offer of four percent is final');
    await workbench.page.locator('.part.statusbar', { hasText: '4 of 4 verified' }).waitFor();
  });
});
