import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '../../server/src/formats/decode.ts';
import { Wire } from '../support/wire.ts';

const council = 'Council passes budget\n\n“We won’t raise taxes this year,” Mayor Rosa Lindgren said.\n';
const brief = '“We won’t raise taxes this year,” Lindgren said.\n';
const windows = Buffer.from(
  council.replace('“', '\x93').replace('”', '\x94').replaceAll('’', '\x92'),
  'latin1',
);
const utf8 = Buffer.from(council);
const latin1 = new TextDecoder('latin1');

describe('a draft that an editor takes for another encoding', () => {
  it('is told of, once as long as it is open, and only where the disk has more than the editor', async () => {
    const wire = await Wire.start({ 'articles/council.txt': council });
    try {
      const saved = Buffer.from('\x93We won\x92t raise taxes this year,\x94 Lindgren said.\n', 'latin1');
      writeFileSync(join(wire.root, 'brief.md'), saved);
      const own = 'A \ufffd of its own.\n';
      wire.write('own.md', own);
      const opened = [
        await wire.openDocument('own.md', own),
        await wire.openDocument('brief.md', saved.toString()),
      ];
      for (const uri of [...opened, ...opened]) {
        assert.deepEqual(await wire.codes(uri), []);
      }
      const told = /^Stet: brief\.md: the editor reads it in another encoding/u;
      await wire.until(() => wire.messages.length > 0);
      await wire.client.sendNotification('textDocument/didClose', { textDocument: { uri: opened[1] } });
      await wire.codes(await wire.openDocument('brief.md', saved.toString()));
      await wire.until(() => wire.messages.length > 1);
      assert.equal(wire.messages.length, 2);
      wire.messages.forEach(it => assert.match(it, told));
      await wire.client.sendNotification('textDocument/didClose', { textDocument: { uri: opened[1] } });
      assert.deepEqual(await wire.codes(await wire.openDocument('brief.md', brief)), []);
      assert.equal(wire.messages.length, 2);
    } finally {
      await wire.stop();
    }
  });
});

describe('a source that an editor takes for another encoding', () => {
  let wire: Wire;

  afterEach(() => wire.stop());

  const cases: readonly (readonly [what: string, bytes: Buffer, inEditor: string])[] = [
    ['windows-1252, as UTF-8', windows, windows.toString('utf8')],
    ['windows-1252, as Latin 1', windows, windows.toString('latin1')],
    ['UTF-8, as windows-1252', utf8, latin1.decode(utf8)],
    ['UTF-8, as Latin 1', utf8, utf8.toString('latin1')],
  ];
  for (const [what, bytes, inEditor] of cases) {
    it(`counts as it is saved: ${what}`, async () => {
      wire = await Wire.start({ 'articles/a.txt': 'Nothing else happened.\n' });
      writeFileSync(join(wire.root, 'articles/council.txt'), bytes);
      await wire.touched('articles/council.txt');
      const draft = await wire.openDocument('brief.md', brief);
      assert.deepEqual(await wire.codes(draft), []);

      // Beside another that is changed: when that counts, both were looked at.
      await wire.openDocument('articles/council.txt', inEditor, 'plaintext');
      const seen = wire.refreshes;
      await wire.openDocument('articles/a.txt', '“We will build,” Bo Ortiz said.\n', 'plaintext');
      await wire.until(() => wire.refreshes > seen);
      assert.deepEqual(await wire.codes(draft), []);

      // Saved so, it is so.
      const wrong = inEditor.replaceAll(/[^\n -~]/gu, '\ufffd');
      writeFileSync(join(wire.root, 'articles/council.txt'), wrong);
      await wire.change(wire.uri('articles/council.txt'), wrong);
      await wire.touched('articles/council.txt');
      assert.deepEqual(await wire.codes(draft), ['quote-not-found']);
    });
  }

  it('counts as it stands in the editor where it is changed there', async () => {
    const text = `${council}\nThe caf\u00e9 paid, it is said, \ufffd20.\n`;
    assert.equal(decode(Buffer.from(text)).kind, 'text');
    wire = await Wire.start({ 'articles/council.txt': text });
    const draft = await wire.openDocument('brief.md', brief);
    assert.deepEqual(await wire.codes(draft), []);
    const seen = wire.refreshes;
    await wire.openDocument('articles/council.txt', text.replace('taxes', 'rents'), 'plaintext');
    await wire.until(() => wire.refreshes > seen);
    assert.deepEqual(await wire.codes(draft), ['quote-altered']);
  });
});
