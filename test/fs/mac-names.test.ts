import assert from 'node:assert/strict';
import { join } from 'node:path';
import { defaultProject } from '../../server/src/core/project.ts';
import { asOnDisk } from '../../server/src/fs/as-on-disk.ts';
import { listFolder } from '../../server/src/fs/list-files.ts';
import { plainEntry, relativePath } from '../../server/src/fs/paths.ts';
import { Wire } from '../support/wire.ts';
import { temporaryFolder } from './temporary-folder.ts';

const composed = 'Pe\u00f1a';
const parted = 'Pen\u0303a';
const council = 'Council passes budget\n\n“We will not raise taxes this year,” Mayor Rosa Lindgren said.\n';

describe('names on a Mac, whose disk takes an accent with its letter or by itself', () => {
  const here = process.platform;
  const runOn = (platform: NodeJS.Platform): void => {
    Object.defineProperty(process, 'platform', { value: platform });
  };
  beforeEach(() => runOn('darwin'));
  afterEach(() => runOn(here));

  it('are the same however the disk lists them and whoever names them', async () => {
    const root = temporaryFolder({ [`wire/${parted}.txt`]: council, [`${parted}/b.txt`]: council });
    assert.deepEqual((await listFolder(root, 'wire')).paths, [`wire/${composed}.txt`]);
    assert.equal(relativePath(root, join(root, 'wire', `${parted}.txt`)), `wire/${composed}.txt`);
    for (const name of [composed, parted]) {
      const project = { ...defaultProject, articles: [name] };
      const found = await asOnDisk(root, project);
      assert.deepEqual(
        found.articles.map(it => plainEntry(root, it)),
        [composed],
      );
    }
  });

  it('are told apart where the disk does', async () => {
    runOn('linux');
    const root = temporaryFolder({ [`wire/${parted}.txt`]: council });
    assert.deepEqual((await listFolder(root, 'wire')).paths, [`wire/${parted}.txt`]);
  });

  it('are those of one article, which is no draft, and whose text in the editor counts', async () => {
    const wire = await Wire.start({
      [`Art\u00edculos/${composed}.txt`]: council,
      'stet.json': JSON.stringify({ articles: ['Arti\u0301culos'] }),
    });
    try {
      const article = `Arti\u0301culos/${parted}.txt`;
      const changed = council.replace('taxes', 'rents');
      const status = wire.status.length;
      const open = await wire.openDocument(article, changed, 'plaintext');
      await wire.until(() => wire.status.length > status);
      const brief = await wire.openDocument(
        'brief.md',
        '“We will not raise rents this year,” Lindgren said.\n',
      );
      assert.deepEqual(await wire.codes(brief), []);
      const symbols: unknown = await wire.client.sendRequest('textDocument/documentSymbol', {
        textDocument: { uri: open },
      });
      assert.ok(Array.isArray(symbols) && symbols.length > 0);
    } finally {
      await wire.stop();
    }
  });
});
