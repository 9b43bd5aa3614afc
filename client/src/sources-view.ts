import * as vscode from 'vscode';
import type { Newsroom } from './newsroom.ts';
import { periodLabel } from './period.ts';
import type { PersonItem, SourceContentsParams, SourceItem, SourcesParams } from './protocol.ts';
import { problemCounts } from './problem-counts.ts';
import type { Server } from './server.ts';
import { unreadItem, type UnreadSource } from './unread-source.ts';

type Quotation = PersonItem['quotations'][number];

/** An entry of the Sources view. */
export type SourceNode =
  | { readonly kind: 'root'; readonly root: string; readonly articles: number }
  | { readonly kind: 'period'; readonly root: string; readonly period: string; readonly count: number }
  | { readonly kind: 'article'; readonly article: SourceItem & { readonly kind: 'article' } }
  | { readonly kind: 'person'; readonly person: PersonItem }
  | { readonly kind: 'quotation'; readonly quotation: Quotation; readonly speaker: string | undefined }
  | {
      readonly kind: 'unread';
      readonly label: string;
      readonly problems: readonly UnreadSource[];
    }
  | { readonly kind: 'problem'; readonly problem: UnreadSource };

/** The sources by date, the latest first, with their people and what they say. */
export class SourcesView implements vscode.TreeDataProvider<SourceNode>, vscode.Disposable {
  readonly #server: Server;
  readonly #newsroom: Newsroom;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #view: vscode.TreeView<SourceNode>;
  readonly #subscriptions: vscode.Disposable;

  constructor(server: Server, newsroom: Newsroom) {
    this.#server = server;
    this.#newsroom = newsroom;
    this.#view = vscode.window.createTreeView('stet.sources', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#view,
      server.onStopped(() => {
        this.#refresh();
      }),
      server.onStatus(() => {
        this.#refresh();
      }),
    );
  }

  readonly onDidChangeTreeData = this.#changed.event;

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async getChildren(node?: SourceNode): Promise<SourceNode[]> {
    switch (node?.kind) {
      case undefined:
        return this.#roots();
      case 'root':
        return this.#articles(node.root, null);
      case 'period':
        return this.#articles(node.root, node.period);
      case 'article': {
        const params: SourceContentsParams = { uri: node.article.uri };
        const people = await this.#server.request<PersonItem[]>('stet/sourceContents', params);
        return (people ?? []).map(person => ({ kind: 'person', person }));
      }
      case 'person':
        return node.person.quotations.map(quotation => ({
          kind: 'quotation',
          quotation,
          speaker: node.person.name ?? undefined,
        }));
      case 'unread':
        return node.problems.map(problem => ({ kind: 'problem', problem }));
      case 'quotation':
      case 'problem':
        return [];
    }
  }

  getTreeItem(node: SourceNode): vscode.TreeItem {
    switch (node.kind) {
      case 'root': {
        const { path } = vscode.Uri.parse(node.root);
        return branch(
          path.slice(path.lastIndexOf('/') + 1),
          'root-folder',
          String(node.articles),
          'Expanded',
        );
      }
      case 'period':
        return branch(
          node.period === 'undated'
            ? vscode.l10n.t('Without a date')
            : periodLabel(node.period, vscode.env.language),
          'calendar',
          String(node.count),
        );
      case 'article':
        return articleItem(node.article);
      case 'person':
        return personItem(node.person);
      case 'quotation':
        return quotationItem(node.quotation, node.speaker);
      case 'unread':
        return branch(
          node.label,
          'warning',
          undefined,
          // Where there is nothing else, the reason is not to be looked for.
          this.#newsroom.corpora.every(it => it.articles === 0) ? 'Expanded' : 'Collapsed',
        );
      case 'problem':
        return unreadItem(node.problem);
    }
  }

  #refresh(): void {
    // VS Code shows a message in the place of what an empty view says, with its button.
    this.#view.message = this.#newsroom.isReading ? vscode.l10n.t('Reading the sources…') : '';
    this.#changed.fire();
  }

  async #roots(): Promise<SourceNode[]> {
    const { isStopped, corpora } = this.#newsroom;
    const ready = corpora.filter(it => it.state === 'ready' && !isStopped);
    const [only, ...others] = ready;
    const problems = ready.flatMap(({ root, problems }) => problems.map(it => ({ root, ...it })));
    const unread = problemCounts(problems).map((it): SourceNode => ({ kind: 'unread', ...it }));
    const sources: SourceNode[] =
      only === undefined
        ? []
        : others.length === 0
          ? await this.#articles(only.root, null)
          : ready.map(({ root, articles }) => ({ kind: 'root', root, articles }));
    return [...unread, ...sources];
  }

  async #articles(root: string, period: string | null): Promise<SourceNode[]> {
    const params: SourcesParams = { root, period };
    const items = await this.#server.request<SourceItem[]>('stet/sources', params);
    return (items ?? []).map(item =>
      item.kind === 'period' ? { ...item, root } : { kind: 'article', article: item },
    );
  }
}

function branch(
  label: string,
  icon: string,
  description?: string,
  state: keyof typeof vscode.TreeItemCollapsibleState = 'Collapsed',
): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState[state]);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.accessibilityInformation = { label: description === undefined ? label : `${label}, ${description}` };
  if (description !== undefined) {
    item.description = description;
  }
  return item;
}

function articleItem(article: SourceItem & { readonly kind: 'article' }): vscode.TreeItem {
  const { title, date, outlet, path } = article;
  // The date first: it is what the list is ordered by, and a headline fills the line. A file's name may begin with it.
  const dated = date === null || title.startsWith(date) ? title : `${date}  ${title}`;
  const item = branch(dated, 'file-text', outlet ?? undefined);
  const about = [outlet, date].filter(it => it !== null).join(', ');
  item.accessibilityInformation = { label: [title, outlet, date].filter(it => it !== null).join(', ') };
  item.resourceUri = vscode.Uri.parse(article.uri);
  item.tooltip = [title, about, path].filter(Boolean).join('\n');
  item.contextValue = 'article';
  return item;
}

function personItem({ name, kind, role, location, quotations }: PersonItem): vscode.TreeItem {
  const label = name ?? vscode.l10n.t('Speaker not named');
  const item = new vscode.TreeItem(
    label,
    quotations.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
  );
  const icon = kind === 'organisation' ? 'organization' : kind === 'place' ? 'location' : 'person';
  item.iconPath = new vscode.ThemeIcon(name === null ? 'question' : icon);
  item.description = role ?? '';
  const spoken =
    quotations.length === 0
      ? ''
      : quotations.length === 1
        ? vscode.l10n.t('1 quotation')
        : vscode.l10n.t('{0} quotations', quotations.length);
  item.tooltip = [label, role, spoken].filter(Boolean).join('\n');
  item.accessibilityInformation = { label: [label, role, spoken].filter(Boolean).join(', ') };
  item.contextValue = 'person';
  if (quotations.length === 0) {
    item.command = openPassage(location);
  }
  return item;
}

function quotationItem(
  { words, paragraph, location }: Quotation,
  speaker: string | undefined,
): vscode.TreeItem {
  const item = new vscode.TreeItem(words);
  item.iconPath = new vscode.ThemeIcon('quote');
  item.description = `¶${String(paragraph)}`;
  item.tooltip = words;
  item.accessibilityInformation = { label: [words, speaker].filter(Boolean).join(', ') };
  item.contextValue = 'quotation';
  item.command = openPassage(location);
  return item;
}

function openPassage(location: Quotation['location']): vscode.Command {
  return { command: 'stet.openPassage', title: vscode.l10n.t('Open'), arguments: [location] };
}
