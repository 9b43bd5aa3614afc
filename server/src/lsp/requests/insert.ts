import { isDraft, type CheckContext } from '../../core/features/context.ts';
import { citationChoices, insertCitation } from '../../core/features/citation-choices.ts';
import { clip, collapse } from '../../core/features/escape.ts';
import { insertQuotation, type Reread } from '../../core/features/insert-quotation.ts';
import { pastedQuotation, type Copied } from '../../core/features/paste-quotation.ts';
import { blockOf, quotationPassage } from '../../core/features/places.ts';
import { quotationChoices } from '../../core/features/quotation-choices.ts';
import { articleName, quoted } from '../../core/features/wording.ts';
import { readDraft } from '../../core/draft/read-draft.ts';
import { Lines } from '../../core/text/lines.ts';
import type { Article } from '../../core/corpus/article.ts';
import type { Draft } from '../../core/draft/draft.ts';
import type { Edit } from '../../core/features/actions.ts';
import type { Span } from '../../core/text/span.ts';
import type {
  CitationItem,
  FindCitationsParams,
  FindQuotationsParams,
  InsertCitationParams,
  Insertion,
  InsertQuotationParams,
  PasteQuotationParams,
  QuotationItem,
  SourceReference,
} from '../own-protocol.ts';
import type { Root } from '../root.ts';
import type { OpenText, Session } from '../session.ts';
import { toLocation, toOffset, toRange, toSpan } from '../to-protocol.ts';

const mostShown = 100;

/** Quotations to choose from, for words or for the place of the cursor. */
export function findQuotations(
  session: Session,
  { uri, position, words }: FindQuotationsParams,
): QuotationItem[] {
  const open = openDraft(session, uri);
  if (open === undefined) {
    return [];
  }
  const { root, text: draft } = open;
  const beside = { draft, offset: toOffset(draft, position) };
  return quotationChoices(root.context, words, beside, mostShown).map(({ passage }) => {
    const { article, paragraph, speaker } = passage;
    const block = blockOf(passage);
    return {
      words: quoted(passage.text, 64),
      speaker: speaker ?? null,
      source: shortName(article),
      paragraph,
      context: clip(block === undefined ? passage.text : article.text.slice(block.start, block.end), 240),
      location: toLocation(root.path, article, passage),
      reference: referenceTo(root, article, passage),
    };
  });
}

/** Room is scarce in a list: a long headline would push the passage out of sight. */
function shortName({ outlet, title, date, key }: Article): string {
  const name = outlet ?? (title === undefined ? key : quoted(title, 32));
  return [collapse(name), date].filter(it => it !== undefined).join(', ');
}

/** The edits that put a quotation in; null where the draft or the source have moved on. */
export function insertChosen(
  session: Session,
  { uri, range, reference }: InsertQuotationParams,
): Insertion | null {
  const open = openDraft(session, uri);
  const article = open && referred(open.root, reference);
  const quotation = article?.quotations.find(it => it.start === reference.start && it.end === reference.end);
  if (open === undefined || article === undefined || quotation === undefined) {
    return null;
  }
  const { root, text: draft } = open;
  const passage = quotationPassage(article, quotation);
  const inserted = insertQuotation(
    root.context,
    draft,
    toSpan(draft, range),
    passage,
    rereading(session, root, draft),
  );
  return toInsertion(open, inserted.edits, inserted.cursor);
}

/** Sources to cite at the cursor. */
export function findCitations(
  session: Session,
  { uri, position, words }: FindCitationsParams,
): CitationItem[] {
  const open = openDraft(session, uri);
  if (open === undefined) {
    return [];
  }
  const { root, text: draft } = open;
  return citationChoices(root.context, draft, toOffset(draft, position), words, mostShown).map(
    ({ article, paragraph, offset }) => ({
      key: article.key,
      paragraph: paragraph ?? null,
      title: collapse(article.title ?? article.path),
      source: articleName(article),
      location: toLocation(root.path, article, { start: offset, end: offset }),
      reference: referenceTo(root, article, { start: offset, end: offset }),
    }),
  );
}

/** The edits that cite a source at the cursor. */
export function insertChosenCitation(
  session: Session,
  { uri, position, paragraph, reference }: InsertCitationParams,
): Insertion | null {
  const open = openDraft(session, uri);
  const article = open && referred(open.root, reference);
  if (open === undefined || article === undefined) {
    return null;
  }
  const at = toOffset(open.text, position);
  const choice = { article, paragraph: paragraph ?? undefined };
  const edits = insertCitation(open.root.context, open.text, at, choice);
  return toInsertion(open, edits, at + (edits[0]?.newText.length ?? 0));
}

/** Pasted text as a verified quotation. */
export function pasteQuotation(
  session: Session,
  { uri, range, text, from }: PasteQuotationParams,
): Insertion | null {
  const open = openDraft(session, uri);
  if (open === undefined) {
    return null;
  }
  const { root, text: draft } = open;
  const copied = from === null ? undefined : copiedFrom(session, from);
  const context: CheckContext = root.context;
  const inserted = pastedQuotation(
    context,
    draft,
    toSpan(draft, range),
    text,
    copied,
    rereading(session, root, draft),
  );
  return inserted === undefined ? null : toInsertion(open, inserted.edits, inserted.cursor);
}

/** What names a place of a source in this protocol. */
export function referenceTo(root: Root, { path }: Article, { start, end }: Span): SourceReference {
  return { root: root.uri, path, start, end };
}

type OpenDraft = OpenText & { readonly text: Draft };

function openDraft(session: Session, uri: string): OpenDraft | undefined {
  const open = session.open(uri);
  return open !== undefined && isDraft(open.text) && open.root.context.corpus.whole
    ? { ...open, text: open.text }
    : undefined;
}

function referred(root: Root, reference: SourceReference): Article | undefined {
  return reference.root === root.uri ? root.articleAt(reference.path) : undefined;
}

function copiedFrom(
  session: Session,
  { uri, range }: NonNullable<PasteQuotationParams['from']>,
): Copied | undefined {
  const source = session.open(uri);
  return source === undefined || isDraft(source.text)
    ? undefined
    : { article: source.text, span: toSpan(source.text, range) };
}

function rereading({ model }: Session, { context }: Root, { path, language }: Draft): Reread {
  return text => readDraft({ path, text, language }, model, context.corpus);
}

function toInsertion(open: OpenDraft, edits: readonly Edit[], cursor: number): Insertion {
  const draft = open.text;
  const { line, column } = new Lines(applied(draft.written, edits)).position(cursor);
  return {
    version: open.version,
    edits: edits.map(edit => ({ range: toRange(draft, edit), newText: edit.newText })),
    cursor: { line: line - 1, character: column - 1 },
    newText: edits[0]?.newText ?? '',
  };
}

function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((one, other) => other.start - one.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}
