import assert from 'node:assert/strict';
import { openDraft, openNewsroom } from '../support/newsroom.ts';

describe('block quotes that are signed', () => {
  for (const [how, ending] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ] as const) {
    it(`are parted by an empty line, where lines end with ${how}`, () => {
      const { corpus } = openNewsroom({ articles: [], project: undefined });
      const lines = [
        '> The quay will be closed by May.',
        '',
        '> Nobody asked us about it.',
        '>',
        '> — Anna Berg',
      ];
      const text = `${lines.join(ending)}${ending}`;
      const { quotations } = openDraft({ path: 'draft.md', text }, corpus);
      assert.deepEqual(
        quotations.map(it => it.speaker?.name),
        [undefined, 'Anna Berg'],
      );
    });
  }
});

describe('block quotes with single marks', () => {
  const { corpus } = openNewsroom({ articles: [], project: undefined });
  const table: readonly [string, readonly (readonly [string, string | undefined])[]][] = [
    ['> Anna Berg said: ‘The quay stays open.’\n', [['The quay stays open.', 'Anna Berg']]],
    [
      '> Harbour director Anna Berg told reporters, ‘The quay stays open,’ adding: ‘So does the pier.’\n',
      [
        ['The quay stays open,', 'Anna Berg'],
        ['So does the pier.', 'Anna Berg'],
      ],
    ],
    [
      '> She told me: ‘The quay stays open.’\n>\n> — Anna Berg\n',
      [['She told me: ‘The quay stays open.’', 'Anna Berg']],
    ],
    ['> The minister said: ‘The quay stays open.’\n', [['The quay stays open.', 'The minister']]],
    [
      '> A spokesman for the town told reporters: ‘The quay stays open,’ adding: ‘So does the pier.’\n',
      [
        ['The quay stays open,', 'A spokesman for the town'],
        ['So does the pier.', 'A spokesman for the town'],
      ],
    ],
    [
      '> The minister said: ‘The quay stays open.’\n>\n> — Anna Berg\n',
      [['The minister said: ‘The quay stays open.’', 'Anna Berg']],
    ],
    ['> The foreman told us: ‘Go home.’\n', [['The foreman told us: ‘Go home.’', undefined]]],
    ['> My father said: ‘Go home.’\n', [['My father said: ‘Go home.’', undefined]]],
    ['> The board said: ‘No.’ We left.\n', [['The board said: ‘No.’ We left.', undefined]]],
    [
      '> Berg and the ‘quay people’ said nothing.\n',
      [['Berg and the ‘quay people’ said nothing.', undefined]],
    ],
  ];
  for (const [text, expected] of table) {
    it(text.trim(), () => {
      const { quotations } = openDraft({ path: 'draft.md', text }, corpus);
      assert.deepEqual(
        quotations.map(it => [text.slice(it.start, it.end), it.speaker?.name]),
        expected,
      );
    });
  }
});
