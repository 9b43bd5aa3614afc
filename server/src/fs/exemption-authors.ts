import type { DraftCheck } from '../core/features/check.ts';
import type { Exemption } from '../core/features/exemptions.ts';
import { linesOf } from '../core/text/lines.ts';
import { projectFile } from './find-project.ts';
import { lineAuthor } from './git-author.ts';

/** Who wrote the exemptions of a draft, as far as git knows: in the draft, or in `stet.json`. */
export async function exemptionAuthors(
  root: string,
  { draft, exemptions }: DraftCheck,
): Promise<ReadonlyMap<Exemption, string>> {
  const authors = new Map<Exemption, string>();
  const asked = new Map<string, Promise<string | undefined>>();
  for (const exemption of exemptions) {
    const path = exemption.by === 'project' ? projectFile : draft.path;
    const line =
      exemption.by === 'project'
        ? exemption.entry.line
        : linesOf(draft).position(exemption.ignore.comment.start).line;
    const place = `${path}:${line}`;
    const answer = asked.get(place) ?? lineAuthor(root, path, line);
    asked.set(place, answer);
    const author = await answer;
    if (author !== undefined) {
      authors.set(exemption, author);
    }
  }
  return authors;
}
