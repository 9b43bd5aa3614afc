import { strict as assert } from 'node:assert';
import {
  type AdversarialCase,
  adversarialSets,
  isFalseAlarm,
  isFalseGreen,
  type Judged,
  judge,
} from './support/adversarial.ts';
import { openNewsroom } from './support/newsroom.ts';
import type { CheckContext } from '../server/src/core/features/context.ts';

describe('adversarial quotations', () => {
  // Each is judged once, by whichever test comes first.
  const known = new Map<string, Judged>();
  const place = ({ file, line }: AdversarialCase): string => `${file}:${String(line)}`;
  const judgedOnce = (newsroom: () => CheckContext, one: AdversarialCase): Judged => {
    const judged = known.get(place(one)) ?? judge(newsroom(), one);
    known.set(place(one), judged);
    return judged;
  };

  for (const set of adversarialSets()) {
    describe(set.file, () => {
      const newsroom = openNewsroom({ articles: set.articles, project: undefined });
      for (const one of set.cases) {
        it(`${one.right.join(' or ')}: ${one.draft}`, () => {
          const judged = judgedOnce(() => newsroom, one);
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
      let newsroom: CheckContext | undefined;
      const open = (): CheckContext =>
        (newsroom ??= openNewsroom({ articles: set.articles, project: undefined }));
      return set.cases.map(one => ({ one, judged: judgedOnce(open, one) }));
    });
    assert.ok(judged.length >= 300);
    assert.deepEqual(
      judged.filter(it => isFalseGreen(it.one, it.judged)).map(it => place(it.one)),
      [],
    );
    assert.deepEqual(
      judged.filter(it => isFalseAlarm(it.one, it.judged)).map(it => place(it.one)),
      [],
    );
  });
});
