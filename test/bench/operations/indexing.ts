import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultProject } from '../../../server/src/core/project.ts';
import { loadCorpus } from '../../../server/src/fs/load-corpus.ts';
import { quickest, timed } from '../measure.ts';
import type { Operation } from '../operation.ts';
import type { Workspace } from '../workspace.ts';

const atOnce = 128;

/** The first reading of a folder by a server that knows nothing of it, and what no program could do it faster than. */
export const indexing: Operation = {
  name: 'indexing',
  scale: 'articles',
  async run(log, workspace) {
    const megabytes = workspace.bytes / 1e6;
    const start = await workspace.firstStart();
    log.add('first index, with names', megabytes / (start.ready / 1000), 'MB/s');
    log.add('first index, until the open draft has its verdicts', start.verdicts / 1000, 's');
    log.add('longest stall meanwhile', start.stall, 'ms');
    await workspace.stopServer();

    log.add('first index, without names', megabytes / ((await withoutNames(workspace)) / 1000), 'MB/s');
    const reading = await timed(() => readAll(workspace));
    log.add('limit: one read of all files', megabytes / (reading / 1000), 'MB/s');
    const text = (await readSome(workspace)).join('\n');
    const pass = quickest(5, () => text.indexOf('\u{1F9A9}'));
    log.add('limit: one pass over the text', text.length / 1e6 / (pass / 1000), 'MB/s');
  },
};

/**
 * Milliseconds until the sources are ready for verdicts, with workers that find no names: as the product reads them, in as
 * many threads and kept on disk.
 */
async function withoutNames({ folder, model }: Workspace): Promise<number> {
  const workers = join(__dirname, 'nameless-worker.cjs');
  const cache = { base: join(folder, '.nameless'), version: 'without names' };
  return timed(async () => {
    const { kept } = await loadCorpus(folder, defaultProject, model, { workers, cache });
    await kept;
  });
}

async function readAll(workspace: Workspace): Promise<void> {
  for (let from = 0; from < workspace.paths.length; from += atOnce) {
    const paths = workspace.paths.slice(from, from + atOnce);
    await Promise.all(paths.map(path => readFile(join(workspace.folder, path), 'utf8')));
  }
}

async function readSome(workspace: Workspace): Promise<readonly string[]> {
  return (await workspace.sample()).map(article => article.text);
}
