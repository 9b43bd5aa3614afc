import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type SnippetTextEdit,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver';
import { actions, safeEdits, type Action, type Edit } from '../../core/features/actions.ts';
import { wrapped } from '../../core/features/wrap.ts';
import type { Draft } from '../../core/draft/draft.ts';
import { say } from '../../core/text/say.ts';
import { isDraft } from '../../core/features/context.ts';
import type { OpenText, Session } from '../session.ts';
import { toRange, toSpan } from '../to-protocol.ts';
import { toDiagnostic } from './diagnostics.ts';
import { workspaceEdit } from '../workspace-edit.ts';
import { exemptActions } from './exempt.ts';

/** Mends every finding of the document that has one safe fix. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.stet`;

/** What can be done at a place: fixes of its findings, quotations to put in, and on request all safe fixes at once. */
export async function codeActions(session: Session, params: CodeActionParams): Promise<CodeAction[]> {
  const open = session.open(params.textDocument.uri);
  if (open === undefined || !isDraft(open.text)) {
    return [];
  }
  const draft = open.text;
  const checked = session.check(open, draft);
  const { only } = params.context;
  const wanted = (kind: string): boolean =>
    only === undefined || only.some(asked => kind === asked || kind.startsWith(`${asked}.`) || asked === '');
  const result: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) {
    const place = toSpan(draft, params.range);
    result.push(
      ...actions(open.root.context, checked, place).map(it => toCodeAction(session, open, draft, it)),
      ...(await exemptActions(session, open, checked, place)),
    );
  }
  if (only?.some(asked => fixAllKind === asked || fixAllKind.startsWith(`${asked}.`)) === true) {
    const edits = wrapped(draft, safeEdits(checked));
    if (edits.length > 0) {
      result.push({
        title: say('Mend all that is safe to mend'),
        kind: fixAllKind,
        edit: workspaceEdit(session, documentEdit(session, open, draft, edits)),
      });
    }
  }
  return result;
}

function toCodeAction(session: Session, open: OpenText, draft: Draft, action: Action): CodeAction {
  const diagnostics: Diagnostic[] =
    action.finding === undefined ? [] : [toDiagnostic(open, draft, action.finding)];
  return {
    title: action.title,
    kind: CodeActionKind.QuickFix,
    ...(diagnostics.length > 0 ? { diagnostics } : {}),
    ...(action.preferred ? { isPreferred: true } : {}),
    edit: workspaceEdit(session, documentEdit(session, open, draft, action.edits, action.placeholder)),
  };
}

/** The version is named, so that an edit of a text that has moved on is refused and not misplaced. */
function documentEdit(
  session: Session,
  open: OpenText,
  draft: Draft,
  edits: readonly Edit[],
  placeholder?: Action['placeholder'],
): TextDocumentEdit {
  const toEdit = (edit: Edit): TextEdit | SnippetTextEdit => {
    const range = toRange(draft, edit);
    return placeholder !== undefined && session.client.snippetEdits
      ? { range, snippet: { kind: 'snippet', value: snippet(edit.newText, placeholder) } }
      : { range, newText: edit.newText };
  };
  return { textDocument: { uri: open.uri, version: open.version }, edits: edits.map(toEdit) };
}

function snippet(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const escape = (part: string): string => part.replace(/[\\$}]/gu, '\\$&');
  return `${escape(text.slice(0, start))}\${1:${escape(text.slice(start, end))}}${escape(text.slice(end))}`;
}
