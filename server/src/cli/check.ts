import { compareSeverity } from '../core/features/severity.ts';
import type { Severity } from '../core/project.ts';
import { Verifier } from '../core/verify/verifier.ts';
import { listDrafts } from '../fs/list-files.ts';
import { readNamesModel } from '../fs/names-model.ts';
import type { Checked } from './checked.ts';
import { checkDrafts, draftPaths } from './checked.ts';
import type { Command, ExitCode } from './command.ts';
import { usageError } from './command.ts';
import { openProject, pathOf, readSources, reportProblems } from './open-project.ts';
import { reportGithub } from './reporters/github.ts';
import { reportHuman } from './reporters/human.ts';
import { reportJson } from './reporters/json.ts';
import { reportSarif } from './reporters/sarif.ts';
import type { Terminal } from './terminal.ts';

/** One writer a format. */
const reporters: Readonly<Record<string, (checked: Checked, terminal: Terminal) => string>> = {
  human: reportHuman,
  json: reportJson,
  sarif: reportSarif,
  github: reportGithub,
};
const thresholds = ['error', 'warning', 'information', 'never'];

/** `stet check`: checks drafts against the sources. */
export const check: Command = {
  name: 'check',
  operands: '[DRAFT…]',
  summary: 'check the quotations of drafts against the sources',
  details: [
    'Without a DRAFT, all drafts of the project are checked; a folder stands for the files below it, a glob for those it matches.',
    'Exit status: 0 nothing at or above --fail-on, 1 something, 2 not everything could be read or checked.',
  ],
  options: [
    {
      name: 'format',
      value: 'FORMAT',
      help: 'human (default), json, sarif, or github (annotations in its workflows)',
      choices: Object.keys(reporters),
    },
    {
      name: 'fail-on',
      value: 'SEVERITY',
      help: 'exit with 1 from this severity on: error, warning (default), information, or never',
      choices: thresholds,
    },
  ],
  async run(given, terminal) {
    const opened = await openProject(given, terminal);
    if (typeof opened === 'string') {
      return usageError(terminal, opened, 'check');
    }
    const { root, project } = opened;
    const named = await Promise.all(given.operands.map(it => pathOf(root, it, terminal)));
    // Meanwhile, since git is asked which drafts it ignores.
    const listing = named.length > 0 ? draftPaths(root, named) : listDrafts(root, project);
    const model = readNamesModel();
    const [sources, listed] = await Promise.all([readSources(opened, model, terminal), listing]);

    const started = performance.now();
    const context = { corpus: sources.corpus, project, verifier: new Verifier(project) };
    const { drafts, problems } = checkDrafts(root, context, listed.paths, model);
    const checked: Checked = {
      root,
      problems: [...opened.problems, ...sources.problems, ...listed.problems, ...problems],
      articles: { count: sources.corpus.articleCount, words: sources.corpus.wordCount },
      drafts,
      timings: { ...sources.timings, checkMs: performance.now() - started },
    };
    const report = reporters[given.value('format') ?? 'human'] ?? reportHuman;
    terminal.stdout.write(report(checked, terminal));
    reportProblems(checked.problems, terminal);
    if (listed.paths.length === 0) {
      const why =
        named.length > 0
          ? `nothing below ${named.join(', ')} is a text or Markdown file`
          : `nothing but articles and ignored files matches ${project.drafts.join(', ')}`;
      terminal.stderr.write(`stet: no drafts: ${why}\n`);
    }
    return exitCode(checked, given.value('fail-on') ?? 'warning');
  },
};

function exitCode({ problems, drafts }: Checked, failOn: string): ExitCode {
  if (problems.length > 0) {
    return 2;
  }
  const fails = (severity: Severity): boolean =>
    failOn !== 'never' && compareSeverity(severity, failOn as Severity) >= 0;
  return drafts.some(draft => draft.findings.some(it => fails(it.severity))) ? 1 : 0;
}
