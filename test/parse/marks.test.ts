import assert from 'node:assert/strict';
import fc from 'fast-check';
import { layoutArticle } from '../../server/src/core/parse/layout.ts';
import { findQuotations } from '../../server/src/core/parse/marks.ts';
import type { Block } from '../../server/src/core/parse/reading.ts';

/** Takes the brackets ⟦ ⟧ out of a drawing. */
function undraw(drawing: string): string {
  return drawing.replace(/[⟦⟧⟨⟩¡]/g, '');
}

/** Every block a paragraph: marks are read by themselves, whatever a block is. */
function paragraphs(text: string): Block[] {
  const blocks: Block[] = [];
  for (const found of text.matchAll(/\S[^\n]*(?:\n[^\n]+)*/g)) {
    const end = found.index + found[0].trimEnd().length;
    blocks.push({ start: found.index, end, kind: 'paragraph', paragraph: blocks.length + 1, hidden: [] });
  }
  return blocks;
}

/** Draws ⟦ ⟧ around quotations, ⟨ ⟩ around what is nested in them, and ¡ before an opening mark that never closes. */
function draw(text: string, blocks: readonly Block[]): string {
  const { quotations, unbalanced } = findQuotations(text, blocks);
  const strokes: { at: number; order: number; stroke: string }[] = [];
  for (const it of quotations) {
    strokes.push({ at: it.start, order: 2, stroke: '⟦' }, { at: it.end, order: 1, stroke: '⟧' });
    for (const inner of it.nested) {
      strokes.push({ at: inner.start, order: 3, stroke: '⟨' }, { at: inner.end, order: 0, stroke: '⟩' });
    }
  }
  for (const it of unbalanced) strokes.push({ at: it.start, order: 4, stroke: '¡' });
  strokes.sort((one, other) => other.at - one.at || other.order - one.order);
  return strokes.reduce((drawn, { at, stroke }) => drawn.slice(0, at) + stroke + drawn.slice(at), text);
}

function holds(drawing: string): void {
  const text = undraw(drawing);
  assert.equal(draw(text, paragraphs(text)), drawing);
}

const shapes: Readonly<Record<string, string>> = {
  curly: '“⟦The ferry will sail,⟧” Ward said. “⟦Nobody stays behind.⟧”',
  straight: '"⟦The ferry will sail,⟧" Ward said. "⟦Nobody stays behind.⟧"',
  'punctuation outside': '"⟦The ferry will sail⟧", Ward said. He called it "⟦a promise⟧".',
  'two single marks': "''⟦The ferry will sail,⟧'' Ward said. ''⟦Nobody stays behind.⟧''",
  'two curly single marks': '‘‘⟦The ferry will sail,⟧’’ Ward said.',
  backticks: "``⟦The ferry will sail,⟧'' Ward said. He called it ``⟦a promise.⟧''",
  guillemets: '«⟦The ferry will sail⟧», Ward said. « ⟦Nobody stays⟧ », he added.',
  'guillemets turned inwards': '»⟦The ferry will sail⟧«, Ward said.',
  'low opening mark': '„⟦The ferry will sail⟧“, Ward said. „⟦Nobody stays⟧”, he added.',
  'single marks outside': '‘⟦The ferry will sail,⟧’ Ward said. ‘⟦Nobody stays behind.⟧’',
  'straight single marks outside': "'⟦The ferry will sail,⟧' Ward said. 'Tis '⟦a promise⟧'.",
  'low single marks': '‚⟦The ferry will sail,⟧‘ Ward said. „⟦She told me, ‚⟨Go home.⟩‘ We stay⟧“, he added.',
  'low single marks for commas': 'The ferry‚Ward said‚will sail‚ and ‘⟦nobody stays⟧’.',
  'low single marks of garbled text': 'Ward cites Ã¢â‚¬ËœThe FerryÃ¢â‚¬Â„ again.',
  'mixed pair': '“⟦The ferry will sail,⟧" Ward said. "⟦Nobody stays,⟧” he added.',
  'closing glyph in front': '”⟦The ferry will sail,⟧” Ward said.',
  'opening glyph behind': 'He called the plan “⟦mostly false⟧“ and left. “⟦We sail,⟧” he said.',
  'broken opening mark': 'The house spoke of ‘”⟦resolve to keep the river open.⟧” It said no more.',
  'marks in brackets': 'The board (“⟦the keepers⟧”) met.',
  'a colon and no space': 'Ward said:"⟦The ferry will sail.⟧" He left.',
  'no space after': '"⟦The ferry will sail,⟧"he said. "⟦We go,⟧"she said.',
  'a space too many': '" ⟦The ferry will sail,⟧ " Ward said, a "⟦lyin⟧ " sort of day.',
  'a space on the wrong side': 'Ward said," ⟦We will sail.⟧" Then he left.',
  'an ellipsis first': 'Ward said “⟦… the ferry will sail⟧” and "⟦...nobody stays⟧".',
  'dashes beside': 'The plan—“⟦a promise⟧”—and the "⟦pier⟧"-side café.',
  'doubled by a spreadsheet': 'Ward called it ""⟦an honest day⟧"" at sea.',
  'inches for a closing mark': 'He said “⟦9/11⟧″ and called the workers “⟦a harassed lot.⟧″ So be it.',
  'an empty pair': 'He typed "" and “” and went on: “⟦We sail.⟧”',
  'a year before the mark': '"⟦We won in 2016⟧" he said. "⟦And in 20⟧" she said.',
  'one word': 'She called it “⟦painful⟧” for some.',
  'question and name': '“⟦Who pays?⟧” Okafor asked. “⟦You!⟧” Ward shouted.',
  'a link in the middle': 'Ward said “⟦we\nwill sail⟧” twice.',
};

const nesting: Readonly<Record<string, string>> = {
  'single in double': '“⟦If they say ‘⟨no⟩’ tonight, I will knock,⟧” she said.',
  'straight single in straight double': `"⟦If they say '⟨no⟩' tonight, it's over,⟧" she said.`,
  'double in single': '‘⟦If they say “⟨no⟩” tonight, I will knock,⟧’ she said.',
  'straight in curly': '“⟦They called it "⟨a day out⟩" at the pier,⟧” she said.',
  'curly in straight': '"⟦They called it “⟨a day out⟩” at the pier,⟧" she said. "⟦Twice.⟧"',
  'curly in curly': '“⟦They called it “⟨a day out⟩” at the pier,⟧” she said. “⟦Twice.⟧”',
  'straight in straight': '"⟦They shouted "⟨no sail⟩" at the pier,⟧" she said. "⟦Twice.⟧"',
  'closing together': '“⟦They told me, ‘⟨We will sail.⟩’⟧” She left.',
  'two single marks around one': "''⟦They told me, '⟨We will sail.⟩'⟧'' She left. ''⟦'⟨No,⟩' he told me.⟧''",
  'an apostrophe inside': '“⟦The players’ union won’t sail,⟧” she said. “⟦It’s theirs.⟧”',
  'guillemets in double': '“⟦The sign said «⟨no boats⟩» in red,⟧” she said.',
};

const noMarks: Readonly<Record<string, string>> = {
  'names and contractions': "O’Nolan didn't say the boys’ club's roof wasn’t O'Brien's.",
  'rock and roll': "It was rock ’n’ roll, fish 'n' chips and a rockin’ night in the ’90s and '80s.",
  elisions: "’Tis the season; ‘tis late; get ’em while it's hot, 'cause the '24 crop is small.",
  measures: `She is 5'10" tall, he is 6’2”, and the gun a 12" one on a 6' deck.`,
  possessives: "The players’ union and the owners' lawyers met in Jones’ house for hours' talk.",
  primes: 'The lock stands at 52° 22′ 14″ north, by a 12″ gun.',
};

const beside: Readonly<Record<string, string>> = {
  'measures in a quotation': '"⟦The 12" gun is ready,⟧" she said. "⟦He is 6\'2",⟧" he said.',
  'possessive in UK copy': "'⟦The players' union is wrong,⟧' he said of the players' vote.",
  'plural in single marks': 'the ‘⟦Driftmen⟧’ act, he said, ‘⟦is wrong⟧’',
  'possessive before a quotation': `The boys' father said "⟦it's the players' fault⟧" and left.`,
  headline: "Mayor: '⟦We'll not pay⟧' for owners' mistakes",
  'a decade and a quotation': "In the ’60s they said ‘⟦never⟧’ and in the '70s '⟦maybe⟧'.",
};

const running: Readonly<Record<string, string>> = {
  'opens at each paragraph':
    'Ward said: “⟦The ferry will sail.⟧\n\n“⟦It will sail at dawn.⟧\n\n“⟦Nobody stays behind.⟧”',
  straight: '"⟦The ferry will sail.⟧\n\n"⟦It will sail at dawn,⟧" Ward said.',
  single: '‘⟦The ferry will sail.⟧\n\n‘⟦It will sail at dawn,⟧’ Ward said.',
  'nested inside': '“⟦They told us “⟨no⟩” at the pier and went home.⟧\n\n“⟦So we sailed,⟧” Ward said.',
  'not by another speaker':
    '¡“⟦It is a fair deal, and a safe one,⟧ Denis Ward told reporters on the quay.\n\n“⟦The islands cannot live on post,⟧” said Mayor Ellen Okafor.',
  'not by another speaker, named before':
    'Ward said ¡“⟦it is a fair deal.⟧\n\n“⟦The islands cannot live on post,⟧” said Ellen Okafor.',
  'not before prose': '¡“⟦The ferry will sail at dawn.⟧\n\nNobody believed it.',
  'not before marks of another kind': '¡“⟦The ferry will sail at dawn.⟧\n\n"⟦Never,⟧" said Okafor.',
  'within one paragraph': 'Ward said: ¡"⟦The ferry will sail.⟧ "⟦It will sail at dawn,⟧" he added.',
  'a single mark never closed takes no others':
    'The ¡‘⟦later statement (⟧“⟦We sail⟧”) was his, and “⟦so⟧” was this.',
  'an error in the middle': '¡"⟦We will sail,⟧ he said. "⟦They lost,⟧" she said.',
  'an error spoils nothing':
    'He said ¡"⟦we will sail and nobody stays behind.⟧\n\nShe said "⟦we will not⟧" and left, and "⟦never⟧" again.',
  'a closing mark too many': 'We will sail" he said.\n\nShe said "⟦we will not⟧" and left.',
};

for (const [title, table] of Object.entries({ shapes, nesting, 'no marks': noMarks, beside, running })) {
  describe(`quotation marks: ${title}`, () => {
    for (const [name, drawing] of Object.entries(table)) it(name, () => holds(drawing));
  });
}

describe('quotation marks: what a quotation knows', () => {
  it('its outer span, kind and nesting', () => {
    const text = 'So ‘”we sail,” he said, and ‘now’.';
    const { quotations } = findQuotations(text, paragraphs(text));
    assert.deepEqual(
      quotations.map(it => [text.slice(it.outer.start, it.outer.end), it.mark, it.closed, it.block]),
      [
        ['‘”we sail,”', 'double', true, 0],
        ['‘now’', 'single', true, 0],
      ],
    );
  });

  it('nothing in captions, bylines, boilerplate and code', () => {
    const text = '“one” “two” “three” “four” “five”';
    const kinds = ['caption', 'byline', 'boilerplate', 'code', 'dateline'] as const;
    for (const kind of kinds) {
      const block: Block = { start: 0, end: text.length, kind, paragraph: 1, hidden: [] };
      assert.deepEqual(findQuotations(text, [block]), { quotations: [], unbalanced: [] });
    }
  });

  it('what cannot be seen beside a mark for nothing', () => {
    const gap = '\u200b';
    holds(`“${gap}⟦It is like saying, ‘⟨I could fly,⟩${gap}’⟧${gap} ” said Lane.`);
  });

  it('no mark in a hidden span, and sees through it', () => {
    const text = 'See **“we sail,”** `"x` and "go".';
    const hide = (part: string): { start: number; end: number } => ({
      start: text.indexOf(part),
      end: text.indexOf(part) + part.length,
    });
    const stars = text.lastIndexOf('**');
    const hidden = [hide('**'), { start: stars, end: stars + 2 }, hide('`"x`')];
    const block: Block = { start: 0, end: text.length, kind: 'paragraph', paragraph: 1, hidden };
    const found = findQuotations(text, [block]).quotations.map(it => text.slice(it.start, it.end));
    assert.deepEqual(found, ['we sail,', 'go']);
  });

  it('transcript lines whole, without their label', () => {
    const text = 'WARD: We sail. They said "no" to us.\nOKAFOR (to Ward): Do you?';
    const line = text.indexOf('\n');
    const blocks: Block[] = [
      { start: 0, end: line, kind: 'transcript', paragraph: 1, hidden: [] },
      { start: line + 1, end: text.length, kind: 'transcript', paragraph: 2, hidden: [] },
    ];
    assert.equal(draw(text, blocks), 'WARD: ⟦We sail. They said "⟨no⟩" to us.⟧\nOKAFOR (to Ward): ⟦Do you?⟧');
    assert.ok(findQuotations(text, blocks).quotations.every(it => it.mark === 'none' && it.closed));
  });
});

/** Text in which marks, words and line breaks meet in every order. */
const messy = fc
  .array(
    fc.constantFrom(
      '"',
      '“',
      '”',
      '‘',
      '’',
      "'",
      "''",
      '``',
      '«',
      '»',
      '„',
      ' ',
      '\n\n',
      'word',
      'said',
      'Ward',
      ',',
      '.',
      '—',
      '(',
      '6',
      '5\'10"',
    ),
    { maxLength: 60 },
  )
  .map(it => it.join(''));

describe('quotation marks: always', () => {
  it('spans are in order, apart, inside their block, and nested ones inside them', () => {
    fc.assert(
      fc.property(messy, text => {
        const blocks = paragraphs(text);
        let last = 0;
        for (const it of findQuotations(text, blocks).quotations) {
          const block = blocks[it.block]!;
          assert.ok(
            it.outer.start >= last &&
              it.outer.start <= it.start &&
              it.start < it.end &&
              it.end <= it.outer.end,
          );
          assert.ok(block.start <= it.outer.start && it.outer.end <= block.end);
          assert.ok(!/^\s|\s$/.test(text.slice(it.start, it.end)));
          let inner = it.start;
          for (const nested of it.nested) {
            assert.ok(inner <= nested.start && nested.start < nested.end && nested.end <= it.end);
            inner = nested.end;
          }
          last = it.outer.end;
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('a paragraph is read the same whatever stands before it', () => {
    const paragraph = messy.map(it => it.replaceAll('\n\n', ' ').trim());
    fc.assert(
      fc.property(paragraph, paragraph, (before, text) => {
        const alone = findQuotations(text, paragraphs(text)).quotations;
        const offset = before.length + 2;
        const whole = `${before}\n\n${text}`;
        const block = paragraphs(whole).findIndex(it => it.start >= offset);
        const after = findQuotations(whole, paragraphs(whole)).quotations.filter(it => it.block === block);
        assert.deepEqual(
          after.map(it => [it.start - offset, it.end - offset, it.closed, it.mark]),
          alone.map(it => [it.start, it.end, it.closed, it.mark]),
        );
      }),
      { numRuns: 1500 },
    );
  });

  it('random bytes never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), text => {
        findQuotations(text, layoutArticle(text).blocks);
      }),
    );
  }).timeout(20_000);

  it('time grows as the text does', function () {
    this.timeout(60_000);
    const hostile = ['"', '“', '” “', "' ", "it's ''so'' ", '"a" ', '‘a ', '"a\n\n', '"\'"\' ', '« '];
    for (const part of hostile) {
      const time = (length: number): number => {
        const text = part.repeat(length / part.length);
        const block: Block = { start: 0, end: text.length, kind: 'paragraph', paragraph: 1, hidden: [] };
        const blocks = part.includes('\n') ? paragraphs(text) : [block];
        const started = process.cpuUsage();
        findQuotations(text, blocks);
        return process.cpuUsage(started).user / 1000;
      };
      // Processor time, the better of two, as other work must not count; quadratic growth would be 64-fold.
      const best = (length: number): number => Math.min(time(length), time(length));
      const small = Math.max(4, best(15_000));
      const large = best(120_000);
      assert.ok(
        large < small * 30,
        `${JSON.stringify(part)}: ${String(small)} ms became ${String(large)} ms`,
      );
    }
  });
});
