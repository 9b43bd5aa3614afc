import * as vscode from 'vscode';

/** What is wrong with a folder, by its kind: nothing is lost of the articles where a setting cannot be used. */
export interface ProblemCount<Problem> {
  /** How many there are, in words. */
  readonly label: string;
  readonly problems: readonly Problem[];
}

/** What is wrong, counted: sources that could not be read, then what is wrong in `stet.json`; only what there is. */
export function problemCounts<Problem extends { readonly path: string }>(
  problems: readonly Problem[],
): readonly ProblemCount<Problem>[] {
  const isOfSettings = ({ path }: Problem): boolean => path === 'stet.json';
  const unread = problems.filter(it => !isOfSettings(it));
  const settings = problems.filter(isOfSettings);
  return [
    {
      label:
        unread.length === 1
          ? vscode.l10n.t('1 could not be read')
          : vscode.l10n.t('{0} could not be read', unread.length),
      problems: unread,
    },
    {
      label:
        settings.length === 1
          ? vscode.l10n.t('1 mistake in stet.json')
          : vscode.l10n.t('{0} mistakes in stet.json', settings.length),
      problems: settings,
    },
  ].filter(it => it.problems.length > 0);
}
