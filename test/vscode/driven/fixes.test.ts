import assert from 'node:assert/strict';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/package.ts';
import type { Squiggle } from '../host/driver.ts';
import { watchMarks } from './marks-watch.ts';
import { picture, pictureFailure, raiseStage } from './stage.ts';
import type { Stage } from './theatre.ts';

const LINES = {
  rise: '“We have offered a nine per cent rise and two extra rest days,” Peter Lindqvist said.',
  sailings: '“We must have to cancel sailings until Friday,” Lindqvist said.',
  clock: '“I will not close a harbour because two men cannot read a clock,” Ellen Okafor said.',
  quay: '“The crews will sleep on the quay until Sunday morning,” Denis Ward said.',
  valley: '“I cannot emphasize enough how much the valley matters to our economy,” Helena Marsh said.',
  voice: 'Aalto called Marsh “a steady voice for the treaty-based regional order.”',
  islands: '“The islands cannot live on post and pastry,” Mayor Ellen Okafor said.',
  families: '“This is hurting Ostmark families, Veland families, Tarland families,” Marsh said.',
  seagull: 'Ward said: “We would talk to a seagull if it could sign a contract.',
};
const BRIEF = `# Ferries and a river\n\n${Object.values(LINES).join('\n\n')}\n`;

describe('a quick fix', () => {
  let stage: Stage;
  let drafted: string;

  before(async () => {
    stage = await raiseStage({
      lay: folder => {
        cpSync(join(root, 'samples'), folder, { recursive: true });
        writeFileSync(join(folder, 'stet.json'), JSON.stringify({ citation: 'pandoc' }));
        writeFileSync(join(folder, 'desk.md'), BRIEF);
        writeFileSync(join(folder, 'saved.md'), `${LINES.sailings}\n\n${LINES.islands}\n\n${LINES.clock}\n`);
      },
      trust: false,
      // Every paragraph on one line.
      width: 1600,
      settings: { 'editor.codeActionsOnSave': { 'source.fixAll.stet': 'explicit' } },
    });
    const { workbench } = stage;
    await workbench.openFile('desk.md');
    await workbench.waitForSquiggle('nine per cent', 'error');
    drafted = await workbench.text();
  });
  after(() => stage?.end());
  afterEach(async function () {
    await pictureFailure(stage, this.currentTest);
  });

  interface Fixed {
    /** Words of the line to be mended. */
    readonly at: string;
    /** How they are marked before, and no more then; undefined where nothing is wrong with them. */
    readonly was: Squiggle | undefined;
    /** Words of the title. */
    readonly take: string;
    /** The line as it is then. */
    readonly gives: string;
    /** Words of another line that is mended, too. */
    readonly also?: string;
  }

  /** Takes a fix, and then takes it back. */
  async function fixAndUndo({ at, was, take, gives, also = at }: Fixed): Promise<void> {
    const { workbench } = stage;
    if (was !== undefined) {
      await workbench.waitForSquiggle(at, was);
    }
    await workbench.quickFixes(at);
    await picture(stage, `fix ${take}`);
    const line = await lineOfCursor();
    const watch = await watchMarks(workbench.page, [at, also]);
    await workbench.chooseFix(take);
    await workbench.find(gives);
    if (was !== undefined) {
      await workbench.waitForNoSquiggle(gives, was);
    }
    assert.deepEqual(await watch.end(), [], 'squiggles of other lines that did not stay');
    assert.equal(await lineOfCursor(), line);
    await undo();
    if (was !== undefined) {
      await workbench.waitForSquiggle(at, was);
    }
  }

  async function undo(): Promise<void> {
    await stage.workbench.page.keyboard.press('Control+Z');
    await stage.workbench.until('the text as it was, with one undo', async () =>
      (await stage.workbench.text()) === drafted ? true : undefined,
    );
  }

  async function lineOfCursor(): Promise<string | undefined> {
    const place = stage.workbench.page.locator('.part.statusbar').getByText(/^Ln \d+/);
    return /Ln \d+/.exec(await place.innerText())?.[0];
  }

  it('uses the words of one outlet or of another', async () => {
    await fixAndUndo({
      at: 'nine per cent',
      was: 'error',
      take: 'Island Courier',
      gives: '“We have offered a 7 percent raise and two extra rest days,” Peter Lindqvist said.',
    });
  });

  it('uses the wording that another outlet prints', async () => {
    await fixAndUndo({
      at: 'steady voice',
      // It is still one of two wordings.
      was: undefined,
      take: 'Use the wording of',
      gives: LINES.voice.replace('regional', 'worldwide'),
    });
  });

  it('gives the words to the one who said them', async () => {
    await fixAndUndo({
      at: 'read a clock',
      was: 'error',
      take: 'Moira Ward',
      gives: '“I will not close a harbour because two men cannot read a clock,” Moira Ward said.',
    });
  });

  it('takes the marks off', async () => {
    await fixAndUndo({
      at: 'sleep on the quay',
      was: 'warning',
      take: 'Take off the quotation marks',
      gives: LINES.quay.replace(/[“”]/g, ''),
    });
  });

  it('takes the source’s spelling', async () => {
    await fixAndUndo({
      at: 'I cannot',
      was: 'hint',
      take: 'Use the source’s spelling',
      gives: LINES.valley.replace('emphasize', 'emphasise'),
    });
  });

  it('cites', async () => {
    await fixAndUndo({
      at: 'hurting Ostmark',
      was: undefined,
      take: 'Cite',
      gives: 'Tarland families,” [@2024-05-03-harbour-times, ¶',
    });
  });

  it('closes the marks', async () => {
    await fixAndUndo({
      at: '“We would talk',
      was: 'warning',
      take: 'Close the quotation',
      gives: `${LINES.seagull}”`,
    });
  });

  it('mends all of one code', async () => {
    await fixAndUndo({
      at: 'cancel sailings',
      also: 'cannot live',
      was: 'error',
      take: 'Mend 2 of the 3',
      gives: LINES.islands.replace('pastry', 'patience'),
    });
  });

  it('ignores with a reason', async () => {
    const { workbench } = stage;
    await fixAndUndo({
      at: 'sleep on the quay',
      was: 'warning',
      take: 'with a reason',
      gives: `${LINES.quay} <!-- stet-ignore quote-not-found: reason -->`,
    });
    await workbench.quickFixes('sleep on the quay');
    await workbench.chooseFix('with a reason');
    await workbench.find(': reason -->');
    // Selected, to be typed over.
    await workbench.page.locator('.part.statusbar', { hasText: '(6 selected)' }).waitFor();
    await workbench.page.keyboard.type('heard on the');
    await workbench.find(' <!-- stet-ignore quote-not-found: heard on the');
    // What is underlined no more says why, where it is listed.
    await workbench.command('View: Show Stet');
    const row = workbench.page.locator(
      '.sidebar [role=treeitem][aria-label*="sleep on the quay"][aria-label*="Ignored by a comment in the draft"]',
    );
    await row.waitFor();
    await row.hover();
    const shown = workbench.page.locator('.monaco-hover:visible', { hasText: 'Ignored by a comment' });
    await shown.filter({ hasText: LINES.quay.slice(0, LINES.quay.indexOf('”')) }).waitFor();
    await picture(stage, '33 an ignored quotation in the Draft view');
    await workbench.page.mouse.move(1, 1);
  });

  it('is taken on save where it is safe', async () => {
    const { workbench, read } = stage;
    await workbench.openFile('saved.md');
    await workbench.waitForSquiggle('cancel sailings', 'error');
    await workbench.clickBefore('Lindqvist');
    await workbench.page.keyboard.type('Peter ');
    await workbench.save();
    const mended = [
      LINES.sailings.replace('must', 'may').replace('Lindqvist', 'Peter Lindqvist'),
      LINES.islands.replace('pastry', 'patience'),
      // Whose words they are is for the writer to say.
      LINES.clock,
    ];
    assert.equal(read('saved.md'), `${mended.join('\n\n')}\n`);
  });
});
