import type { Hover, Position } from 'vscode-languageserver';
import { hover } from '../../core/features/hover.ts';
import { markup } from '../markup.ts';
import type { Session } from '../session.ts';
import { toOffset, toRange } from '../to-protocol.ts';

/** Cites the sources of the name, quotation or citation under the cursor. */
export function hoverAt(session: Session, uri: string, position: Position): Hover | null {
  const open = session.open(uri);
  if (open === undefined) {
    return null;
  }
  const { root, text } = open;
  const found = hover(root.context, root.link, text, toOffset(text, position));
  return found === undefined
    ? null
    : { contents: markup(found.markdown, session.client.markdownHovers), range: toRange(text, found) };
}
