import type { Stats } from 'node:fs';
import { readFileSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { formatOf } from '../formats/format-of.ts';
import type { FileText, Unreadable } from '../formats/plain.ts';
import { largestFile, plainText, sourceText, tooLarge, unreadDocument } from '../formats/plain.ts';
import { absolutePath } from './paths.ts';
import { isMissing, noFile, noSuchFile, reasonOf } from './problem.ts';

/** The text of an article, or why it is not read. */
export async function readSource(root: string, path: string): Promise<FileText> {
  const file = absolutePath(root, path);
  return found(file, await readFileText(file, sourceText));
}

/** A draft's text and language, or why it cannot be checked. Without an extension it counts as plain text. */
export async function readDraftFile(root: string, path: string): Promise<ReadDraft> {
  const file = absolutePath(root, path);
  return refused(path) ?? inLanguage(path, found(file, await readFileText(file, plainText)));
}

/** The same while everybody waits: where nobody else does anything, that is sooner. */
export function readDraftNow(root: string, path: string): ReadDraft {
  const file = absolutePath(root, path);
  return refused(path) ?? inLanguage(path, found(file, readFileTextNow(file, plainText)));
}

/** A draft as it was read, or why it cannot be checked. */
export type ReadDraft = Unreadable | DraftText;

/** The text of a draft, and what it is written in. */
export interface DraftText {
  readonly kind: 'text';
  readonly text: string;
  readonly language: 'markdown' | 'plaintext';
}

function refused(path: string): Unreadable | undefined {
  const format = formatOf(path);
  return format.kind === 'document' ? { kind: 'problem', reason: unreadDocument(format) } : undefined;
}

function inLanguage(path: string, file: FileText): ReadDraft {
  const format = formatOf(path);
  const language = format.kind === 'read' ? format.language : 'plaintext';
  return file.kind === 'problem' ? file : { ...file, language };
}

type ToText = (bytes: Uint8Array) => FileText;
type FoundText = FileText | { readonly kind: 'missing' };

/** Reads a file and turns its bytes into text; tells one that is not there from one that cannot be read. */
export async function readFileText(file: string, toText: ToText): Promise<FoundText> {
  try {
    return unreadable(await stat(file)) ?? toText(await readFile(file));
  } catch (error) {
    return failed(error);
  }
}

function readFileTextNow(file: string, toText: ToText): FoundText {
  try {
    return unreadable(statSync(file)) ?? toText(readFileSync(file));
  } catch (error) {
    return failed(error);
  }
}

/** Asked first: a pipe would be waited for, and a huge file would fill the memory. */
function unreadable(about: Stats): Unreadable | undefined {
  if (!about.isFile()) {
    return { kind: 'problem', reason: noFile(about.isDirectory()) };
  }
  return about.size > largestFile ? { kind: 'problem', reason: tooLarge(about.size) } : undefined;
}

function failed(error: unknown): FoundText {
  return isMissing(error) ? { kind: 'missing' } : { kind: 'problem', reason: reasonOf(error), mayPass: true };
}

function found(file: string, read: FoundText): FileText {
  return read.kind === 'missing' ? { kind: 'problem', reason: noSuchFile(file) } : read;
}
