import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { speak, spokenHere } from '../../server/src/core/text/say.ts';
import { defaultProject } from '../../server/src/core/project.ts';
import { loadCorpus, type LoadOptions } from '../../server/src/fs/load-corpus.ts';
import { weightsPath } from '../../server/src/fs/names-model.ts';
import type { WorkerMessage, WorkerStart } from '../../server/src/fs/reading-worker.ts';
import { workersFor } from '../../server/src/fs/reading-workers.ts';
import { answersOf, inventedFiles, model } from './corpora.ts';
import { temporaryFolder, write } from './temporary-folder.ts';
import { bundleInto } from '../support/bundles.ts';

/** The bundle that workers run, as it is shipped. */
async function bundle(): Promise<string> {
  const folder = temporaryFolder();
  await bundleInto(folder, { worker: 'server/src/fs/reading-worker.ts' });
  return join(folder, 'worker.cjs');
}

/** How much each thread of this process gives way to others, as the system has it. */
function niceness(): ReadonlyMap<number, number> {
  const threads = readdirSync('/proc/self/task').flatMap(thread => {
    try {
      // The name, which comes second and in brackets, may have spaces.
      const fields =
        readFileSync(`/proc/self/task/${thread}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      return [[Number(thread), Number(fields[16])] as const];
    } catch {
      // A thread that has just ended.
      return [];
    }
  });
  return new Map(threads);
}

describe('the number of workers', () => {
  const cases: readonly [files: number, cores: number, workers: number][] = [
    [64, 1, 1],
    [100_000, 1, 1],
    [1000, 2, 1],
    [1500, 2, 1],
    [1501, 2, 2],
    [100_000, 2, 2],
    [400, 8, 1],
    [1000, 8, 3],
    [1000, 4, 2],
    [10_000, 4, 4],
    [100_000, 64, 4],
  ];
  for (const [files, cores, count] of cases) {
    it(`is ${String(count)} for ${String(files)} files on ${String(cores)} cores`, () => {
      assert.equal(workersFor(files, cores), count);
    });
  }
});

describe('reading in workers', function () {
  this.timeout(60_000);
  let workers = '';
  const files = inventedFiles(150);
  const root = temporaryFolder(files);
  const load = (options: LoadOptions): ReturnType<typeof loadCorpus> =>
    loadCorpus(root, defaultProject, model, options);

  before(async () => {
    workers = await bundle();
  });

  it('gives what reading in one thread gives', async () => {
    const seen: number[] = [];
    const here = await load({});
    const elsewhere = await load({
      workers,
      threads: 2,
      onProgress: (done, total) => {
        assert.equal(total, 151);
        seen.push(done);
      },
    });
    assert.deepEqual(elsewhere.problems, here.problems);
    assert.deepEqual(
      elsewhere.problems.map(it => it.path),
      ['articles/broken.txt', 'articles/scan.pdf'],
    );
    assert.deepEqual(answersOf(elsewhere.corpus), answersOf(here.corpus));
    assert.equal(seen.at(-1), 151);
    assert.deepEqual(
      seen,
      [...seen].sort((one, other) => one - other),
    );
  });

  it('fills a parcel from one hand-out to the next', async () => {
    const left = Object.keys(files)
      .filter(it => it.endsWith('.txt') && it !== 'articles/broken.txt')
      .slice(0, 20);
    const workerData: WorkerStart = {
      root,
      weights: weightsPath(),
      files: 15,
      keeping: undefined,
      translation: spokenHere(),
      inBackground: false,
    };
    const parcels: number[] = [];
    await tellWorker(new Worker(workers, { workerData }), left, 10, message => {
      if (message.kind === 'parcel') {
        parcels.push(message.parcel.files.length);
      }
    });
    assert.deepEqual(parcels, [15, 5]);
  });

  it('hands over what is written while it reads on', async () => {
    const left = Object.keys(files).filter(it => it.endsWith('.txt') && it !== 'articles/broken.txt');
    const workerData: WorkerStart = {
      root,
      weights: weightsPath(),
      files: 10,
      keeping: { folder: temporaryFolder(), version: 'a version' },
      translation: spokenHere(),
      inBackground: false,
    };
    const said: string[] = [];
    await tellWorker(new Worker(workers, { workerData }), left, 10, ({ kind }) => said.push(kind));
    assert.ok(said.indexOf('parcel') < said.lastIndexOf('read'), said.join(' '));
  });

  it('gives no buffer away, for which the engine would drop what it has compiled', () => {
    const paths = Object.keys(files).filter(it => it.endsWith('.txt'));
    for (const keeping of [undefined, { folder: temporaryFolder(), version: 'a version' }]) {
      const workerData: WorkerStart = {
        root,
        weights: weightsPath(),
        files: 10,
        keeping,
        translation: spokenHere(),
        inBackground: false,
      };
      const said = execFileSync(
        process.execPath,
        [
          '--trace-protector-invalidation',
          '-e',
          protectedRun,
          workers,
          JSON.stringify({ workerData, paths }),
        ],
        { encoding: 'utf8' },
      );
      // Until all is read; thereafter a buffer is given away, so that it is seen how that is told.
      const [reading = '', after = ''] = said.split('over\n');
      assert.doesNotMatch(reading, /ArrayBufferDetaching/);
      assert.match(reading, /^(?:parcel\n)+$/);
      assert.match(after, /ArrayBufferDetaching/);
    }
  });

  it('gives reasons in the language that is spoken', async () => {
    const english = spokenHere();
    const reason = 'it is not text: its bytes are those of a binary file';
    speak(new Map([[reason, 'es ist kein Text']]));
    try {
      const { problems } = await load({ workers });
      assert.equal(
        problems.find(it => it.path === 'articles/broken.txt')?.reason,
        'not read: es ist kein Text',
      );
    } finally {
      speak(english);
    }
  });

  it('takes the text of an open editor before that of the disk', async () => {
    const [path = ''] = Object.keys(files).filter(it => it.endsWith('.txt') && it !== 'articles/broken.txt');
    const readOverride = (asked: string): string | undefined => (asked === path ? 'Unsaved.' : undefined);
    const { corpus } = await load({ workers, readOverride });
    assert.equal(corpus.article(path)!.text, 'Unsaved.');
    assert.equal(corpus.articleCount, 150);
  });

  it('goes on in one thread where the workers fail', async () => {
    const broken = temporaryFolder();
    write(broken, { 'worker.cjs': 'throw new Error("no");', 'late.cjs': late });
    const here = await load({});
    for (const name of ['worker.cjs', 'late.cjs']) {
      const seen: number[] = [];
      const fallen = await load({ workers: join(broken, name), onProgress: done => seen.push(done) });
      assert.deepEqual(fallen.problems, here.problems, name);
      assert.deepEqual(answersOf(fallen.corpus), answersOf(here.corpus), name);
      assert.equal(seen.at(-1), 151, name);
    }
  });

  it('leaves the thread that answers its priority, and takes a lower one where somebody works meanwhile', async function () {
    if (process.platform !== 'linux') {
      this.skip();
    }
    const lowest = async (options: LoadOptions): Promise<number> => {
      let most = 0;
      await load({ workers, onProgress: () => (most = Math.max(most, ...niceness().values())), ...options });
      return most;
    };
    const before = niceness().get(process.pid);
    assert.equal(await lowest({}), before);
    assert.ok((await lowest({ inBackground: true })) > (before ?? 0));
    assert.equal(niceness().get(process.pid), before);
  });

  it('keeps what is read where the next start finds it', async () => {
    const cache = { base: join(temporaryFolder(), 'cache'), version: 'a version', fewest: 1 };
    const first = await load({ workers, cache });
    await first.kept;
    const answers = answersOf(first.corpus);
    assert.deepEqual(answers, answersOf((await load({})).corpus));
    const kept = parcelsIn(cache.base);
    assert.ok(kept.length > 0);
    const again = await load({ workers, cache });
    await again.kept;
    assert.deepEqual(answersOf(again.corpus), answers);
    assert.deepEqual(parcelsIn(cache.base), kept);
  });

  it('hands over what cannot be kept, which is said in one line', async () => {
    const lines: string[] = [];
    // A version that no parcel has room for: what is wrong shows when one is written.
    const version = 'a version'.repeat(100);
    const log = (line: string): void => void lines.push(line);
    const cache = { base: join(temporaryFolder(), 'cache'), version, fewest: 1, log };
    const { corpus, kept } = await load({ workers, cache });
    await kept;
    assert.deepEqual(answersOf(corpus), answersOf((await load({})).corpus));
    assert.equal(lines.length, 1);
    assert.match(lines[0]!, /^nothing is remembered of the sources: /);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const loading = load({ workers, signal: stop.signal, onProgress: () => stop.abort(new Error('enough')) });
    await assert.rejects(loading, /^Error: enough$/);
  });
});

/** Has a worker read files, so many at once, and tells what it says until it is over. */
async function tellWorker(
  worker: Worker,
  paths: readonly string[],
  atOnce: number,
  heard: (message: WorkerMessage) => void,
): Promise<void> {
  let given = 0;
  await new Promise<void>((resolve, reject) => {
    worker.on('error', reject);
    worker.on('message', (message: WorkerMessage) => {
      heard(message);
      if (message.kind === 'idle') {
        worker.postMessage(paths.slice(given, (given += atOnce)));
      } else if (message.kind === 'over') {
        resolve();
      }
    });
  });
  await worker.terminate();
}

function parcelsIn(base: string): string[] {
  return readdirSync(base, { recursive: true, encoding: 'utf8' }).filter(it => it.endsWith('.parcel'));
}

/** Has a worker read all files at once, says what it tells, and when it is over gives a buffer away. */
const protectedRun = `
const { writeSync } = require('node:fs');
const { Worker } = require('node:worker_threads');
const [file, given] = process.argv.slice(1);
const { workerData, paths } = JSON.parse(given);
const worker = new Worker(file, { workerData: { ...workerData, translation: new Map() } });
worker.on('message', ({ kind }) => {
  if (kind === 'idle') {
    worker.postMessage(paths.splice(0));
  } else if (kind === 'parcel') {
    writeSync(1, 'parcel\\n');
  } else if (kind === 'over') {
    writeSync(1, 'over\\n');
    const buffer = new ArrayBuffer(8);
    structuredClone(buffer, { transfer: [buffer] });
    void worker.terminate();
  }
});
`;

/** A worker that asks for work and ends when it gets some. */
const late = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', () => process.exit(3));
parentPort.postMessage({ kind: 'idle' });
`;
