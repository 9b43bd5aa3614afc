import { basename } from 'node:path';
import { URI } from 'vscode-uri';
import type { CheckContext, Link } from '../core/features/context.ts';
import type { Draft } from '../core/draft/draft.ts';
import type { Article } from '../core/corpus/article.ts';
import { MemoryCorpus } from '../core/corpus/memory-corpus.ts';
import type { NamesModel } from '../core/parse/names/model.ts';
import { defaultProject, withArticles, type Project } from '../core/project.ts';
import { say } from '../core/text/say.ts';
import { Verifier } from '../core/verify/verifier.ts';
import { formatOf } from '../formats/format-of.ts';
import { applyChanges, type Changes, type Sources } from '../fs/apply-changes.ts';
import { asOnDisk } from '../fs/as-on-disk.ts';
import { projectFile } from '../fs/find-project.ts';
import { filledPlaces, hasArticles } from '../fs/has-articles.ts';
import type { Cache } from '../fs/cache/cache.ts';
import { keepChanges } from '../fs/cache/keep-changes.ts';
import { loadCorpus, type LoadOptions } from '../fs/load-corpus.ts';
import { loadProject } from '../fs/load-project.ts';
import { isBelow, relativePath } from '../fs/paths.ts';
import { articleMatcher, draftMatcher } from '../fs/patterns.ts';
import { toldProblem, type Problem } from '../fs/problem.ts';
import { realPath } from '../fs/real-path.ts';
import { Unheard } from '../fs/unheard.ts';
import { messageOf } from '../fs/thrown.ts';
import { IdleWork } from './idle-work.ts';
import { prepareChecks } from './prepare-checks.ts';
import type { CorpusStatus } from './status.ts';
import { articleUri, toPosition } from './to-protocol.ts';

/** Text of a source that an editor has open and unsaved, by the root folder and its path in it; it wins over the disk. */
export type OpenSource = (root: string, path: string) => string | undefined;

/** Names that are merged in one step of idle work. */
const preparedAtOnce = 8;

/** One workspace folder: its project, its corpus and the verdicts remembered of it. */
export class Root {
  readonly uri: string;
  readonly path: string;
  /** False for a folder of a repository on the web and the like: its path is none of this machine, and may name a server. */
  readonly isOnDisk: boolean;
  /** The same with no link on the way: some editors name a folder as the user does, and its files as the disk does. */
  #realPath: string;
  readonly #model: NamesModel;
  readonly #openSource: OpenSource;
  #state: CorpusStatus['state'] = 'silent';
  /** Whether somebody has said where the articles are: `stet.json` or a setting. */
  #named = false;
  #project: Project = defaultProject;
  /** Which of the places of the articles held anything when they were read. */
  #filled: readonly boolean[] = [];
  /** Those of `stet.json`, which stay until it is read again. */
  #projectProblems: readonly Problem[] = [];
  #problems: readonly Problem[] = [];
  #corpus = new MemoryCorpus();
  #cache: Cache | undefined;
  #unheard: Unheard | undefined;
  #kept: Promise<unknown> = Promise.resolve();
  #tidying: NodeJS.Immediate | undefined;
  readonly #idle = new IdleWork();
  #verifier = new Verifier(defaultProject);
  #isArticle: (path: string) => boolean = () => false;
  #isDraft: (path: string) => boolean = () => false;

  constructor(uri: string, model: NamesModel, openSource: OpenSource) {
    const { scheme, fsPath } = URI.parse(uri);
    this.uri = uri;
    this.path = fsPath;
    this.isOnDisk = scheme === 'file';
    this.#realPath = fsPath;
    this.#model = model;
    this.#openSource = openSource;
  }

  /** False without an articles folder and without `stet.json`: then Stet has nothing to say here. */
  get speaks(): boolean {
    return this.#state !== 'silent';
  }

  /** Whether all has been read that can be: until then nothing is said. */
  get isReady(): boolean {
    return this.#state === 'ready';
  }

  /** Whether all has been read, and there is nothing to check against. */
  get isUnsourced(): boolean {
    return this.#isRead && !this.#corpus.whole;
  }

  get context(): CheckContext & { readonly verifier: Verifier } {
    this.#idle.asked();
    // Articles that a question opens stay open until it is answered.
    this.#tidying ??= setImmediate(() => {
      this.#tidying = undefined;
      this.#corpus.tidy();
    });
    return { corpus: this.#corpus, project: this.#project, verifier: this.#verifier };
  }

  get status(): CorpusStatus {
    return {
      root: this.uri,
      state: this.#state,
      articles: this.#corpus.articleCount,
      problems: [...this.#projectProblems, ...this.#problems].map(toldProblem),
    };
  }

  /** The folders and globs that hold the articles. */
  get articles(): readonly string[] {
    return this.#project.articles;
  }

  /** Settles when all that was read so far is kept for the next time. */
  get kept(): Promise<unknown> {
    return this.#kept;
  }

  /** The address of a place in an article; editors open it at the line. */
  readonly link: Link = (article, offset) =>
    `${articleUri(this.path, article.path)}#L${String(toPosition(article, offset).line + 1)}`;

  /** A file's path relative to the root; undefined where it lies outside, unless it is one of the articles. */
  relative(file: string): string | undefined {
    const inside = (path: string): boolean => isBelow('.', path) || this.#isArticle(path);
    const path = relativePath(this.path, file);
    const real = inside(path) || this.#realPath === this.path ? path : relativePath(this.#realPath, file);
    return inside(real) ? real : undefined;
  }

  /** Whether a file is read as an article, if it is there. */
  isArticle(path: string): boolean {
    return formatOf(path).kind === 'read' && this.#isArticle(path);
  }

  /** A document that was never saved is a draft, too; `stet.json` is none, whatever the globs say. */
  isDraft(path: string, scheme: string): boolean {
    return scheme === 'untitled' || (basename(path) !== projectFile && this.#isDraft(path));
  }

  /** Takes in some more sources for the search box; whether any are left. */
  prepareSearch(): boolean {
    return this.#corpus.prepareSearch();
  }

  articleAt(path: string): Article | undefined {
    return this.#corpus.article(path);
  }

  /**
   * Reads project and sources anew. `articles`, where not empty, replaces those of the project. While it reads, nothing
   * is verified; `announce` is called as soon as there is something to read. `drafts` gives those that are open.
   */
  async load(
    articles: readonly string[],
    announce: () => void,
    options: LoadOptions,
    drafts: () => readonly Draft[] = () => [],
  ): Promise<void> {
    if (!this.isOnDisk) {
      announce();
      return;
    }
    this.#realPath = await realPath(this.path).catch(() => this.path);
    this.#unheard = await Unheard.begin(this.path);
    const { project, found, problems } = await loadProject(this.path);
    const own = await asOnDisk(this.path, withArticles(project, articles));
    this.#named = found || articles.length > 0;
    const speaks = this.#named || (await hasArticles(this.path, own));
    this.#filled = await filledPlaces(this.path, own);
    this.#project = own;
    this.#verifier = new Verifier(own);
    this.#isArticle = articleMatcher(this.path, own);
    this.#isDraft = draftMatcher(this.path, own);
    this.#projectProblems = problems;
    this.#problems = [];
    this.#corpus = new MemoryCorpus(own.people);
    this.#cache = undefined;
    this.#state = speaks ? 'indexing' : 'silent';
    announce();
    if (!speaks) {
      return;
    }
    try {
      const loaded = await loadCorpus(this.path, own, this.#model, {
        readOverride: path => this.#openText(path),
        inBackground: true,
        ...options,
      });
      this.#kept = loaded.kept;
      const context = { corpus: loaded.corpus, project: own, verifier: this.#verifier };
      await prepareChecks(context, drafts(), this.#model);
      this.#corpus = loaded.corpus;
      this.#cache = loaded.cache;
      this.#problems = loaded.problems;
    } catch (error) {
      // Cancelled, or worse: nothing is verified against half of the sources.
      this.#problems = [
        {
          path: '.',
          reason: say('nothing is verified: {0}. “Rebuild Index” reads the sources again', messageOf(error)),
        },
      ];
    }
    this.#state = 'ready';
    this.#prepareNames();
  }

  /** Merges the names of the sources while nobody asks anything: the first name typed finds them ready. */
  #prepareNames(): void {
    const corpus = this.#corpus;
    this.#idle.begin(() => corpus === this.#corpus && corpus.prepareNames(preparedAtOnce));
  }

  /** Looks at all files on disk, and gives the paths of those that changed though nobody said so. */
  async unheard(): Promise<readonly string[]> {
    const isRead = this.#isRead;
    const unheard = this.#unheard;
    if (unheard === undefined || (!isRead && this.#state !== 'silent')) {
      return [];
    }
    const [found, project] = [await unheard.look(this.#sources), await asOnDisk(this.path, this.#project)];
    // Folders that came, or are spelled otherwise, are named anew.
    const paths = project === this.#project ? found : [...found, projectFile];
    const isToSpeak = isRead || paths.includes(projectFile) || (await hasArticles(this.path, this.#project));
    // Read anew meanwhile: what was found is about what was.
    return isToSpeak && unheard === this.#unheard ? paths : [];
  }

  /**
   * Whether a folder of articles has come or gone, with its drive perhaps, since all was read: then all is to be read
   * anew, which is soon done with what is remembered.
   */
  async hasMoved(): Promise<boolean> {
    const filled = this.#isRead ? await filledPlaces(this.path, this.#project) : this.#filled;
    return filled.join() !== this.#filled.join();
  }

  /** Applies a batch of changed files; false where nothing is other than before. */
  async apply(changes: Changes): Promise<boolean> {
    if (!this.#isRead) {
      return false;
    }
    if (!this.#named && !(await hasArticles(this.path, this.#project))) {
      // Renamed or removed: as if it had never been there.
      this.#state = 'silent';
      this.#corpus = new MemoryCorpus(this.#project.people);
      this.#cache = undefined;
      this.#problems = [];
      return true;
    }
    const applied = await applyChanges(this.#sources, changes, {
      readOverride: path => this.#openText(path),
    });
    const { problems, read, isNew } = applied;
    this.#problems = problems;
    this.#prepareNames();
    if (this.#cache && read.length > 0) {
      this.#kept = Promise.all([this.#kept, keepChanges(this.#cache, this.path, read, this.#model)]);
    }
    return isNew;
  }

  /** Whether all sources were read; they were not where the reading was cancelled, or failed. */
  get #isRead(): boolean {
    return this.#state === 'ready' && this.#corpus.isRead;
  }

  #openText(path: string): string | undefined {
    const text = this.#openSource(this.path, path);
    return text ?? (this.#realPath === this.path ? undefined : this.#openSource(this.#realPath, path));
  }

  get #sources(): Sources {
    return {
      root: this.path,
      project: this.#project,
      model: this.#model,
      corpus: this.#corpus,
      problems: this.#problems,
    };
  }
}
