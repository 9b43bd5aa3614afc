import * as vscode from 'vscode';
import type { Newsroom } from './newsroom.ts';
import { problemCounts } from './problem-counts.ts';
import { textSelector } from './text-selector.ts';

/** So many of the files that could not be read are named; the Sources view has them all. */
const mostProblems = 5;

/**
 * The one status bar item (a spinner while the sources are read, then `5 of 7 verified` for the active draft; a click
 * opens the Draft view; where the server has stopped, it says so and starts it again), and the entry among the language's own.
 */
export class StatusItem implements vscode.Disposable {
  readonly #newsroom: Newsroom;
  readonly #item = vscode.window.createStatusBarItem('stet.status', vscode.StatusBarAlignment.Left, 0);
  readonly #language = vscode.languages.createLanguageStatusItem('stet.sources', []);
  readonly #subscription: vscode.Disposable;

  constructor(newsroom: Newsroom) {
    this.#newsroom = newsroom;
    this.#item.name = 'Stet';
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
    const { corpora, activeDraft: draft, isStopped, isReading: busy } = this.#newsroom;
    if (corpora.length === 0) {
      this.#item.hide();
      this.#language.selector = [];
      return;
    }
    const articles = corpora.reduce((sum, corpus) => sum + corpus.articles, 0);
    const found = corpora.flatMap(corpus => corpus.problems);
    const problems = found.map(it => `${it.path}: ${it.reason}`);
    const sources = articles === 1 ? vscode.l10n.t('1 source') : vscode.l10n.t('{0} sources', articles);
    const counts = problemCounts(found).map(it => it.label);
    const unread = counts.length === 0 ? undefined : counts.join('; ');
    const stopped = isStopped
      ? vscode.l10n.t('Stet has stopped and checks nothing. Click to start it again.')
      : undefined;
    if (isStopped) {
      this.#item.text = '$(error) Stet';
    } else if (busy) {
      this.#item.text = '$(sync~spin) Stet';
    } else if (draft !== undefined && draft.total > 0) {
      const verified = vscode.l10n.t('{0} of {1} verified', draft.verified, draft.total);
      // A source that is missing makes a right quotation look wrong.
      this.#item.text = `$(quote) ${verified}${unread === undefined ? '' : ' $(warning)'}`;
    } else if (articles === 0) {
      this.#item.text = `$(warning) ${vscode.l10n.t('No sources')}`;
    } else {
      this.#item.text = unread === undefined ? '$(quote) Stet' : '$(warning) Stet';
    }
    this.#item.command = isStopped ? 'stet.restartServer' : 'stet.showDraft';
    this.#item.backgroundColor = isStopped
      ? new vscode.ThemeColor('statusBarItem.errorBackground')
      : undefined;
    const reading = busy ? vscode.l10n.t('Reading the sources…') : undefined;
    const more =
      problems.length > mostProblems ? [vscode.l10n.t('{0} more', problems.length - mostProblems)] : [];
    const notDraft = stopped === undefined && reading === undefined ? this.#notDraft() : undefined;
    const lines = [
      stopped,
      reading,
      draft?.summary,
      notDraft,
      sources,
      ...problems.slice(0, mostProblems),
      ...more,
    ];
    this.#item.tooltip = lines.filter(line => line !== undefined).join('\n');
    const spoken = [stopped ?? reading ?? draft?.summary ?? notDraft ?? sources, unread].filter(
      it => it !== undefined,
    );
    this.#item.accessibilityInformation = { label: `Stet: ${spoken.join('; ')}` };
    this.#item.show();
    this.#language.selector = textSelector;
    this.#language.busy = busy;
    this.#language.text = vscode.l10n.t('Stet: {0}', sources);
    this.#language.detail = unread ?? vscode.l10n.t('all read');
    this.#language.severity =
      unread !== undefined
        ? vscode.LanguageStatusSeverity.Warning
        : vscode.LanguageStatusSeverity.Information;
  }

  /** What is to be said of a text in the active editor that could be a draft, and is none. */
  #notDraft(): string | undefined {
    const document = vscode.window.activeTextEditor?.document;
    return document !== undefined &&
      this.#newsroom.activeDraft === undefined &&
      vscode.languages.match(textSelector, document) > 0
      ? vscode.l10n.t('This file is not one of the drafts, so it is not checked')
      : undefined;
  }
}
