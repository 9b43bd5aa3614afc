import * as vscode from 'vscode';
import type { Newsroom } from './newsroom.ts';
import { sayNoDraft } from './no-draft.ts';
import type { Report, ReportParams } from './protocol.ts';
import { dayOf, reportName, reportText } from './report-name.ts';
import type { Server } from './server.ts';

/** Writes the editor's record of the draft: asks for the format and where to save it. */
export async function exportReport(server: Server, newsroom: Newsroom): Promise<void> {
  const draft = newsroom.lastDraft;
  if (draft === undefined) {
    await sayNoDraft(newsroom);
    return;
  }
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
    placeHolder: vscode.l10n.t('The format of the record of {0}', vscode.workspace.asRelativePath(draft)),
  });
  if (chosen === undefined) {
    return;
  }
  const params: ReportParams = { uri: draft.toString(), format: chosen.format, day: dayOf(new Date()) };
  const report = await server.request<Report>('stet/report', params);
  if (report === undefined) {
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
  await vscode.workspace.fs.writeFile(
    file,
    new TextEncoder().encode(reportText(report.text, chosen.extension)),
  );
  const open = vscode.l10n.t('Open');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('The report is in {0}.', vscode.workspace.asRelativePath(file)),
    open,
  );
  if (answer === open) {
    await (chosen.format === 'html' ? vscode.env.openExternal(file) : vscode.window.showTextDocument(file));
  }
}
