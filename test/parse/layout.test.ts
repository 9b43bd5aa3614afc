import assert from 'node:assert/strict';
import fc from 'fast-check';
import { layoutArticle, type ArticleLayout } from '../../server/src/core/parse/layout.ts';
import { assertGrowth, timeOf } from '../support/growth-in-time.ts';

/** One line a block: its kind and its words. */
function draw(text: string, layout: ArticleLayout): string[] {
  return layout.blocks.map(it => `${it.kind}: ${text.slice(it.start, it.end).replace(/\s*\n\s*/g, ' / ')}`);
}

/** Writes an article as its drawing, one blank line between blocks, and expects it to be read so. */
function reads(...lines: string[]): void {
  const text = lines.map(it => it.slice(it.indexOf(': ') + 2)).join('\n\n');
  assert.deepEqual(draw(text, layoutArticle(text)), lines);
}

const lead =
  'paragraph: The river rose by a metre on Friday, and the keepers of the lower lock were told to stay at home.';
const more = 'paragraph: “We have seen worse,” said Ward, who has kept the lock for thirty years. “Once.”';
const last =
  'paragraph: The council will meet on Tuesday to decide about the weir and about who pays for it.';
const body = [lead, more, last];

describe('layout: the card of a person in the middle of a sentence', () => {
  const hiddenIn = (text: string): readonly string[] =>
    layoutArticle(`Ferries stop\n\n${text}`).blocks.flatMap(it =>
      it.hidden.map(({ start, end }) => `Ferries stop\n\n${text}`.slice(start, end)),
    );
  const card = (glued: string): string => `${glued} to vote on ferries | Five takeaways from a storm MORE`;

  it('is hidden from behind the name to its end', () => {
    const one = card(' Ana LaneCouncil');
    const two = card(' Robert (Bob) Ellis Ortiz2024');
    assert.deepEqual(hiddenIn(`Speaker Ana Lane${one} (Holt) said “no” to Bob Ortiz${two}’s friends.`), [
      one,
      two,
    ]);
  });
  it('beside an address', () => {
    const one = card(' Ana LaneCouncil');
    assert.deepEqual(hiddenIn(`Ana Lane${one} wrote on https://example.org/ferries on Monday.`), [
      one,
      'https://example.org/ferries',
    ]);
  });
  it('is none where no name is printed once more, or the text is in capitals', () => {
    assert.deepEqual(hiddenIn('Ana Lane wants MORE. Bo LaneCouncil wants MORE of it.'), []);
    assert.deepEqual(hiddenIn('THE IN THE INSURGENCY, THEY ARE MORE than most.'), []);
  });
});

describe('layout: an article’s head', () => {
  it('title and deck', () =>
    reads(
      'title: River rises again as keepers wait',
      'deck: Council to decide on Tuesday who will pay for the weir',
      ...body,
    ));
  it('a title with a full stop', () => reads('title: River Rises Again as Keepers Wait.', ...body));
  it('a title in capitals', () => reads('title: RIVER RISES AS TALKS FAIL', ...body));
  it('a title that asks, or has marks', () => {
    reads('title: Will the river rise again?', ...body);
    reads('title: Mayor calls weir ‘a bad joke’', ...body);
    reads('title: Ward: “We have seen worse”', ...body);
  });
  it('a title with a label is no speech', () => {
    reads('title: Poll: Most Keepers Want a New Weir', ...body);
    reads('title: Ellen Okafor: The weir is a bad joke', ...body);
  });
  it('a first line that is prose is no title', () => reads(...body));
  it('a first line that somebody said is no title', () =>
    reads('paragraph: “We will not pay for it,” Okafor said', ...body));
  it('a dateline belongs to the paragraph', () => {
    reads(
      'title: River rises',
      'paragraph: Port Alder: The river rose by a metre on Friday, the keepers said.',
      ...body,
    );
    reads(
      'paragraph: PORT ALDER (Northwire) - The river rose by a metre on Friday, the keepers said.',
      ...body,
    );
  });
  it('caption printed twice counts once', () =>
    reads(
      'title: River rises again',
      'caption: Farmers protest at the gates of the dam',
      'boilerplate: Farmers protest at the gates of the dam',
      ...body,
    ));
  it('title printed twice', () =>
    reads(
      'title: River rises again',
      'deck: Council to decide on Tuesday who will pay',
      'boilerplate: River rises again',
      ...body,
    ));
  it('byline and date line', () => {
    const text =
      'River rises again\n\nBy Nora Quill and Ole Brand, Staff Writers\n\nPublished: 3 May 2024\n\nThe river rose by a metre on Friday, the keepers said.\n\n“We have seen worse,” said Ward.';
    const layout = layoutArticle(text);
    assert.deepEqual(draw(text, layout).slice(0, 3), [
      'title: River rises again',
      'byline: By Nora Quill and Ole Brand, Staff Writers',
      'dateline: Published: 3 May 2024',
    ]);
    assert.equal(layout.byline, 'Nora Quill and Ole Brand');
    assert.equal(layout.date, '2024-05-03');
  });
});

describe('layout: what is not the article', () => {
  const furniture = [
    'Share This Post', 'Latest News', 'Advertisement', 'ADVERTISEMENT', 'Story Continued Below', 'Read More', 'Related Articles',
    'WATCH: Brandt on the weir', 'READ MORE: How the lock was built', 'Sign up for our daily newsletter', '12 Comments',
    'Subscribe to continue reading', 'We use cookies to improve your visit.', '© 2024 Harbour Times. All rights reserved.',
    'Facebook Twitter WhatsApp Email', 'Follow us on Twitter', '0 : 0', '* * *', '  • narrow-screen-and-handset', 'wide-browser-and-larger',
    'Click here for more news', 'https://harbour.example/river', 'This material may not be published, broadcast or rewritten.',
    'Most Read', 'You may also like', 'Share on Facebook', 'Skip to main content', 'Copyright 2024 The Harbour Times',
    'Читайте также: новости', '5 min read', 'Leave a comment', '.menu-item { color: red }',
  ]; // prettier-ignore
  for (const line of furniture) {
    it(line, () => {
      const text = [...body.map(it => it.slice(11)).slice(0, 2), line, body[2]!.slice(11)].join('\n\n');
      const kinds = layoutArticle(text).blocks.map(it => it.kind);
      assert.deepEqual(kinds, ['paragraph', 'paragraph', 'boilerplate', 'paragraph']);
    });
  }

  it('prose that opens with the same words stays', () => {
    reads(
      lead,
      'paragraph: Share prices fell by three per cent on Monday after the talks had failed.',
      'paragraph: Watch out for the weir, said Ward, and mind the geese on the far bank.',
      'paragraph: Follow the money, Okafor told the council, and the water will follow you.',
      'paragraph: Copyright law says nothing of rivers, the judge wrote.',
      'paragraph: Latest News of the river came by boat in those days, as Ward likes to tell.',
      'paragraph: Read more than one paper, he said.',
      last,
    );
  });

  it('captions by their credit', () =>
    reads(
      lead,
      'caption: Jonas Maddock waits at the Weir House on February 6, 2024. NORTHWIRE/Yara Grip',
      'caption: Photo: Crews on the quay at Port Alder',
      'caption: Crews on the quay. (Photo: Ole Brand, Harbour Times)',
      'caption: FILE - In this May 3, 2024, file photo, crews stand on the quay.',
      'caption: Ole Brand/Getty Images',
      more,
      last,
    ));

  it('captions, credits and dates by each of the words that they begin with', () => {
    const lines = {
      caption: `FILE - Crews on the quay|AP photo: Crews on the quay|Photograph by Ole Brand|Image: Crews on the quay|
Pictured: crews on the quay|Media caption Crews on the quay|CAPTION: Crews on the quay|Credit: Ole Brand|
getty images|Enlarge this image crews|Hide caption Crews on the quay|Toggle caption Crews on the quay in the rain of Friday|Facebook Twitter Pinterest crews|
In this photo crews stand on the quay|[Photo: crews on the quay|(FILE — crews on the quay`,
      byline: `Additional reporting by Ole Brand|Further reporting by Ole Brand|REPORTING BY Ole Brand|Writing by Ole Brand|
Editing by Ole Brand|Compiled by Ole Brand|Translated by Ole Brand|Graphics by Ole Brand|Produced by Ole Brand|
Photography by Ole Brand|Words by Ole Brand|With files from Ole Brand|(Research by Ole Brand|– Writing by Ole Brand|
By Ole Brand|Story by Ole Brand|Written by Ole Brand|FROM Ole Brand|Author: Ole Brand|Reporter: Ole Brand`,
      dateline: 'Last updated 10:30|UPDATED 10:30|Published 10:30 am|posted at 10:30|Modified: 10:30',
    };
    for (const [kind, some] of Object.entries(lines)) {
      for (const line of some.split(/\|\n?/)) reads(...body, `${kind}: ${line}`);
    }
  });
  it('a paragraph is no caption for a slash', () =>
    reads(
      lead,
      'paragraph: The and/or of the treaty was settled by the Port Alder/Karelle committee.',
      last,
    ));

  it('credit lines are bylines', () => {
    const text = [
      ...body.map(it => it.slice(11)),
      'Reporting by Idris Alba and Lise Dray; Writing by Sanna Malen; Editing by Clara Fenn',
    ].join('\n\n');
    const layout = layoutArticle(text);
    assert.equal(layout.blocks.at(-1)?.kind, 'byline');
    assert.equal(layout.byline, 'Idris Alba and Lise Dray');
    reads(...body, 'byline: The Associated Press contributed to this report.');
  });

  it('trailing lines without a stop, and footers in another language', () =>
    reads(
      ...body,
      'boilerplate: Überschwemmungen: Kommentare der Leser',
      'boilerplate: Five things to know about weirs',
    ));

  it('speech in the last line stays', () => reads(...body, 'paragraph: “We have seen worse”'));
});

describe('layout: headings', () => {
  it('short lines above a paragraph, and between dashes', () =>
    reads(
      lead,
      'heading: Low water, high tempers',
      more,
      'heading: – All calm? –',
      last,
      'heading: WHO PAYS',
      lead.replace('metre', 'foot'),
    ));
  it('a lead-in is a paragraph', () => reads(lead, 'paragraph: Ward went on:', more, last));
  it('notes without stops have no headings', () => {
    const text =
      'Met Ward at the lock\n\nhe thinks the weir is fine\n\nTalk to Okafor about the money\n\nask for the file';
    assert.ok(
      layoutArticle(text)
        .blocks.slice(1)
        .every(it => it.kind === 'paragraph'),
    );
  });
});

describe('layout: transcripts and notes', () => {
  it('speakers in capitals', () => {
    const text =
      'Interview at the lock\n\nQUILL: Will it hold?\nWARD: It has held for thirty years.\nI sleep well.\nWard drinks water.\n(Laughter.)\nQUILL: And the money?\nWARD: Ask the mayor.';
    assert.deepEqual(draw(text, layoutArticle(text)), [
      'title: Interview at the lock',
      'transcript: QUILL: Will it hold?',
      'transcript: WARD: It has held for thirty years.',
      'transcript: I sleep well.',
      'paragraph: Ward drinks water.',
      'paragraph: (Laughter.)',
      'transcript: QUILL: And the money?',
      'transcript: WARD: Ask the mayor.',
    ]);
  });
  it('one line of notes', () =>
    reads(
      'title: Notes from the quay',
      'transcript: Ward: We will not sail before the pay is in our hands.',
      'paragraph: He walked off after that, and the crews with him.',
    ));
  it('questions and answers', () =>
    reads(
      'title: Six questions for the keeper',
      'transcript: Q: Will the weir hold?',
      'transcript: A: It has held for thirty years.',
      'transcript: Q. Who pays?',
      'transcript: A. Not me.',
    ));
  it('labels with times, roles and titles', () =>
    reads(
      'title: The hearing',
      'transcript: [00:01:12] WARD: We sail at dawn.',
      'transcript: MAYOR OKAFOR (on the phone): You do not.',
      'transcript: Denis Ward, keeper: We do, and you will watch us.',
    ));
  it('words in marks after a label are a quotation, not a transcript', () =>
    reads(lead, 'paragraph: Ward: “We sail at dawn.”', last));
  it('datelines, facts and lists are no speech', () =>
    reads(
      'paragraph: Mexico City: The two ministers met on Friday to talk about the river, an official said.',
      'paragraph: LONDON: Shares rose on Friday as traders took heart from the talks.',
      'paragraph: Background: The weir was built in 1911 and has been repaired twice.',
      'paragraph: Where: the old customs house, from nine.',
      'paragraph: Correction: An earlier version gave the wrong height of the weir.',
      'paragraph: Veland: Adela Fontaine, Miguel Soto, Ignacio Ruiz, Lucia Zamora.',
      last,
    ));
  it('a place that the text names again, before a sentence that ends in who said so, is a dateline', () =>
    reads(
      'title: Princess to marry',
      'paragraph: HOLTMARK: The princess will marry in June, the palace said. “I am very happy,” she said.',
      'paragraph: The wedding will be in Holtmark.',
      last,
    ));
});

describe('layout: lines and paragraphs', () => {
  it('one paragraph a line, without blank lines', () => {
    const text = body.map(it => it.slice(11)).join('\n');
    assert.deepEqual(draw(text, layoutArticle(text)), body);
  });
  it('hard-wrapped lines belong together', () => {
    const text =
      'RIVER RISES AGAIN\n\n   PORT ALDER _ The river rose by a metre on Friday, and the keepers of\nthe lower lock were told to stay at home until the council had met and\nhad decided what to do about the weir.\n   “We have seen worse,” said Ward, who has kept the lock for thirty\nyears and has the boots to show for it. “Once.”\n   The council will meet on Tuesday to decide about the weir and about\nwho pays for it.\n';
    assert.deepEqual(
      draw(text, layoutArticle(text)).map(it => it.slice(0, 30)),
      [
        'title: RIVER RISES AGAIN',
        'paragraph: PORT ALDER _ The ri',
        'paragraph: “We have seen worse',
        'paragraph: The council will me',
      ],
    );
  });
  const wrapped: readonly (readonly [string, string])[] = [
    [
      'three full lines that break off within a sentence',
      'The hearing was long, and few stayed to its end. “Washing\nnets is no work for a council that never mended one,”\nAna Lane said.',
    ],
    ['a quotation with its comma, and who said it', '“The quay is closed,”\nAna Lane said on Tuesday.'],
    ['a name cut in two', '“The quay is closed,” Ana\nLane said on Tuesday.'],
    ['a question, and who asked it', '“Will the quay close?” Mayor Ana\nLane asked on Tuesday.'],
    [
      'a quotation that is open for more than a line',
      '“The quay and\nBo Hart’s boats\nLane End knows are closed,” Ana Lane said.',
    ],
    [
      'a line that ends with a sentence in an open quotation',
      '“I never heard the idea that she had to leave. I was not there.\nThe others were,” Ana Lane said.',
    ],
    [
      'sentences that end at the end of a line in an open quotation',
      '“You know what?\nChristians have a book that says it\nThe others have it as well,” Ana Lane said.',
    ],
    ['a title at the end of a line', '“The quay is closed,” Rear Adm.\nAna Lane said on Tuesday.'],
    ['an initial at the end of a line', '“The quay is closed,” A.\nLane said on Tuesday.'],
    ['a dash at the beginning of a line', '“The quay is closed\n— and closed it stays,” Ana Lane said.'],
  ];
  for (const [name, text] of wrapped) {
    it(`few wrapped lines: ${name}`, () => {
      const paragraph = `The boats lay in the harbour.\n\n${text}\n`;
      const blocks = layoutArticle(paragraph).blocks.map(it => paragraph.slice(it.start, it.end));
      assert.deepEqual(blocks.slice(-1), [text]);
    });
  }
  it('few short lines of their own stay apart', () => {
    const lists = [
      'River rises again\nKeepers wait for the council\nThe river rose by a metre on Friday, Ward said.',
      'Council to decide on Tuesday who will pay for it\nThe Weir Keepers of Holt are told to stay at home\nThe River Board met behind closed doors on Friday',
      '“The quay is closed.”\nAna Lane said so on Tuesday.',
    ];
    for (const text of lists) {
      const blocks = layoutArticle(`The boats lay in the harbour.\n\n${text}\n`).blocks.slice(
        -text.split('\n').length,
      );
      assert.equal(blocks.length, text.split('\n').length);
      assert.ok(
        blocks.every(it => it.end - it.start < 100),
        text,
      );
    }
  });
  it('a sentence broken by a link goes on', () => {
    const text = 'The river rose on Friday, Ward told\nthe Harbour Times\nin a letter.\n\nIt was long.';
    assert.deepEqual(draw(text, layoutArticle(text)), [
      'paragraph: The river rose on Friday, Ward told / the Harbour Times / in a letter.',
      'paragraph: It was long.',
    ]);
  });
  it('carriage returns, tabs and unbreakable spaces', () => {
    const text =
      '\ufeffRiver rises again\r\n\r\n\u00a0\tThe river rose by a metre.\u00a0\r\n \r\nThe council met, and Ward with it.\r\n';
    assert.deepEqual(draw(text, layoutArticle(text)), [
      'title: River rises again',
      'paragraph: The river rose by a metre.',
      'paragraph: The council met, and Ward with it.',
    ]);
  });
});

describe('layout: what an article says of itself', () => {
  const prose = body.map(it => it.slice(11)).join('\n\n');
  const dates: readonly (readonly [string, string, string | undefined])[] = [
    ['February 8, 2024 / 2:48 AM / 3 months ago\n\n', '', '2024-02-08'],
    [' date 2024-05-03 ', '', '2024-05-03'],
    ['Published: 3 May 2024\n\n', '', '2024-05-03'],
    ['Updated 9:12 p.m. ET, May 4, 2024\nPosted on May 3rd, 2024\n\n', '', '2024-05-03'],
    ['2024-05-03T10:00:00Z\n\n', '', '2024-05-03'],
    ['Friday, 03/05/2024\n\n', '', undefined],
    ['Friday, 23/05/2024\n\n', '', '2024-05-23'],
    ['', 'articles/2024-05-03-budget.txt', '2024-05-03'],
    ['', 'articles/2024/05/03/budget.txt', '2024-05-03'],
    ['', 'articles/20240503_budget.txt', '2024-05-03'],
    ['', 'articles/2024-13-45-budget.txt', undefined],
    ['', 'articles/12024050399.txt', undefined],
    ['Published: 3 May 2024\n\n', 'articles/2020-01-01.txt', '2024-05-03'],
    ['PORT ALDER, May 3 2024 (Northwire) - ', '', '2024-05-03'],
    ['https://harbour.example/2024/05/03/river\n\n', '', '2024-05-03'],
    ['On 3 May 2024 the river rose, Ward wrote in his book. ', '', undefined],
  ];
  for (const [head, path, date] of dates) {
    it(`the date of ${JSON.stringify(head + path)}`, () =>
      assert.equal(layoutArticle(head + prose, path).date, date));
  }
  it('a glued date is no word of the paragraph', () => {
    const text = ` date 2024-05-03 ${prose}`;
    const first = layoutArticle(text).blocks[0]!;
    assert.equal(text.slice(first.start, first.start + 15), 'The river rose ');
  });

  const outlets: readonly (readonly [string, string | undefined])[] = [
    ['PORT ALDER (Northwire) - ', 'Northwire'],
    ['NAIROBI, May 6 (IPS) — ', 'IPS'],
    ['Source: Harbour Times\n\n', 'Harbour Times'],
    ['https://www.harbour.example/river\n\n', 'harbour.example'],
    ['Lucia Zamora (Senate) - who was not asked - stayed away. ', undefined],
    ['Ward told the Harbour Times so. ', undefined],
  ];
  for (const place of [
    'Vila do Mar',
    'Pont de Lune',
    'Alta la Vista',
    'HAVN am See',
    'STOKE upon Weir',
    'HAVN-',
  ]) {
    it(`the outlet after ${place}`, () =>
      assert.equal(layoutArticle(`${place} (AP) - ${prose}`).outlet, 'AP'));
  }
  for (const [head, outlet] of outlets) {
    it(`the outlet of ${JSON.stringify(head)}`, () =>
      assert.equal(layoutArticle(head + prose).outlet, outlet));
  }

  it('front matter, of Markdown and of plain text', () => {
    const text = `---\ntitle: "River rises"\ndate: 2024-05-03\noutlet: Harbour Times\nauthor: Nora Quill\n---\n\n# River rises again\n\n${prose}`;
    for (const path of ['a.md', 'a.txt']) {
      const { blocks, ...about } = layoutArticle(text, path);
      assert.deepEqual(about, {
        text,
        title: 'River rises',
        date: '2024-05-03',
        outlet: 'Harbour Times',
        byline: 'Nora Quill',
        words: prose.split(/\s+/).length + 'River rises again'.split(' ').length,
      });
      assert.deepEqual(
        blocks.map(it => it.kind),
        ['code', 'title', 'paragraph', 'paragraph', 'paragraph'],
      );
    }
  });
  it('a Markdown article', () => {
    const text =
      '# River *rises*\n\nThe [river](https://harbour.example "title") rose, **Ward** said.\n\n## Who pays\n\nNobody knows it.\n\n> “We do,” said Okafor.\n';
    const layout = layoutArticle(text, 'river.md');
    assert.equal(layout.title, 'River rises');
    assert.deepEqual(
      layout.blocks.map(it => it.kind),
      ['title', 'paragraph', 'heading', 'paragraph', 'blockquote'],
    );
  });
});

describe('layout: always', () => {
  it('blocks are in order, apart, trimmed and numbered; hidden spans lie in them', () => {
    const piece = fc.constantFrom(
      '\n',
      '\n\n',
      '\r\n',
      ' ',
      'WARD: ',
      'The river rose.',
      '"',
      '# ',
      '> ',
      '- ',
      '```',
      '---\n',
      '<!-- ',
      ' -->',
      '[a](b)',
      '[@x]',
      '*',
      'http://a.b/c',
      '|',
      'Photo: ',
      'By ',
      'Ward',
      '2024-05-03',
      '\t',
      '    ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 50 }), fc.constantFrom('a.txt', 'a.md'), (pieces, path) => {
        const text = pieces.join('');
        let end = 0;
        layoutArticle(text, path).blocks.forEach((block, index) => {
          assert.ok(block.start >= end && block.start < block.end && block.end <= text.length);
          assert.equal(block.paragraph, index + 1);
          assert.doesNotMatch(text.slice(block.start, block.end), /^\s|\s$/);
          let at = block.start;
          for (const hidden of block.hidden) {
            assert.ok(
              at <= hidden.start && hidden.start < hidden.end && hidden.end <= block.end,
              JSON.stringify(text),
            );
            at = hidden.end;
          }
          end = block.end;
        });
      }),
      { numRuns: 3000 },
    );
  }).timeout(20_000);

  it('time grows as the text does', function () {
    this.timeout(60_000);
    const hostile = [
      'a ',
      'Ward: yes.\n',
      '\n',
      '[',
      '](',
      '`',
      '<!-- ',
      '<a ',
      '* ',
      '> ',
      '- - ',
      'Photo (',
      '| a |\n',
      '"a" said B. ',
      'https://',
      '{',
      '[^',
      '__a',
      ' \t',
      'By A, ',
      '[@a',
      '``\n\n',
      '[[',
    ];
    for (const part of hostile) {
      for (const path of ['a.txt', 'a.md']) {
        const time = (length: number): number => {
          const text = part.repeat(length / part.length);
          return timeOf(() => layoutArticle(text, path));
        };
        const sizes = { little: () => time(15_000), much: () => time(120_000), least: 4 };
        assertGrowth(30, sizes, `${JSON.stringify(part)} ${path}`);
      }
    }
  });
});
