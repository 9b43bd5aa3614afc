import { say } from '../core/text/say.ts';

/** What Stet does with a file, as its name has it. */
export type Format =
  | { readonly kind: 'read'; readonly language: 'markdown' | 'plaintext' }
  /** A document that may well be a source, but cannot be read: worth a word. */
  | { readonly kind: 'document'; readonly name: string }
  /** Pictures, style sheets, `.DS_Store`: no source, and no word of it. */
  | { readonly kind: 'other' };

/** The format of a file by its extension, in any case. */
export function formatOf(path: string): Format {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
  const language = languages.get(extension);
  if (language !== undefined) {
    return { kind: 'read', language };
  }
  const document = documents.get(extension);
  // A word processor's lock file beside the document is no document.
  return document === undefined || name.startsWith('~$') || name.startsWith('.')
    ? { kind: 'other' }
    : { kind: 'document', name: document() };
}

const languages: ReadonlyMap<string, 'markdown' | 'plaintext'> = new Map([
  ['txt', 'plaintext'],
  ['text', 'plaintext'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
]);

/** The extensions that are read, for messages and globs. */
export const readExtensions: readonly string[] = [...languages.keys()];

const documents: ReadonlyMap<string, () => string> = new Map([
  ['pdf', () => say('a PDF')],
  ['doc', () => say('a Word document')],
  ['docx', () => say('a Word document')],
  ['docm', () => say('a Word document')],
  ['dotx', () => say('a Word document')],
  ['odt', () => say('an OpenDocument text')],
  ['rtf', () => say('an RTF document')],
  ['pages', () => say('a Pages document')],
  ['wpd', () => say('a WordPerfect document')],
  ['html', () => say('a web page')],
  ['htm', () => say('a web page')],
  ['xhtml', () => say('a web page')],
  ['mhtml', () => say('a saved web page')],
  ['mht', () => say('a saved web page')],
  ['webarchive', () => say('a saved web page')],
  ['eml', () => say('an e-mail')],
  ['msg', () => say('an e-mail')],
  ['mbox', () => say('a mailbox')],
  ['epub', () => say('an e-book')],
  ['mobi', () => say('an e-book')],
  ['ppt', () => say('a presentation')],
  ['pptx', () => say('a presentation')],
  ['odp', () => say('a presentation')],
  ['vtt', () => say('a subtitle file')],
  ['srt', () => say('a subtitle file')],
]);
