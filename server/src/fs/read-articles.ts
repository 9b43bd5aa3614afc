import type { Article } from '../core/corpus/article.ts';
import type { NamesModel } from '../core/parse/names/model.ts';
import { misreadFile } from '../formats/misread.ts';
import { openSourceText, type FileText } from '../formats/plain.ts';
import { problemOf, type Problem } from './problem.ts';
import { understand } from './read-one.ts';
import { readSource } from './read-source.ts';
import { Turn } from './turns.ts';

/** How a caller takes part in the reading of many files. */
export interface ReadOptions {
  /** Told how many files are about to be read, since no cache has them. */
  readonly onReading?: ((files: number) => void) | undefined;
  /** Told after each batch how many files have been dealt with. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Aborting rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** The text of a path that is open in an editor; it wins over the disk. */
  readonly readOverride?: ((path: string) => string | undefined) | undefined;
  /** Somebody works meanwhile: the threads that read give way to the one that answers, and to other programs. */
  readonly inBackground?: boolean | undefined;
}

/** What came of one batch of files. */
export interface Batch {
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
}

/** Files read from disk at once. */
const batchSize = 32;

/** Reads articles in batches, in order, and lets the event loop answer others in between. */
export async function* readArticles(
  root: string,
  paths: readonly string[],
  keys: ReadonlyMap<string, string>,
  model: NamesModel,
  options: ReadOptions = {},
): AsyncGenerator<Batch> {
  const { onProgress, signal, readOverride } = options;
  const fetch = async (path: string): Promise<FileText> => {
    const text = readOverride?.(path);
    const fromDisk = (): Promise<FileText> => readSource(root, path);
    return text === undefined ? fromDisk() : ((await misreadFile(text, fromDisk)) ?? openSourceText(text));
  };
  const start = (from: number): Promise<readonly FileText[]> =>
    Promise.all(paths.slice(from, from + batchSize).map(fetch));
  const turn = new Turn();
  let next = start(0);
  for (let from = 0; from < paths.length; from += batchSize) {
    signal?.throwIfAborted();
    const files = await next;
    // The disk reads the next batch while this one is understood.
    next = start(from + batchSize);
    const articles: Article[] = [];
    const problems: Problem[] = [];
    for (const [index, file] of files.entries()) {
      const path = paths[from + index] ?? '';
      const read =
        file.kind === 'text'
          ? understand({ path, key: keys.get(path) ?? path, text: file.text }, model)
          : file;
      if (read.kind === 'article') {
        articles.push(read.article);
      } else {
        problems.push(problemOf(path, read));
      }
      if (turn.isOver) {
        await turn.pass();
      }
    }
    onProgress?.(Math.min(from + batchSize, paths.length), paths.length);
    yield { articles, problems };
  }
}
