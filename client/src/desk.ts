import type * as vscode from 'vscode';
import type { Newsroom } from './newsroom.ts';
import type { Server } from './server.ts';
import type { SourceOpener } from './source-opener.ts';

/** What the commands work with. */
export interface Desk {
  readonly server: Server;
  readonly newsroom: Newsroom;
  readonly opener: SourceOpener;
  /** Where the extension is installed. */
  readonly extension: vscode.Uri;
}
