import { TextEdit, type TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { Session } from './session.ts';

/** The edit of one document as the client takes it: an older one knows no versions, and no snippets either. */
export function workspaceEdit({ client }: Session, change: TextDocumentEdit): WorkspaceEdit {
  return client.versionedEdits
    ? { documentChanges: [change] }
    : { changes: { [change.textDocument.uri]: change.edits.filter(TextEdit.is) } };
}
