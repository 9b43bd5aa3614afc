import { DiagnosticSeverity, type Location, type Position, type Range } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { linesOf } from '../core/text/lines.ts';
import type { Severity } from '../core/project.ts';
import type { Span } from '../core/text/span.ts';
import { absolutePath } from '../fs/paths.ts';

/** A protocol position, 0-based, of an offset. */
export function toPosition(reading: { readonly text: string }, offset: number): Position {
  const { line, column } = linesOf(reading).position(offset);
  return { line: line - 1, character: column - 1 };
}

/** A protocol range of a span. */
export function toRange(reading: { readonly text: string }, span: Span): Range {
  return { start: toPosition(reading, span.start), end: toPosition(reading, span.end) };
}

/** The offset of a protocol position; one past the end of its line counts as the line's end. */
export function toOffset(reading: { readonly text: string }, position: Position): number {
  const line = linesOf(reading).span(position.line + 1);
  return Math.min(line.start + position.character, line.end);
}

/** The span of a protocol range. */
export function toSpan(reading: { readonly text: string }, range: Range): Span {
  return { start: toOffset(reading, range.start), end: toOffset(reading, range.end) };
}

/** A place in an article as a location that an editor opens. */
export function toLocation(
  rootPath: string,
  article: { readonly path: string; readonly text: string },
  span: Span,
): Location {
  return { uri: articleUri(rootPath, article.path), range: toRange(article, span) };
}

/** The URI of an article's file, from its path relative to the root: without detours, as an editor has it that opened it. */
export function articleUri(rootPath: string, path: string): string {
  return URI.file(absolutePath(rootPath, path)).toString();
}

/** The protocol's severity. */
export function toSeverity(severity: Severity): DiagnosticSeverity {
  switch (severity) {
    case 'error':
      return DiagnosticSeverity.Error;
    case 'warning':
      return DiagnosticSeverity.Warning;
    case 'information':
      return DiagnosticSeverity.Information;
    case 'hint':
      return DiagnosticSeverity.Hint;
  }
}
