import { stat } from 'node:fs/promises';
import type { Project } from '../core/project.ts';
import { absolutePath, plainEntry } from './paths.ts';
import { globBase, isGlob } from './patterns.ts';

/** Whether one of the places where a project keeps its articles is there at all, empty or not. */
export async function hasArticles(root: string, project: Project): Promise<boolean> {
  for (const entry of project.articles) {
    const plain = plainEntry(root, entry);
    try {
      await stat(absolutePath(root, isGlob(plain) ? globBase(plain) : plain));
      return true;
    } catch {
      // Not there, or out of reach: the next one may be.
    }
  }
  return false;
}
