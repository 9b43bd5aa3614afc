import {
  CompletionItemKind,
  InsertTextMode,
  type CompletionItem,
  type CompletionList,
  type Position,
} from 'vscode-languageserver';
import { completion, type Completion } from '../../core/features/completion.ts';
import { isDraft } from '../../core/features/context.ts';
import { markup } from '../markup.ts';
import type { Session } from '../session.ts';
import { toOffset, toRange } from '../to-protocol.ts';

/** The characters after which an editor asks unasked: opening marks, and the `@` of a citation. */
export const triggerCharacters = ['"', '“', '‘', '@'] as const;

/** Names, quotations or citation keys that fit what stands before the cursor, best first. */
export function completionAt(session: Session, uri: string, position: Position): CompletionList | null {
  const open = session.open(uri);
  if (open === undefined || !isDraft(open.text)) {
    return null;
  }
  const { root, text } = open;
  const offered = completion(root.context, root.link, text, toOffset(text, position));
  const list = session.offer(offered);
  return {
    // What fits is ranked by all the words typed so far, and the list is cut: ask again at every keystroke.
    isIncomplete: true,
    items: offered.map((it, index) => ({
      label: it.label,
      labelDetails: { description: it.detail },
      kind: itemKind(it),
      filterText: it.filterText,
      sortText: String(index).padStart(4, '0'),
      textEdit: { range: toRange(text, it.replace), newText: it.newText },
      // Further lines have their own indent.
      ...(/[\r\n]/.test(it.newText) ? { insertTextMode: InsertTextMode.asIs } : {}),
      data: { list, index },
    })),
  };
}

/** Adds the passage to an item that is being looked at; an item of an older list stays as it is. */
export function resolveCompletion(session: Session, item: CompletionItem): CompletionItem {
  const data = item.data as { readonly list?: number; readonly index?: number } | undefined;
  const offered = session.offered(data?.list)?.[data?.index ?? -1];
  return offered === undefined
    ? item
    : { ...item, documentation: markup(offered.documentation(), session.client.markdownCompletions) };
}

function itemKind({ kind }: Completion): CompletionItemKind {
  switch (kind) {
    case 'name':
      return CompletionItemKind.Value;
    case 'quotation':
      return CompletionItemKind.Text;
    case 'citation':
      return CompletionItemKind.Reference;
  }
}
