import type { DocumentHighlight, Location, LocationLink, Position } from 'vscode-languageserver';
import { definition, highlights, references, type Target } from '../../core/features/definition.ts';
import type { OpenText, Session } from '../session.ts';
import { articleUri, toOffset, toRange } from '../to-protocol.ts';

/** From a name, a quotation or a citation to the places in sources behind it. */
export function definitionAt(
  session: Session,
  uri: string,
  position: Position,
): LocationLink[] | Location[] | null {
  const open = session.open(uri);
  if (open === undefined) {
    return null;
  }
  const found = definition(open.root.context, open.text, toOffset(open.text, position));
  if (found === undefined) {
    return null;
  }
  const locations = found.targets.map(target => targetLocation(session, open, target));
  if (!session.client.definitionLinks) {
    return locations;
  }
  const originSelectionRange = toRange(open.text, found.origin);
  return locations.map(({ uri: targetUri, range }) => ({
    originSelectionRange,
    targetUri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}

/** Every place that names, quotes or cites the same: in the sources and in the open drafts. */
export function referencesAt(session: Session, uri: string, position: Position): Location[] {
  const open = session.open(uri);
  if (open === undefined) {
    return [];
  }
  const drafts = session.openDrafts(open.root);
  return references(open.root.context, open.text, toOffset(open.text, position), drafts).map(target =>
    targetLocation(session, open, target),
  );
}

/** The other mentions of the same name, or the other parts of the same utterance, in this document. */
export function highlightsAt(session: Session, uri: string, position: Position): DocumentHighlight[] {
  const open = session.open(uri);
  return open === undefined
    ? []
    : highlights(open.text, toOffset(open.text, position)).map(span => ({ range: toRange(open.text, span) }));
}

function targetLocation(session: Session, { root }: OpenText, { text, span }: Target): Location {
  const uri = session.uriOf(text) ?? articleUri(root.path, text.path);
  return { uri, range: toRange(text, span) };
}
