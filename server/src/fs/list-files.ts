import { lstat, stat } from 'node:fs/promises';
import type { Project } from '../core/project.ts';
import { byCodeUnits } from '../core/text/code-units.ts';
import { say } from '../core/text/say.ts';
import { formatOf, readExtensions } from '../formats/format-of.ts';
import { unreadDocument } from '../formats/plain.ts';
import { gitIgnored } from './git-ignored.ts';
import { absolutePath, isBelow, plainEntry } from './paths.ts';
import { articleMatcher, draftMatcher, entryMatcher, globBase, isGlob } from './patterns.ts';
import type { Problem } from './problem.ts';
import { isMissing, noFile, reasonOf } from './problem.ts';
import { nextTurn } from './turns.ts';
import { walk } from './walk.ts';

/** Files that can be read, in the order of their paths, and what stands in the way of the others. */
export interface Listing {
  readonly paths: readonly string[];
  readonly problems: readonly Problem[];
}

/** The articles of a project. */
export interface ArticleListing extends Listing {
  /** Entries of `articles`, and folders in them, that are not there or could not be read: nobody knows what they hold. */
  readonly outOfReach: readonly string[];
}

/**
 * The articles of a project. A missing or empty folder and a document that cannot be read are problems; pictures and
 * the like are passed over.
 */
export async function listArticles(root: string, project: Project): Promise<ArticleListing> {
  const paths = new Set<string>();
  const problems = new Map<string, Problem>();
  const outOfReach = new Set<string>();
  for (const entry of project.articles) {
    const listing = await listEntry(root, plainEntry(root, entry), project.articlesAreSet === true);
    for (const path of listing.paths) {
      paths.add(path);
    }
    for (const problem of listing.problems) {
      problems.set(problem.path, problem);
    }
    listing.outOfReach.forEach(path => outOfReach.add(path));
  }
  await nextTurn();
  return {
    paths: [...paths].sort(byCodeUnits),
    problems: [...problems.values()],
    outOfReach: [...outOfReach].sort(byCodeUnits),
  };
}

/** The drafts of a project: what its globs name, without the articles and what git ignores. */
export async function listDrafts(root: string, project: Project): Promise<Listing> {
  const isDraft = draftMatcher(root, project);
  const isArticle = articleMatcher(root, project);
  const { files, problems } = await walk(root, '.', isArticle);
  const wanted = files.filter(it => formatOf(it.path).kind === 'read' && isDraft(it.path));
  const ignored = await gitIgnored(root, wanted);
  return {
    paths: wanted.map(it => it.path).filter(path => !ignored.has(path)),
    problems,
  };
}

/** The drafts below one folder, whatever the project's globs say of them. */
export async function listFolder(root: string, folder: string): Promise<Listing> {
  const { files, problems } = await walk(root, folder, () => false);
  return { paths: files.map(it => it.path).filter(path => formatOf(path).kind === 'read'), problems };
}

/** The drafts that a glob matches, whatever the project's globs say of them. */
export async function listGlob(root: string, glob: string): Promise<Listing> {
  const { files, problems } = await walk(root, globBase(glob), () => false);
  const matches = entryMatcher(root, glob);
  const paths = files.map(it => it.path).filter(path => formatOf(path).kind === 'read' && matches(path));
  const nothing = { path: glob, reason: say('no text or Markdown file matches it') };
  return { paths, problems: paths.length === 0 && problems.length === 0 ? [nothing] : problems };
}

async function listEntry(root: string, entry: string, isSet: boolean): Promise<ArticleListing> {
  const found = await look(root, entry);
  const lost = (reason: string): ArticleListing => {
    return { paths: [], problems: [{ path: entry, reason }], outOfReach: [entry] };
  };
  switch (found.kind) {
    case 'file':
      return { ...sorted([entry], entry), outOfReach: [] };
    case 'folder': {
      const listing = await listWithin(root, entry, entry);
      const isOutOfReach = listing.outOfReach.includes(entry);
      // It may go while it is looked through.
      return isOutOfReach && (await look(root, entry)).kind === 'missing'
        ? lost(await missingFolder(root, entry, isSet))
        : listing;
    }
    case 'missing':
      return isGlob(entry)
        ? listWithin(root, globBase(entry), entry)
        : lost(await missingFolder(root, entry, isSet));
    case 'problem':
      return lost(found.reason);
  }
}

async function missingFolder(root: string, entry: string, isSet: boolean): Promise<string> {
  const link = await lstat(absolutePath(root, entry)).catch(() => undefined);
  if (link?.isSymbolicLink() === true) {
    return say('it is a symbolic link to a folder that is not there');
  }
  return isSet
    ? say(
        'there is no such folder: put the source articles there, or mend “stet.articles” or --articles, which names it',
      )
    : say(
        'there is no such folder: put the source articles there, or name their folder under “articles” in stet.json',
      );
}

async function listWithin(root: string, folder: string, entry: string): Promise<ArticleListing> {
  const matches = entryMatcher(root, entry);
  const { files, folders, problems } = await walk(root, folder, () => false);
  // Among a hundred thousand files each of these takes some ten milliseconds.
  await nextTurn();
  const paths = files.map(it => it.path).filter(matches);
  await nextTurn();
  const listing = sorted(paths, entry);
  const mistaken = folders
    .filter(it => it !== folder && matches(it) && formatOf(it).kind === 'read')
    .filter(it => !listing.paths.some(path => isBelow(it, path)))
    .map(path => ({ path, reason: noFile(true) }));
  // A glob is told that nothing matches it, and why, by its own name.
  const followed = problems.filter(it => it.path !== folder || entry === folder);
  const found = [...followed, ...listing.problems, ...mistaken];
  const isEmpty = listing.paths.length === 0 && !found.some(it => it.path === entry);
  const isGone = (await look(root, folder)).kind === 'missing';
  return {
    paths: listing.paths,
    problems: isEmpty
      ? [{ path: entry, reason: whyEmpty(entry, isGone ? folder : undefined) }, ...found]
      : found,
    outOfReach: problems.map(it => (it.path === folder ? entry : it.path)),
  };
}

/** What an entry of `articles` that gives no article at all is told; `gone` is the folder of a glob, where there is none. */
function whyEmpty(entry: string, gone: string | undefined): string {
  const extensions = readExtensions.map(it => `.${it}`).join(', ');
  if (!isGlob(entry)) {
    return say('the folder holds no article ({0} are read)', extensions);
  }
  return gone === undefined
    ? say('no article matches it ({0} are read)', extensions)
    : say('no article matches it: there is no folder “{0}”', gone);
}

function sorted(paths: readonly string[], entry: string): Listing {
  const found: string[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    const format = formatOf(path);
    if (format.kind === 'read') {
      found.push(path);
    } else if (format.kind === 'document') {
      problems.push({ path, reason: unreadDocument(format) });
    } else if (path === entry) {
      problems.push({
        path,
        reason: say('not read: only {0} files are', readExtensions.map(it => `.${it}`).join(', ')),
      });
    }
  }
  return { paths: found, problems };
}

type Found =
  { readonly kind: 'file' | 'folder' | 'missing' } | { readonly kind: 'problem'; readonly reason: string };

async function look(root: string, path: string): Promise<Found> {
  try {
    const about = await stat(absolutePath(root, path));
    return { kind: about.isDirectory() ? 'folder' : 'file' };
  } catch (error) {
    return isMissing(error) ? { kind: 'missing' } : { kind: 'problem', reason: reasonOf(error) };
  }
}
