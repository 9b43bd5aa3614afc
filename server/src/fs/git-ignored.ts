import { askGit } from './git.ts';
import { gitignoreReader } from './gitignore.ts';
import { absolutePath } from './paths.ts';
import type { WalkedFile } from './walk.ts';

/**
 * The files that git ignores: asked of git itself, each repository for its own; where git gives no answer, read from
 * the `.gitignore` files below the root.
 */
export async function gitIgnored(root: string, files: readonly WalkedFile[]): Promise<ReadonlySet<string>> {
  const repositories = new Map<string, string[]>();
  for (const file of files.filter(it => !it.linked)) {
    const folder = file.repository ?? '.';
    repositories.set(folder, [...(repositories.get(folder) ?? []), file.path]);
  }
  const answers = await Promise.all(
    [...repositories].map(
      async ([folder, paths]) => (await asked(root, folder, paths)) ?? read(root, folder, paths),
    ),
  );
  return new Set(answers.flat());
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
