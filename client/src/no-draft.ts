import * as vscode from 'vscode';
import type { Newsroom } from './newsroom.ts';

/** Says what a command misses that works on a draft: the walkthrough offers it to those who have none yet. */
export async function sayNoDraft(newsroom: Newsroom): Promise<void> {
  if (newsroom.corpora.length > 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a draft first: a Markdown or plain text file.'),
    );
    return;
  }
  const choose = vscode.l10n.t('Choose Articles Folder…');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Choose the folder of your articles first.'),
    choose,
  );
  if (answer === choose) {
    await vscode.commands.executeCommand('stet.chooseArticlesFolder');
  }
}
