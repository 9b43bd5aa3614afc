import { recordCsv } from '../core/report/csv.ts';
import { recordHtml } from '../core/report/html.ts';
import { recordMarkdown } from '../core/report/markdown.ts';
import type { DraftRecord } from '../core/report/record.ts';
import { draftRecord } from '../core/report/record.ts';
import { Verifier } from '../core/verify/verifier.ts';
import { exemptionAuthors } from '../fs/exemption-authors.ts';
import { fewAtOnce } from '../fs/few-at-once.ts';
import { readNamesModel } from '../fs/names-model.ts';
import { checkDrafts, draftPaths } from './checked.ts';
import type { Command } from './command.ts';
import { usageError } from './command.ts';
import { openProject, pathOf, readSources, reportProblems } from './open-project.ts';

/** Drafts of which git is asked for names at once: each question is a process. */
const mostAsked = 4;

/** One writer a format. */
const writers: Readonly<Record<string, (records: readonly DraftRecord[], day: string) => string>> = {
  markdown: recordMarkdown,
  html: recordHtml,
  csv: recordCsv,
};

/** `stet report`: the editor's record of drafts. */
export const report: Command = {
  name: 'report',
  operands: 'DRAFT…',
  summary: 'write the editor’s record: each quotation with its verdict and its sources',
  details: [
    'A folder stands for the files below it, a glob for those it matches. Exit status: 0, or 2 where not everything could be read or checked.',
  ],
  options: [
    {
      name: 'format',
      value: 'FORMAT',
      help: 'markdown (default), html or csv',
      choices: Object.keys(writers),
    },
  ],
  async run(given, terminal) {
    if (given.operands.length === 0) {
      return usageError(terminal, 'report needs a DRAFT', 'report');
    }
    const opened = await openProject(given, terminal);
    if (typeof opened === 'string') {
      return usageError(terminal, opened, 'report');
    }
    const { root, project } = opened;
    const model = readNamesModel();
    const sources = await readSources(opened, model, terminal);
    const named = await Promise.all(given.operands.map(it => pathOf(root, it, terminal)));
    const context = { corpus: sources.corpus, project, verifier: new Verifier(project) };
    const listed = await draftPaths(root, named);
    const { drafts, problems } = checkDrafts(root, context, listed.paths, model);
    const records = await fewAtOnce(drafts, mostAsked, async it => {
      const authors = await exemptionAuthors(root, it);
      return draftRecord(it, exemption => authors.get(exemption));
    });
    const write = writers[given.value('format') ?? 'markdown'] ?? recordMarkdown;
    terminal.stdout.write(write(records, today()));
    const all = [...opened.problems, ...sources.problems, ...listed.problems, ...problems];
    reportProblems(all, terminal);
    return all.length > 0 ? 2 : 0;
  },
};

/** The day here, not in Greenwich. */
function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
