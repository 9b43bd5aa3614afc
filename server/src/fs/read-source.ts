import { readFile, stat } from 'node:fs/promises';
import { formatOf } from '../formats/format-of.ts';
import type { FileText } from '../formats/plain.ts';
import { largestFile, plainText, sourceText, tooLarge, unreadDocument } from '../formats/plain.ts';
import { say } from '../core/text/say.ts';
import { absolutePath } from './paths.ts';
import { noFile, reasonOf } from './problem.ts';

/** The text of an article, or why it is not read. */
export async function readSource(root: string, path: string): Promise<FileText> {
  return found(await readFileText(absolutePath(root, path), sourceText));
}

/** A draft's text and language, or why it cannot be checked. Without an extension it counts as plain text. */
export async function readDraftFile(
  root: string,
  path: string,
): Promise<(FileText & { readonly kind: 'problem' }) | DraftText> {
  const format = formatOf(path);
  if (format.kind === 'document') {
    return { kind: 'problem', reason: unreadDocument(format) };
  }
  const file = found(await readFileText(absolutePath(root, path), plainText));
  const language = format.kind === 'read' ? format.language : 'plaintext';
  return file.kind === 'problem' ? file : { ...file, language };
}

export interface DraftText {
  readonly kind: 'text';
  readonly text: string;
  readonly language: 'markdown' | 'plaintext';
}

/** Reads a file and turns its bytes into text; tells one that is not there from one that cannot be read. */
export async function readFileText(
  file: string,
  toText: (bytes: Uint8Array) => FileText,
): Promise<FileText | { readonly kind: 'missing' }> {
  try {
    const about = await stat(file);
    // Asked first: a pipe would be waited for, and a huge file would fill the memory.
    if (!about.isFile()) {
      return { kind: 'problem', reason: noFile(about.isDirectory()) };
    }
    if (about.size > largestFile) {
      return { kind: 'problem', reason: tooLarge(about.size) };
    }
    return toText(await readFile(file));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return missing ? { kind: 'missing' } : { kind: 'problem', reason: reasonOf(error) };
  }
}

function found(file: FileText | { readonly kind: 'missing' }): FileText {
  return file.kind === 'missing' ? { kind: 'problem', reason: say('there is no such file') } : file;
}
