import { detect } from 'chardet';
import { say } from '../core/text/say.ts';

/** The text of a file, or why it is none. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: string }
  | { readonly kind: 'binary'; readonly reason: string };

/**
 * Turns the bytes of a file into text: by its byte-order mark (which is not part of the text), as UTF-16 where every
 * other byte is zero, as UTF-8 where that is valid, else as what the bytes look like, else as windows-1252. Bytes
 * that are no text at all give a reason instead.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) {
    return decodeMarked(bytes.subarray(marked.length), marked.encoding);
  }
  const sample = bytes.subarray(0, sampleSize);
  const known = signature(sample);
  if (known !== undefined) {
    return { kind: 'binary', reason: say('it is {0}, whatever its name says', known) };
  }
  const wide = zeroPattern(sample);
  if (wide === 'binary') {
    return noText();
  }
  const utf8 = wide === undefined ? wholeUtf8(bytes) : undefined;
  if (utf8 !== undefined) {
    return isLegible(utf8) ? { kind: 'text', text: utf8, encoding: 'utf-8' } : noText();
  }
  const encoding = wide ?? (isNearlyUtf8(bytes) ? 'utf-8' : guess(bytes));
  const text = encoding === 'windows-1252' ? windows1252(bytes) : new TextDecoder(encoding).decode(bytes);
  return isLegible(text) ? { kind: 'text', text, encoding } : noText();
}

const sampleSize = 4096;

const byteOrderMarks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xff, 0xfe, 0, 0], encoding: 'utf-32' },
  { bytes: [0, 0, 0xfe, 0xff], encoding: 'utf-32' },
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

function byteOrderMark(
  bytes: Uint8Array,
): { readonly length: number; readonly encoding: string } | undefined {
  const found = byteOrderMarks.find(it => startsWith(bytes, it.bytes));
  return found && { length: found.bytes.length, encoding: found.encoding };
}

function decodeMarked(bytes: Uint8Array, encoding: string): Decoded {
  if (encoding === 'utf-32') {
    return { kind: 'binary', reason: say('it is in UTF-32, which is not read: save it as UTF-8') };
  }
  // A second mark, as files joined together have it, is dropped with the first.
  const text = new TextDecoder(encoding).decode(bytes);
  return isLegible(text) ? { kind: 'text', text, encoding } : noText();
}

function noText(): Decoded {
  return { kind: 'binary', reason: say('it is not text: its bytes are those of a binary file') };
}

/** What a file that is no text says of itself in its first bytes. */
const signatures = [
  { text: '%PDF-', name: () => say('a PDF') },
  { text: '{\\rtf', name: () => say('an RTF document') },
  { text: 'PK\x03\x04', name: () => say('a ZIP archive or an office document') },
  { text: '\xd0\xcf\x11\xe0', name: () => say('an office document') },
  { text: '\x89PNG', name: () => say('a PNG image') },
  { text: '\xff\xd8\xff', name: () => say('a JPEG image') },
  { text: 'GIF8', name: () => say('a GIF image') },
  { text: '\x1f\x8b', name: () => say('a gzip archive') },
  { text: 'bplist', name: () => say('a property list') },
].map(({ text, name }) => ({ bytes: [...text].map(it => it.charCodeAt(0)), name }));

function signature(bytes: Uint8Array): string | undefined {
  return signatures.find(it => startsWith(bytes, it.bytes))?.name();
}

function startsWith(bytes: Uint8Array, wanted: readonly number[]): boolean {
  return bytes[0] === wanted[0] && wanted.every((byte, index) => bytes[index] === byte);
}

/** English in UTF-16 has a zero in nearly every other byte; any other zero makes a binary file. */
function zeroPattern(sample: Uint8Array): 'utf-16le' | 'utf-16be' | 'binary' | undefined {
  const first = sample.indexOf(0);
  if (first === -1) {
    return undefined;
  }
  let even = 0;
  let odd = 0;
  for (let at = first; at < sample.length; at++) {
    if (sample[at] === 0) {
      if (at % 2 === 0) {
        even++;
      } else {
        odd++;
      }
    }
  }
  const pairs = sample.length / 2;
  if (odd > 0.7 * pairs && even < 0.02 * pairs) {
    return 'utf-16le';
  }
  return even > 0.7 * pairs && odd < 0.02 * pairs ? 'utf-16be' : 'binary';
}

/** The text of bytes that are UTF-8 throughout, as nearly all are. */
function wholeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return undefined;
  }
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** Whether bytes that are not UTF-8 throughout are all but a few, as a cut file or one stray byte leaves them. */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  const { whole, broken } = sequences(bytes);
  return whole >= 4 * broken;
}

function sequences(bytes: Uint8Array): { readonly whole: number; readonly broken: number } {
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      continue;
    }
    const following = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : 0;
    let seen = 0;
    while (seen < following && ((bytes[at + seen + 1] ?? 0) & 0xc0) === 0x80) {
      seen++;
    }
    if (following > 0 && seen === following) {
      whole++;
      at += following;
    } else {
      broken++;
    }
  }
  return { whole, broken };
}

/** The encoding that the bytes look like, judged where the first one outside ASCII stands. */
function guess(bytes: Uint8Array): string {
  const first = bytes.findIndex(byte => byte >= 0x80);
  const start = Math.max(0, first - 512);
  const sample = bytes.subarray(start, start + sampleSize);
  const detected = detect(sample) ?? 'windows-1252';
  if (/^(?:ISO-8859-1|windows-1252|ASCII)$/i.test(detected)) {
    return looksLikeMacintosh(sample) ? 'macintosh' : 'windows-1252';
  }
  try {
    return new TextDecoder(detected).encoding;
  } catch {
    return 'windows-1252';
  }
}

/** Old Macintosh text: its apostrophe and opening mark are Õ and Ò elsewhere, which nobody writes inside a word. */
function looksLikeMacintosh(sample: Uint8Array): boolean {
  const text = windows1252(sample);
  return /[a-z]Õ[a-z]|(?:^|\s)Ò[A-Za-z]/.test(text) && !/[‘’“”]/.test(text);
}

/** What windows-1252 has at 0x80 to 0x9f, where Latin 1 has control characters. */
const windows1252High = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** By hand: some versions of Node decode windows-1252 as Latin 1 and lose every quotation mark. */
function windows1252(bytes: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(bytes);
  return text.replace(
    /[\x80-\x9f]/g,
    character => windows1252High[character.charCodeAt(0) - 0x80] ?? character,
  );
}

/** No character of text; most texts have none of them. */
const noCharacter = /[\x00-\x07\x0e-\x19\x1c-\x1f\x7f\ufffd]/;

/** Text has hardly any control characters. */
function isLegible(text: string): boolean {
  if (!noCharacter.test(text)) {
    return true;
  }
  const sample = Math.min(text.length, sampleSize);
  let control = 0;
  for (let at = 0; at < sample; at++) {
    const code = text.charCodeAt(at);
    const layout = code >= 8 && code <= 13;
    if ((code < 32 && !layout && code !== 26 && code !== 27) || code === 127 || code === 0xfffd) {
      control++;
    }
  }
  return control <= sample * 0.05;
}
