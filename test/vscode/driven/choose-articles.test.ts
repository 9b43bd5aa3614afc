import assert from 'node:assert/strict';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { layNewsroom, writeInto } from '../newsroom.ts';
import { picture, pictureFailure, raiseStage } from './stage.ts';
import type { Stage } from './theatre.ts';

describe('a stet.json that the chosen folder of articles cannot be written to', () => {
  let stage: Stage;
  let file: string;

  before(async () => {
    stage = await raiseStage({
      lay: folder => {
        layNewsroom(folder);
        writeInto(folder, 'wire/strike.txt', '“We sail,” said Ines Calloway.\n');
        writeInto(folder, 'brief.md', '“We sail,” said Ines Calloway.\n');
      },
      trust: false,
    });
    file = join(stage.folder, 'stet.json');
    await stage.workbench.openFile('brief.md');
  });
  after(() => stage?.end());
  afterEach(async function () {
    await pictureFailure(stage, this.currentTest);
  });

  async function isLeftAsItIs(bytes: string | Buffer, told: string): Promise<void> {
    writeFileSync(file, bytes);
    await stage.workbench.command('Stet: Choose Articles Folder…');
    await stage.workbench.waitForNotification(told);
    assert.deepEqual(Buffer.from(stage.read('stet.json', 'latin1'), 'latin1'), Buffer.from(bytes));
  }

  it('is named with the reason where it cannot be read', async () => {
    mkdirSync(file);
    await stage.workbench.command('Stet: Choose Articles Folder…');
    await stage.workbench.waitForNotification(
      'stet.json could not be read, so it was left as it is: it is a folder, not a file',
    );
    rmSync(file, { recursive: true });
  });

  it('is left as it is where its characters would be lost', async () => {
    await isLeftAsItIs(Buffer.from('{ "people": { "Inés Calloway": [] } }\n', 'latin1'), 'is not in UTF-8');
  });

  it('is left as it is where it has comments, or a comma too many', async () => {
    await isLeftAsItIs('{\n  // Since May.\n  "citation": "link"\n}\n', 'is not valid JSON');
    await isLeftAsItIs('{ "citation": "link", }\n', 'is not valid JSON');
  });

  it('is left as it is where it is a list, and opened', async () => {
    await isLeftAsItIs('["wire"]\n', 'has no braces around its settings');
    await stage.workbench.isShown('stet.json');
    await picture(stage, '25 stet.json left as it is');
  });

  it('is left as it is while an editor has changes to it', async () => {
    const { workbench } = stage;
    await workbench.typeAtEnd(' ');
    await workbench.page.locator('.tab.active.dirty', { hasText: 'stet.json' }).waitFor();
    await workbench.command('Stet: Choose Articles Folder…');
    await workbench.waitForNotification('has changes that are not saved');
    assert.equal(stage.read('stet.json'), '["wire"]\n');
    await workbench.command('File: Revert File');
    await workbench.page.locator('.tab.active:not(.dirty)', { hasText: 'stet.json' }).waitFor();
  });

  it('keeps what was written to it while the dialog was open', async () => {
    const { workbench } = stage;
    writeFileSync(file, '{}\n');
    await workbench.askingCommand('Stet: Choose Articles Folder…');
    await workbench.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'wire' }).waitFor();
    writeFileSync(file, '{ "citation": "link" }\n');
    await workbench.takeFolder('wire', 'Use as Articles Folder');
    await workbench.until('the choice written', () =>
      Promise.resolve(stage.read('stet.json').includes('wire') ? true : undefined),
    );
    assert.deepEqual(JSON.parse(stage.read('stet.json')), { citation: 'link', articles: ['wire'] });
  });

  it('is named with the reason where it cannot be written', async () => {
    const { workbench } = stage;
    rmSync(file);
    symlinkSync(join(stage.folder, 'missing', 'stet.json'), file);
    await workbench.askingCommand('Stet: Choose Articles Folder…');
    await workbench.takeFolder('wire', 'Use as Articles Folder');
    await workbench.waitForNotification('stet.json could not be written:');
    assert.ok(!existsSync(file));
  });
});
