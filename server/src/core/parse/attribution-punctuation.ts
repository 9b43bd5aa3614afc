import { Kind } from './attribution-tokens.ts';

/** Takes the punctuation that begins at a place with the character of this code, and says where to go on. */
export function pushPunctuation(
  text: string,
  at: number,
  code: number,
  push: (kind: number, start: number, end: number) => void,
): number {
  let end = at + 1;
  switch (code) {
    case 0x2c:
      push(Kind.comma, at, end);
      break;
    case 0x2e:
    case 0x21:
    case 0x3f:
    case 0x2026:
      while (end < text.length && '.!?…'.includes(text.charAt(end))) {
        end++;
      }
      push(Kind.stop, at, end);
      break;
    case 0x3a:
      push(Kind.colon, at, end);
      break;
    case 0x3b:
      push(Kind.semicolon, at, end);
      break;
    case 0x28:
    case 0x5b:
      push(Kind.open, at, end);
      break;
    case 0x29:
    case 0x5d:
      push(Kind.close, at, end);
      break;
    case 0x2d:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      while (end < text.length && text.charCodeAt(end) === code) {
        end++;
      }
      push(Kind.dash, at, end);
      break;
    default:
      push(Kind.other, at, end);
  }
  return end;
}
