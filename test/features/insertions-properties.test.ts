import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { check } from '../../server/src/core/features/check.ts';
import { completion } from '../../server/src/core/features/completion.ts';
import { inlineCompletion } from '../../server/src/core/features/inline-completion.ts';
import { insertQuotation } from '../../server/src/core/features/insert-quotation.ts';
import { quotationPassage } from '../../server/src/core/features/places.ts';
import { applyEdits } from '../support/draw.ts';
import { drawnLink, openDraft, openNewsroom } from '../support/newsroom.ts';
import type { DraftCheck } from '../../server/src/core/features/check.ts';
import type { Edit } from '../../server/src/core/features/actions.ts';

const said = [
  'We have mended every lamp on the quay this spring, and nobody in this town will ever sell the park to anybody for the sake of one bad summer',
  'Ask the *council* at https://town.example/plans_of_may?page=2 | before you ask me about [the 37 boats] or snake_case & <b',
  'Why would anybody pay for a lamp # that nobody lit > before - and after - the first of May?',
  'We call it ‘the long quay’ and nobody calls it ‘the park’',
] as const;
const newsrooms = new Map<string, ReturnType<typeof openNewsroom>>();

function newsroom(citation: string): ReturnType<typeof openNewsroom> {
  const known =
    newsrooms.get(citation) ??
    openNewsroom({
      articles: [
        {
          path: 'articles/2024-05-03-quay.txt',
          text: `The quay stays open\n\nMayor Rosa Lindgren spoke on Friday.\n\n${said.map(it => `“${it}${it.endsWith('?') ? '' : ','}” Lindgren said.`).join('\n\n')}\n`,
        },
      ],
      project: JSON.stringify({ citation }),
    });
  newsrooms.set(citation, known);
  return known;
}

const rain = [
  'Rain fell on the roof of the old hall by the quay, and the clerk read',
  'the long agenda aloud to all who had come in from the boats and from',
  'the ferry that had been late again, as it is on most of the days now.',
];
const wraps = (prefix: string): string => rain.join(`\n${prefix}`);

/** Where a quotation goes: `it` has a `¦` at the cursor. */
const markdown: Readonly<Record<string, (it: string) => string>> = {
  paragraph: it => `The hall was full.\n\n${it}\n\nThe end.\n`,
  wrapped: it => `${wraps('')}\n\n${wraps('')}\n${it}\n\nThe end.\n`,
  wrappedOn: it => `${wraps('')}\n\n${it} ${wraps('')}\n`,
  heading: it => `# A brief\n\n## ${it}\n\nThe end.\n`,
  list: it => `- One\n- ${it}\n- Three\n`,
  tabs: it => `-\tOne\n-\t${it}\n-\tThree\n`,
  numbers: it => `1. One\n2. ${it}\n3. Three\n`,
  wrappedList: it => `- ${wraps('  ')}\n- ${wraps('  ')}\n  ${it}\n- Three\n`,
  task: it => `- [ ] ${it}\n- [x] Two\n`,
  quote: it => `> ${it}\n\nThe end.\n`,
  wrappedQuote: it => `> [!NOTE]\n> ${wraps('> ')}\n> ${it}\n> ${wraps('> ')}\n`,
  nested: it => `> Here:\n>\n> > ${it}\n>\n> Two.\n`,
  item: it => `> - ${it}\n> - two\n`,
  quoteInItem: it => `- > ${it}\n- two\n`,
  table: it => `| Who | What |\n|---|---|\n| A | ${it} |\n| B | C |\n`,
  note: it => `A note[^1].\n\n[^1]: ${it}\n\nThe end.\n`,
  matter: it => `---\ntitle: A brief\n---\n\n${it}\n`,
  html: it => `<div class="brief">\n${it}\n</div>\n\nThe end.\n`,
  inHtml: it => `<p>${it}</p>\n\nThe end.\n`,
  ends: it => `Text\n\n${it}`,
};
const plain: Readonly<Record<string, (it: string) => string>> = {
  paragraph: it => `The hall was full.\n\n${it}\n\nThe end.\n`,
  line: it => `The hall was full.\n${it}\nThe end.\n`,
  wrapped: it => `${wraps('')}\n\n${wraps('')}\n\n${wraps('')}\n${it}\n\nThe end.\n`,
  wrappedOn: it => `${wraps('')}\n\n${wraps('')}\n\n${it} ${wraps('')}\n`,
  bullets: it => `The hall was full.\n\n- One\n- ${it}\n- Three\n`,
  tabs: it => `\tThe hall was full.\n\n\t${it}\n\n\tThe end.\n`,
  ends: it => `Text.\n\n${it}`,
};

/** What the draft has around the cursor already; whether the words are begun. */
const begun = [
  'Rosa Lindgren said: “¦',
  'Rosa Lindgren said: “¦”',
  '“¦” Lindgren said.',
  '“¦,” she said.',
] as const;
const frames = [
  '¦',
  'It rained. ¦',
  'Rosa Lindgren said: ¦',
  'Tobias Hahn told them: ¦',
  'It ¦rained.',
  ...begun,
] as const;

interface Case {
  readonly drawn: string;
  readonly path: string;
  readonly which: number;
  readonly citation: string;
  /** Where nothing is written there is no block, or it parts two; a mark that never closes may take in another. */
  readonly isOpen: boolean;
}

const cases = (starts: readonly string[]): fc.Arbitrary<Case> =>
  fc
    .record({
      which: fc.nat({ max: said.length - 1 }),
      frame: fc.constantFrom(...starts),
      shape: fc.constantFrom(
        ...Object.values(markdown).map(it => ['briefs/draft.md', it] as const),
        ...Object.values(plain).map(it => ['briefs/draft.txt', it] as const),
      ),
      lineBreak: fc.constantFrom('\n', '\r\n'),
      citation: fc.constantFrom('none', 'pandoc', 'link', 'footnote'),
    })
    .map(({ which, frame, shape: [path, shape], lineBreak, citation }) => ({
      drawn: shape(frame).replaceAll('\n', lineBreak),
      path,
      which,
      citation,
      isOpen: frame === '¦' || frame.endsWith('“¦'),
    }));

function read({ path, citation }: Case, text: string): DraftCheck {
  return check(newsroom(citation), openDraft({ path, text }, newsroom(citation).corpus));
}

/** The kinds of the blocks, and of the tables their rows; one that was empty may have come by words. */
function shapeOf({ draft: { written, blocks } }: DraftCheck): readonly string[] {
  return blocks.map(
    ({ start, kind }) =>
      `${kind} ${/^[ \t>]*(?:[-+*]|\d+[.)])?/.exec(written.slice(written.lastIndexOf('\n', start - 1) + 1, start))?.[0] ?? ''}`,
  );
}

function holds(it: Case, before: string, edits: readonly Edit[]): string {
  const text = applyEdits(before, edits);
  const then = read(it, text);
  const verdicts = then.verifications.map(found => found.verdict);
  const index = then.draft.quotations.findIndex(
    ({ outer }) => edits[0]!.start <= outer.end && outer.start <= edits[0]!.start + edits[0]!.newText.length,
  );
  const message = `${JSON.stringify(it.drawn)}\n${text}\n${verdicts.join()}`;
  assert.equal(verdicts[index], 'verified', message);
  assert.ok(!verdicts.includes('misattributed'), message);
  // Words that the draft has are all there, in their order.
  const words = (all: string): string => all.replace(/[\s>]+/g, '');
  const [first, last] = [edits[0]!, edits.at(-1)!];
  assert.ok(words(text).startsWith(words(before.slice(0, first.start))), message);
  assert.ok(words(text).endsWith(words(before.slice(last.end))), message);
  const lone = before.includes('\r\n') ? /(?<!\r)\n|\r(?!\n)/ : /\r/;
  assert.ok(!lone.test(text), message);
  const were = shapeOf(read(it, before));
  const { written, blocks } = then.draft;
  const isNote = (start: number): boolean =>
    written.startsWith('[^2024', written.lastIndexOf('\n', start) + 1);
  const are = shapeOf(then).filter((_, at) => !isNote(blocks[at]!.start));
  const added = are.length - were.length;
  assert.ok(added === 0 || (Math.abs(added) === 1 && it.isOpen), `${message}\n${were.join()}\n${are.join()}`);
  if (added === 0) {
    assert.deepEqual(are, were, message);
  }
  return text;
}

const runs = { seed: Number(process.env['SEED'] ?? 20240503), numRuns: Number(process.env['RUNS'] ?? 150) };

describe('wherever it goes, a quotation that is put in', () => {
  it('is verified, and leaves the draft what it was', () => {
    fc.assert(
      fc.property(cases(frames), it => {
        const { corpus } = newsroom(it.citation);
        const [article] = corpus.articles();
        const at = it.drawn.indexOf('¦');
        const text = it.drawn.replace('¦', '');
        const passage = quotationPassage(article!, article!.quotations[it.which]!);
        const open = (again: string): ReturnType<typeof openDraft> =>
          openDraft({ path: it.path, text: again }, corpus);
        const { edits, cursor, newText } = insertQuotation(
          newsroom(it.citation),
          open(text),
          { start: at, end: at },
          passage,
          open,
        );
        const then = holds(it, text, edits);
        assert.ok(then.slice(0, cursor).endsWith(newText.slice(0, Math.max(0, cursor - edits[0]!.start))));
      }),
      runs,
    );
  });

  it('and completed', () => {
    fc.assert(
      fc.property(cases(begun), it => {
        const { corpus } = newsroom(it.citation);
        const words = said[it.which]!.split(' ').slice(0, 2).join(' ');
        const at = it.drawn.indexOf('¦') + words.length;
        const text = it.drawn.replace('¦', words);
        const draft = openDraft({ path: it.path, text }, corpus);
        const whole = completion(newsroom(it.citation), drawnLink, draft, at).find(
          found => found.kind === 'quotation',
        );
        const inline = inlineCompletion(newsroom(it.citation), draft, at);
        for (const found of [whole, inline]) {
          if (found !== undefined) {
            holds(it, text, [{ ...found.replace, newText: found.newText }]);
          }
        }
        assert.ok(whole !== undefined || inline !== undefined, text);
      }),
      runs,
    );
  });
});
