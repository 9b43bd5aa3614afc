/**
 * What text holds that was decoded as what it is not: the character in place of bytes that are none (windows-1252 read as
 * UTF-8), control characters (read as Latin 1), and `â€œ` for a mark (UTF-8 read as windows-1252) or `Ã©` for a letter.
 */
const sign = /[\ufffd\x80-\x84\x86-\x9f]|â€[\w\W]|Ã[\xa0-\xbf]/;
const signs = new RegExp(sign, 'g');

/** Whether a text has a sign of a wrong encoding, which may be its own. */
export function looksMisread(text: string): boolean {
  return sign.test(text);
}

/** Whether an editor has taken a file for another encoding, of which Stet has read this text. */
export function isMisread(inEditor: string, onDisk: string): boolean {
  return count(inEditor) > count(onDisk);
}

function count(text: string): number {
  return text.match(signs)?.length ?? 0;
}
