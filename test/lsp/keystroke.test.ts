import { strict as assert } from 'node:assert';
import { check } from '../../server/src/core/features/check.ts';
import { Verifier } from '../../server/src/core/verify/verifier.ts';
import { defaultProject } from '../../server/src/core/project.ts';
import { openDraft, openNewsroom } from '../support/newsroom.ts';

const article = {
  path: 'articles/council.txt',
  text: '“We will not raise taxes this year,” Rosa Lindgren said.\n\n“The park was never for sale,” said Tobias Hahn.\n',
};
const drafted = (words: string): string =>
  `“We will not raise taxes this year,” Rosa Lindgren said.\n\n“${words},” said Tobias Hahn.\n`;

describe('a keystroke', () => {
  it('inside one quotation verifies no other', () => {
    const { corpus } = openNewsroom({ articles: [article], project: undefined });
    const verifier = new Verifier(defaultProject);
    const context = { corpus, project: defaultProject, verifier };
    const checkText = (text: string): readonly string[] =>
      check(context, openDraft({ path: 'draft.md', text })).verifications.map(it => it.verdict);

    assert.deepEqual(checkText(drafted('The park was never')), ['verified', 'verified']);
    assert.equal(verifier.computed, 2);
    assert.deepEqual(checkText(drafted('The park was never for')), ['verified', 'verified']);
    assert.equal(verifier.computed, 3);
    assert.deepEqual(checkText(`A new first line.\n\n${drafted('The park was never for')}`), [
      'verified',
      'verified',
    ]);
    assert.equal(verifier.computed, 3, 'a quotation that only moved is remembered');
  });

  it('verifies anew once a source has changed', () => {
    const { corpus } = openNewsroom({ articles: [article], project: undefined });
    const verifier = new Verifier(defaultProject);
    const context = { corpus, project: defaultProject, verifier };
    const draft = openDraft({ path: 'draft.md', text: drafted('The park was never for sale') });
    check(context, draft);
    const { corpus: changed } = openNewsroom({ articles: [], project: undefined });
    assert.deepEqual(
      check({ ...context, corpus: changed }, draft).verifications.map(it => it.verdict),
      ['not-found', 'not-found'],
    );
  });
});
