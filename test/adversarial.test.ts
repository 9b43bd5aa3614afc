import { strict as assert } from 'node:assert';
import { adversarialSets, isFalseAlarm, isFalseGreen, judge } from './support/adversarial.ts';
import { openNewsroom } from './support/newsroom.ts';

describe('adversarial quotations', () => {
  for (const set of adversarialSets()) {
    describe(set.file, () => {
      const newsroom = openNewsroom({ articles: set.articles, project: undefined });
      for (const one of set.cases) {
        it(`${one.right.join(' or ')}: ${one.draft}`, () => {
          const judged = judge(newsroom, one);
          assert.ok(
            one.right.includes(judged.verdict),
            `${one.file}:${one.line}: ${judged.verdict}, not ${one.right.join(' or ')}\n${one.draft}\n` +
              JSON.stringify(
                judged.verifications.map(({ verdict, holds, givenTo, changes, passages }) => ({
                  verdict,
                  holds,
                  givenTo: [givenTo.name, givenTo.match],
                  changes: changes.map(change => [change.kind, change.class, change.draft, change.source]),
                  passages: passages.map(passage => [passage.text, passage.speaker]),
                })),
                undefined,
                1,
              ),
          );
        });
      }
    });
  }

  it('are at least three hundred, none of the wrong ones green and none of the right ones flagged', () => {
    const judged = adversarialSets().flatMap(set => {
      const newsroom = openNewsroom({ articles: set.articles, project: undefined });
      return set.cases.map(one => ({ one, judged: judge(newsroom, one) }));
    });
    assert.ok(judged.length >= 300);
    const place = ({ one }: (typeof judged)[number]): string => `${one.file}:${String(one.line)}`;
    assert.deepEqual(judged.filter(it => isFalseGreen(it.one, it.judged)).map(place), []);
    assert.deepEqual(judged.filter(it => isFalseAlarm(it.one, it.judged)).map(place), []);
  });
});
