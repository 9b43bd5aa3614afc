import { join } from 'node:path';
import type { Project } from '../core/project.ts';
import { defaultProject } from '../core/project.ts';
import { parseProject } from '../core/project-parse.ts';
import { say } from '../core/text/say.ts';
import { plainText } from '../formats/plain.ts';
import { projectFile } from './find-project.ts';
import type { Problem } from './problem.ts';
import { readFileText } from './read-source.ts';

/** The settings of a root folder. */
export interface LoadedProject {
  /** Of `stet.json`, or the defaults. */
  readonly project: Project;
  /** Whether there is a `stet.json`, a bad one included. */
  readonly found: boolean;
  readonly problems: readonly Problem[];
}

/** Reads `stet.json` in the root folder. One that is missing is no problem; in a bad one, the good keys work. */
export async function loadProject(root: string): Promise<LoadedProject> {
  const file = await readFileText(join(root, projectFile), plainText);
  switch (file.kind) {
    case 'missing':
      return { project: defaultProject, found: false, problems: [] };
    case 'problem':
      return { project: defaultProject, found: true, problems: [{ path: projectFile, reason: file.reason }] };
    case 'text': {
      const { project, problems } = parseProject(file.text);
      return {
        project,
        found: true,
        problems: problems.map(({ key, line, reason }) => ({
          path: projectFile,
          // A syntax error names its line itself, with the column.
          reason: key === undefined ? reason : say('line {0}: {1}', line, reason),
        })),
      };
    }
  }
}
