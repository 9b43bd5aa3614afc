import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { layoutDraft } from '../../server/src/core/draft/layout.ts';
import { readDraft } from '../../server/src/core/draft/read-draft.ts';
import { writtenOffset } from '../../server/src/core/parse/character-references.ts';
import { namesModel } from '../support/names-model.ts';

/** How a Markdown text is read, what fills a reference up shown as a middle dot. */
function rendered(text: string): string {
  return layoutDraft(text, 'markdown').text.replaceAll('\u2060', '·');
}

describe('a character reference in Markdown', () => {
  const cases: readonly (readonly [why: string, written: string, read: string])[] = [
    ['a space is as wide as what is written', 'no&nbsp;one', 'no      one'],
    ['by number', 'it&#8217;s &#x2014; it', 'it······’s —······· it'],
    ['a mark stands beside its words', '&ldquo;No,&rdquo; he', '······“No,”······ he'],
    ['a straight one, too', 'Said: &quot;No,&quot; he', 'Said: ·····"No,"····· he'],
    ['behind another', '&quot;&apos;No', '·····"·····\'No'],
    ['and behind a space', 'said&nbsp;&quot;No', 'said      ·····"No'],
    ['an apostrophe in a word', 'don&rsquo;t', 'don······’t'],
    ['and behind one', 'players&rsquo; boots', 'players’······ boots'],
    ['a letter', 'Ren&eacute; and &Eacute;lise', 'Ren·······é and É·······lise'],
    ['a sign', 'salt &amp; bread at &euro;5', 'salt &···· bread at ·····€5'],
    ['beyond the basic plane', 'a &#128031; b', 'a \u{1f41f}······· b'],
    ['what no character has', 'a &#0; b', 'a �··· b'],
    ['never a line break', 'a&#10;b', 'a     b'],
    ['nor an unknown one', '&nope; &amp &; &#x;', '&nope; &amp &; &#x;'],
    ['nor behind a backslash', '\\&amp;', '\\&amp;'],
    ['nor in code', '`&amp;` &amp;', '`&amp;` &····'],
    ['nor in an address', '[a](b?c&amp;d) &amp;', '[a](b?c&amp;d) &····'],
    ['nor in a comment', '<!-- &amp; --> &amp;', '<!-- &amp; --> &····'],
    ['nor in a block of code', '```\n&amp;\n```\n\n&amp;', '```\n&amp;\n```\n\n&····'],
  ];
  for (const [why, written, read] of cases) {
    it(`${why}: ${written.replaceAll('\n', '⏎')}`, () => {
      assert.equal(rendered(written), read);
    });
  }

  it('is none in plain text', () => {
    assert.equal(layoutDraft('a&nbsp;b', 'plaintext').text, 'a&nbsp;b');
  });

  it('moves nothing, and lies in no quotation by half', () => {
    const piece = fc.constantFrom(
      '&ldquo;',
      '&rdquo;',
      '&quot;',
      '&nbsp;',
      '&amp;',
      '&#39;',
      'said Ana',
      ' ',
      'We',
      '\n\n',
      '“',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), pieces => {
        const text = pieces.join('');
        const draft = readDraft({ path: 'draft.md', text, language: 'markdown' }, namesModel());
        assert.equal(draft.text.length, text.length);
        assert.equal(draft.written, text);
        for (const { start, end, outer } of draft.quotations) {
          for (const offset of [start, end, outer.start, outer.end]) {
            assert.equal(writtenOffset(draft.references, offset), offset);
          }
        }
      }),
    );
  });
});
