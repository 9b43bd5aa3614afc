import path, { type PlatformPath } from 'node:path';

/** A `stet.json` that says where the articles are, and whatever it said before of the rest; undefined for what is no JSON object. */
export function withArticles(text: string | undefined, articles: readonly string[]): string | undefined {
  if (text === undefined || text.trim() === '') {
    return `${JSON.stringify({ articles }, undefined, 2)}\n`;
  }
  const project = parsed(text);
  if (project === undefined) {
    return undefined;
  }
  const indent = /^[ \t]+(?=")/m.exec(text)?.[0] ?? '  ';
  const end = /\r\n/.test(text) ? '\r\n' : '\n';
  return `${JSON.stringify({ ...project, articles }, undefined, indent)}\n`.replaceAll('\n', end);
}

/** The articles that a `stet.json` names; empty where it names none. */
export function articlesOf(text: string | undefined): readonly string[] {
  const articles: unknown = text === undefined ? undefined : parsed(text)?.['articles'];
  return Array.isArray(articles) ? articles.filter(it => typeof it === 'string') : [];
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** A folder as `stet.json` names it: relative to the root, with `/`, where it lies inside, else by its whole path. */
export function articlesEntry(root: string, folder: string, system: PlatformPath = path): string {
  // Windows has a drive, and all else, in capitals or not: a dialog may name it otherwise than the workspace.
  const way = system.relative(root, folder);
  const isInside = way !== '..' && !way.startsWith(`..${system.sep}`) && !system.isAbsolute(way);
  return isInside ? way.replaceAll(system.sep, '/') || '.' : folder;
}
