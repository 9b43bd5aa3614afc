import { join } from 'node:path';
import {
  CodeActionKind,
  type CodeAction,
  type Connection,
  type CreateFile,
  type Range,
  type TextDocumentEdit,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { DraftCheck } from '../../core/features/check.ts';
import { exempt, exemptable, type Exemptable } from '../../core/features/exempt.ts';
import { say } from '../../core/text/say.ts';
import type { Span } from '../../core/text/span.ts';
import { plainText } from '../../formats/plain.ts';
import { projectFile } from '../../fs/find-project.ts';
import { readFileText } from '../../fs/read-source.ts';
import type { OpenText, Session } from '../session.ts';
import { toRange } from '../to-protocol.ts';
import { workspaceEdit } from '../workspace-edit.ts';
import { toDiagnostic } from './diagnostics.ts';

/**
 * Shows the reason of the exemption just added, selected, to be typed over. Without arguments: VS Code forgets those of an
 * action whose list has closed while its edit is still being made.
 */
export const typeReason = 'stet.typeReason';

/** Where the reason will stand once the last exemption that was offered is made. */
const offered = new WeakMap<Session, readonly [uri: string, selection: Range]>();

/** Selects the reason of the exemption that was offered last. */
export async function showReason(session: Session, connection: Connection): Promise<null> {
  const [uri, selection] = offered.get(session) ?? [];
  if (uri !== undefined && selection !== undefined) {
    await connection.window.showDocument({ uri, selection, takeFocus: true });
  }
  return null;
}

/** Exempts a quotation of a plain text draft in `stet.json`; of several that are selected nobody could tell which is meant. */
export async function exemptActions(
  session: Session,
  open: OpenText,
  checked: DraftCheck,
  place: Span,
): Promise<CodeAction[]> {
  const [found, ...others] = URI.parse(open.uri).scheme === 'file' ? exemptable(checked, place) : [];
  if (found === undefined || others.length > 0) {
    return [];
  }
  const file = join(open.root.path, projectFile);
  const project = session.documents.all().find(it => URI.parse(it.uri).fsPath === file) ?? (await read(file));
  if (project === undefined || (project.version === undefined && !session.client.createFiles)) {
    return [];
  }
  const action = toCodeAction(session, open, checked, found, project);
  return action === undefined ? [] : [action];
}

/** `stet.json` as it stands in the editor or on disk. */
interface ProjectText {
  readonly uri: string;
  /** Of the document that is open; null on disk, undefined where there is no such file. */
  readonly version: number | null | undefined;
  getText(): string;
}

/** Undefined where it cannot be read. */
async function read(file: string): Promise<ProjectText | undefined> {
  const found = await readFileText(file, plainText);
  const uri = URI.file(file).toString();
  switch (found.kind) {
    case 'text':
      return { uri, version: null, getText: () => found.text };
    case 'missing':
      return { uri, version: undefined, getText: () => '' };
    default:
      return undefined;
  }
}

function toCodeAction(
  session: Session,
  open: OpenText,
  { draft }: DraftCheck,
  { findings, entry }: Exemptable,
  project: ProjectText,
): CodeAction | undefined {
  const { uri, version } = project;
  const before = project.getText();
  const exempted = exempt(version === undefined ? undefined : before, entry);
  if (exempted === undefined) {
    return undefined;
  }
  const { edit, reason } = exempted;
  const after = before.slice(0, edit.start) + edit.newText + before.slice(edit.end);
  const create: CreateFile = { kind: 'create', uri, options: { ignoreIfExists: true } };
  const change: TextDocumentEdit = {
    textDocument: { uri, version: version ?? null },
    edits: [{ range: toRange({ text: before }, edit), newText: edit.newText }],
  };
  const title = say('Ignore this quotation in stet.json, with a reason');
  offered.set(session, [uri, toRange({ text: after }, reason)]);
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: findings.map(it => toDiagnostic(open, draft, it)),
    edit: version === undefined ? { documentChanges: [create, change] } : workspaceEdit(session, change),
    ...(session.client.showDocument ? { command: { title, command: typeReason } } : {}),
  };
}
