import { askGit } from './git.ts';
import { gitignoreReader } from './gitignore.ts';
import { absolutePath } from './paths.ts';
import type { WalkedFile } from './walk.ts';

/**
 * The files that git ignores: asked of git itself, each repository for its own; where git gives no answer, read from
 * the `.gitignore` files below the root.
 */
export async function gitIgnored(root: string, files: readonly WalkedFile[]): Promise<ReadonlySet<string>> {
  const answers = await Promise.all(
    [...byRepository(files)].map(
      async ([folder, paths]) => (await asked(root, folder, paths)) ?? read(root, folder, paths),
    ),
  );
  return new Set(answers.flat());
}

/** The files of each repository; what is reached through a link is in none. */
export function byRepository(files: readonly WalkedFile[]): ReadonlyMap<string, readonly string[]> {
  const repositories = new Map<string, string[]>();
  for (const { path, repository = '.' } of files.filter(it => !it.linked)) {
    const paths = repositories.get(repository) ?? [];
    // Added to as it is: a folder may hold a hundred thousand files.
    paths.push(path);
    repositories.set(repository, paths);
  }
  return repositories;
}

async function asked(
  root: string,
  folder: string,
  paths: readonly string[],
): Promise<readonly string[] | undefined> {
  const prefix = folder === '.' ? '' : `${folder}/`;
  // `./` keeps a name that starts with a colon from being read as magic.
  const question = paths.map(path => `./${path.slice(prefix.length)}\0`).join('');
  const answer = await askGit(absolutePath(root, folder), ['check-ignore', '-z', '--stdin'], question);
  if (answer === undefined || answer.status > 1) {
    return undefined;
  }
  return answer.output
    .split('\0')
    .filter(path => path !== '')
    .map(path => prefix + path.replace(/^\.\//, ''));
}

async function read(root: string, folder: string, paths: readonly string[]): Promise<readonly string[]> {
  const isIgnored = gitignoreReader(root, folder);
  const answers = await Promise.all(paths.map(isIgnored));
  return paths.filter((_, index) => answers[index]);
}
