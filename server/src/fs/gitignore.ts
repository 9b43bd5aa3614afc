import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { absolutePath } from './paths.ts';

/** One line of a `.gitignore`. */
interface Rule {
  readonly matches: (path: string) => boolean;
  readonly negated: boolean;
  readonly foldersOnly: boolean;
}

/**
 * Reads the `.gitignore` files from a folder downward, for where git itself cannot be asked: the last rule that
 * matches a file decides, and nothing below an ignored folder comes back.
 */
export function gitignoreReader(root: string, top: string): (path: string) => Promise<boolean> {
  const rulesOf = new Map<string, Promise<readonly Rule[]>>();
  const decisions = new Map<string, Promise<boolean>>();

  function rules(folder: string): Promise<readonly Rule[]> {
    const known = rulesOf.get(folder) ?? readRules(absolutePath(root, folder));
    rulesOf.set(folder, known);
    return known;
  }

  function isIgnored(path: string, isFolder: boolean): Promise<boolean> {
    const known = decisions.get(path) ?? decide(path, isFolder);
    decisions.set(path, known);
    return known;
  }

  async function decide(path: string, isFolder: boolean): Promise<boolean> {
    const above = folders(path, top);
    const parent = above.at(-1) ?? top;
    if (parent !== top && (await isIgnored(parent, true))) {
      return true;
    }
    let ignored = false;
    for (const folder of above) {
      const inside = folder === '.' ? path : path.slice(folder.length + 1);
      for (const rule of await rules(folder)) {
        if ((isFolder || !rule.foldersOnly) && rule.matches(inside)) {
          ignored = !rule.negated;
        }
      }
    }
    return ignored;
  }

  return path => isIgnored(path, false);
}

/** The folders above a path, from `top` down to the one it lies in. */
function folders(path: string, top: string): readonly string[] {
  const found = [top];
  const start = top === '.' ? 0 : top.length + 1;
  for (let at = path.indexOf('/', start); at !== -1; at = path.indexOf('/', at + 1)) {
    found.push(path.slice(0, at));
  }
  return found;
}

async function readRules(folder: string): Promise<readonly Rule[]> {
  try {
    return (await readFile(join(folder, '.gitignore'), 'utf8'))
      .split(/\r?\n/)
      .flatMap(line => rule(line) ?? []);
  } catch {
    // Most folders have none, and one that cannot be read leaves a file checked rather than passed over.
    return [];
  }
}

/** By gitignore(5): a slash before the end ties the pattern to its folder, one at the end means folders. */
function rule(line: string): Rule | undefined {
  const trimmed = line.replace(/(?<!\\)\s+$/, '');
  if (trimmed === '' || trimmed.startsWith('#')) {
    return undefined;
  }
  const negated = trimmed.startsWith('!');
  const foldersOnly = trimmed.endsWith('/');
  const pattern = trimmed.slice(negated ? 1 : 0, foldersOnly ? -1 : undefined);
  const tied = pattern.includes('/');
  const glob = tied ? pattern.replace(/^\//, '') : `**/${pattern}`;
  return glob === ''
    ? undefined
    : { matches: picomatch(glob, { dot: true, nobrace: true, noextglob: true }), negated, foldersOnly };
}
