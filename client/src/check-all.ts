import * as vscode from 'vscode';
import type { CheckAllResult } from './protocol.ts';
import type { Server } from './server.ts';

/** Milliseconds that the outcome stays in the status bar. */
const shownFor = 10_000;

/** Checks every draft of the workspace; what is found stands in the Problems panel. */
export async function checkAllDrafts(server: Server): Promise<void> {
  const options: vscode.ProgressOptions = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Stet: checking all drafts'),
    cancellable: true,
  };
  const result = await vscode.window.withProgress(options, (_, token) =>
    server.command<CheckAllResult>(
      'stet/checkAll',
      {},
      reason => vscode.l10n.t('the drafts could not be checked: {0}', reason),
      token,
    ),
  );
  if (result === undefined || result === 'failed') {
    return;
  }
  for (const { path, reason } of result.problems) {
    server.log.warn(`${path}: ${reason}`);
  }
  const { drafts, quotations, verified, problems } = result;
  const [first] = problems;
  if (drafts === 0 && first !== undefined) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Stet: nothing was checked. {0}', `${first.path}: ${first.reason}`),
    );
    return;
  }
  const count = drafts === 1 ? vscode.l10n.t('1 draft checked') : vscode.l10n.t('{0} drafts checked', drafts);
  const outcome = vscode.l10n.t('{0}: {1} of {2} quotations verified', count, verified, quotations);
  vscode.window.setStatusBarMessage(`$(quote) ${outcome}`, shownFor);
  await vscode.commands.executeCommand('workbench.actions.view.problems');
}
