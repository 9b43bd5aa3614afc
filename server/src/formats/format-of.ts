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
    : { kind: 'document', name: document };
}

const languages: ReadonlyMap<string, 'markdown' | 'plaintext'> = new Map([
  ['txt', 'plaintext'],
  ['text', 'plaintext'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
]);

/** The extensions that are read, for messages and globs. */
export const readExtensions: readonly string[] = [...languages.keys()];

const documents: ReadonlyMap<string, string> = new Map([
  ['pdf', 'a PDF'],
  ['doc', 'a Word document'],
  ['docx', 'a Word document'],
  ['docm', 'a Word document'],
  ['dotx', 'a Word document'],
  ['odt', 'an OpenDocument text'],
  ['rtf', 'an RTF document'],
  ['pages', 'a Pages document'],
  ['wpd', 'a WordPerfect document'],
  ['html', 'a web page'],
  ['htm', 'a web page'],
  ['xhtml', 'a web page'],
  ['mhtml', 'a saved web page'],
  ['mht', 'a saved web page'],
  ['webarchive', 'a saved web page'],
  ['eml', 'an e-mail'],
  ['msg', 'an e-mail'],
  ['mbox', 'a mailbox'],
  ['epub', 'an e-book'],
  ['mobi', 'an e-book'],
  ['ppt', 'a presentation'],
  ['pptx', 'a presentation'],
  ['odp', 'a presentation'],
  ['vtt', 'a subtitle file'],
  ['srt', 'a subtitle file'],
]);
