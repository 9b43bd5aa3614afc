import { stat } from 'node:fs/promises';
import type { Sources } from './apply-changes.ts';
import { projectFile } from './find-project.ts';
import { listArticles } from './list-files.ts';
import { absolutePath } from './paths.ts';

/** Files asked for at once. */
const batchSize = 64;
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
  #project: string | undefined;

  /** `read`: when the sources began to be read. */
  constructor(read: Date) {
    this.#since = read.getTime() - coarsest;
  }

  /** Looks at all files; gives the paths of those that changed, came or went. Some of them may be as they were. */
  async look(sources: Pick<Sources, 'root' | 'project' | 'corpus' | 'problems'>): Promise<readonly string[]> {
    const { root, project, corpus, problems } = sources;
    const now = Date.now();
    const { paths, problems: listed } = await listArticles(root, project);
    const ofProject = await this.#projectChanged(root);
    const changed = await this.#changed(root, paths, now);
    const found = new Set([...paths, ...listed.map(it => it.path)]);
    const known = new Set(problems.map(it => it.path));
    const come = [...found].filter(path => corpus.article(path) === undefined && !known.has(path));
    const gone = [...known].filter(path => !found.has(path) && path !== projectFile);
    for (const { path } of corpus.articles()) {
      if (!found.has(path)) {
        gone.push(path);
      }
    }
    return [...new Set([...changed, ...come, ...gone, ...ofProject])];
  }

  async #changed(root: string, paths: readonly string[], now: number): Promise<readonly string[]> {
    const found = new Map<string, Times>();
    for (let from = 0; from < paths.length; from += batchSize) {
      const batch = paths.slice(from, from + batchSize);
      const times = await Promise.all(batch.map(path => timesOf(root, path)));
      for (const [index, path] of batch.entries()) {
        const its = times[index];
        if (its !== undefined) {
          found.set(path, its);
        }
      }
    }
    let newest = 0;
    for (const { changed } of found.values()) {
      newest = Math.max(newest, changed);
    }
    const from = Math.min(newest, now) - coarsest;
    const changed: string[] = [];
    const seen = new Map<string, string>();
    for (const [path, { latest, stamp }] of found) {
      if (latest >= this.#since && this.#seen.get(path) !== stamp) {
        changed.push(path);
      }
      if (latest >= from) {
        seen.set(path, stamp);
      }
    }
    this.#since = from;
    this.#seen = seen;
    return changed;
  }

  async #projectChanged(root: string): Promise<readonly string[]> {
    const times = await timesOf(root, projectFile);
    const before = this.#project;
    this.#project = times?.stamp ?? '';
    const isNew = before === undefined ? (times?.latest ?? 0) >= this.#since : before !== this.#project;
    return isNew ? [projectFile] : [];
  }
}

interface Times {
  /** When it became what it is, by the disk's clock. */
  readonly changed: number;
  readonly latest: number;
  /** Of another when anything about the file is. */
  readonly stamp: string;
}

async function timesOf(root: string, path: string): Promise<Times | undefined> {
  try {
    const { size, mtimeMs, ctimeMs } = await stat(absolutePath(root, path));
    return {
      changed: ctimeMs,
      latest: Math.max(mtimeMs, ctimeMs),
      stamp: `${String(size)} ${String(mtimeMs)} ${String(ctimeMs)}`,
    };
  } catch {
    // Gone since it was listed: the next look finds that.
    return undefined;
  }
}
