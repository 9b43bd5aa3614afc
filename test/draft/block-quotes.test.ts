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
