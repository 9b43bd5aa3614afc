import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { newsroomWith, picture, pictureFailure, raiseStage } from './stage.ts';
import type { Stage } from './theatre.ts';

const BRIEF = `# Ferries stop on Monday

“We will sail with fewer than six hands on deck,” said Ines Calloway.

“Our offer of four percent is final,” Tobias Renn said.

`;

describe('the newsroom beside the draft', () => {
  let stage: Stage;

  before(async () => {
    stage = await raiseStage({ lay: newsroomWith({ 'brief.md': BRIEF }), trust: false });
    await stage.workbench.openFile('brief.md');
    await stage.workbench.waitForSquiggle('sail with fewer', 'error');
  });
  after(() => stage?.end());
  afterEach(async function () {
    await pictureFailure(stage, this.currentTest);
  });

  /** A row of one of the views. */
  const row = (text: string): Locator =>
    stage.workbench.page.locator('.sidebar .monaco-list-row', { hasText: text }).first();
  /** Runs a command that opens a box of its own. */
  const ask = async (title: string, placeholder: RegExp): Promise<void> => {
    await stage.workbench.askingCommand(title);
    await stage.workbench.page.getByPlaceholder(placeholder).first().waitFor();
  };
  const offered = (text: string): Locator =>
    stage.workbench.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text }).first();

  /** Closes every editor but the draft's. */
  const onlyDraft = async (): Promise<void> => {
    const { page } = stage.workbench;
    const sources = page.locator('.tab', { hasText: '.txt' });
    for (let left = await sources.count(); left > 0; left--) {
      await sources.first().click({ button: 'middle' });
      await stage.workbench.until('one tab less', async () =>
        (await sources.count()) < left ? true : undefined,
      );
    }
    await stage.workbench.isShown('brief.md');
  };

  it('lists the quotations of the draft by verdict, one click from each', async () => {
    const { workbench } = stage;
    await workbench.page.locator('.part.statusbar', { hasText: '1 of 2 verified' }).waitFor();
    await workbench.page.locator('.statusbar-item', { hasText: '1 of 2 verified' }).click();
    await row('Altered').waitFor();
    await row('Verified').waitFor();
    await row('Our offer of four').click();
    await workbench.page.locator('.part.statusbar', { hasText: 'Ln 5' }).waitFor();
    await picture(stage, '20 views');
  });

  it('mends a quotation from the list, and leaves the writer in the draft', async () => {
    const { workbench } = stage;
    const { page } = workbench;
    await row('We will sail').hover();
    await row('We will sail').getByRole('button', { name: 'Fix…' }).click();
    await page.locator('.action-widget', { hasText: 'Use the words of' }).waitFor();
    await page.keyboard.press('Enter');
    await workbench.find('We will not sail');
    await page.locator('.part.statusbar', { hasText: '2 of 2 verified' }).waitFor();
    await page.locator('.sidebar .monaco-list-row', { hasText: 'Altered' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Z');
    await workbench.waitForSquiggle('“We will sail', 'error');
    await row('Altered').waitFor();
  });

  it('lists the sources, with who says what in them', async () => {
    const { workbench } = stage;
    await row('2024-05-04').click();
    await row('Magnus Thorvald').click();
    await row('The bread will be gone').click();
    // The focus stays in the list.
    await workbench.page
      .locator('.monaco-editor[data-uri$="/2024-05-04-island-courier.txt"] .view-line')
      .first()
      .waitFor();
    await picture(stage, '21 source with passage');
    await onlyDraft();
  });

  it('opens one source after the other in the same place beside the draft', async () => {
    const { workbench } = stage;
    for (const [date, file] of [
      ['2024-05-04', '2024-05-04-island-courier.txt'],
      ['2024-05-03', '2024-05-03-harbour-times.txt'],
      ['2024-05-04', '2024-05-04-island-courier.txt'],
    ] as const) {
      await row(date).hover();
      await row(date).getByRole('button', { name: 'Open Source' }).click();
      await workbench.isShown(file);
      assert.equal(await workbench.page.locator('.editor-group-container').count(), 2);
    }
    await onlyDraft();
  });

  it('inserts a quotation by any of its words, by keyboard alone', async () => {
    const { workbench } = stage;
    await workbench.typeAtEnd('');
    await ask('Stet: Insert Quotation…', /Words of a quotation/);
    await workbench.page.keyboard.type('doctor islands');
    await offered('Nobody on the islands').waitFor();
    assert.match(
      await offered('Nobody on the islands').innerText(),
      /Ines Calloway[\s\S]*Island Courier, 2024-05-04/,
    );
    await picture(stage, '22 insert quotation');
    await workbench.page.keyboard.press('Enter');
    await workbench.find('“Nobody on the islands will go without a doctor,” Calloway said.');
    await workbench.page.locator('.part.statusbar', { hasText: '2 of 3 verified' }).waitFor();
  });

  it('finds a person in the sources', async () => {
    const { workbench } = stage;
    const { page } = workbench;
    await ask('Stet: Find in Sources…', /A name/);
    const nothing = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Nothing in the sources' });
    await page.keyboard.type('zzz');
    await nothing.waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Backspace');
    // Before a word is typed nothing was looked for.
    await nothing.waitFor({ state: 'detached' });
    await page.keyboard.type('renn');
    await offered('Tobias Renn').waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.isShown('2024-05-03-harbour-times.txt');
    await onlyDraft();
  });

  it('offers text copied from a source as a verified quotation', async () => {
    const { workbench } = stage;
    const { page } = workbench;
    await workbench.typeAtEnd('\n\n');
    const before = await workbench.text();
    await row('The bread will be gone').click();
    await page.locator('.tab', { hasText: '2024-05-04-island-courier.txt' }).click();
    await workbench.isShown('2024-05-04-island-courier.txt');
    await workbench.select('The bread will be gone');
    await page.locator('.part.statusbar', { hasText: '(22 selected)' }).waitFor();
    await page.keyboard.press('Control+C');
    await onlyDraft();
    await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    await page.keyboard.press('Control+V');
    await page.locator('.post-edit-widget').waitFor();
    await workbench.find('The bread will be gone');
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget', { hasText: 'Insert Verified Quotation' }).waitFor();
    await picture(stage, '23 paste');
    await page.keyboard.press('ArrowDown');
    await page
      .locator('.action-widget .monaco-list-row.focused', { hasText: 'Insert Verified Quotation' })
      .waitFor();
    await page.keyboard.press('Enter');
    await workbench.find('“The bread will be gone,” Magnus Thorvald said.');
    await page.locator('.part.statusbar', { hasText: '3 of 4 verified' }).waitFor();
    await page.keyboard.press('Control+Z');
    await workbench.until('the draft as it was, with one undo', async () =>
      (await workbench.text()) === before ? true : undefined,
    );
  });

  it('keeps the record of the draft', async () => {
    const { workbench, read } = stage;
    const { page } = workbench;
    await ask('Stet: Export Report…', /The format of the record of brief.md/);
    await picture(stage, '25 report');
    await page.keyboard.press('Enter');
    const name = page.locator('.quick-input-widget input[type="text"]').first();
    await workbench.until('the name of the file', async () =>
      (await name.inputValue()).endsWith('/brief.report.md') ? true : undefined,
    );
    await page.keyboard.press('Enter');
    // Under test VS Code keeps its toasts to itself.
    await page.locator('.statusbar-item [aria-label*="Notification"]').click();
    const notice = page.locator('.notifications-center', { hasText: 'The report is in brief.report.md' });
    await notice.getByRole('button', { name: 'Open', exact: true }).click();
    await workbench.isShown('brief.report.md');
    await workbench.find('sail with fewer');
    await picture(stage, '26 report open');
    assert.match(read('brief.report.md'), /altered[\s\S]*2024-05-03-harbour-times/i);
    assert.deepEqual(await workbench.squiggles('sail with fewer'), [], 'what the record quotes is no draft');
  });
});
