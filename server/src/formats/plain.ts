import { decode } from './decode.ts';
import { languageProblem } from './english.ts';
import type { Format } from './format-of.ts';

/** Files above this many bytes are not read: no article is longer than *War and Peace*, and a server must not stall. */
export const largestFile = 4 * 1024 * 1024;

/** The text of a source or draft, or one sentence, without its full stop, that says why it is not read. */
export type FileText =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'problem'; readonly reason: string };

/** The text of a plain or Markdown file. Offsets count in it: nothing is normalised, a byte-order mark aside. */
export function plainText(bytes: Uint8Array): FileText {
  const decoded = decode(bytes);
  return decoded.kind === 'text'
    ? { kind: 'text', text: decoded.text }
    : { kind: 'problem', reason: `not read: ${decoded.reason}` };
}

/** The text of a source: Stet reads English only, so one mostly in another language is none. */
export function sourceText(bytes: Uint8Array): FileText {
  const plain = plainText(bytes);
  const reason = plain.kind === 'text' ? languageProblem(plain.text) : undefined;
  return reason === undefined ? plain : { kind: 'problem', reason };
}

/** Why a file of this size cannot be read. */
export function tooLarge(bytes: number): string {
  return `not read: too large (${megabytes(bytes)}; the limit is ${megabytes(largestFile)}): split it into its articles`;
}

/** Why a document cannot be read. */
export function unreadDocument(format: Format & { readonly kind: 'document' }): string {
  return `not read: it is ${format.name}; save it as text (.txt or .md)`;
}

function megabytes(bytes: number): string {
  return `${(bytes / (1024 * 1024)).toFixed(1).replace(/\.0$/, '')} MB`;
}
