import { readDraft } from '../core/draft/read-draft.ts';
import type { DraftCheck } from '../core/features/check.ts';
import { check } from '../core/features/check.ts';
import type { CheckContext } from '../core/features/context.ts';
import type { Finding } from '../core/features/finding.ts';
import type { NamesModel } from '../core/parse/names/model.ts';
import { byCodeUnits } from '../core/text/code-units.ts';
import { Lines } from '../core/text/lines.ts';
import { exists } from '../fs/exists.ts';
import { isFolder } from '../fs/is-folder.ts';
import { listFolder, listGlob, type Listing } from '../fs/list-files.ts';
import { absolutePath } from '../fs/paths.ts';
import { isGlob } from '../fs/patterns.ts';
import type { Problem } from '../fs/problem.ts';
import type { DraftText } from '../fs/read-source.ts';
import { messageOf } from '../fs/thrown.ts';
import { readDraftNow } from '../fs/read-source.ts';

/** A draft that was checked, with its lines. */
export interface CheckedDraft extends DraftCheck {
  readonly lines: Lines;
}

/** All that a reporter needs. */
export interface Checked {
  readonly root: string;
  readonly problems: readonly Problem[];
  readonly articles: { readonly count: number; readonly words: number };
  readonly drafts: readonly CheckedDraft[];
  /** In milliseconds. */
  readonly timings: { readonly readMs: number; readonly indexMs: number; readonly checkMs: number };
}

/** Checks drafts one by one. One that cannot be read is a problem; the others are checked all the same. */
export function checkDrafts(
  root: string,
  context: CheckContext,
  paths: readonly string[],
  model: NamesModel,
): { readonly drafts: readonly CheckedDraft[]; readonly problems: readonly Problem[] } {
  const drafts: CheckedDraft[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    const file = readDraftNow(root, path);
    if (file.kind === 'problem') {
      problems.push({ path, reason: file.reason });
      continue;
    }
    try {
      const draft = readDraft({ path, text: file.text, language: file.language }, model, context.corpus);
      drafts.push({ ...check(context, draft), lines: new Lines(file.text) });
    } catch (error) {
      const failed = failedCheck(path, file, error);
      drafts.push(failed);
      problems.push({ path, reason: failed.findings[0]?.message ?? '' });
    }
  }
  return { drafts, problems };
}

/**
 * Folders among the drafts of the command line stand for the files below them, globs for those that match: not every shell
 * does that itself. Each file counts once.
 */
export async function draftPaths(root: string, given: readonly string[]): Promise<Listing> {
  const found = new Set<string>();
  const problems: Problem[] = [];
  for (const path of given) {
    const listing = await listNamed(root, path);
    listing.paths.forEach(it => found.add(it));
    problems.push(...listing.problems);
  }
  return { paths: [...found].sort(byCodeUnits), problems };
}

async function listNamed(root: string, path: string): Promise<Listing> {
  const file = absolutePath(root, path);
  if (await isFolder(file)) {
    return listFolder(root, path);
  }
  // A file may well be called “brief [2].md”.
  return isGlob(path) && !(await exists(file)) ? listGlob(root, path) : { paths: [path], problems: [] };
}

/** What a draft is told on which Stet itself fails: on its first line, never silence. */
function failedCheck(path: string, { text, language }: DraftText, error: unknown): CheckedDraft {
  const lines = new Lines(text);
  const reason = messageOf(error);
  const finding: Finding = {
    ...lines.span(1),
    code: 'check-failed',
    class: undefined,
    severity: 'error',
    message: `Stet failed on this draft, so nothing in it was checked: ${reason}. Please report this.`,
    related: [],
    fixes: [],
  };
  const nothing = { blocks: [], mentions: [], entities: [], quotations: [], utterances: [], unbalanced: [] };
  const draft = {
    ...nothing,
    path,
    text,
    written: text,
    references: [],
    language,
    citations: [],
    ignores: [],
    marks: 'curly',
  } as const;
  return { draft, lines, verifications: [], findings: [finding], exemptions: [], unchecked: 'failed' };
}
