import assert from 'node:assert/strict';
import { actions } from '../../server/src/core/features/actions.ts';
import { check } from '../../server/src/core/features/check.ts';
import { completion } from '../../server/src/core/features/completion.ts';
import { inlineCompletion } from '../../server/src/core/features/inline-completion.ts';
import { insertQuotation } from '../../server/src/core/features/insert-quotation.ts';
import { quotationPassage } from '../../server/src/core/features/places.ts';
import { drawnLink, openDraft, openNewsroom } from '../support/newsroom.ts';
import type { Edit } from '../../server/src/core/features/actions.ts';

const article = {
  path: 'articles/2024-05-03-harbour.txt',
  text: `Council votes on the quay

“The quay | the old one, I mean | will be closed by the first of May,” said Mayor Anna Berg.

“Nobody asked the fishermen about any of it,” said Ivar Lund.
`,
};
const head = '| Who | Said |\n|---|---|\n';
const words = '“The quay \\| the old one, I mean \\| will be closed by the first of May';

/** `¦` is the cursor. */
function opened(
  drawn: string,
  project?: object,
): { text: string; at: number; context: ReturnType<typeof openNewsroom> } {
  const at = drawn.indexOf('¦');
  const context = openNewsroom({ articles: [article], project: project && JSON.stringify(project) });
  return { text: drawn.replace('¦', ''), at, context };
}

function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((one, other) => other.start - one.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}

function acted(drawn: string, title: string, project?: object): string | undefined {
  const { text, at, context } = opened(drawn, project);
  const checked = check(context, openDraft({ path: 'draft.md', text }, context.corpus));
  const found = actions(context, checked, { start: at, end: at }).find(it => it.title.startsWith(title));
  return found && applied(text, found.edits);
}

describe('in a table', () => {
  it('quotations are offered for whom the row names, their pipes escaped, and end in their cell', () => {
    const { text, at, context } = opened(`${head}| Anna Berg | “¦ | “or this” |\n`);
    const draft = openDraft({ path: 'draft.md', text }, context.corpus);
    const [first] = completion(context, drawnLink, draft, at);
    assert.ok(first);
    assert.equal(
      applied(text, [{ ...first.replace, newText: first.newText }]),
      `${head}| Anna Berg | ${words},” | “or this” |\n`,
    );
  });

  it('the rest of a quotation is shown with its pipes escaped', () => {
    const { text, at, context } = opened(`${head}| Anna Berg | “The quay¦ |\n`);
    const inline = inlineCompletion(context, openDraft({ path: 'draft.md', text }, context.corpus), at);
    assert.ok(inline);
    assert.equal(
      applied(text, [{ ...inline.replace, newText: inline.newText }]),
      `${head}| Anna Berg | ${words},” |\n`,
    );
  });

  it('names are offered', () => {
    const { text, at, context } = opened(`${head}| Iv¦ | |\n`);
    const items = completion(context, drawnLink, openDraft({ path: 'draft.md', text }, context.corpus), at);
    assert.equal(items[0]?.newText, 'Ivar Lund');
  });

  it('the source’s words are put in with their pipes escaped', () => {
    const drawn = `${head}| Anna Berg | “The quay, the new¦ one, I mean, will be closed by the first of May” |\n`;
    assert.equal(acted(drawn, 'Use the words'), `${head}| Anna Berg | ${words}” |\n`);
  });

  it('a comment that ignores a finding goes to the end of the cell, and is obeyed', () => {
    const drawn = `${head}| Anna Berg | “Nobody asked ¦the fishermen about any of it” | no |\n`;
    const text = acted(drawn, 'Ignore “quote-misattributed”');
    assert.equal(
      text,
      `${head}| Anna Berg | “Nobody asked the fishermen about any of it” <!-- stet-ignore quote-misattributed: reason --> | no |\n`,
    );
    const { context } = opened('');
    assert.deepEqual(check(context, openDraft({ path: 'draft.md', text }, context.corpus)).findings, []);
  });

  it('a citation leaves the row whole', () => {
    const drawn = `${head}| Anna Berg | ${words.replace('quay', 'qu¦ay')}” |\n`;
    assert.equal(
      acted(drawn, 'Cite', { citation: 'pandoc' }),
      `${head}| Anna Berg | ${words}” [@2024-05-03-harbour, ¶2] |\n`,
    );
  });

  it('the speaker is corrected in the row, but not where others stand under the same name', () => {
    const drawn = `${head}| Anna Berg | “Nobody asked ¦the fishermen about any of it” |\n`;
    assert.equal(
      acted(drawn, 'Give it to “Ivar Lund”'),
      `${head}| Ivar Lund | “Nobody asked the fishermen about any of it” |\n`,
    );
    assert.equal(acted(`${drawn}| | ${words}” |\n`, 'Give it to'), undefined);
  });

  it('a quotation that is put in is not given to somebody whom the row names already', () => {
    const { text, at, context } = opened(`${head}| Anna Berg | ¦ |\n`);
    const read = (it: string): ReturnType<typeof openDraft> =>
      openDraft({ path: 'draft.md', text: it }, context.corpus);
    const source = context.corpus.article(article.path)!;
    const passage = quotationPassage(source, source.quotations[0]!);
    const { edits, verdict } = insertQuotation(context, read(text), { start: at, end: at }, passage, read);
    assert.equal(applied(text, edits), `${head}| Anna Berg | ${words}.” |\n`);
    assert.equal(verdict, 'verified');
  });
});
