import { MarkupKind, type MarkupContent } from 'vscode-languageserver';

/** Markdown as the client shows it: one that takes plain text alone, as Emacs does without its Markdown mode, gets that. */
export function markup(markdown: string, isTaken: boolean): MarkupContent {
  return isTaken
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: plain(markdown) };
}

/** Of what hovers are made of: escapes, links and bold. What is struck through keeps its marks, which say so. */
function plain(markdown: string): string {
  return markdown.replace(
    /\\([!-/:-@[-`{-~])|\]\([^()\s]*\)|\[|\*\*/g,
    (_, escaped: string | undefined) => escaped ?? '',
  );
}
