import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { articleKeys } from '../../server/src/core/corpus/keys.ts';
import type { MemoryCorpus } from '../../server/src/core/corpus/memory-corpus.ts';
import type { Article } from '../../server/src/core/corpus/article.ts';
import { defaultProject } from '../../server/src/core/project.ts';
import type { NamesModel } from '../../server/src/core/parse/names/model.ts';
import { loadCorpus } from '../../server/src/fs/load-corpus.ts';
import { readArticles } from '../../server/src/fs/read-articles.ts';
import { composeDraft, drawCases, type BenchDraft, type Case } from './drafting.ts';
import { familyClock } from './measure.ts';
import { Server, type Startup } from './server.ts';
import { syntheticArticle } from './synthetic.ts';

const draftedQuotations = 40;
/** Articles that quotations are drawn from. */
const sampled = 1600;
/** What quotations are drawn for. */
const parts = ['measured', 'warm-up', 'draft', 'other'] as const;
type Part = (typeof parts)[number];
/** So many neighbours among the sample may print the same story. */
const together = 12;

/** All articles, and what it took to have them. */
interface Loaded {
  readonly corpus: MemoryCorpus;
  readonly milliseconds: number;
}

/** How a server started, and the memory that it then had. */
export type Start = Startup & { readonly memory: ReturnType<Server['memory']> };

/** A folder of so many articles with all that operations ask of it, each made when it is first asked for. */
export class Workspace {
  readonly folder: string;
  /** Relative to the folder. */
  readonly paths: readonly string[];
  readonly bytes: number;
  readonly model: NamesModel;
  readonly #profiles: string | undefined;
  #sample: Promise<readonly Article[]> | undefined;
  #corpus: Promise<Loaded> | undefined;
  #server: ReturnType<typeof Server.start> | undefined;
  #first: Promise<Start> | undefined;

  private constructor(
    folder: string,
    paths: readonly string[],
    bytes: number,
    model: NamesModel,
    profiles: string | undefined,
  ) {
    this.folder = folder;
    this.paths = paths;
    this.bytes = bytes;
    this.model = model;
    this.#profiles = profiles;
  }

  /** Writes the folder: invented articles, or the first of those in `from`. Servers write profiles to `profiles`. */
  static create(
    size: number,
    model: NamesModel,
    from: string | undefined,
    profiles: string | undefined,
  ): Workspace {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'stet-bench-')));
    const paths = from === undefined ? invent(folder, size) : copy(folder, size, from);
    const bytes = paths.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
    return new Workspace(folder, paths, bytes, model, profiles);
  }

  /** Some of the articles, read, from all over the folder. */
  async sample(): Promise<readonly Article[]> {
    this.#sample ??= this.#readSome();
    return this.#sample;
  }

  /** Quotations to be verified, of each kind a third; those of one part stand in other stories than those of another. */
  async cases(count: number, part: Part): Promise<readonly Case[]> {
    const sample = await this.sample();
    return drawCases(
      sample.filter((_, index) => Math.floor(index / together) % parts.length === parts.indexOf(part)),
      count,
    );
  }

  async draft(): Promise<BenchDraft> {
    return composeDraft(await this.cases(draftedQuotations, 'draft'));
  }

  /** All articles, read and indexed in this process. */
  async corpus(): Promise<Loaded> {
    this.#corpus ??= this.#load();
    return this.#corpus;
  }

  /** How the first server of the folder started, which found nothing remembered. */
  async firstStart(): Promise<Start> {
    await this.server();
    return this.#first ?? Promise.reject(new Error('no server was started'));
  }

  /** A server with the draft open. */
  async server(): Promise<{ readonly server: Server; readonly startup: Startup }> {
    this.#server ??= this.#start();
    this.#first ??= this.#server.then(({ server, startup }) => ({ ...startup, memory: server.memory() }));
    await this.#first;
    return this.#server;
  }

  get hasServer(): boolean {
    return this.#server !== undefined;
  }

  /** Has the server, where one runs with a profiler, write its profile, or forget it where no name is given. */
  async writeProfile(name: string | undefined): Promise<void> {
    const running = await this.#server;
    if (running !== undefined && this.#profiles !== undefined) {
      const written = await running.server.writeProfile(this.#profiles);
      if (name === undefined) {
        rmSync(written);
      } else {
        renameSync(written, join(this.#profiles, name));
      }
    }
  }

  /** Ends the server, so that it takes no memory from what comes after. */
  async stopServer(): Promise<void> {
    const running = await this.#server;
    this.#server = undefined;
    await running?.server.stop();
  }

  async dispose(): Promise<void> {
    await this.stopServer();
    this.#corpus = undefined;
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #load(): Promise<Loaded> {
    const started = familyClock();
    const { corpus } = await loadCorpus(this.folder, defaultProject, this.model);
    return { corpus, milliseconds: familyClock() - started };
  }

  async #start(): ReturnType<typeof Server.start> {
    const { text } = await this.draft();
    return Server.start(this.folder, text, this.#profiles);
  }

  async #readSome(): Promise<readonly Article[]> {
    const step = Math.max(1, Math.floor(this.paths.length / sampled));
    const paths = this.paths.filter((_, index) => index % step === 0);
    const articles: Article[] = [];
    for await (const batch of readArticles(this.folder, paths, articleKeys(paths), this.model)) {
      articles.push(...batch.articles);
    }
    return articles;
  }
}

function invent(folder: string, size: number): readonly string[] {
  const made = new Set<string>();
  const paths: string[] = [];
  for (let index = 0; index < size; index++) {
    const { path, text } = syntheticArticle(index);
    const file = join(folder, path);
    const parent = dirname(file);
    if (!made.has(parent)) {
      mkdirSync(parent, { recursive: true });
      made.add(parent);
    }
    writeFileSync(file, text);
    paths.push(path);
  }
  return paths;
}

/** Numbered, so that two files of one name in different folders are two. */
function copy(folder: string, size: number, from: string): readonly string[] {
  mkdirSync(join(folder, 'articles'));
  return readdirSync(from, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(?:txt|md)$/i.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
    .slice(0, size)
    .map((file, index) => {
      const path = `articles/${String(index)}-${basename(file)}`;
      cpSync(file, join(folder, path));
      return path;
    });
}
