import { strict as assert } from 'node:assert';
import { actions } from '../../server/src/core/features/actions.ts';
import { check } from '../../server/src/core/features/check.ts';
import { completion } from '../../server/src/core/features/completion.ts';
import { insertQuotation } from '../../server/src/core/features/insert-quotation.ts';
import { quotationPassage } from '../../server/src/core/features/places.ts';
import { applyEdits } from '../support/draw.ts';
import { drawnLink, openDraft, openNewsroom } from '../support/newsroom.ts';

const newsroom = openNewsroom({
  project: undefined,
  articles: [
    {
      path: 'articles/2024-05-03-quay.txt',
      text: 'The quay stays open\n\nMayor Rosa Lindgren spoke on Friday.\n\n“We will not raise taxes this year, and nobody in this hall should think that we would sell the park for the sake of one bad summer,” Lindgren said.\n',
    },
  ],
});
const [article] = newsroom.corpus.articles();
const open = (path: string, text: string): ReturnType<typeof openDraft> =>
  openDraft({ path, text }, newsroom.corpus);

/** Two paragraphs of three lines, none longer than 69 columns. */
const wrapped = `Rain fell on the roof of the old hall by the quay, and the clerk read
the long agenda aloud to all who had come in from the boats and from
the ferry that had been late again, as it is on most of the days.

The council met on Friday for the first time in many weeks, and every
seat in the hall was taken when the doors were opened at seven in the
evening by the clerk.`;

function inserted(path: string, drawn: string): string {
  const at = drawn.indexOf('¦');
  const draft = open(path, drawn.replace('¦', ''));
  const { edits, cursor, verdict } = insertQuotation(
    newsroom,
    draft,
    { start: at, end: at },
    quotationPassage(article!, article!.quotations[0]!),
    text => open(path, text),
  );
  assert.equal(verdict, 'verified');
  const text = applyEdits(draft.written, edits);
  assert.ok(check(newsroom, open(path, text)).verifications.some(it => it.verdict === 'verified'));
  return `${text.slice(0, cursor)}¦${text.slice(cursor)}`;
}

describe('in a draft whose lines are wrapped', () => {
  for (const path of ['draft.md', 'draft.txt']) {
    it(`a quotation of its own is wrapped at the same width: ${path}`, () => {
      assert.equal(
        inserted(path, `${wrapped}\n\n¦\n\nThe end.\n`),
        `${wrapped}

“We will not raise taxes this year, and nobody in this hall should
think that we would sell the park for the sake of one bad summer,”
Rosa Lindgren said.¦

The end.
`,
      );
    });

    it(`what stands behind a quotation moves on, up to where lines are as they were: ${path}`, () => {
      assert.equal(
        inserted(
          path,
          `${wrapped}\n\nIt was late. ¦ Nobody clapped at the end, and the mayor left by\nthe back door. The lamps on the quay were put out at ten by the\nclerk and by two of the ferrymen.\n`,
        ),
        `${wrapped}

It was late. “We will not raise taxes this year, and nobody in this
hall should think that we would sell the park for the sake of one bad
summer,” Rosa Lindgren said.¦ Nobody clapped at the end, and the mayor
left by the back door. The lamps on the quay were put out at ten by
the clerk and by two of the ferrymen.
`,
      );
    });

    it(`a quick fix keeps the width: ${path}`, () => {
      const text = `${wrapped}\n\nIt was late. “We will not raise taxes this year, and nobody should\nthink that we would sell the park for the sake of one bad summer,”\nLindgren said.\n`;
      const checked = check(newsroom, open(path, text));
      const [finding] = checked.findings;
      const [fix] = actions(newsroom, checked, finding!);
      assert.equal(
        applyEdits(text, fix!.edits),
        `${wrapped}

It was late. “We will not raise taxes this year, and nobody in this
hall should think that we would sell the park for the sake of one bad
summer,” Lindgren said.
`,
      );
    });

    it(`a quotation that is completed has lines: ${path}`, () => {
      const text = `${wrapped}\n\nRosa Lindgren said: “We will`;
      const [first] = completion(newsroom, drawnLink, open(path, text), text.length);
      assert.equal(
        first!.newText,
        'We will not raise taxes this year, and nobody in\nthis hall should think that we would sell the park for the sake of\none bad summer.”',
      );
    });
  }

  it('the lines keep the signs of their block quote and the indent of their list, and end as the others do', () => {
    const quote = wrapped.replace(/^(?=.)/gmu, '> ').replace(/^$/gmu, '>');
    assert.equal(
      inserted('draft.md', `${quote}\n>\n> “¦” Lindgren said.\n`.replaceAll('\n', '\r\n')),
      `${quote}\n>\n> “We will not raise taxes this year, and nobody in this hall should\n> think that we would sell the park for the sake of one bad summer,”¦\n> Lindgren said.\n`.replaceAll(
        '\n',
        '\r\n',
      ),
    );
    assert.equal(
      inserted('draft.md', `${wrapped}\n\n1. ¦\n2. Two\n`),
      `${wrapped}\n\n1. “We will not raise taxes this year, and nobody in this hall should\n   think that we would sell the park for the sake of one bad summer,”\n   Rosa Lindgren said.¦\n2. Two\n`,
    );
  });

  it('headings, tables and lines that end with a sentence are left as they are', () => {
    const whole =
      '“We will not raise taxes this year, and nobody in this hall should think that we would sell the park for the sake of one bad summer,” Rosa Lindgren said.¦';
    const sentences =
      'Rain fell on the roof of the old hall by the quay.\nThe clerk read the agenda.\nNobody listened to a word of it, since the ferry had been late again and all were wet.\nThen the mayor came in.';
    for (const [before, behind] of [
      [`${wrapped}\n\n## `, '\n\nThe end.\n'],
      [`${wrapped}\n\n| Who | What |\n|---|---|\n| A | `, ' |\n'],
      [`${sentences}\n\n`, '\n\nThe end.\n'],
    ] as const) {
      assert.equal(inserted('draft.md', `${before}¦${behind}`), `${before}${whole}${behind}`);
    }
  });

  it('no line begins with what would be a list, a heading or a label there', () => {
    const words =
      'We had 12 boats in the year of 1998 and then we had the 1. prize and nobody knew why - so it was';
    const other = openNewsroom({
      project: undefined,
      articles: [
        {
          path: 'articles/2024-05-03-boats.txt',
          text: `Boats\n\nThe race was on Friday.\n\n“${words},” Ana Lane said.\n`,
        },
      ],
    });
    const [source] = other.corpus.articles();
    for (let length = 0; length < 60; length++) {
      const text = `${wrapped}\n\n${'x'.repeat(length)} `;
      const draft = openDraft({ path: 'draft.md', text }, other.corpus);
      const place = { start: text.length, end: text.length };
      const { edits } = insertQuotation(
        other,
        draft,
        place,
        quotationPassage(source!, source!.quotations[0]!),
        again => openDraft({ path: 'draft.md', text: again }, other.corpus),
      );
      assert.doesNotMatch(applyEdits(text, edits), /\n(?:1\.|-) /u);
    }
  });
});
