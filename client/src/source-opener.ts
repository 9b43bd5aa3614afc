import * as vscode from 'vscode';
import type { Location } from 'vscode-languageclient';
import { toLocation } from './places.ts';

/** Opens sources beside the draft, the passage highlighted until the cursor moves on. */
export class SourceOpener implements vscode.Disposable {
  readonly #highlight = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('stet.passageBackground'),
    borderColor: new vscode.ThemeColor('stet.passageBorder'),
    borderStyle: 'solid',
    borderWidth: '1px',
    overviewRulerColor: new vscode.ThemeColor('stet.passageBackground'),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
  });
  #shown: { readonly editor: vscode.TextEditor; readonly at: vscode.Position } | undefined;
  /** The source that was opened last. */
  #last: string | undefined;
  readonly #subscriptions = [
    this.#highlight,
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      const isAsOpened =
        selections[0]?.isEmpty === true &&
        selections[0].active.isEqual(this.#shown?.at ?? selections[0].end.translate(1));
      if (textEditor === this.#shown?.editor && !isAsOpened) {
        this.#fade();
      }
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === this.#shown?.editor.document) {
        this.#fade();
      }
    }),
  ];

  /** Opens a passage; where its file is visible already, there. Says so where the file has gone since. */
  async open(place: Location, preserveFocus: boolean): Promise<void> {
    const { uri, range } = toLocation(place);
    try {
      await vscode.workspace.openTextDocument(uri);
    } catch {
      const path = vscode.workspace.asRelativePath(uri);
      void vscode.window.showWarningMessage(
        vscode.l10n.t('{0} cannot be opened: it may have been renamed or removed.', path),
      );
      return;
    }
    const visible = vscode.window.visibleTextEditors.find(
      it => it.document.uri.toString() === uri.toString(),
    );
    this.#fade();
    const editor = await vscode.window.showTextDocument(uri, {
      viewColumn: visible?.viewColumn ?? this.#column(),
      preserveFocus,
      preview: true,
      selection: new vscode.Range(range.start, range.start),
    });
    this.#last = uri.toString();
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    if (!range.isEmpty) {
      editor.setDecorations(this.#highlight, [range]);
      this.#shown = { editor, at: range.start };
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  /**
   * Where the last source is still to be seen: beside it, each would open a further column. Else beside the active editor;
   * without one, in its place.
   */
  #column(): vscode.ViewColumn {
    const last = vscode.window.visibleTextEditors.find(it => it.document.uri.toString() === this.#last);
    const isAlone = vscode.window.activeTextEditor === undefined;
    return last?.viewColumn ?? (isAlone ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside);
  }

  #fade(): void {
    this.#shown?.editor.setDecorations(this.#highlight, []);
    this.#shown = undefined;
  }
}
