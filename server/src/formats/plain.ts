import { say } from '../core/text/say.ts';
import { decode } from './decode.ts';
import { languageProblem } from './english.ts';
import type { Format } from './format-of.ts';

/** Files above this many bytes are not read: no article is longer than *War and Peace*, and a server must not stall. */
export const largestFile = 4 * 1024 * 1024;

/** The text of a source or draft, or one sentence, without its full stop, that says why it is not read. */
export type FileText = { readonly kind: 'text'; readonly text: string } | Unreadable;

/** Why there is no text. */
export interface Unreadable {
  readonly kind: 'problem';
  readonly reason: string;
  /** It is not the file's own fault, and may be over though the file stays as it is. */
  readonly mayPass?: boolean;
}

/** The text of a plain or Markdown file. Offsets count in it: nothing is normalised, a byte-order mark aside. */
export function plainText(bytes: Uint8Array): FileText {
  const decoded = decode(bytes);
  return decoded.kind === 'text'
    ? { kind: 'text', text: decoded.text }
    : { kind: 'problem', reason: say('not read: {0}', decoded.reason) };
}

/** The text of a source: Stet reads English only, so one mostly in another language is none. */
export function sourceText(bytes: Uint8Array): FileText {
  const plain = plainText(bytes);
  return plain.kind === 'text' ? openSourceText(plain.text) : plain;
}

/** The same of a source whose text an editor has. */
export function openSourceText(text: string): FileText {
  const reason = languageProblem(text);
  return reason === undefined ? { kind: 'text', text } : { kind: 'problem', reason };
}

/** Why a file of this size cannot be read. */
export function tooLarge(bytes: number): string {
  return say(
    'not read: too large ({0}; the limit is {1}): split it into its articles',
    megabytes(bytes),
    megabytes(largestFile),
  );
}

/** Why a document cannot be read. */
export function unreadDocument(format: Format & { readonly kind: 'document' }): string {
  return say('not read: it is {0}; save it as text (.txt or .md)', format.name);
}

function megabytes(bytes: number): string {
  return `${(bytes / (1024 * 1024)).toFixed(1).replace(/\.0$/, '')} MB`;
}
