import { strict as assert } from 'node:assert';
import { hover } from '../../server/src/core/features/hover.ts';
import { drawnLink, openDraft, openNewsroom } from '../support/newsroom.ts';

const articles = [
  {
    path: 'articles/2024-05-04-harbour.txt',
    text: 'Harbour closes\n\n“You need no permit for a rowing boat here,” Tobias Hahn told reporters.\n',
  },
];

describe('what is shown under the cursor', () => {
  it('is of a stretch around it, at the marks of a quotation as well', () => {
    const context = openNewsroom({ articles, project: undefined });
    const text = 'So “you need no permit for a rowing boat here”, Tobias Hahn said [@2024-05-04-harbour].\n';
    const draft = openDraft({ path: 'draft.md', text }, context.corpus);
    const shown = Array.from(text, (_, at) => hover(context, drawnLink, draft, at));
    for (const [at, found] of shown.entries()) {
      assert.ok(found === undefined || (found.start <= at && at <= found.end), `${at} ${text.slice(at)}`);
    }
    const [open, close] = [text.indexOf('“'), text.indexOf('”') + 1];
    assert.ok(shown[open] && shown[close] && shown[open + 1] && shown[close - 1]);
  });
});
