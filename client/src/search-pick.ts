import * as vscode from 'vscode';
import type { Location } from 'vscode-languageclient';
import type { SourceOpener } from './source-opener.ts';

/** Milliseconds after a keystroke until the server is asked. */
const gather = 60;

/** An entry of a quick pick whose entries come from the server. */
export interface SearchPickItem<Value> extends vscode.QuickPickItem {
  readonly value: Value;
  readonly location: Location;
}

/** What a search asks with and shows. */
export interface Search<Value> {
  readonly title: string;
  readonly placeholder: string;
  /** Shown as the one entry where nothing fits. */
  readonly nothing: string;
  /** What stands in the box at first. */
  readonly words: string;
  /** Undefined where there is nothing to look for yet. */
  find(
    words: string,
    token: vscode.CancellationToken,
  ): Promise<readonly SearchPickItem<Value>[] | 'failed' | undefined>;
}

/** Lets the user choose among what the server finds for the words as they are typed; undefined where they do not. */
export function searchPick<Value>(
  opener: SourceOpener,
  search: Search<Value>,
): Promise<SearchPickItem<Value> | undefined> {
  const pick = vscode.window.createQuickPick<SearchPickItem<Value> | vscode.QuickPickItem>();
  // The server ranks; without this VS Code would sort by where the typed words stand in the label.
  Object.assign(pick, { sortByLabel: false });
  const besides: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('go-to-file'),
    tooltip: vscode.l10n.t('Open Source Beside'),
  };
  pick.title = search.title;
  pick.placeholder = search.placeholder;
  pick.value = search.words;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  let asked: vscode.CancellationTokenSource | undefined;
  let timer: NodeJS.Timeout | undefined;

  const find = async (): Promise<void> => {
    asked?.cancel();
    asked?.dispose();
    const source = (asked = new vscode.CancellationTokenSource());
    pick.busy = true;
    const found = await search.find(pick.value, source.token);
    if (source.token.isCancellationRequested) {
      return;
    }
    pick.busy = false;
    if (found === 'failed') {
      const label = vscode.l10n.t('The sources could not be searched. The log says more (Stet: Show Log).');
      pick.items = [{ label, alwaysShow: true }];
    } else if (found?.length === 0) {
      pick.items = [{ label: search.nothing, alwaysShow: true }];
    } else {
      pick.items = (found ?? []).map(item => ({ ...item, alwaysShow: true, buttons: [besides] }));
    }
  };
  return new Promise(resolve => {
    pick.onDidChangeValue(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void find(), gather);
    });
    pick.onDidTriggerItemButton(({ item }) => {
      if ('location' in item) {
        void opener.open(item.location, true);
      }
    });
    pick.onDidAccept(() => {
      const [item] = pick.activeItems;
      if (item !== undefined && 'value' in item) {
        resolve(item);
        pick.hide();
      }
    });
    pick.onDidHide(() => {
      clearTimeout(timer);
      asked?.cancel();
      asked?.dispose();
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
    void find();
  });
}
