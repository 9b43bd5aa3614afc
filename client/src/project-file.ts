import path, { type PlatformPath } from 'node:path';

/** What a `stet.json` says. `text` is without its byte-order mark; undefined, as `settings` is empty, where there is no such file. */
export interface ProjectFile {
  readonly kind: 'good';
  readonly text: string | undefined;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A `stet.json` of which nothing could be written back as it was. */
export interface BadProjectFile {
  readonly kind: 'bad';
  /** Its bytes are no UTF-8; its text is no JSON; its JSON is no object. */
  readonly fault: 'encoding' | 'syntax' | 'shape';
}

/** Reads the bytes of a `stet.json`; undefined: there is none. One that is empty says nothing. */
export function readProject(bytes: Uint8Array | undefined): ProjectFile | BadProjectFile {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { kind: 'bad', fault: 'encoding' };
  }
  if (text.trim() === '') {
    return { kind: 'good', text: undefined, settings: {} };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'bad', fault: 'syntax' };
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { kind: 'good', text, settings: { ...value } }
    : { kind: 'bad', fault: 'shape' };
}

/** A `stet.json` that says where the articles are, and whatever it said before of the rest. */
export function withArticles({ text = '', settings }: ProjectFile, articles: readonly string[]): string {
  const indent = /^[ \t]+(?=")/m.exec(text)?.[0] ?? '  ';
  const end = /\r\n/.test(text) ? '\r\n' : '\n';
  return `${JSON.stringify({ ...settings, articles }, undefined, indent)}\n`.replaceAll('\n', end);
}

/** The articles that a `stet.json` names; empty where it names none. */
export function articlesOf({ settings }: ProjectFile): readonly string[] {
  const articles = settings['articles'];
  return Array.isArray(articles) ? articles.filter(it => typeof it === 'string') : [];
}

/** A folder as `stet.json` names it: relative to the root, with `/`, where it lies inside, else by its whole path. */
export function articlesEntry(root: string, folder: string, system: PlatformPath = path): string {
  // Windows has a drive, and all else, in capitals or not: a dialog may name it otherwise than the workspace.
  const way = system.relative(root, folder);
  const isInside = way !== '..' && !way.startsWith(`..${system.sep}`) && !system.isAbsolute(way);
  return isInside ? way.replaceAll(system.sep, '/') || '.' : folder;
}
