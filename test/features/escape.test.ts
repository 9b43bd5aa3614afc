import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { clip, escapeMarkdown } from '../../server/src/core/features/escape.ts';

describe('escapeMarkdown', () => {
  for (const [text, shown] of [
    ['a *b* _c_', 'a \\*b\\* \\_c\\_'],
    ['[x](command:y)', '\\[x\\](command:y)'],
    ['<img src=x>', '\\<img src=x>'],
    ['see https://x.example', 'see https\\://x.example'],
    ['www.x.example', 'www\\.x.example'],
    ['me@x.example', 'me\\@x.example'],
    ['1. first', '1\\. first'],
    ['- dash', '\\- dash'],
    ['# head', '\\# head'],
    ['AT&amp;T', 'AT\\&amp;T'],
    ['two\n\nparagraphs', 'two paragraphs'],
    ['a\tb\x1b[31mc\x9b2J', 'a b\ufffd\\[31mc\ufffd2J'],
    ['“Plain words, as they are.”', '“Plain words, as they are.”'],
  ] as const) {
    it(JSON.stringify(text), () => {
      assert.equal(escapeMarkdown(text), shown);
    });
  }

  it('loses nothing but white space: without the backslashes it is the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab \n*_[](){}<>#|`~&!$\\-+=.:@1w/') }), text => {
        assert.equal(escapeMarkdown(text).replace(/\\(.)/g, '$1'), text.replace(/\s+/g, ' ').trim());
      }),
    );
  });
});

describe('clip', () => {
  it('cuts between words and says so', () => {
    assert.equal(clip('We will not raise taxes this year', 20), 'We will not raise…');
  });

  it('leaves a text that fits as it is', () => {
    assert.equal(clip('  We\n will ', 20), 'We will');
  });

  it('never grows beyond the limit and one ellipsis, nor cuts a character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const cut = clip(text, limit);
        assert.ok(cut.length <= limit + 1, cut);
        assert.equal(Buffer.from(cut, 'utf8').toString('utf8'), cut);
      }),
    );
  });
});
