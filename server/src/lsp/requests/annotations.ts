import {
  SemanticTokensBuilder,
  type CodeLens,
  type DocumentLink,
  type InlayHint,
  type SemanticTokens,
} from 'vscode-languageserver';
import { linesOf } from '../../core/text/lines.ts';
import { isDraft } from '../../core/features/context.ts';
import { inlays } from '../../core/features/inlays.ts';
import { lenses } from '../../core/features/lenses.ts';
import { links } from '../../core/features/links.ts';
import { tokens, type Token } from '../../core/features/tokens.ts';
import type { Session } from '../session.ts';
import { articleUri, toPosition, toRange } from '../to-protocol.ts';

/** The token types of the legend, in its order. */
export const tokenTypes: readonly Token['type'][] = ['verified', 'unverified'];

/** One line over the draft that counts its quotations by verdict. */
export function codeLenses(session: Session, uri: string): CodeLens[] {
  const open = session.settings.codeLens ? session.open(uri) : undefined;
  if (open === undefined || !isDraft(open.text) || !open.root.isReady) {
    return [];
  }
  const draft = open.text;
  return lenses(session.check(open, draft)).map(lens => ({
    range: toRange(draft, lens),
    command: { title: lens.title, command: '' },
  }));
}

/** The source's key after each verified quotation. */
export function inlayHints(session: Session, uri: string): InlayHint[] {
  const open = session.settings.inlayKeys ? session.open(uri) : undefined;
  if (open === undefined || !isDraft(open.text)) {
    return [];
  }
  const draft = open.text;
  return inlays(session.check(open, draft)).map(({ offset, label, tooltip }) => ({
    position: toPosition(draft, offset),
    label,
    tooltip,
    paddingLeft: true,
  }));
}

/** Quotations by whether a source has them so; a token never goes over a line's end. */
export function semanticTokens(session: Session, uri: string): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  const open = session.open(uri);
  if (open !== undefined && isDraft(open.text)) {
    const draft = open.text;
    const lines = linesOf(draft);
    for (const token of tokens(session.check(open, draft))) {
      const first = lines.position(token.start).line;
      const last = lines.position(token.end).line;
      for (let line = first; line <= last; line++) {
        const span = lines.span(line);
        const start = Math.max(span.start, token.start);
        const length = Math.min(span.end, token.end) - start;
        if (length > 0) {
          builder.push(line - 1, start - span.start, length, tokenTypes.indexOf(token.type), 0);
        }
      }
    }
  }
  return builder.build();
}

/** Citations, each a link to the cited paragraph. */
export function documentLinks(session: Session, uri: string): DocumentLink[] {
  const open = session.open(uri);
  if (open === undefined || !isDraft(open.text)) {
    return [];
  }
  const draft = open.text;
  return links(open.root.context, draft).map(link => ({
    range: toRange(draft, link),
    target: `${articleUri(open.root.path, link.article.path)}#L${String(toPosition(link.article, link.offset).line + 1)}`,
    tooltip: link.tooltip,
  }));
}
