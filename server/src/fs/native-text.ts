import type { TextCodec } from '../core/corpus/bytes.ts';

/** First byte of a text that is no well-formed Unicode: UTF-8, where it cannot occur, has no room for it. */
const loose = 0xff;

/** UTF-8; a text with half of a surrogate pair, which UTF-8 cannot hold, in UTF-16 behind a mark of its own. */
export const nativeText: TextCodec = {
  encode(text) {
    if (isWellFormed(text)) {
      return Buffer.from(text, 'utf8');
    }
    return Buffer.concat([Buffer.of(loose), Buffer.from(text, 'utf16le')]);
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
