import { resolve } from 'node:path';
import type { NamesModel } from '../core/parse/names/model.ts';
import { withArticles, type Project } from '../core/project.ts';
import { asOnDisk } from '../fs/as-on-disk.ts';
import { exists } from '../fs/exists.ts';
import { isFolder } from '../fs/is-folder.ts';
import { findProject } from '../fs/find-project.ts';
import type { CacheSettings } from '../fs/cache/cache.ts';
import { userCacheFolder } from '../fs/cache/cache-folder.ts';
import { cacheIn } from '../fs/cache/reading-version.ts';
import type { LoadedCorpus } from '../fs/load-corpus.ts';
import { loadCorpus } from '../fs/load-corpus.ts';
import { loadProject } from '../fs/load-project.ts';
import { relativePath } from '../fs/paths.ts';
import type { Problem } from '../fs/problem.ts';
import type { Arguments } from './arguments.ts';
import { optimiseLater, optimiseReading } from './optimise-later.ts';
import type { Terminal } from './terminal.ts';
import { printable, progressLine } from './terminal.ts';

/** The project that a command works on. */
export interface OpenProject {
  readonly root: string;
  readonly project: Project;
  /** Of `stet.json`. */
  readonly problems: readonly Problem[];
  /** Where what is read of the sources is kept; undefined: nowhere. */
  readonly cache: CacheSettings | undefined;
}

/** The project that `--root`, `--articles` and the current folder mean; a line of words where there is none. */
export async function openProject(given: Arguments, terminal: Terminal): Promise<OpenProject | string> {
  const start = resolve(terminal.folder, given.value('root') ?? '.');
  if (!(await isFolder(start))) {
    return `--root: there is no folder “${given.value('root') ?? start}”`;
  }
  const root = (await findProject(start)) ?? start;
  const { project, problems } = await loadProject(root);
  const articles = await Promise.all(given.values('articles').map(it => pathOf(root, it, terminal)));
  const log = (line: string): void => terminal.stderr.write(`stet: ${line}\n`);
  const cache = given.has('no-cache') ? undefined : cacheIn(userCacheFolder(terminal.environment), log);
  const own = await asOnDisk(root, withArticles(project, articles));
  return { root, project: own, problems, cache };
}

/**
 * A path of the command line, relative to the root: it starts from the current folder, or, where nothing is there,
 * from the root.
 */
export async function pathOf(root: string, typed: string, terminal: Terminal): Promise<string> {
  const here = resolve(terminal.folder, typed);
  const there = resolve(root, typed);
  const chosen = (await exists(here)) || !(await exists(there)) ? here : there;
  return relativePath(root, chosen) || '.';
}

/** Reads the sources of a project, with a line of progress on a terminal. */
export async function readSources(
  { root, project, cache }: OpenProject,
  model: NamesModel,
  terminal: Terminal,
): Promise<LoadedCorpus> {
  const progress = progressLine(terminal, 'Reading sources:');
  try {
    return await loadCorpus(root, project, model, {
      onReading: optimiseReading,
      onProgress: progress.update,
      cache,
    });
  } finally {
    optimiseLater();
    progress.done();
  }
}

/** Tells stderr what could not be read. */
export function reportProblems(problems: readonly Problem[], terminal: Terminal): void {
  for (const { path, reason } of problems) {
    terminal.stderr.write(`stet: ${printable(`${path}: ${reason}`)}\n`);
  }
}
