import type { Finding } from '../../core/features/finding.ts';
import type { Severity } from '../../core/project.ts';
import { linesOf } from '../../core/text/lines.ts';
import { absolutePath, relativePath } from '../../fs/paths.ts';
import type { Checked, CheckedDraft } from '../checked.ts';
import type { Terminal } from '../terminal.ts';

/**
 * The report as workflow commands, which GitHub shows beside the lines. Hints are left out: a step shows ten
 * annotations of a kind, and a hint must not take the place of an error.
 *
 * @see https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export function reportGithub({ root, problems, drafts }: Checked, terminal: Terminal): string {
  const fileOf = (path: string): string =>
    workspacePath(root, path, terminal.environment['GITHUB_WORKSPACE']);
  return [
    ...problems.map(it =>
      command('error', { file: fileOf(it.path), title: 'stet' }, `${it.path}: ${it.reason}`),
    ),
    ...drafts.flatMap(draft =>
      draft.findings
        .filter(it => it.severity !== 'hint')
        .map(it => annotation(draft, it, fileOf(draft.draft.path))),
    ),
  ]
    .map(line => `${line}\n`)
    .join('');
}

function annotation({ lines }: CheckedDraft, finding: Finding, file: string): string {
  const start = lines.position(finding.start);
  const end = lines.position(finding.end);
  const code = finding.class === undefined ? finding.code : `${finding.code}.${finding.class}`;
  const sources = finding.related.map(({ passage }) => {
    const { line } = linesOf(passage.article).position(passage.start);
    return `\n${passage.article.path}:${line}: ${passage.text}`;
  });
  // A column means something on one line only.
  const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
  return command(
    levels[finding.severity],
    { file, line: start.line, endLine: end.line, ...columns, title: `stet: ${code}` },
    finding.message + sources.join(''),
  );
}

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

function command(
  level: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const given = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${level} ${given.join(',')}::${escapeMessage(message)}`;
}

function escapeMessage(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

/** GitHub knows files by their place in the repository, which may lie above the root. */
function workspacePath(root: string, path: string, workspace: string | undefined): string {
  return workspace === undefined || workspace === ''
    ? path
    : relativePath(workspace, absolutePath(root, path));
}
