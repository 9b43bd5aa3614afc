import { lstat, opendir, stat } from 'node:fs/promises';
import type { Project } from '../core/project.ts';
import { absolutePath, plainEntry } from './paths.ts';
import { globBase, isGlob } from './patterns.ts';
import { isMissing } from './problem.ts';

/**
 * Whether one of the places where a project keeps its articles is there at all, empty or not. What is there and leads
 * nowhere, or cannot be looked at, counts: whoever put it there is told why nothing is read.
 */
export async function hasArticles(root: string, project: Project): Promise<boolean> {
  const isThere = async (place: string): Promise<boolean> => {
    try {
      await lstat(place);
      return true;
    } catch (error) {
      return !isMissing(error);
    }
  };
  return (await Promise.all(placesOf(root, project).map(isThere))).includes(true);
}

/**
 * For each entry of `articles`, whether its place holds anything. Where a drive is taken away there is no folder any
 * more, or an empty one.
 */
export function filledPlaces(root: string, project: Project): Promise<readonly boolean[]> {
  return Promise.all(placesOf(root, project).map(isFilled));
}

function placesOf(root: string, project: Project): readonly string[] {
  return project.articles
    .map(it => plainEntry(root, it))
    .map(it => absolutePath(root, isGlob(it) ? globBase(it) : it));
}

async function isFilled(place: string): Promise<boolean> {
  try {
    if (!(await stat(place)).isDirectory()) {
      return true;
    }
    const folder = await opendir(place);
    const first = await folder.read();
    await folder.close();
    return first !== null;
  } catch {
    return false;
  }
}
