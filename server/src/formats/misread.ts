/**
 * What text holds that was decoded as what it is not: the character in place of bytes that are none (windows-1252 read as
 * UTF-8), control characters (read as Latin 1), and `â€œ` for a mark (UTF-8 read as windows-1252) or `Ã©` for a letter.
 */
const sign = /[\ufffd\x80-\x84\x86-\x9f]|â€[\w\W]|Ã[\xa0-\xbf]/;
const signs = new RegExp(sign, 'g');

/**
 * The file on disk, where an editor has taken it for another encoding and shows marks that are none: until it is saved so, the disk
 * counts. A text may have signs of that by itself; `read` is asked only where it has some.
 */
export async function misreadFile<File extends { readonly text: string }>(
  inEditor: string,
  read: () => Promise<(File & { readonly kind: 'text' }) | { readonly kind: 'problem' }>,
): Promise<File | undefined> {
  const onDisk = sign.test(inEditor) ? await read() : undefined;
  return onDisk?.kind === 'text' && count(inEditor) > count(onDisk.text) ? onDisk : undefined;
}

function count(text: string): number {
  return text.match(signs)?.length ?? 0;
}
