import * as vscode from 'vscode';
import type { Location, Position, Range } from 'vscode-languageclient';

/** A protocol range, as VS Code has it. */
export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** A position for the protocol. */
export function fromPosition({ line, character }: vscode.Position): Position {
  return { line, character };
}

/** A range for the protocol. */
export function fromRange({ start, end }: vscode.Range): Range {
  return { start: fromPosition(start), end: fromPosition(end) };
}

/** A place of the protocol, as VS Code has it. */
export function toLocation({ uri, range }: Location): vscode.Location {
  return new vscode.Location(vscode.Uri.parse(uri), toRange(range));
}
