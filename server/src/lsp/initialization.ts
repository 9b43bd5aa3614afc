import type { InitializeParams } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { ServerArguments } from './arguments.ts';

/** The folders that the client opens; an older client names only one, or its path. The command line goes before. */
export function foldersOf(
  { workspaceFolders, rootUri, rootPath }: Partial<InitializeParams>,
  { root }: ServerArguments,
): readonly string[] {
  if (root !== undefined) {
    return [URI.file(root).toString()];
  }
  if (workspaceFolders) {
    return workspaceFolders.map(folder => folder.uri);
  }
  const path = rootPath ? [URI.file(rootPath).toString()] : [];
  return rootUri ? [rootUri] : path;
}

/** What the client has the server speak, or the file that says it; undefined: English. */
export function translationOf({ initializationOptions }: InitializeParams): unknown {
  return ((initializationOptions ?? {}) as { readonly translation?: unknown }).translation;
}

/** The folder where the client lets Stet keep what it has read; undefined: where the system keeps caches. */
export function storageOf({ initializationOptions }: InitializeParams): string | undefined {
  const { storage } = (initializationOptions ?? {}) as { readonly storage?: unknown };
  return typeof storage === 'string' && storage !== '' ? storage : undefined;
}
