import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inventedFiles } from '../fs/corpora.ts';
import { temporaryFolder } from '../fs/temporary-folder.ts';
import { bundleInto } from '../support/bundles.ts';

describe('the storage that a client names', function () {
  this.timeout(60_000);
  const bundles = temporaryFolder();

  before(async () => {
    await bundleInto(bundles, { server: 'server/src/lsp/main.ts' }, 'this build');
  });

  /** Starts a server on a folder, waits until it has read the sources and ends it. */
  async function serve(
    root: string,
    caches: string,
    initializationOptions: object,
    ...words: readonly string[]
  ): Promise<void> {
    const child = spawn(process.execPath, [join(bundles, 'server.cjs'), '--stdio', ...words], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, XDG_CACHE_HOME: caches },
    });
    const send = (message: object): void => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    let received = '';
    const heard = async (part: string): Promise<void> => {
      while (!received.includes(part)) {
        const [more] = (await once(child.stdout, 'data')) as [Buffer];
        received += more.toString();
      }
    };
    const rootUri = pathToFileURL(root).toString();
    send({
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri, capabilities: {}, initializationOptions },
    });
    await heard('"id":1');
    send({ method: 'initialized', params: {} });
    await heard('"state":"ready"');
    send({ id: 2, method: 'shutdown' });
    await heard('"id":2');
    send({ method: 'exit' });
    await once(child, 'close');
  }

  const parcels = (folder: string): readonly string[] =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(it => it.endsWith('.parcel'))
      : [];

  it('holds what was read of the sources, though the server ends at once', async () => {
    const [root, caches, storage] = [
      temporaryFolder(inventedFiles(70)),
      temporaryFolder(),
      temporaryFolder(),
    ];
    await serve(root, caches, { storage });
    assert.ok(parcels(storage).length > 0);
    assert.deepEqual(readdirSync(caches), []);
  });

  it('is where the system keeps caches, for a client that names none', async () => {
    const [root, caches] = [temporaryFolder(inventedFiles(4)), temporaryFolder()];
    await serve(root, caches, { storage: 7 });
    assert.ok(parcels(join(caches, 'stet')).length > 0);
  });

  it('holds nothing with --no-cache', async () => {
    const [root, caches, storage] = [temporaryFolder(inventedFiles(4)), temporaryFolder(), temporaryFolder()];
    await serve(root, caches, { storage }, '--no-cache');
    assert.deepEqual([...readdirSync(storage), ...readdirSync(caches)], []);
  });
});
