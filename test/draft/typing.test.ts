import assert from 'node:assert/strict';
import { KnownScenes, type SceneSource } from '../../server/src/core/parse/attribution-known.ts';
import { readScene } from '../../server/src/core/parse/attribution-scene.ts';
import { readDraft } from '../../server/src/core/draft/read-draft.ts';
import type { Draft } from '../../server/src/core/draft/draft.ts';
import type { Span } from '../../server/src/core/text/span.ts';
import { loadFixtures } from '../support/fixture.ts';
import { namesModel } from '../support/names-model.ts';
import { typedInto } from '../support/typing.ts';

describe('a draft that is typed into', () => {
  it('is read from the version before as from nothing', () => {
    let versions = 0;
    for (const fixture of loadFixtures().filter(it => it.draft !== undefined)) {
      let before: Draft | undefined;
      for (const text of typedInto(fixture, 12)) {
        const draft = open(text, before);
        assert.deepEqual(draft, open(text), `${fixture.name}: ${text}`);
        before = draft;
        versions++;
      }
    }
    assert.ok(versions > 1000, `${String(versions)} versions`);
  });

  it('has but the paragraph cut into sentences anew that was typed in, wherever the others lie now', () => {
    const paragraph = (words: string): string => `“${words},” Ana Lane said on Monday.\n\n`;
    const others = ['We close it', 'It opens again', 'Nobody pays', 'The crane stays'].map(paragraph);
    const first = new KnownScenes();
    assert.equal(readAnew(first, open([paragraph('The boat sails'), ...others].join(''))), 5);
    const second = new KnownScenes(first.read);
    assert.equal(readAnew(second, open([paragraph('The boats sail on'), ...others].join(''))), 1);
    const third = new KnownScenes(second.read);
    assert.equal(readAnew(third, open([paragraph('The boats sail on'), ...others.slice(1)].join(''))), 0);
  });
});

describe('a paragraph of the same words', () => {
  const draft = open(
    'Boats\n\n“We sail.” Ana Lane was *very* sure, and in Ostmere met Per Holm\n\nMore to come.\n',
  );
  const source = sourceIn(draft, 1);
  const { block, quotations, mentions } = source;
  const others: Readonly<Record<string, SceneSource>> = {
    'as it was': source,
    'in another place of the draft': { ...source, blockIndex: 4 },
    'with a name that is another kind’s': {
      ...source,
      mentions: mentions.map(it => ({ ...it, kind: 'organisation' as const })),
    },
    'with another name': { ...source, mentions: mentions.slice(1) },
    'with marks that are none': { ...source, quotations: [] },
    'with marks that enclose more': {
      ...source,
      quotations: quotations.map(it => ({ ...it, outer: { start: it.outer.start, end: it.outer.end + 4 } })),
    },
    'with marks that belong to fewer words': {
      ...source,
      quotations: quotations.map(it => ({ ...it, end: it.end - 1 })),
    },
    'with more hidden': {
      ...source,
      block: { ...block, hidden: [...block.hidden, hiddenFrom(block.end - 9)] },
    },
    'with something else hidden': {
      ...source,
      block: { ...block, hidden: [hiddenFrom(block.start + 12), ...block.hidden.slice(1)] },
    },
    'with letters behind it': { ...source, text: source.text.replace('Holm\n\nM', 'Holm’s ') },
  };
  for (const [how, other] of Object.entries(others)) {
    it(`is read as if it were not known, ${how}`, () => {
      const known = new KnownScenes();
      known.get(source, readScene);
      assert.deepEqual(new KnownScenes(known.read).get(other, readScene), readScene(other));
    });
  }
});

function hiddenFrom(start: number): Span {
  return { start, end: start + 3 };
}

function sourceIn({ text, blocks, quotations, mentions }: Draft, blockIndex: number): SceneSource {
  const block = blocks[blockIndex]!;
  const firstQuotation = quotations.findIndex(it => it.outer.start >= block.start);
  const firstMention = mentions.findIndex(it => it.start >= block.start);
  return { text, block, blockIndex, quotations, mentions, firstQuotation, firstMention };
}

/** How many of the paragraphs of a draft are not known. */
function readAnew(known: KnownScenes, draft: Draft): number {
  let anew = 0;
  for (const index of draft.blocks.keys()) {
    known.get(sourceIn(draft, index), source => {
      anew++;
      return readScene(source);
    });
  }
  return anew;
}

function open(text: string, before?: Draft): Draft {
  return readDraft({ path: 'draft.md', text, language: 'markdown' }, namesModel(), undefined, before);
}
