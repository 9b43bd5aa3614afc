import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode } from '../../server/src/formats/decode.ts';
import { formatOf } from '../../server/src/formats/format-of.ts';
import { sourceText } from '../../server/src/formats/plain.ts';

const copy = 'The mayor’s office said: “We won’t raise taxes — not this year.” Peña paid £20 at the café.';
const utf8 = new TextEncoder();

/** The copy as old programs saved it, each byte written out where it is no ASCII. */
function bytes(parts: TemplateStringsArray, ...codes: readonly number[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part, index) => {
      const code = codes[index];
      return [...Buffer.from(part, 'ascii'), ...(code === undefined ? [] : [code])];
    }),
  );
}
const windows = bytes`The mayor${0x92}s office said: ${0x93}We won${0x92}t raise taxes ${0x97} not this year.${0x94} Pe${0xf1}a paid ${0xa3}20 at the caf${0xe9}.`;
const macintosh = bytes`The mayor${0xd5}s office said: ${0xd2}We won${0xd5}t raise taxes ${0xd1} not this year.${0xd3} Pe${0x96}a paid ${0xa3}20 at the caf${0x8e}.`;
const wide = Uint8Array.from(Buffer.from(copy, 'utf16le'));
const swapped = Uint8Array.from(Buffer.from(copy, 'utf16le').swap16());

function joined(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap(part => [...part]));
}

describe('bytes to text', () => {
  const table: readonly (readonly [what: string, bytes: Uint8Array, encoding: string])[] = [
    ['UTF-8', utf8.encode(copy), 'utf-8'],
    ['UTF-8 with a mark', joined([0xef, 0xbb, 0xbf], utf8.encode(copy)), 'utf-8'],
    ['UTF-16 with a mark', joined([0xff, 0xfe], wide), 'utf-16le'],
    ['UTF-16, the other way round, with a mark', joined([0xfe, 0xff], swapped), 'utf-16be'],
    ['UTF-16 without a mark', wide, 'utf-16le'],
    ['UTF-16, the other way round, without a mark', swapped, 'utf-16be'],
    ['windows-1252', windows, 'windows-1252'],
    ['old Macintosh text', macintosh, 'macintosh'],
  ];
  for (const [what, input, encoding] of table) {
    it(`reads ${what}`, () => assert.deepEqual(decode(input), { kind: 'text', text: copy, encoding }));
  }

  it('reads windows-1252 whose first odd byte stands far down', () => {
    const filler = utf8.encode('The council met again on Monday. '.repeat(1000));
    const decoded = decode(joined(filler, windows));
    assert.ok(decoded.kind === 'text' && decoded.text.endsWith(copy));
  });

  it('reads a short line in windows-1252 with nothing but its marks', () => {
    assert.deepEqual(decode(bytes`${0x93}Yes,${0x94} she said.`), {
      kind: 'text',
      text: '“Yes,” she said.',
      encoding: 'windows-1252',
    });
  });

  it('keeps the rest of UTF-8 in which one byte is broken', () => {
    const decoded = decode(joined(utf8.encode(copy), [0xe2, 0x80]));
    assert.ok(decoded.kind === 'text' && decoded.text.startsWith(copy), JSON.stringify(decoded));
  });

  it('reads windows-1252 in which a word begins as marks do on a Macintosh', () => {
    const decoded = decode(bytes`${0x93}Look at ${0xd2}scar${0x92}s caf${0xe9},${0x94} she said.`);
    assert.deepEqual(decoded, {
      kind: 'text',
      text: '“Look at Òscar’s café,” she said.',
      encoding: 'windows-1252',
    });
  });

  it('reads an empty file', () => {
    assert.deepEqual(decode(new Uint8Array()), { kind: 'text', text: '', encoding: 'utf-8' });
  });

  const binary: readonly (readonly [what: string, bytes: Uint8Array, reason: RegExp])[] = [
    ['zeros', new Uint8Array(500), /not text/],
    ['a program', Uint8Array.from({ length: 5000 }, (_, at) => (at * 37) % 256), /not text/],
    ['control characters', Uint8Array.from({ length: 500 }, (_, at) => (at % 4 === 0 ? 1 : 65)), /not text/],
    ['a PDF', utf8.encode('%PDF-1.7\nstream'), /a PDF/],
    ['a PNG', joined([0x89], utf8.encode('PNG\r\n')), /a PNG image/],
    ['a Word document', utf8.encode('PK\u0003\u0004…'), /office document/],
    ['an RTF document', utf8.encode('{\\rtf1 hello}'), /an RTF document/],
    ['UTF-32', joined([0xff, 0xfe, 0, 0], [65, 0, 0, 0]), /UTF-32/],
  ];
  for (const [what, input, reason] of binary) {
    it(`tells ${what} from text`, () => {
      const decoded = decode(input);
      assert.equal(decoded.kind, 'binary');
      assert.match(decoded.kind === 'binary' ? decoded.reason : '', reason);
      assert.match(JSON.stringify(sourceText(input)), /"kind":"problem","reason":"not read: it is/);
    });
  }

  it('gives back any text that was written as UTF-8, and never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), input => void decode(input)));
    const printable = fc.string({ unit: 'grapheme' }).filter(it => !/[\0-\x1f\x7f\ufffd\ufeff]/.test(it));
    fc.assert(
      fc.property(printable, text => {
        assert.deepEqual(decode(utf8.encode(`a${text}`)), {
          kind: 'text',
          text: `a${text}`,
          encoding: 'utf-8',
        });
      }),
    );
  });
});

describe('the format of a file', () => {
  const read = { md: 'markdown', MD: 'markdown', markdown: 'markdown', txt: 'plaintext', Text: 'plaintext' };
  for (const [extension, language] of Object.entries(read)) {
    it(`reads .${extension}`, () => {
      assert.deepEqual(formatOf(`articles/2018/a.b.${extension}`), { kind: 'read', language });
    });
  }
  for (const path of ['a.pdf', 'A.DOCX', 'x/y.html', 'mail.eml', 'notes.rtf', 'book.epub', 'b.pages']) {
    it(`says that ${path} cannot be read`, () => assert.equal(formatOf(path).kind, 'document'));
  }
  for (const path of [
    'a.png',
    'a.css',
    '.DS_Store',
    'README',
    'articles.txt/README',
    '.txt',
    '~$notes.docx',
    'a.',
  ]) {
    it(`passes over ${path}`, () => assert.equal(formatOf(path).kind, 'other'));
  }
});
