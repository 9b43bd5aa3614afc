import * as vscode from 'vscode';
import type { Newsroom } from './newsroom.ts';
import { toRange } from './places.ts';
import type { DraftFindingItem, DraftList, DraftListParams, DraftQuotationItem } from './protocol.ts';
import type { Server } from './server.ts';
import type { SourceOpener } from './source-opener.ts';
import { byVerdict, quotationIcon, severityIcon } from './verdict-groups.ts';

/** An entry of the Draft view. */
export type DraftNode =
  | { readonly kind: 'verdict'; readonly verdict: string; readonly items: readonly DraftQuotationItem[] }
  | { readonly kind: 'others'; readonly items: readonly DraftFindingItem[] }
  | { readonly kind: 'quotation'; readonly uri: vscode.Uri; readonly item: DraftQuotationItem }
  | { readonly kind: 'finding'; readonly uri: vscode.Uri; readonly item: DraftFindingItem };

/** The quotations of the draft that was active last, by verdict; a click goes there. */
export class DraftView implements vscode.TreeDataProvider<DraftNode>, vscode.Disposable {
  readonly #server: Server;
  readonly #newsroom: Newsroom;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #view: vscode.TreeView<DraftNode>;
  readonly #subscriptions: vscode.Disposable;
  #list: DraftList | undefined;
  #uri: vscode.Uri | undefined;
  #shown = '';

  constructor(server: Server, newsroom: Newsroom) {
    this.#server = server;
    this.#newsroom = newsroom;
    this.#view = vscode.window.createTreeView('stet.draft', {
      treeDataProvider: this,
      showCollapseAll: false,
    });
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#view,
      server.onDraft(({ uri }) => {
        if (vscode.Uri.parse(uri).toString() === newsroom.lastDraft?.toString()) {
          void this.#refresh();
        }
      }),
      newsroom.onDidChange(() => {
        if (newsroom.lastDraft?.toString() !== this.#uri?.toString()) {
          void this.#refresh();
        }
        this.#say();
      }),
      this.#view.onDidChangeVisibility(() => void this.#refresh()),
    );
  }

  readonly onDidChangeTreeData = this.#changed.event;

  dispose(): void {
    this.#subscriptions.dispose();
  }

  getChildren(node?: DraftNode): DraftNode[] {
    const uri = this.#uri;
    if (uri === undefined || this.#list === undefined) {
      return [];
    }
    switch (node?.kind) {
      case undefined:
        return [
          ...byVerdict(this.#list.quotations).map(it => ({ kind: 'verdict' as const, ...it })),
          ...(this.#list.others.length > 0 ? [{ kind: 'others' as const, items: this.#list.others }] : []),
        ];
      case 'verdict':
        return node.items.map(item => ({ kind: 'quotation', uri, item }));
      case 'others':
        return node.items.map(item => ({ kind: 'finding', uri, item }));
      default:
        return [];
    }
  }

  getTreeItem(node: DraftNode): vscode.TreeItem {
    switch (node.kind) {
      case 'verdict':
        return group(verdictLabel(node.verdict), node.items.length, `verdict:${node.verdict}`);
      case 'others':
        return group(vscode.l10n.t('Other findings'), node.items.length, 'others');
      case 'quotation':
        return quotationItem(node);
      case 'finding': {
        const item = new vscode.TreeItem(node.item.message);
        item.tooltip = node.item.message;
        const { icon, color } = severityIcon(node.item.severity);
        item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
        item.command = reveal(node);
        item.contextValue = 'fixable';
        item.accessibilityInformation = { label: node.item.message };
        return item;
      }
    }
  }

  /** Asks again, unless nobody looks. */
  async #refresh(): Promise<void> {
    const uri = this.#newsroom.lastDraft;
    if (!this.#view.visible) {
      return;
    }
    const params: DraftListParams = { uri: uri?.toString() ?? '' };
    const list = uri && (await this.#server.request<DraftList>('stet/draftList', params));
    if (uri?.toString() !== this.#newsroom.lastDraft?.toString()) {
      return;
    }
    // The tree loses its focus when it is drawn: only when it has changed.
    const shown = JSON.stringify([uri?.toString(), list]);
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.#list = list;
      this.#uri = uri;
      this.#view.description = uri === undefined ? '' : vscode.workspace.asRelativePath(uri);
      this.#say();
      this.#changed.fire();
    }
  }

  #say(): void {
    // Without sources the view says so itself, with what to do.
    this.#view.message = this.#newsroom.isSourceless ? '' : messageOf(this.#list);
  }
}

/** What stands over an empty list. */
function messageOf(list: DraftList | undefined): string {
  if (list?.isChecked === false) {
    return `${list.summary}.`;
  }
  return list?.quotations.length === 0 && list.others.length === 0
    ? vscode.l10n.t('No quotations in this draft yet.')
    : '';
}

/** Shows an entry's words in the draft, selected. */
export async function revealInDraft(node: DraftNode): Promise<void> {
  if (node.kind === 'quotation' || node.kind === 'finding') {
    await showInDraft(node.uri, toRange(node.item.range));
  }
}

async function showInDraft(uri: vscode.Uri, selection: vscode.Range): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find(it => it.document.uri.toString() === uri.toString());
  await vscode.window.showTextDocument(uri, {
    ...(shown?.viewColumn === undefined ? {} : { viewColumn: shown.viewColumn }),
    selection,
  });
}

/** How long after the cursor has moved VS Code looks for fixes by itself, with some room, in milliseconds. */
const OWN_LOOK_MS = 400;

/** Opens the fixes of an entry, as VS Code does at the cursor. */
export async function fixInDraft(node: DraftNode): Promise<void> {
  if (node.kind === 'quotation' || node.kind === 'finding') {
    // At a cursor, not over a selection: what is offered is then what the writer gets by the keyboard. A cursor that moved once
    // more would close the list again.
    const { start } = toRange(node.item.range);
    const place = new vscode.Range(start, start);
    const moved = Date.now();
    await showInDraft(node.uri, place);
    // The look that VS Code takes at a moved cursor by itself ends one that was asked for and is not answered yet: no list would
    // open. Where the answer takes its time, that look is waited for.
    await vscode.commands.executeCommand('vscode.executeCodeActionProvider', node.uri, place);
    const taken = Date.now() - moved;
    if (taken > OWN_LOOK_MS / 4) {
      await new Promise(resolve => setTimeout(resolve, OWN_LOOK_MS - taken));
    }
    await vscode.commands.executeCommand('editor.action.quickFix');
  }
}

/** Opens the source of an entry beside the draft. */
export async function openSourceOf(opener: SourceOpener, node: DraftNode): Promise<void> {
  if (node.kind === 'quotation' && node.item.location !== null) {
    await revealInDraft(node);
    await opener.open(node.item.location, false);
  }
}

function group(label: string, count: number, id: string): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.description = String(count);
  item.id = id;
  item.accessibilityInformation = { label: `${label}, ${String(count)}` };
  return item;
}

function quotationItem(node: DraftNode & { readonly kind: 'quotation' }): vscode.TreeItem {
  const { words, verdict, speaker, source, statement, messages, exempted, severity, fixable, location } =
    node.item;
  const item = new vscode.TreeItem(`“${words}”`);
  const { icon, color } = quotationIcon(verdict, severity);
  item.description = verdict === 'not-found' ? (speaker ?? '') : (source ?? speaker ?? '');
  item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
  // The row may be too narrow for the words, and for who says them.
  item.tooltip = [
    `“${words}”${speaker === null ? '' : ` ${speaker}`}`,
    statement,
    ...messages,
    ...exempted,
  ].join('\n\n');
  item.command = reveal(node);
  item.contextValue = [fixable ? 'fixable' : '', location === null ? '' : 'sourced']
    .filter(Boolean)
    .join(' ');
  item.accessibilityInformation = {
    // A screen reader reads the comma at the closing mark out.
    label: [verdictLabel(verdict), words.replace(/[.,;:]$/, ''), speaker ?? '', ...messages, ...exempted]
      .map(it => it.replace(/\.$/, ''))
      .filter(Boolean)
      .join('. '),
  };
  return item;
}

function reveal(node: DraftNode): vscode.Command {
  return { command: 'stet.revealInDraft', title: vscode.l10n.t('Go to Quotation'), arguments: [node] };
}

function verdictLabel(verdict: string): string {
  switch (verdict) {
    case 'not-found':
      return vscode.l10n.t('Not found');
    case 'stitched':
      return vscode.l10n.t('Stitched');
    case 'clipped':
      return vscode.l10n.t('Clipped');
    case 'altered':
      return vscode.l10n.t('Altered');
    case 'not-speech':
      return vscode.l10n.t('Not speech');
    case 'nested':
      return vscode.l10n.t('Nested');
    case 'misattributed':
      return vscode.l10n.t('Misattributed');
    case 'omission':
      return vscode.l10n.t('Omission');
    case 'variants':
      return vscode.l10n.t('Verified, with variants');
    case 'verified':
      return vscode.l10n.t('Verified');
    case 'unclosed':
      return vscode.l10n.t('Not closed');
    default:
      return verdict;
  }
}
