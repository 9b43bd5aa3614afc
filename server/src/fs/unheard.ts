import { stat } from 'node:fs/promises';
import type { Sources } from './apply-changes.ts';
import { projectFile } from './find-project.ts';
import { listArticles } from './list-files.ts';
import { absolutePath } from './paths.ts';
import { eachInTurns } from './turns.ts';

/** Files asked for at once, and what is kept of each. */
const batchSize = 64;
const rowSize = 3;
/** Milliseconds to which the coarsest file systems know times. */
const coarsest = 2000;

/**
 * Finds what has changed on disk without anybody saying so: while an editor's watchers start, and on drives that tell
 * nothing. It remembers no file that rests: what has changed since the last look bears a later time.
 */
export class Unheard {
  /** Files that bear an earlier time are as they were; in milliseconds, by this clock or the disk's, which is earlier. */
  #since: number;
  /** All others, as they were found the last time. */
  #seen = new Map<string, string>();
  /** The project file, as it was found the last time. */
  #project: string;

  /** `read`: when the sources began to be read; `project`: the project file as it was then. */
  private constructor(read: Date, project: string) {
    this.#since = read.getTime() - coarsest;
    this.#project = project;
  }

  /** To be called before anything is read. */
  static async begin(root: string, now = new Date()): Promise<Unheard> {
    return new Unheard(now, (await rowOf(root, projectFile)).join(' '));
  }

  /** Looks at all files; gives the paths of those that changed, came or went. Some of them may be as they were. */
  async look(sources: Pick<Sources, 'root' | 'project' | 'corpus' | 'problems'>): Promise<readonly string[]> {
    const { root, project, corpus, problems } = sources;
    const now = Date.now();
    const unheard = new Set(await this.#projectChanged(root));
    const listing = await listArticles(root, project);
    const known = new Set(problems.map(it => it.path));
    let held = 0;
    await eachInTurns(listing.paths, path => {
      if (corpus.article(path) !== undefined) {
        held += 1;
      } else if (!known.has(path)) {
        unheard.add(path);
      }
    });
    // A lock or a drive that is away leaves no trace in the file when it goes.
    problems.filter(it => it.mayPass === true).forEach(it => unheard.add(it.path));
    const listed = listing.problems.map(it => it.path);
    listed.filter(path => !known.has(path)).forEach(path => unheard.add(path));
    if (held < corpus.articleCount || known.size > 0) {
      const found = new Set([...listing.paths, ...listed]);
      [...known].filter(path => !found.has(path)).forEach(path => unheard.add(path));
      await eachInTurns(corpus.articles(), ({ path }) => {
        if (!found.has(path)) {
          unheard.add(path);
        }
      });
    }
    for (const path of await this.#changed(root, listing.paths, now)) {
      unheard.add(path);
    }
    return [...unheard];
  }

  async #changed(root: string, paths: readonly string[], now: number): Promise<readonly string[]> {
    // Numbers in rows: a hundred thousand small objects would have to be collected.
    const rows = new Float64Array(paths.length * rowSize);
    for (let from = 0; from < paths.length; from += batchSize) {
      const batch = paths.slice(from, from + batchSize);
      const found = await Promise.all(batch.map(path => rowOf(root, path)));
      rows.set(found.flat(), from * rowSize);
    }
    const newest = rows.reduce(
      (latest, it, index) => (index % rowSize === 0 ? Math.max(latest, it) : latest),
      0,
    );
    const from = Math.min(newest, now) - coarsest;
    const changed: string[] = [];
    const seen = new Map<string, string>();
    await eachInTurns(paths.keys(), index => {
      const row = rows.subarray(index * rowSize, (index + 1) * rowSize);
      const latest = latestOf(row);
      if (latest >= Math.min(this.#since, from)) {
        const path = paths[index] ?? '';
        if (latest >= this.#since && this.#seen.get(path) !== row.join(' ')) {
          changed.push(path);
        }
        if (latest >= from) {
          seen.set(path, row.join(' '));
        }
      }
    });
    this.#since = from;
    this.#seen = seen;
    return changed;
  }

  async #projectChanged(root: string): Promise<readonly string[]> {
    const before = this.#project;
    this.#project = (await rowOf(root, projectFile)).join(' ');
    return before === this.#project ? [] : [projectFile];
  }
}

/** When a file became what it is, by the disk's clock; its own time; its bytes. Noughts where it is gone: the next look finds that. */
async function rowOf(root: string, path: string): Promise<readonly number[]> {
  try {
    const { size, mtimeMs, ctimeMs } = await stat(absolutePath(root, path));
    return [ctimeMs, mtimeMs, size];
  } catch {
    return [0, 0, 0];
  }
}

function latestOf([changed = 0, modified = 0]: ArrayLike<number> & Iterable<number>): number {
  return Math.max(changed, modified);
}
