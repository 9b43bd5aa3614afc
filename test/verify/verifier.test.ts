import { strict as assert } from 'node:assert';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { defaultProject } from '../../server/src/core/project.ts';
import { Verifier } from '../../server/src/core/verify/verifier.ts';
import type { Draft } from '../../server/src/core/draft/draft.ts';
import type { Corpus } from '../../server/src/core/corpus/corpus.ts';
import type { Verification } from '../../server/src/core/verify/verdict.ts';
import { article, corpusOf, draftOf } from './stage.ts';

const source = article('a.txt', 'Ann Lee | “The crane must go before winter,” she said. “We will miss it.”');
const all = (verifier: Verifier, corpus: Corpus, draft: Draft): Verification[] =>
  draft.quotations.map(quotation => verifier.verify(corpus, draft, quotation));

/** What a change has of its own, so that it is told whole as JSON. */
const changeKeys = ['class', 'draft', 'draftSpan', 'kind', 'source', 'sourceSpan'];

describe('the verifier', () => {
  it('works a verdict out once, wherever the quotation moves', () => {
    const verifier = new Verifier(defaultProject);
    const corpus = corpusOf(source);
    const before = draftOf('Ann Lee | “The crane must leave before winter,”\nAnn Lee | “We will miss it.”');
    const after = draftOf(
      'Words.\nAnn Lee | And so “The crane must leave before winter,”\nAnn Lee | “We will miss it.”',
    );
    const [first] = all(verifier, corpus, before);
    assert.equal(verifier.computed, 2);
    const [moved] = all(verifier, corpus, after);
    assert.equal(verifier.computed, 2);
    assert.equal(moved?.verdict, first?.verdict);
    const [change] = moved!.changes;
    assert.equal(after.text.slice(change?.draftSpan.start, change?.draftSpan.end), 'leave');
    assert.deepEqual(Object.keys(change!).sort(), changeKeys);
    assert.deepEqual(Object.keys(first!.changes[0]!).sort(), changeKeys);
    assert.equal(after.text.slice(moved!.span.start, moved!.span.end), 'The crane must leave before winter,');
  });

  it('remembers all of a draft, however long it is', () => {
    const verifier = new Verifier(defaultProject);
    const corpus = corpusOf(source);
    const numbers = Array.from({ length: 5000 }, (_, index) => `Ann Lee | “Crane ${index} must go.”`);
    const long = draftOf(numbers.join('\n'));
    const short = draftOf('Ann Lee | “We will miss it.”');
    const [first] = all(verifier, corpus, long);
    all(verifier, corpus, short);
    assert.equal(verifier.computed, 5001);
    const [again] = all(verifier, corpus, long);
    all(verifier, corpus, short);
    all(verifier, corpus, long);
    assert.equal(verifier.computed, 5001);
    assert.deepEqual(again, first);
  });

  it('looks at a few parts of an utterance for each of its many', () => {
    const looks = (length: number): number => {
      let count = 0;
      const parts = Array.from({ length }, (_, index) => `“Crane ${index},”`);
      const draft = draftOf(`Ann Lee | ${parts.join(' and ')}`);
      const quotations = draft.quotations.map(it => ({ ...it, cue: undefined }));
      const utterances = draft.utterances.map(it => ({
        ...it,
        quotations: new Proxy(it.quotations, {
          get(target, key) {
            count++;
            return Reflect.get(target, key) as unknown;
          },
        }),
      }));
      assert.equal(utterances.length, 1);
      all(new Verifier(defaultProject), corpusOf(source), { ...draft, quotations, utterances });
      return count;
    };
    assert.ok(looks(50) > 50, 'nothing was counted');
    assert.ok(looks(400) < looks(50) * 8 * 2, `${looks(50)} of 50, ${looks(400)} of 400`);
  });

  it('works it out again for other words, another speaker, or another corpus', () => {
    const verifier = new Verifier(defaultProject);
    const corpus = corpusOf(source);
    all(verifier, corpus, draftOf('Ann Lee | “The crane must go before winter,”'));
    all(verifier, corpus, draftOf('Ann Lee | “The crane must go before summer,”'));
    const [other] = all(verifier, corpus, draftOf('Bo Marsh | “The crane must go before winter,”'));
    assert.equal(other?.verdict, 'misattributed');
    assert.equal(verifier.computed, 3);
    corpus.upsert([article('b.txt', 'Bo Marsh | “The crane must go before winter,” he said.')]);
    const [again] = all(verifier, corpus, draftOf('Bo Marsh | “The crane must go before winter,”'));
    assert.deepEqual([again?.verdict, verifier.computed], ['verified', 4]);
  });

  it('looks again where another of the same surname is named', () => {
    const verifier = new Verifier(defaultProject);
    const corpus = corpusOf(source);
    const text = 'Ann Lee | “The crane must go before winter,”';
    all(verifier, corpus, draftOf(text));
    all(verifier, corpus, draftOf(`${text}\nBo Marsh | He said so.`));
    assert.equal(verifier.computed, 1);
    all(verifier, corpus, draftOf(`${text}\nBo Lee | He said so.`));
    assert.equal(verifier.computed, 2);
  });

  it('looks again where the draft begins, or ceases, to name whom it calls by an office', () => {
    const people = [
      { name: 'Ann Lee', role: 'president' },
      { name: 'Bo Marsh', role: 'prime minister' },
    ];
    const corpus = corpusOf(
      article('a.txt', 'Ann Lee | “The crane must go before winter,” she told Bo Marsh.', { people }),
    );
    const text = 'the prime minister | “The crane must go before winter,”';
    const named = draftOf(`${text}\nAnn Lee | She went home.`);
    const alone = draftOf(text);
    const verifier = new Verifier(defaultProject);
    const verdicts = [alone, named, alone].map(draft => all(verifier, corpus, draft)[0]?.verdict);
    assert.deepEqual(verdicts, ['misattributed', 'verified', 'misattributed']);
    assert.equal(verifier.computed, 2);
    all(verifier, corpus, draftOf(`Words.\n${text}`));
    assert.equal(verifier.computed, 2);
  });

  it('looks again where the words around begin to deny', () => {
    const verifier = new Verifier(defaultProject);
    const corpus = corpusOf(
      article('a.txt', 'Ann Lee | “There will be no use of heavy lorries here,” she said.'),
    );
    const [cut] = all(verifier, corpus, draftOf('Ann Lee | Lee promised “use of heavy lorries”.'));
    const [kept] = all(verifier, corpus, draftOf('Ann Lee | Lee promised no “use of heavy lorries”.'));
    assert.deepEqual([cut?.verdict, kept?.verdict], ['clipped', 'verified']);
  });

  it('keeps its verdicts, not the drafts that they were about', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const verifier = new Verifier(defaultProject);
    const corpus = corpusOf(source);
    const told: Verification[] = [];
    const forgotten = [
      'Ann Lee | “We will miss it.”',
      'Bo Marsh | “We will miss it.”',
      'Ann Lee | “The crane will stay,”',
    ].map(text => {
      const draft = draftOf(text);
      told.push(...all(verifier, corpus, draft));
      return new WeakRef(draft);
    });
    await new Promise(setImmediate);
    collect();
    assert.deepEqual(
      forgotten.map(it => it.deref()),
      [undefined, undefined, undefined],
    );
    assert.deepEqual(
      told.map(it => [it.verdict, it.givenTo.name]),
      [
        ['verified', 'Ann Lee'],
        ['misattributed', 'Bo Marsh'],
        ['not-found', 'Ann Lee'],
      ],
    );
  });
});
