import { strict as assert } from 'node:assert';
import { bracketGroups } from '../../server/src/core/verify/drafted.ts';
import { assertGrowth, timeOf } from '../support/growth-in-time.ts';

describe('stretches in brackets', () => {
  const groupsOf = (text: string): readonly string[] => {
    const span = { start: text.indexOf('“') + 1, end: text.indexOf('”') };
    return bracketGroups(text, span, []).map(it => text.slice(it.start, it.end));
  };

  const cases: readonly (readonly [text: string, groups: readonly string[]])[] = [
    ['(so) “[Lane] will (soon) go” [now]', ['[Lane]', '(soon)']],
    ['“[T]he bridge [of 1930] will […] go”', ['[of 1930]']],
    ['She: “He [that is, Lane will go,” she said (twice]).', []],
    ['“He (Lane [sic]) will (go,” she said.', ['(Lane [sic])']],
  ];
  for (const [text, groups] of cases) {
    it(`of ${text} are those within the marks`, () => {
      assert.deepEqual(groupsOf(text), groups);
    });
  }

  it('are not looked for beyond the marks, however long the draft goes on', () => {
    const timeFor = (count: number): number => {
      const text = '“Seven words, and no bracket in them,” '.repeat(count);
      const spans = [...text.matchAll(/“([^”]*)”/g)].map(it => ({
        start: it.index + 1,
        end: it.index + it[0].length - 1,
      }));
      return timeOf(() => spans.forEach(span => bracketGroups(text, span, [])));
    };
    timeFor(1000);
    assertGrowth(30, { little: () => timeFor(500), much: () => timeFor(4000), least: 1 }, 'bracketGroups');
  });
});
