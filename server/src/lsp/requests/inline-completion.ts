import type { InlineCompletionItem, Position } from 'vscode-languageserver';
import { inlineCompletion } from '../../core/features/inline-completion.ts';
import { isDraft } from '../../core/features/context.ts';
import type { Session } from '../session.ts';
import { toOffset, toRange } from '../to-protocol.ts';

/** Inside an opened quotation: the rest of the one quotation of the sources that starts so. */
export function inlineCompletionAt(
  session: Session,
  uri: string,
  position: Position,
): InlineCompletionItem[] {
  const open = session.open(uri);
  if (open === undefined || !isDraft(open.text)) {
    return [];
  }
  const found = inlineCompletion(open.root.context, open.text, toOffset(open.text, position));
  return found === undefined ? [] : [{ insertText: found.newText, range: toRange(open.text, found.replace) }];
}
