import { countStandings, countWords } from '../../core/features/count.ts';
import { clip } from '../../core/features/escape.ts';
import type { Finding } from '../../core/features/finding.ts';
import { standingsOf } from '../../core/features/standing.ts';
import { articleName } from '../../core/features/wording.ts';
import type { Severity } from '../../core/project.ts';
import { linesOf } from '../../core/text/lines.ts';
import type { Passage } from '../../core/verify/verdict.ts';
import { counted } from '../counted.ts';
import type { Checked, CheckedDraft } from '../checked.ts';
import type { Styles, Terminal } from '../terminal.ts';
import { printable, stylesOf } from '../terminal.ts';

/** The report as people read it: each finding with its place and the source’s words, then one line that sums up. */
export function reportHuman(checked: Checked, terminal: Terminal): string {
  const styles = stylesOf(terminal.stdout, terminal.environment);
  const blocks = checked.drafts.flatMap(draft => draft.findings.map(it => findingLines(draft, it, styles)));
  return [...blocks.map(lines => `${lines.join('\n')}\n`), `${summary(checked, styles)}\n`].join('\n');
}

const widest = 160;

function findingLines({ draft, lines }: CheckedDraft, finding: Finding, styles: Styles): readonly string[] {
  const { line, column } = lines.position(finding.start);
  const code = finding.class === undefined ? finding.code : `${finding.code}.${finding.class}`;
  const drafted = draft.text.slice(finding.start, finding.end);
  return [
    `${styles.underline(`${printable(draft.path)}:${line}:${column}`)}  ${severityWord(finding.severity, styles)}  ${styles.dim(code)}`,
    `  ${printable(finding.message)}`,
    ...(drafted.trim() === '' ? [] : [`  ${styles.dim('draft')}   ${printable(clip(drafted, widest))}`]),
    ...finding.related.flatMap(({ passage }) => passageLines(passage, styles)),
  ];
}

function passageLines(passage: Passage, styles: Styles): readonly string[] {
  const { article, start, text, paragraph, speaker } = passage;
  const { line } = linesOf(article).position(start);
  const name = articleName(article);
  const about = [
    `¶${paragraph}`,
    ...(speaker === undefined ? [] : [speaker]),
    ...(name === article.path ? [] : [name]),
  ];
  return [
    `  ${styles.dim('source')}  ${printable(clip(text, widest))}`,
    `          ${styles.cyan(`${printable(article.path)}:${line}`)}  ${styles.dim(printable(about.join(', ')))}`,
  ];
}

function severityWord(severity: Severity, styles: Styles): string {
  switch (severity) {
    case 'error':
      return styles.bold(styles.red('error'));
    case 'warning':
      return styles.bold(styles.yellow('warning'));
    case 'information':
      return styles.blue('information');
    case 'hint':
      return styles.dim('hint');
  }
}

/** `7 quotations: 5 verified, 1 altered, 1 not found. 1 error, 1 warning in 2 drafts, against 5 sources (3210 words).` */
function summary({ drafts, articles, problems }: Checked, styles: Styles): string {
  const quotations =
    articles.count === 0
      ? 'Nothing is checked: there is no source'
      : countWords(countStandings(drafts.flatMap(standingsOf)));
  const against = `in ${counted(drafts.length, 'draft')}, against ${counted(articles.count, 'source')} (${counted(articles.words, 'word')})`;
  const unread =
    problems.length === 0
      ? ''
      : ` ${styles.red(`${counted(problems.length, 'problem')}: not everything could be checked.`)}`;
  // Where nothing is checked, that nothing was found is no news.
  const isSilent = articles.count === 0 && drafts.every(it => it.findings.length === 0);
  const found = isSilent ? counted(drafts.length, 'draft') : `${findingCount(drafts, styles)} ${against}`;
  return `${styles.bold(quotations)}.\n${found}.${unread}`;
}

function findingCount(drafts: readonly CheckedDraft[], styles: Styles): string {
  const findings = drafts.flatMap(it => it.findings);
  const count = (severity: Severity): number => findings.filter(it => it.severity === severity).length;
  const [errors, warnings, information, hints] = [
    count('error'),
    count('warning'),
    count('information'),
    count('hint'),
  ];
  const parts = [
    ...(errors > 0 ? [styles.red(counted(errors, 'error'))] : []),
    ...(warnings > 0 ? [styles.yellow(counted(warnings, 'warning'))] : []),
    ...(information > 0 ? [`${information} for information`] : []),
    ...(hints > 0 ? [counted(hints, 'hint')] : []),
  ];
  return parts.length === 0 ? styles.green('No findings') : parts.join(', ');
}
