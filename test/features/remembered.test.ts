import assert from 'node:assert/strict';
import { check } from '../../server/src/core/features/check.ts';
import { loadFixtures } from '../support/fixture.ts';
import { openDraft, openNewsroom } from '../support/newsroom.ts';
import { typedInto } from '../support/typing.ts';
import type { CheckContext } from '../../server/src/core/features/context.ts';

const article = {
  path: 'articles/ferry.txt',
  text: 'Ferries stay\n\nSkipper Ana Lane spoke on Monday. “We will sail to Ostmere ‘at dawn’,” Lane said.\n\n“The fish — and chips — on board are cheap,” said cook Per Aasen.\n\nThe town has paid for new ropes on every one of its ferries.\n',
};

/** Drafts of which the second is asked about where the first was known: what is told is the same, what mends it is not. */
const pairs: Readonly<Record<string, readonly [string, string]>> = {
  'what follows the marks': [
    '“We may sail to Ostmere at dawn?” and so on.\n',
    '“We may sail to Ostmere at dawn?” And so on.\n',
  ],
  'how it is written': [
    '“The fish&mdash;and chips on board were cheap,” said Per Aasen.\n',
    '“The fish&#8212;and chips on board were cheap,” said Per Aasen.\n',
  ],
  'who else is named': [
    'Per Aasen said: “We will sail to Ostmere at dawn.”\n',
    'Ana Lane was on board.\n\nPer Aasen said: “We will sail to Ostmere at dawn.”\n',
  ],
  'where a link leads to': [
    'The town has [paid][ropes] for new ropes on every one of its ferries.\n',
    'The town has [paid][ropes] for new ropes on every one of its ferries.\n\n[ropes]: https://town.example\n',
  ],
  'the marks of the draft': [
    '> We may sail to Ostmere, ‘at dawn’.\n\nThey call it “the crossing”.\n',
    '> We may sail to Ostmere, ‘at dawn’.\n\nThey call it "the crossing".\n',
  ],
};

describe('what is remembered of a draft from key to key', () => {
  for (const [what, drafts] of Object.entries(pairs)) {
    it(`does not outlive ${what}`, () => {
      const newsroom = { articles: [article], project: undefined };
      const context = openNewsroom(newsroom);
      const [first, second] = drafts.map(text => JSON.stringify(said(context, 'draft.md', text)));
      assert.notEqual(first, second);
      assert.equal(second, JSON.stringify(said(openNewsroom(newsroom), 'draft.md', drafts[1])));
    });
  }

  it('does not take one of two that are alike for the other', () => {
    const { corpus, project, verifier } = openNewsroom({ articles: [article], project: undefined });
    const text =
      '“We may sail to Ostmere at dawn?” and so on. “We may sail to Ostmere at dawn?” And so on.\n';
    const { findings } = check({ corpus, project, verifier }, openDraft({ path: 'draft.md', text }, corpus));
    assert.deepEqual(
      findings.map(it => it.fixes[0]?.newText),
      ['We will sail to Ostmere ‘at dawn,’', 'We will sail to Ostmere ‘at dawn.’'],
    );
  });

  for (const fixture of loadFixtures(['fixes'])) {
    it(`says nothing else than a first look, whatever is typed, ${fixture.name}`, () => {
      const context = openNewsroom(fixture);
      const path = fixture.draft?.path ?? 'draft.md';
      for (const text of typedInto(fixture, 5)) {
        assert.deepEqual(said(context, path, text), said(openNewsroom(fixture), path, text), text);
      }
    });
  }
});

function said(context: CheckContext, path: string, text: string): unknown {
  const { findings } = check(context, openDraft({ path, text }, context.corpus));
  return findings.map(({ start, end, code, severity, message, related, fixes }) => ({
    start,
    end,
    code,
    severity,
    message,
    related: related.map(it => [it.passage.article.path, it.passage.start, it.message]),
    fixes,
  }));
}
