import { strict as assert } from 'node:assert';
import { withSourcedNames } from '../../server/src/core/draft/sourced-names.ts';
import type { NameSpan } from '../../server/src/core/parse/names/find.ts';
import type { Block } from '../../server/src/core/parse/reading.ts';
import { openNewsroom } from '../support/newsroom.ts';

const sources = [
  'Harbour news\n\n“The quay is shut,” said Ida Moss, the harbour master. “We wait,” said Marion Lane, a pilot. Lane left early, and Moss stayed.\n',
];
const { corpus } = openNewsroom({
  articles: sources.map((text, at) => ({ path: `articles/${String(at)}.txt`, text })),
  project: undefined,
});

/** The names in a paragraph of which the finder has seen but `found`. */
function named(
  text: string,
  found: readonly string[] = [],
  kind: Block['kind'] = 'paragraph',
): readonly string[] {
  const block: Block = { start: 0, end: text.length, kind, paragraph: 1, hidden: [] };
  const given = found.map((it): NameSpan => {
    const start = text.indexOf(it);
    return { start, end: start + it.length, kind: 'place', block: 0 };
  });
  return withSourcedNames(text, [block], given, corpus).map(
    it => `${it.kind} ${text.slice(it.start, it.end)}`,
  );
}

describe('names that only the sources know', () => {
  for (const [what, text, ...expected] of [
    ['a full name, anywhere', 'The quay is shut for Ida Moss too.', 'person Ida Moss'],
    ['a surname beside a verb of speech', 'The quay is shut, said Moss.', 'person Moss'],
    ['a surname to which words are given', 'The quay is shut, according to Moss.', 'person Moss'],
    ['a surname behind a title', 'The quay is shut to Cllr Moss.', 'person Moss'],
    ['no surname by itself', 'The quay is shut to Moss.'],
    ['whoever says so, by two words', 'The quay is shut, said Harbour Watch.', 'person Harbour Watch'],
    ['nobody whose words begin with an article', 'The quay is shut, said The Harbour Watch.'],
  ] as const) {
    it(`are ${what}`, () => {
      assert.deepEqual(named(text), expected);
    });
  }

  it('are people where the finder takes a person with a title for a place', () => {
    assert.deepEqual(named('Cllr Marion Lane waits.', ['Marion Lane']), ['person Marion Lane']);
  });

  it('are none in code', () => {
    assert.deepEqual(named('The quay is shut, said Moss.', [], 'code'), []);
  });
});
