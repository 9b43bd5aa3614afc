import * as vscode from 'vscode';
import type { Newsroom } from './newsroom.ts';
import { sayNoDraft } from './no-draft.ts';
import type { Report, ReportParams } from './protocol.ts';
import { dayOf, reportName, reportText } from './report-name.ts';
import type { Server } from './server.ts';
import { writeOrTell } from './write-file.ts';

/** Writes the editor's record of the draft: asks for the format and where to save it. */
export async function exportReport(server: Server, newsroom: Newsroom): Promise<void> {
  const draft = newsroom.lastDraft;
  if (draft === undefined) {
    await sayNoDraft(newsroom);
    return;
  }
  const path = vscode.workspace.asRelativePath(draft);
  const formats: readonly (vscode.QuickPickItem & {
    readonly format: ReportParams['format'];
    readonly extension: string;
  })[] = [
    { label: 'Markdown', description: '.md', format: 'markdown', extension: 'md' },
    { label: 'HTML', description: '.html', format: 'html', extension: 'html' },
    { label: 'CSV', description: '.csv', format: 'csv', extension: 'csv' },
  ];
  const chosen = await vscode.window.showQuickPick(formats, {
    title: vscode.l10n.t('Export Report'),
    placeHolder: vscode.l10n.t('The format of the record of {0}', path),
  });
  if (chosen === undefined) {
    return;
  }
  const params: ReportParams = { uri: draft.toString(), format: chosen.format, day: dayOf(new Date()) };
  const report = await server.command<Report>('stet/report', params, reason =>
    vscode.l10n.t('the record of {0} could not be made: {1}', path, reason),
  );
  if (report === 'failed') {
    return;
  }
  if (report === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is no record of {0}: it is not checked at the moment. Try again.', path),
    );
    return;
  }
  const folder =
    draft.scheme === 'file' ? vscode.Uri.joinPath(draft, '..') : vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = reportName(draft.path, chosen.extension);
  const file = await vscode.window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: { [chosen.label]: [chosen.extension] },
    title: vscode.l10n.t('Export Report'),
  });
  if (file === undefined) {
    return;
  }
  if (!(await writeOrTell(file, reportText(report.text, chosen.extension)))) {
    return;
  }
  const open = vscode.l10n.t('Open');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('The report is in {0}.', vscode.workspace.asRelativePath(file)),
    open,
  );
  if (answer === open) {
    await (chosen.format === 'html' ? vscode.env.openExternal(file) : vscode.window.showTextDocument(file));
  }
}
