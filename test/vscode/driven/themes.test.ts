import assert from 'node:assert/strict';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/package.ts';
import { picture, pictureFailure, raiseStage, wanted } from './stage.ts';
import type { Stage } from './theatre.ts';

const BRIEF = `# Ferries and a river

“We have offered a nine per cent rise and two extra rest days,” Peter Lindqvist said.

“I will not close a harbour because two men cannot read a clock,” Moira Ward said.

Aalto called Marsh “a steady voice for the treaty-based regional order.”

“The crews will sleep on the quay until Sunday morning,” Denis Ward said.

`;
const THEMES = [
  { theme: 'Light Modern', drawn: 'vs' },
  { theme: 'Dark Modern', drawn: 'vs-dark' },
  { theme: 'Dark High Contrast', drawn: 'hc-black' },
  // It asks for no colours of this kind: squiggles, views and the line over the draft tell.
  { theme: 'Light High Contrast', drawn: 'hc-light', plain: true },
];
const WORDS = ['nine per cent', 'read a clock', 'Lindqvist'];
/** What WCAG wants between text and its ground. */
const READABLE = 4.5;

describe('what Stet draws is readable', () => {
  let stage: Stage;

  before(async () => {
    stage = await raiseStage({
      lay: folder => {
        cpSync(join(root, 'samples'), folder, { recursive: true });
        writeFileSync(join(folder, 'stet.json'), '{}');
        writeFileSync(join(folder, 'desk.md'), BRIEF);
      },
      trust: false,
      width: 1400,
      settings: { 'stet.inlayKeys': true, '[plaintext]': { 'editor.wordWrap': 'on' } },
    });
    const { workbench } = stage;
    await workbench.page.locator('.activitybar [aria-label^="Stet"]').first().click();
    await workbench.openFile('desk.md');
    await workbench.waitForSquiggle('nine per cent', 'error');
  });
  after(() => stage?.end());
  afterEach(async function () {
    await pictureFailure(stage, this.currentTest);
  });

  for (const { theme, drawn, plain } of THEMES) {
    it(`in ${theme}`, async () => {
      const { workbench } = stage;
      const { page } = workbench;
      await page.keyboard.press('Control+K');
      await page.keyboard.press('Control+T');
      await page.getByPlaceholder(/color theme/i).fill(theme);
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: theme }).waitFor();
      await page.keyboard.press('Enter');
      await page.locator(`.monaco-workbench.${drawn}`).waitFor();
      await workbench.until('unverified, verified and plain words that differ', async () => {
        const colours = new Set(await Promise.all(WORDS.map(it => workbench.colour(it))));
        return colours.size === (plain ? 1 : WORDS.length) ? true : undefined;
      });
      for (const words of WORDS) {
        const contrast = await workbench.contrast(words);
        assert.ok(contrast >= READABLE, `“${words}”: ${contrast}`);
      }
      await workbench.waitForSquiggle('nine per cent', 'error');
      assert.ok(await passageStandsOut(), 'the passage stands out in its source');
      await picture(stage, `${drawn} 4 source`);
      await closeSource();
      if (wanted) {
        await takePictures(drawn);
      }
    });
  }

  it('without scrolling, in a hover', async () => {
    const { workbench } = stage;
    for (const [words, shown] of [
      ['Marsh', 'more quotations'],
      ['nine per cent', 'Stands in other words'],
    ] as const) {
      await workbench.hover(words, shown);
      const hidden = await workbench.page
        .locator('.monaco-hover:visible', { hasText: shown })
        .first()
        .locator('.monaco-scrollable-element > :first-child')
        .first()
        .evaluate(it => it.scrollHeight - it.clientHeight);
      await picture(stage, `hover ${words}`);
      assert.ok(hidden <= 1, `${hidden} pixels of the hover on “${words}” are out of sight`);
    }
  });

  /** Opens the source of a quotation: whether its passage has a ground or a border that can be seen. */
  async function passageStandsOut(): Promise<boolean> {
    const { workbench } = stage;
    const { page } = workbench;
    const row = page.locator('.sidebar .monaco-list-row', { hasText: 'I will not close' });
    const tab = page.locator('.tab.active', { hasText: 'ferry-strike.txt' });
    await workbench.until('the source', async () => {
      if (!(await tab.isVisible())) {
        // The list may be drawn anew between the press of the button and its release.
        await row.hover();
        await row.getByRole('button', { name: 'Open Source Beside' }).click();
        await tab.waitFor({ timeout: 5000 }).catch(() => undefined);
      }
      return (await tab.isVisible()) ? true : undefined;
    });
    const source = page.locator(
      '.editor-group-container.active .monaco-editor[data-uri$="ferry-strike.txt"]',
    );
    const passage = source.locator('.view-overlays [class*="ced-"]').first();
    await passage.waitFor();
    return passage.evaluate(it => {
      const { backgroundColor, borderColor, borderStyle } = getComputedStyle(it);
      const isSeen = (colour: string): boolean => !/, 0\)$/.test(colour);
      return isSeen(backgroundColor) || (borderStyle !== 'none' && isSeen(borderColor));
    });
  }

  async function closeSource(): Promise<void> {
    const tab = stage.workbench.page.locator('.tab', { hasText: 'ferry-strike.txt' });
    await tab.click({ button: 'middle' });
    await tab.waitFor({ state: 'detached' });
    // What is selected has colours of its own.
    await stage.workbench.clickBefore('Ferries and');
  }

  async function takePictures(drawn: string): Promise<void> {
    const { workbench } = stage;
    const { page } = workbench;
    await workbench.hover('nine per cent', 'seven');
    await picture(stage, `${drawn} 1 hover on a quotation`);
    await workbench.hover('Lindqvist', 'chief executive');
    await picture(stage, `${drawn} 2 hover on a name`);
    await page.mouse.move(1, 1);
    await workbench.quickFixes('nine per cent');
    await picture(stage, `${drawn} 3 fixes`);
    await page.keyboard.press('Escape');
    await workbench.typeAtEnd('Ward said: “');
    await workbench.suggestions('Nobody should steer');
    await picture(stage, `${drawn} 5 quotations`);
    await page.keyboard.press('Escape');
    await workbench.command('File: Revert File');
    await workbench.waitForSquiggle('nine per cent', 'error');
  }
});
