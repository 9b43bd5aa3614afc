import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { exists } from '../fs/exists.ts';
import { findProject } from '../fs/find-project.ts';

/** What the command line says of the project, as it does for every command of `stet`. */
export interface ServerArguments {
  /** The folder of the project, in place of those that the client opens. */
  readonly root?: string | undefined;
  /** The source articles, in place of the project's, where the client has set none. */
  readonly articles?: readonly string[];
  /** Whether every source is read anew, and nothing remembered. */
  readonly isUncached?: boolean;
}

/** Reads the words behind the command; paths start from `folder`. What else they say is for the connection. */
export async function readArguments(words: readonly string[], folder: string): Promise<ServerArguments> {
  const { values } = parseArgs({
    args: [...words],
    strict: false,
    options: {
      root: { type: 'string' },
      articles: { type: 'string', multiple: true },
      'no-cache': { type: 'boolean' },
    },
  });
  const start = typeof values.root === 'string' ? resolve(folder, values.root) : undefined;
  const articles = (values.articles ?? []).filter(it => typeof it === 'string');
  return {
    root: start && ((await findProject(start)) ?? start),
    // Where nothing is there, from the project's folder.
    articles: await Promise.all(
      articles.map(async it => {
        const path = resolve(folder, it);
        return (await exists(path)) ? path : it;
      }),
    ),
    isUncached: values['no-cache'] === true,
  };
}
