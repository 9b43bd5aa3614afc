import assert from 'node:assert/strict';
import fc from 'fast-check';
import { layoutDraft } from '../../server/src/core/draft/layout.ts';
import { findQuotations } from '../../server/src/core/parse/marks.ts';

/** One line a block: its kind and what shows of it. */
function shown(text: string, language: 'markdown' | 'plaintext' = 'markdown'): string[] {
  return layoutDraft(text, language).blocks.map(block => {
    let words = '';
    let at = block.start;
    for (const hidden of block.hidden) {
      words += text.slice(at, hidden.start);
      at = hidden.end;
    }
    return `${block.kind}: ${(words + text.slice(at, block.end)).replace(/\s*\n\s*/g, ' / ')}`;
  });
}

function quotations(text: string, language: 'markdown' | 'plaintext' = 'markdown'): string[] {
  const { blocks } = layoutDraft(text, language);
  return findQuotations(text, blocks).quotations.map(it =>
    text.slice(it.start, it.end).replace(/\s*\n[>\s]*/g, ' / '),
  );
}

const lines = (...all: string[]): string => all.join('\n');

describe('draft: Markdown blocks', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['title, headings and paragraphs', '# River\n\nIt rose.\n\n## Who *pays* ##\nNobody.\n', ['title: River', 'paragraph: It rose.', 'heading: Who pays', 'paragraph: Nobody.']],
    ['underlined headings', 'River\n=====\n\nIt rose\nagain.\n\nMoney\n---\n', ['title: River', 'paragraph: It rose / again.', 'heading: Money']],
    ['front matter', '---\ntitle: "A “b”"\n---\nIt rose.\n', ['code: --- / title: "A “b”" / ---', 'paragraph: It rose.']],
    ['a rule is no front matter', '---\n\nIt rose.\n\n---\n\nAgain.\n', ['paragraph: It rose.', 'paragraph: Again.']],
    ['fenced code', 'It rose.\n```js\nsay("x")\n```\nAgain.\n~~~\n"y"\n', ['paragraph: It rose.', 'code: ```js / say("x") / ```', 'paragraph: Again.', 'code: ~~~ / "y"']],
    ['indented code', 'It rose.\n\n    say("x")\n\n    say("y")\n\nAgain.\n', ['paragraph: It rose.', 'code: say("x") / say("y")', 'paragraph: Again.']],
    ['lists', '- “One,” he said.\n- two\n  goes on\n\n    and on\n1. three\n10) four\n- [ ] five\n', ['paragraph: “One,” he said.', 'paragraph: two / goes on', 'paragraph: and on', 'paragraph: three', 'paragraph: four', 'paragraph: five']],
    ['a year is no list', 'It rose in\n1911. It fell in\n1912.\n', ['paragraph: It rose in / 1911. It fell in / 1912.']],
    ['tables', 'See:\n\n| a | b |\n|---|:-:|\n| "x" | y |\n\nDone.\n', ['paragraph: See:', 'cell: a', 'cell: b', 'cell: "x"', 'cell: y', 'paragraph: Done.']],
    ['a table without pipes at its edges, right below a line', 'See:\na | b\n:-- | --:\nx |\ny\n', ['paragraph: See:', 'cell: a', 'cell: b', 'cell: x', 'cell: y']],
    ['a pipe that is escaped', '| a \\| b |\n|---|\n| x \\|\\| y |\n', ['cell: a | b', 'cell: x || y']],
    ['tables in lists and block quotes', '- | a | b |\n  |---|---|\n  | x | y |\n- z\n\n> | c |\n> |:-|\n> | d |\n', ['cell: a', 'cell: b', 'cell: x', 'cell: y', 'paragraph: z', 'cell: c', 'cell: d']],
    ['a table ends with whatever begins', '| a |\n|---|\n| x |\n# River\n| b |\n|---|\n- y | z\n', ['cell: a', 'cell: x', 'title: River', 'cell: b', 'paragraph: y | z']],
    ['no table: other dashes, other columns', 'a | b\n---\n\n| c | d |\n|---|\n', ['title: a | b', 'paragraph: | c | d | / |---|']],
    ['block quotes, a paragraph each', '> It rose\n> again.\n>\n> And fell.\n\nDone.\n', ['blockquote: It rose / again.', 'blockquote: And fell.', 'paragraph: Done.']],
    ['a block quote ends with its marks', '> It rose.\nWard said.\n', ['blockquote: It rose.', 'paragraph: Ward said.']],
    ['callouts are prose', '> [!NOTE]\n> It rose.\n>\n> Again.\n\n> We rose.\n', ['paragraph: It rose.', 'paragraph: Again.', 'blockquote: We rose.']],
    ['comments', '<!-- one\n\n“two” -->\n\nIt <!-- “x” --> rose.\n', ['paragraph: It  rose.']],
    ['a comment between lines ends the paragraph', 'It rose.\n<!-- x -->\nAgain.\n', ['paragraph: It rose.', 'paragraph: Again.']],
    ['link definitions and footnotes', 'It rose.[^1]\n\n[^1]: So he *said*.\n[a]: https://a.example "t"\n', ['paragraph: It rose.', 'paragraph: So he said.', 'code: [a]: https://a.example "t"']],
    ['raw HTML', '<script>\nsay("x")\n\n"y"\n</script>\n\nIt <b class="x">rose</b>.\n', ['code: <script> / say("x") / "y" / </script>', 'paragraph: It rose.']],
    ['raw HTML in letters of any size', '<Script>\nsay("x")\n</SCRIPT>\n\nIt rose.\n', ['code: <Script> / say("x") / </SCRIPT>', 'paragraph: It rose.']],
    ['carriage returns', '# River\r\n\r\nIt rose\r\nagain.\r\n', ['title: River', 'paragraph: It rose / again.']],
  ]; // prettier-ignore
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(shown(text), expected));
});

describe('draft: what is no word', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['“We *will* go,” **Ward** __said__ ***now***.', '“We will go,” Ward said now.'],
    ['snake_case_name, 2 * 3 * 4 and a * b', 'snake_case_name, 2 * 3 * 4 and a * b'],
    ['~~never~~ ever, ~5', 'ever, ~5'],
    ['see [the “lock”](https://a.example/"x" "title (b)") now', 'see the “lock” now'],
    ['see [it](https://a.example/b_(c)) now', 'see it now'],
    ['see <https://a.example/"x"> now', 'see  now'],
    ['see https://a.example/?q="x", now', 'see , now'],
    ['“see https://a.example/x.”', '“see .”'],
    ['an ![alt “x”](a.png) image', 'an  image'],
    ['code `"x"` and ``a ` "b"`` here', 'code  and  here'],
    ["``We will go,'' Ward said. ``We must.''", "``We will go,'' Ward said. ``We must.''"],
    ['a \\*star\\* and \\"mark\\"', 'a *star* and "mark"'],
    ['“[Ward] will go”', '“[Ward] will go”'],
    ['wiki [[lock|the lock]] and [[weir]]', 'wiki the lock and weir'],
    ['he said so [@harbour-times, ¶12].', 'he said so .'],
    ['unclosed `code and *star and [bracket', 'unclosed `code and *star and [bracket'],
  ];
  for (const [text, expected] of cases)
    it(text, () => assert.deepEqual(shown(text), [`paragraph: ${expected}`]));

  it('references hide only where they are defined', () =>
    assert.deepEqual(shown('see [it][a], [a] and [b]\n\n[a]: https://a.example\n'), [
      'paragraph: see it, a and [b]',
      'code: [a]: https://a.example',
    ]));
});

describe('draft: quotations of Markdown', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['emphasis around and inside', '**“We *will* go,”** Ward said.', ['We *will* go,']],
    [
      'none in code, addresses and front matter',
      '---\na: “x”\n---\n`“a”` <https://b.example/“c”> [d](https://e.example/"f") ![“g”](h)',
      [],
    ],
    [
      'a block quote without marks',
      '> We will go.\n> All of us.\n> — Denis Ward, keeper\n',
      ['We will go. / All of us.'],
    ],
    ['a block quote with marks', '> “We will go,” Ward said. “All.”\n', ['We will go,', 'All.']],
    ['a block quote with single marks', "> 'We will go,' Ward said.\n", ['We will go,']],
    ['speech with a word in single marks', "> We are no 'heroes' here.\n", ["We are no 'heroes' here."]],
    ['a signature alone', '> — Denis Ward\n', []],
    ['callouts are prose', '> [!NOTE]\n> Ward said “no”.\n', ['no']],
    ['headings', '# Ward: “We will go”\n\nHe did.\n', ['We will go']],
    [
      'a citation inside',
      '“We will go [@harbour], all of us,” he said.',
      ['We will go [@harbour], all of us,'],
    ],
    [
      'no quotation goes from one cell to the next',
      '| a | b |\n|---|---|\n| “x | y” |\n| “z” | w |\n',
      ['x', 'z'],
    ],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(quotations(text), expected));
});

describe('draft: plain text', () => {
  it('keeps every line, whatever it looks like', () => {
    const text =
      'River rises\n\nIt rose.\n\nAdvertisement\n\nPhoto: Ward “on the quay”\n\nWARD: We sail.\n\n“We sail,” he said.';
    assert.deepEqual(shown(text, 'plaintext'), [
      'title: River rises',
      'paragraph: It rose.',
      'paragraph: Advertisement',
      'paragraph: Photo: Ward “on the quay”',
      'paragraph: WARD: We sail.',
      'paragraph: “We sail,” he said.',
    ]);
    assert.deepEqual(quotations(text, 'plaintext'), ['on the quay', 'We sail,']);
  });
  it('a line that ends inside a quotation goes on', () => {
    assert.deepEqual(quotations('Ortiz said, “I met Anna and Ted\nCruz at the quay.”\n', 'plaintext'), [
      'I met Anna and Ted / Cruz at the quay.',
    ]);
    assert.deepEqual(quotations('Ortiz said, "I met Anna and Ted\nCruz at the quay."\n', 'plaintext'), [
      'I met Anna and Ted / Cruz at the quay.',
    ]);
    assert.deepEqual(quotations('“I met Anna\n“I met Ted,” said Ortiz.\n', 'plaintext'), [
      'I met Anna',
      'I met Ted,',
    ]);
  });
  it('a line that ends with a sentence inside a quotation goes on to its mark', () => {
    assert.deepEqual(quotations('“I met Anna.\nShe met Ted,” said Ortiz.\n', 'plaintext'), [
      'I met Anna. / She met Ted,',
    ]);
    assert.deepEqual(quotations('"I met Anna.\nShe met Ted," said Ortiz.\n', 'plaintext'), [
      'I met Anna. / She met Ted,',
    ]);
    assert.deepEqual(quotations('“I met Anna\n‘on’ the quay. I met Ted,” said Ortiz.\n', 'plaintext'), [
      'I met Anna / ‘on’ the quay. I met Ted,',
    ]);
    assert.deepEqual(quotations('"I met Anna.\nAna Ortiz."\n', 'plaintext'), ['I met Anna.']);
  });
  it('stars and backticks are characters', () =>
    assert.deepEqual(quotations("``We *will* go,'' he said. ``So be it.''", 'plaintext'), [
      'We *will* go,',
      'So be it.',
    ]));
  it('a first line that is speech is no title', () =>
    assert.deepEqual(
      shown('“We sail,” Ward said\n\nHe left.', 'plaintext')[0],
      'paragraph: “We sail,” Ward said',
    ));
});

describe('draft: citations', () => {
  const read = (text: string, language: 'markdown' | 'plaintext' = 'markdown'): unknown[] =>
    layoutDraft(text, language).citations.map(it => [
      it.key,
      it.paragraph,
      text.slice(it.keySpan.start, it.keySpan.end),
      text.slice(it.start, it.end),
    ]);
  it('with and without a paragraph', () => {
    assert.deepEqual(read('So [@a.b-c_1] and [@d, ¶12].'), [
      ['a.b-c_1', undefined, 'a.b-c_1', '[@a.b-c_1]'],
      ['d', 12, 'd', '[@d, ¶12]'],
    ]);
    assert.deepEqual(read('So [@d, ¶ 3].', 'plaintext'), [['d', 3, 'd', '[@d, ¶ 3]']]);
  });
  it('several in one', () =>
    assert.deepEqual(read('So [@a; see also @b, p. 2].'), [
      ['a', undefined, 'a', '[@a; see also @b, p. 2]'],
      ['b', 2, 'b', '[@a; see also @b, p. 2]'],
    ]));
  it('not in code, not in mail addresses, not while typing', () =>
    assert.deepEqual(read('`[@a]` me@b.example [not @c] and [@'), []));
});

describe('draft: ignore comments', () => {
  const read = (text: string, language: 'markdown' | 'plaintext' = 'markdown'): unknown[] =>
    layoutDraft(text, language).ignores.map(it => [it.code, it.reason, text.slice(it.start, it.end)]);
  it('on the line above, blank lines between or not', () => {
    assert.deepEqual(read('<!-- stet-ignore -->\n“A,” he said.\n“B.”'), [
      [undefined, undefined, '“A,” he said.'],
    ]);
    assert.deepEqual(read('<!-- stet-ignore -->\n\n“A,” he said.\n'), [
      [undefined, undefined, '“A,” he said.'],
    ]);
  });
  it('at the end of the line', () =>
    assert.deepEqual(read('x\n“A.” <!-- stet-ignore quote-altered: heard it myself -->\n“B.”'), [
      ['quote-altered', 'heard it myself', '“A.” <!-- stet-ignore quote-altered: heard it myself -->'],
    ]));
  it('several codes, a class, a reason without a code', () => {
    assert.deepEqual(read('<!-- stet-ignore quote-altered.number, quote-clipped: heard it -->\nA'), [
      ['quote-altered.number', 'heard it', 'A'],
      ['quote-clipped', 'heard it', 'A'],
    ]);
    assert.deepEqual(read('<!-- stet-ignore: heard it -->\nA'), [[undefined, 'heard it', 'A']]);
  });
  it('two comments above one line', () =>
    assert.deepEqual(read('<!-- stet-ignore quote-altered -->\n<!-- stet-ignore quote-variants -->\nA\nB'), [
      ['quote-altered', undefined, 'A'],
      ['quote-variants', undefined, 'A'],
    ]));
  it('regions, to their end or the end of the text', () => {
    assert.deepEqual(read('A\n<!-- stet-disable -->\nB\n<!-- stet-enable -->\nC'), [
      [undefined, undefined, '\nB\n'],
    ]);
    assert.deepEqual(read('A\n<!-- stet-disable quote-variants: all mine -->\nB\n'), [
      ['quote-variants', 'all mine', '\nB\n'],
    ]);
    assert.deepEqual(
      read(
        lines(
          '<!-- stet-disable quote-variants, quote-altered -->',
          'A',
          '<!-- stet-enable quote-altered -->',
          'B',
        ),
      ),
      [
        ['quote-altered', undefined, '\nA\n'],
        ['quote-variants', undefined, '\nA\n<!-- stet-enable quote-altered -->\nB'],
      ],
    );
  });
  it('inside a list, a block quote and plain text', () => {
    assert.deepEqual(read('- <!-- stet-ignore -->\n- “A.”'), [[undefined, undefined, '- “A.”']]);
    assert.deepEqual(read('> <!-- stet-ignore -->\n> “A.”'), [[undefined, undefined, '> “A.”']]);
    assert.deepEqual(read('<!-- stet-ignore -->\n“A.”', 'plaintext'), [[undefined, undefined, '“A.”']]);
  });
  it('not in code, and no other comment', () =>
    assert.deepEqual(
      read('```\n<!-- stet-ignore -->\n```\n`<!-- stet-ignore -->` <!-- stet-ignored --> <!-- ignore -->'),
      [],
    ));
});

describe('draft: the marks in use', () => {
  const cases: readonly (readonly [string, 'curly' | 'straight'])[] = [
    ['“A,” he said.', 'curly'],
    ['"A," he said.', 'straight'],
    ['"A," he said. “B,” she said, “C.”', 'curly'],
    ["It's his.", 'straight'],
    ['It’s his.', 'curly'],
    ['', 'curly'],
    ['`"x"` “y”\n\n    "z" "z" "z"', 'curly'],
  ];
  for (const [text, marks] of cases)
    it(JSON.stringify(text), () => assert.equal(layoutDraft(text, 'markdown').marks, marks));
});

describe('draft: always', () => {
  it('never fails, whatever has been typed so far', () => {
    const piece = fc.constantFrom(
      '\n',
      '\n\n',
      ' ',
      'Ward',
      '“',
      '"',
      "'",
      '[',
      ']',
      '(',
      ')',
      '[@a',
      ', ¶2]',
      '<!-- stet-',
      'ignore',
      'disable',
      ' -->',
      '*',
      '_',
      '`',
      '```\n',
      '> ',
      '- ',
      '# ',
      '|',
      '\\',
      '    ',
      '---\n',
      '[!NOTE]',
      'https://a',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 50 }),
        fc.constantFrom<'markdown' | 'plaintext'>('markdown', 'plaintext'),
        (pieces, language) => {
          const text = pieces.join('');
          const { blocks, citations, ignores } = layoutDraft(text, language);
          let end = 0;
          for (const block of blocks) {
            assert.ok(block.start >= end && block.start < block.end && block.end <= text.length);
            end = block.end;
            let at = block.start;
            for (const hidden of block.hidden) {
              assert.ok(at <= hidden.start && hidden.start < hidden.end && hidden.end <= block.end);
              at = hidden.end;
            }
          }
          for (const it of citations) assert.equal(text.slice(it.keySpan.start, it.keySpan.end), it.key);
          for (const it of ignores) assert.ok(it.start <= it.end && it.end <= text.length);
          findQuotations(text, blocks);
        },
      ),
      { numRuns: 3000, examples: [[['> ', 'a', '\n', '> ', 'https://a'], 'markdown']] },
    );
  }).timeout(20_000);
});
