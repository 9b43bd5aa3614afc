import type { TextCodec } from '../core/corpus/bytes.ts';

/** First byte of a text that is no well-formed Unicode: UTF-8, where it cannot occur, has no room for it. */
const loose = 0xff;

/** Bytes that a UTF-16 code unit takes at most; in UTF-16 behind its mark, no text takes more. */
const mostBytes = 3;
/** Texts up to this length are encoded in one place, one after the other. */
const usual = 1 << 15;
const usualRoom = Buffer.allocUnsafeSlow(usual * mostBytes);

/** UTF-8; a text with half of a surrogate pair, which UTF-8 cannot hold, in UTF-16 behind a mark of its own. */
export const nativeText: TextCodec = {
  encode(text) {
    const room = text.length <= usual ? usualRoom : Buffer.allocUnsafeSlow(text.length * mostBytes);
    if (isWellFormed(text)) {
      return room.subarray(0, room.write(text, 'utf8'));
    }
    room[0] = loose;
    return room.subarray(0, 1 + room.write(text, 1, 'utf16le'));
  },
  decode(bytes) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return buffer[0] === loose ? buffer.toString('utf16le', 1) : buffer.toString('utf8');
  },
};

/** Most texts have no pair at all, which is sooner seen than that each is whole. */
const anyHalf = /[\ud800-\udfff]/;
const halfPair = /\p{Surrogate}/u;

function isWellFormed(text: string): boolean {
  return !anyHalf.test(text) || !halfPair.test(text);
}
