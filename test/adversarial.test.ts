import { strict as assert } from 'node:assert';
import { adversarialSets, corpusOf, judge } from './support/adversarial.ts';

describe('adversarial quotations', () => {
  for (const set of adversarialSets()) {
    describe(set.file, () => {
      const corpus = corpusOf(set);
      for (const one of set.cases) {
        it(`${one.right.join(' or ')}: ${one.draft}`, () => {
          const judged = judge(corpus, one);
          assert.ok(
            one.right.includes(judged.verdict),
            `${one.file}:${one.line}: ${judged.verdict}, not ${one.right.join(' or ')}\n${one.draft}\n` +
              JSON.stringify(
                judged.verifications.map(({ verdict, holds, speaker, speakerMatch, changes, passages }) => ({
                  verdict,
                  holds,
                  speaker,
                  speakerMatch,
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
});
