import * as vscode from 'vscode';
import type { Newsroom } from './newsroom.ts';
import { textSelector } from './text-selector.ts';

/**
 * The one status bar item (a spinner while the sources are read, then `5 of 7 verified` for the active draft; a click
 * opens the Draft view), and the entry among the language's own.
 */
export class StatusItem implements vscode.Disposable {
  readonly #newsroom: Newsroom;
  readonly #item = vscode.window.createStatusBarItem('stet.status', vscode.StatusBarAlignment.Left, 0);
  readonly #language = vscode.languages.createLanguageStatusItem('stet.sources', []);
  readonly #subscription: vscode.Disposable;

  constructor(newsroom: Newsroom) {
    this.#newsroom = newsroom;
    this.#item.name = 'Stet';
    this.#item.command = 'stet.showDraft';
    this.#language.name = 'Stet';
    this.#language.command = { command: 'stet.showLog', title: vscode.l10n.t('Show Log') };
    this.#subscription = newsroom.onDidChange(() => {
      this.#show();
    });
  }

  dispose(): void {
    vscode.Disposable.from(this.#subscription, this.#item, this.#language).dispose();
  }

  #show(): void {
    const { corpora, activeDraft: draft } = this.#newsroom;
    if (corpora.length === 0) {
      this.#item.hide();
      this.#language.selector = [];
      return;
    }
    const articles = corpora.reduce((sum, corpus) => sum + corpus.articles, 0);
    const problems = corpora.flatMap(corpus => corpus.problems).map(it => `${it.path}: ${it.reason}`);
    const sources = articles === 1 ? vscode.l10n.t('1 source') : vscode.l10n.t('{0} sources', articles);
    const busy = corpora.some(corpus => corpus.state === 'indexing');
    if (busy) {
      this.#item.text = '$(sync~spin) Stet';
    } else if (draft !== undefined && draft.total > 0) {
      const verified = vscode.l10n.t('{0} of {1} verified', draft.verified, draft.total);
      this.#item.text = `$(quote) ${verified}`;
    } else {
      this.#item.text = problems.length > 0 ? '$(warning) Stet' : '$(quote) Stet';
    }
    const reading = busy ? vscode.l10n.t('Reading the sources…') : undefined;
    const lines = [reading, draft?.summary, sources, ...problems].filter(line => line !== undefined);
    this.#item.tooltip = lines.join('\n');
    this.#item.accessibilityInformation = { label: `Stet: ${reading ?? draft?.summary ?? sources}` };
    this.#item.show();
    this.#language.selector = textSelector;
    this.#language.busy = busy;
    this.#language.text = vscode.l10n.t('Stet: {0}', sources);
    this.#language.detail =
      problems.length === 0
        ? vscode.l10n.t('all read')
        : problems.length === 1
          ? vscode.l10n.t('1 could not be read')
          : vscode.l10n.t('{0} could not be read', problems.length);
    this.#language.severity =
      problems.length > 0 ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
  }
}
