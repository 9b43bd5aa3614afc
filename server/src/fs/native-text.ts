import type { TextCodec } from '../core/corpus/bytes.ts';

/** First byte of a text of numbered characters, and of one in UTF-16. What begins with neither is ASCII. */
const numbered = 0xfe;
const wide = 0xff;

/** Among steps: so far and no character yet; and that there are no more. */
const far = 0xfe;
const end = 0xff;
const mostCharacters = 0xff;

/** Texts up to this length are put into bytes, and made wide, in one place, one after the other. */
const usual = 1 << 15;
const usualRoom = Buffer.allocUnsafeSlow(usual * 2 + 1);
const usualUnits = Buffer.allocUnsafeSlow(usual * 2);

/**
 * Texts so that the engine makes strings of them in a fifth of the time that UTF-8 takes: articles are opened all the time.
 * A byte is a character of Latin 1. Where there are others, quotation marks mostly, it says which of those, and ahead
 * stand how many there are, which, and the steps from one place to the next. A text of hardly anything else is UTF-16.
 */
export const nativeText: TextCodec = {
  encode(text) {
    const room = text.length <= usual ? usualRoom : Buffer.allocUnsafeSlow(text.length * 2 + 1);
    if (!beyondAscii.test(text)) {
      return room.subarray(0, room.write(text, 'latin1'));
    }
    const length = writeNumbered(text, room);
    if (length > 0) {
      return room.subarray(0, length);
    }
    room[0] = wide;
    return room.subarray(0, 1 + room.write(text, 1, 'utf16le'));
  },
  decode(bytes) {
    const kind = bytes[0];
    if (kind === numbered && bytes[1] !== 0) {
      return readNumbered(bytes);
    }
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return kind === wide
      ? buffer.toString('utf16le', 1)
      : buffer.toString('latin1', kind === numbered ? 2 : 0);
  },
};

const beyondAscii = /[^\0-\x7f]/;

/** Gives how many bytes that took; 0 where UTF-16 takes fewer. */
function writeNumbered(text: string, room: Buffer): number {
  const characters: number[] = [];
  const steps: number[] = [];
  const numbers: number[] = [];
  let last = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 0xff) {
      continue;
    }
    let number = characters.indexOf(code);
    if (number < 0) {
      number = characters.push(code) - 1;
    }
    for (; at - last >= far; last += far) {
      steps.push(far);
    }
    steps.push(at - last);
    numbers.push(number);
    last = at;
    if (characters.length > mostCharacters || steps.length > text.length) {
      return 0;
    }
  }
  if (characters.length > 0) {
    steps.push(end);
  }
  const start = 2 + characters.length * 2 + steps.length;
  if (start + text.length > 1 + text.length * 2) {
    return 0;
  }
  room[0] = numbered;
  room[1] = characters.length;
  characters.forEach((code, number) => room.writeUInt16LE(code, 2 + number * 2));
  room.set(steps, start - steps.length);
  room.write(text, start, 'latin1');
  let at = start;
  let next = 0;
  for (const step of steps) {
    if (step < far) {
      room[at + step] = numbers[next++] ?? 0;
    }
    at += step;
  }
  return start + text.length;
}

/** Reads bytes that name characters: all are made wide at once, and those of the text then put right. */
function readNumbered(bytes: Uint8Array): string {
  const room = bytes.length <= usual ? usualUnits : Buffer.allocUnsafeSlow(bytes.length * 2);
  const units = new Uint16Array(room.buffer, 0, bytes.length);
  units.set(bytes);
  const steps = 2 + (units[1] ?? 0) * 2;
  const start = units.indexOf(end, steps) + 1;
  let at = start;
  for (let next = steps; next < start - 1; next++) {
    const step = units[next] ?? 0;
    at += step;
    if (step < far) {
      const character = 2 + (units[at] ?? 0) * 2;
      units[at] = (bytes[character] ?? 0) | ((bytes[character + 1] ?? 0) << 8);
    }
  }
  return room.toString('utf16le', start * 2, bytes.length * 2);
}
