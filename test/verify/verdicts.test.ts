import { strict as assert } from 'node:assert';
import { defaultProject } from '../../server/src/core/project.ts';
import { article, corpusOf, draftOf, judge } from './stage.ts';

const gazette = article(
  'gazette.txt',
  `
# Harbour ‘will be rebuilt by spring’, mayor vows
Ann Lee | “We will not close the harbour before May, and nobody asked us to,” Ann Lee said. “About 40 boats depend on it. They pay $2.5 million a year.”
Bo Marsh | “The old crane must go,” said Bo Marsh, the engineer. “It may fall on somebody.”
The council has talked about the crane for eleven years without a vote.
Bo Marsh | “I told them ‘take the money and run’ and they laughed,” Marsh said.
Ann Lee | “My aunt [Greta Lee] built the first jetty with (mostly) stolen timber,” Ann Lee said.
an official | “The papers were signed on Tuesday evening,” an official said.
? | “Nobody ever paid for the second jetty,” it said.
Bo Marsh | “Is it safe to stand here? Not for long,” Marsh said. “Move!”
Cy Olmedo | Cy Olmedo spoke of “a slow and costly mistake”.
The so-called “harbour of tears” was painted green.
`,
  { date: '2024-05-03' },
);
const courier = article(
  'courier.txt',
  `
Ann Lee | “Some 40 boats depend on it,” Ann Lee said. “We want a harbour that works for people who fish.”
`,
  { date: '2024-05-04' },
);
const herald = article(
  'herald.txt',
  `
Ann Lee | “We want a harbor that works for those who fish,” Ann Lee said.
Dee Fox | “The old crane must stay,” Dee Fox said.
`,
  { date: '2024-05-04' },
);
const tribune = article(
  'tribune.txt',
  `
Eve Roth | “We’re sure they’ll pay the pilots, and she can’t steer a ferry,” Eve Roth said. “I’m told he’d paid the tolls. I am glad of the crane. They asked me to stay but I can not.”
`,
  { date: '2024-05-05' },
);
const corpus = corpusOf(gazette, courier, herald, tribune);

/** Verdict, draft, and what else is expected: changes as `class:source>draft`, or differences. */
const cases: readonly (readonly [string, string, ...string[]])[] = [
  // Verified, and what never counts.
  ['verified', 'Bo Marsh | “The old crane must go,”'],
  ['verified', 'Bo Marsh | “the old crane must go.”', 'case', 'typography'],
  ['verified', 'Bo Marsh | “old crane must”'],
  ['verified', 'Bo Marsh | “The old crane must go. It may fall on somebody,”', 'split'],
  ['verified', 'Bo Marsh | “The old crane … may fall on somebody.”', 'ellipsis'],
  ['verified', 'Bo Marsh | “The old crane [...] may fall on somebody.”', 'ellipsis'],
  ['verified', 'Bo Marsh | “The old [harbour] crane must go,”', 'brackets'],
  ['verified', 'Bo Marsh | “[That thing] must go,”', 'brackets'],
  ['verified', 'Bo Marsh | “The old crane must go [sic].”'],
  ['verified', 'Bo Marsh | “[I]t may fall on somebody.”'],
  ['verified', 'Ann Lee | “They pay $2.5 million a year.”'],
  ['verified', 'Ann Lee | “My aunt [Greta Lee] built the first jetty”'],
  ['verified', 'Ann Lee | “My aunt built the first jetty”', 'brackets'],
  ['verified', 'Ann Lee | “the first jetty with stolen timber”', 'brackets'],
  ['verified', 'Bo Marsh | “Is it safe to stand here? Not for long,”'],
  ['verified', '? | “The old crane must go,”'],
  ['verified', 'an official | “The papers were signed on Tuesday evening,”'],
  ['verified', 'Ann Lee | “The papers were signed on Tuesday evening,”'],
  ['verified', 'Ann Lee | “Nobody ever paid for the second jetty,”'],
  ['verified', 'Cy Olmedo | “costly mistake”'],
  // Altered, by class.
  ['altered', 'Ann Lee | “We will close the harbour before May, and nobody asked us to,”', 'negation:not>'],
  [
    'altered',
    'Ann Lee | “We will not close the harbour before June, and nobody asked us to,”',
    'name:May>June',
  ],
  ['altered', 'Ann Lee | “They pay $2.5 billion a year.”', 'number:million>billion'],
  ['altered', 'Ann Lee | “They pay $3.5 million a year.”', 'number:$2.5>$3.5'],
  ['altered', 'Bo Marsh | “It will fall on somebody.”', 'modal:may>will'],
  ['altered', 'Bo Marsh | “It may fall on you.”', 'pronoun:somebody>you'],
  ['altered', 'Bo Marsh | “The old crane must leave,”', 'wording:go>leave'],
  // A contraction written out says the same, in other words.
  ['altered', 'Eve Roth | “We are sure they’ll pay the pilots,”', 'wording:We’re>We are'],
  ['altered', 'Eve Roth | “We’re sure they will pay the pilots,”', 'wording:they’ll>they will'],
  ['altered', 'Eve Roth | “and she cannot steer a ferry,”', 'wording:can’t>cannot'],
  ['altered', 'Eve Roth | “I’m told he had paid the tolls.”', 'wording:he’d>he had'],
  ['altered', 'Eve Roth | “I’m told he would paid the tolls.”', 'wording:he’d>he would'],
  ['altered', 'Eve Roth | “I’m glad of the crane.”', 'wording:I am>I’m'],
  ['altered', 'Eve Roth | “They asked me to stay but I can’t.”', 'wording:can not>can’t'],
  ['altered', 'Eve Roth | “They are sure they’ll pay the pilots,”', 'pronoun:We’re>They are'],
  ['altered', 'Eve Roth | “We’re sure they may pay the pilots,”', 'modal:they’ll>they may'],
  ['altered', 'Eve Roth | “and she can steer a ferry,”', 'negation:can’t>can'],
  ['altered', 'Bo Marsh | “The very old crane must go,”', 'wording:>very'],
  ['altered', 'Bo Marsh | “The old crane must not go,”', 'negation:>not'],
  ['altered', 'Ann Lee | “40 boats and barges depend on it.”', 'wording:>and barges'],
  ['altered', 'Ann Lee | “The harbour depends on about 40 boats.”'],
  ['altered', 'Bo Marsh | “Is it safe to stand here. Not for long,”', 'wording:?>.'],
  ['altered', 'Bo Marsh | “The old crane must go!”', 'wording:,>!'],
  ['altered', 'Bo Marsh | “The old crane must [never] go,”', 'negation:>[never]'],
  ['altered', 'Bo Marsh | “It [will] fall on somebody.”', 'modal:may>[will]'],
  ['altered', 'Ann Lee | “My aunt Greta Lee built the first jetty”', 'name:[Greta Lee]>Greta Lee'],
  ['altered', 'Ann Lee | “My aunt [Petra Lee] built the first jetty”'],
  // Dropped without a sign.
  [
    'omission',
    'Ann Lee | “They pay $2.5 million a year. About 40 boats depend on it.”'.replace(
      /.*/,
      'Bo Marsh | “The crane must go,”',
    ),
  ],
  [
    'omission',
    'Ann Lee | “We will not close the harbour before May, and nobody asked us to. They pay $2.5 million a year.”',
  ],
  ['altered', 'Ann Lee | “We will not close the harbour before May, and asked us to,”', 'negation:nobody>'],
  // Parts that were not said as one.
  ['stitched', 'Ann Lee | “My aunt built the first jetty … nobody asked us to,”'],
  ['stitched', 'Bo Marsh | “It may fall on somebody … the old crane must go,”'],
  ['stitched', 'Bo Marsh | “The old crane must go … take the money and run”'],
  [
    'stitched',
    'Ann Lee | “We will not close the harbour before May. We want a harbour that works for people who fish.”',
  ],
  // Not the speaker's own.
  ['nested', 'Bo Marsh | “take the money and run”'],
  ['not-speech', 'Ann Lee | “The council has talked about the crane for eleven years”'],
  ['not-speech', 'Cy Olmedo | “spoke of a slow and costly mistake”'],
  ['misattributed', 'Ann Lee | “The old crane must go,”'],
  ['misattributed', 'Bo Marsh | “a slow and costly mistake”'],
  // In other words elsewhere.
  ['variants', 'Ann Lee | “We want a harbour that works for people who fish.”'],
  ['variants', 'Ann Lee | “We want a harbor that works for those who fish.”'],
  // Nowhere.
  ['not-found', 'Ann Lee | “Harbour will be rebuilt by spring”'],
  ['not-found', 'Ann Lee | “The lighthouse keeper danced all night with his goat,”'],
  // No claim.
  ['skipped', 'They called it “harbour of tears” and left.'],
  ['skipped', 'They bought “the crane” for a song.'],
];

/** What is said beside the running text is far from it, near to it, or as near. */
const besideText = article(
  'b.txt',
  [
    'Dee Orr | “The lock on the north side has to be shut tonight,” she said.',
    'Dee Orr | The grey lock on the far side of town must be shut by Friday, the council wrote.',
    'Dee Orr | The council wrote so. “The tower will stand for another hundred years,” she said.',
  ].join('\n'),
);

describe('verdicts', () => {
  it('are about the running text only where that is nearer than what was said beside it', () => {
    const told = (words: string): readonly string[] =>
      judge(corpusOf(besideText), `Dee Orr | “${words}”`)[0]!.holds;
    assert.deepEqual(told('The grey lock on the far side of town must be shut by Monday,'), [
      'altered',
      'not-speech',
    ]);
    assert.deepEqual(told('The lock on the north side has to be shut on Monday,'), ['altered']);
    assert.deepEqual(told('The tower will stand for another thousand years,'), ['altered']);
  });

  it('are that words were put together only where hardly any of them were never said', () => {
    const said = corpusOf(
      article(
        'a.txt',
        [
          'Ann Lee | “The old crane on the north quay must go before the winter,” she said.',
          'Ann Lee | “Forty boats and their crews depend on the harbour every day,” she said.',
        ].join('\n'),
      ),
    );
    const told = (words: string): string => judge(said, `Ann Lee | “${words},”`)[0]!.verdict;
    const [one, other] = ['The old crane on the north quay must go', 'forty boats and their crews depend'];
    assert.equal(told(`${one}; ${other}`), 'stitched');
    assert.equal(told(`${one} zebra lantern pickle; ${other}`), 'not-found');
    assert.equal(told(`${one}; ${other} upon zebra lantern pickle`), 'not-found');
  });

  for (const [verdict, draft, ...more] of cases) {
    it(`${verdict}: ${draft}${more.length > 0 ? ` (${more.join(', ')})` : ''}`, () => {
      const [said] = judge(corpus, draft);
      assert.ok(said);
      const changes = said.changes.map(it => `${it.class}:${it.source}>${it.draft}`);
      const told = JSON.stringify([
        said.holds,
        changes,
        said.differences,
        said.clipped?.text,
        said.passages.map(it => it.text),
      ]);
      assert.equal(said.verdict, verdict, told);
      for (const one of more) {
        assert.ok(
          changes.includes(one) || (said.differences as string[]).includes(one),
          `${one} is not in ${told}`,
        );
      }
      assert.equal(said.holds[0], verdict);
    });
  }

  it('says all that holds, the gravest first', () => {
    const [said] = judge(corpus, 'Ann Lee | “The old crane must leave,”');
    assert.deepEqual(said?.holds, ['altered', 'misattributed']);
    assert.equal(said.givenTo.match, 'different');
  });

  it('gives the source’s words to put in, the draft’s punctuation and brackets kept', () => {
    const texts = (draft: string): string[] => judge(corpus, draft)[0]!.replacements.map(it => it.text);
    assert.deepEqual(texts('Bo Marsh | “The old [rusty] crane must leave.”'), [
      'The old [rusty] crane must go.',
    ]);
    assert.deepEqual(texts('Bo Marsh | “the old crane must leave … fall on somebody,”'), [
      'the old crane must go … fall on somebody,',
    ]);
    assert.deepEqual(texts('Ann Lee | “My aunt built the second jetty with timber,”'), [
      'My aunt [Greta Lee] built the first jetty with (mostly) stolen timber,',
    ]);
    assert.deepEqual(texts('Bo Marsh | “The old crane must go!”'), ['The old crane must go.']);
    assert.deepEqual(texts('Bo Marsh | “The old crane must go,”'), []);
  });

  it('offers every outlet’s words where they differ from the draft and from each other', () => {
    const [said] = judge(corpus, 'Ann Lee | “We want a harbour that works for all who fish.”');
    assert.equal(said?.verdict, 'altered');
    assert.deepEqual(said.replacements.map(it => it.text).sort(), [
      'We want a harbor that works for those who fish.',
      'We want a harbour that works for people who fish.',
    ]);
  });

  it('shows the other outlet’s words of a variant', () => {
    const [said] = judge(corpus, 'Ann Lee | “We want a harbour that works for people who fish.”');
    assert.deepEqual(
      said?.variants.map(it => [it.text, it.passages.map(at => at.article.path)]),
      [['We want a harbor that works for those who fish.', ['herald.txt']]],
    );
  });

  it('holds a mix of two outlets’ words to be altered', () => {
    const one = article(
      'one.txt',
      'Ann Lee | “We restore the duly elected council, and fair, open quotas,”',
      {},
    );
    const two = article(
      'two.txt',
      'Ann Lee | “We restore the elected council, and fair and open quotas,”',
      {},
    );
    const mix = 'Ann Lee | “We restore the elected council, and fair, open quotas,”';
    assert.equal(judge(corpusOf(one, two), mix)[0]?.verdict, 'altered');
    // What somebody else says is nothing to mix with.
    const other = article('two.txt', two.text.replace(/^/, 'Bo Marsh | '), {});
    assert.equal(judge(corpusOf(one, other), mix)[0]?.verdict, 'omission');
  });

  it('names the spelling of the source', () => {
    const [said] = judge(corpus, 'Ann Lee | “We will not close the harbor before May,”');
    assert.deepEqual(
      [said?.verdict, said?.differences, said?.spelling],
      ['verified', ['spelling'], 'We will not close the harbour before May,'],
    );
  });

  it('points at each piece of an elided or split quotation', () => {
    const texts = (draft: string): string[] => judge(corpus, draft)[0]!.passages.map(it => it.text);
    assert.deepEqual(texts('Bo Marsh | “The old crane must go. It may fall on somebody.”'), [
      'The old crane must go,',
      'It may fall on somebody.',
    ]);
    assert.deepEqual(texts('Ann Lee | “We will not close the harbour … nobody asked us to,”'), [
      'We will not close the harbour',
      'nobody asked us to,',
    ]);
  });

  it('shows the headline where only that has the words', () => {
    const [said] = judge(corpus, 'Ann Lee | “Harbour will be rebuilt by spring”');
    assert.deepEqual(
      said?.passages.map(it => [it.paragraph, it.text]),
      [[1, 'Harbour ‘will be rebuilt by spring']],
    );
  });

  it('says what whole sentences were left out', () => {
    const [said] = judge(
      corpus,
      'Ann Lee | “We will not close the harbour before May, and nobody asked us to. They pay $2.5 million a year.”',
    );
    assert.deepEqual([said?.omitted, said?.changes], ['About 40 boats depend on it', []]);
  });

  it('checks a few words only beside a cue, and then in their speaker’s mouth', () => {
    assert.equal(judge(corpus, 'Ann Lee | “nobody asked us”')[0]?.verdict, 'verified');
    assert.equal(judge(corpus, 'Bo Marsh | “Move!”')[0]?.verdict, 'verified');
    assert.equal(judge(corpus, 'Ann Lee | “Move!”')[0]?.verdict, 'misattributed');
    assert.equal(judge(corpus, 'Dee Fox | “it”')[0]?.verdict, 'not-found');
    assert.equal(judge(corpus, 'Ann Lee | “about 30 boats”')[0]?.verdict, 'altered');
  });

  it('checks a long sentence even where no speech was recognised', () => {
    const [said] = judge(
      corpus,
      'One line: “We will close the harbour before May, and nobody asked us to,” it went.',
    );
    assert.equal(said?.verdict, 'altered');
  });

  it('follows the project: fewer words may be checked without a cue', () => {
    const project = { ...defaultProject, minimumWords: 2 };
    const draft = draftOf('? | “goats sing”');
    const [quotation] = draft.quotations;
    const uncued = { ...draft, quotations: [{ ...quotation!, cue: undefined }] };
    assert.equal(judge(corpus, uncued)[0]?.verdict, 'skipped');
    assert.equal(judge(corpus, uncued, project)[0]?.verdict, 'not-found');
  });

  it('does not take a draft in brackets for words that stand', () => {
    const [said] = judge(corpus, 'Bo Marsh | “[The mayor lied to us all and everybody knows it] must go,”');
    assert.notEqual(said?.verdict, 'verified');
  });

  it('reads a running quotation as one', () => {
    const running = article(
      'running.txt',
      'Ann Lee | “We asked for boats.\n+ Ann Lee | “We got paper instead,” she said.',
    );
    const [said] = judge(corpusOf(running), 'Ann Lee | “We asked for boats. We got paper instead,”');
    assert.deepEqual([said?.verdict, said?.differences], ['verified', ['split']]);
  });
});
