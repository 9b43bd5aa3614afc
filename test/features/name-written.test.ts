import { strict as assert } from 'node:assert';
import { check } from '../../server/src/core/features/check.ts';
import { completion } from '../../server/src/core/features/completion.ts';
import { applyEdits } from '../support/draw.ts';
import { drawnLink, openDraft, openNewsroom } from '../support/newsroom.ts';

const newsroom = openNewsroom({
  project: undefined,
  articles: [
    {
      path: 'articles/2024-05-03-quay.txt',
      text: `The quay stays open

Mayor Lucia Marchetti opened the session on Friday. Marchetti said the quay would stay open.

Commissioner Ursula von der Leyden spoke next. Ms. von der Leyden, who is from Holt, left.

“We go on,” said Minister Khaled al-Masrani. The minister, al-Masrani, left.

Sinead O’Briain, a fisher, came too. O’Briain said so. Hendrik van Houten nodded. Van Houten smiled.
`,
    },
  ],
});

describe('a name that is completed', () => {
  for (const [drawn, ...expected] of [
    ['Ursula von der Ley¦', 'Ursula von der Leyden'],
    ['Ms. von der Ley¦ left', 'Ms. Ursula von der Leyden left', 'Ms. von der Leyden left'],
    ['He saw van H¦', 'He saw Hendrik van Houten', 'He saw van Houten'],
    ['Van Hou¦', 'Hendrik van Houten', 'Van Houten'],
    ['Khaled al-M¦', 'Khaled al-Masrani'],
    ['Al-M¦', 'Khaled al-Masrani', 'Al-Masrani'],
    ["Sinead O'B¦", "Sinead O'Briain"],
    ['Sinead O¦', 'Sinead O’Briain'],
    ['# MARCH¦ WINS', '# LUCIA MARCHETTI WINS', '# MARCHETTI WINS'],
    ['# MAYOR LUCIA M¦', '# MAYOR LUCIA MARCHETTI'],
    ['Mayor March¦’s plan', 'Mayor Lucia Marchetti’s plan', 'Mayor Marchetti’s plan'],
    ['Mayor [Lucia Mar¦](https://town.example)', 'Mayor [Lucia Marchetti](https://town.example)'],
    ['Mayor **Lucia Mar¦**', 'Mayor **Lucia Marchetti**'],
  ] as const) {
    it(drawn, () => {
      const at = drawn.indexOf('¦');
      const text = drawn.replace('¦', '');
      const items = completion(
        newsroom,
        drawnLink,
        openDraft({ path: 'draft.md', text }, newsroom.corpus),
        at,
      );
      assert.deepEqual(
        items.map(it => applyEdits(text, [{ ...it.replace, newText: it.newText }])),
        expected,
      );
    });
  }
});

describe('a name that is mended', () => {
  for (const [text, expected] of [
    [
      'Mayor [Lucia *Marcheti*](https://town.example/x)’s plan.',
      'Mayor [Lucia *Marchetti*](https://town.example/x)’s plan.',
    ],
    ['Mayor Lucia **Marcheti** spoke.', 'Mayor Lucia **Marchetti** spoke.'],
    ['Mayor Lucia Marcheti’s plan was good.', 'Mayor Lucia Marchetti’s plan was good.'],
    ['Ursula von der Leyden came. Von der Leydn left.', 'Ursula von der Leyden came. Von der Leyden left.'],
    ['Hendrik van Houten smiled. VAN HOUTN left.', 'Hendrik van Houten smiled. VAN HOUTEN left.'],
    ["Sinead O'Brian left.", "Sinead O'Briain left."],
    ['Sinead O’Brian left.', 'Sinead O’Briain left.'],
  ] as const) {
    it(text, () => {
      const { findings } = check(newsroom, openDraft({ path: 'draft.md', text }, newsroom.corpus));
      const [finding, ...others] = findings.filter(it => it.code === 'name-misspelled');
      assert.ok(finding);
      assert.deepEqual(others, []);
      assert.equal(applyEdits(text, [finding.fixes[0]!]), expected);
    });
  }
});
