import { strict as assert } from 'node:assert';
import type { Corpus } from '../../server/src/core/corpus/corpus.ts';
import { check } from '../../server/src/core/features/check.ts';
import { prepareCheck } from '../../server/src/core/features/prepare-check.ts';
import { Verifier } from '../../server/src/core/verify/verifier.ts';
import { defaultProject } from '../../server/src/core/project.ts';
import { namesModel } from '../support/names-model.ts';
import { openDraft, openNewsroom } from '../support/newsroom.ts';

const article = {
  path: 'articles/council.txt',
  text: '“We will not raise taxes this year,” Rosa Lindgren said.\n\n“The park was never for sale,” said Tobias Hahn.\n',
};
const drafted = (words: string): string =>
  `“We will not raise taxes this year,” Rosa Lindgren said.\n\n“${words},” said Tobias Hahn.\n`;

/** The sources, with a list of what they are asked, and of who goes by which names. */
function countingCorpus(): {
  readonly counting: Corpus;
  readonly asked: string[];
  readonly named: Set<string>;
} {
  const { corpus } = openNewsroom({ articles: [article], project: undefined });
  const asked: string[] = [];
  const named = new Set<string>();
  const note = <Answer>(question: string, answer: Answer): Answer => {
    asked.push(question);
    return answer;
  };
  const counting: Corpus = {
    revision: corpus.revision,
    articleCount: corpus.articleCount,
    wordCount: corpus.wordCount,
    whole: corpus.whole,
    outOfReach: corpus.outOfReach,
    articles: () => corpus.articles(),
    article: path => corpus.article(path),
    articleByKey: key => corpus.articleByKey(key),
    candidates: query => note(query.text, corpus.candidates(query)),
    named: form => {
      named.add(form);
      return note(form, corpus.named(form));
    },
    complete: (prefix, limit) => note(prefix, corpus.complete(prefix, limit)),
    titled: (title, limit) => note(title, corpus.titled(title, limit)),
    nearNames: name => note(name, corpus.nearNames(name)),
    quotations: query => note(query.typed, corpus.quotations(query)),
    search: (words, limit) => note(words, corpus.search(words, limit)),
  };
  return { counting, asked, named };
}

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

  it('asks the sources only about what it changed', () => {
    const { counting, asked } = countingCorpus();
    const context = { corpus: counting, project: defaultProject, verifier: new Verifier(defaultProject) };
    const askedFor = (last: string): readonly string[] => {
      asked.length = 0;
      const text = `${drafted('The park was sold')}\nRosa Lindgren has 45 parks, said Lindgren.\n\n${last}\n`;
      check(context, openDraft({ path: 'draft.md', text }, counting));
      return [...asked];
    };

    assert.ok(askedFor('Nobody else sp at the meeting in the hall').length > 5);
    assert.deepEqual(
      new Set(askedFor('Nobody else spoke at the meeting in the hall')),
      new Set(['Nobody else spoke at the meeting in the hall']),
    );
  });

  it('inside a quotation does not look again whether what mends it would stand', () => {
    const { counting, asked } = countingCorpus();
    const context = { corpus: counting, project: defaultProject, verifier: new Verifier(defaultProject) };
    const askedFor = (words: string): readonly string[] => {
      asked.length = 0;
      const { findings } = check(context, openDraft({ path: 'draft.md', text: drafted(words) }, counting));
      assert.deepEqual(
        findings.map(it => it.fixes[0]?.newText),
        ['The park was never for sale,'],
      );
      return [...asked];
    };

    assert.ok(askedFor('The park was often for sale').includes('The park was never for sale,'));
    assert.deepEqual(askedFor('The park was ofte for sale'), ['The park was ofte for sale,']);
  });

  it('finds all that it asks for remembered, in many steps, as soon as the sources are read', () => {
    const { counting, asked } = countingCorpus();
    const verifier = new Verifier(defaultProject);
    const context = { corpus: counting, project: defaultProject, verifier };
    const text = `${drafted('The park was sold')}\nRosa Lindgrem has 45 parks, said Lindgren in the hall.\n`;
    const unmet = openDraft({ path: 'draft.md', text });

    const steps = [...prepareCheck(context, unmet, namesModel())].length;
    const alone = asked.length;
    assert.ok(alone > 5 && steps >= alone, `${alone} questions in ${steps} steps`);
    asked.length = 0;
    const { computed } = verifier;
    const { findings } = check(context, openDraft({ path: 'draft.md', text }, counting));
    assert.ok(findings.some(it => it.code === 'name-misspelled'));
    assert.deepEqual([asked, verifier.computed], [[], computed]);
  });

  it('leaves nobody on whom the mouse rests to be put together', () => {
    const { counting, named } = countingCorpus();
    const context = { corpus: counting, project: defaultProject, verifier: new Verifier(defaultProject) };
    const text = 'The Harbour Council met. Nora Quist and Rosa Lindgren were there; Lindgren left early.\n';
    const draft = openDraft({ path: 'draft.md', text });
    Array.from(prepareCheck(context, draft, namesModel()));
    const printed = draft.mentions.map(it => it.text);
    assert.ok(printed.length > 2);
    assert.deepEqual(
      printed.filter(it => !named.has(it)),
      [],
    );
  });

  it('verifies anew once a source has changed', () => {
    const { corpus } = openNewsroom({ articles: [article], project: undefined });
    const verifier = new Verifier(defaultProject);
    const context = { corpus, project: defaultProject, verifier };
    const draft = openDraft({ path: 'draft.md', text: drafted('The park was never for sale') });
    check(context, draft);
    const other = { path: 'articles/2024-05-04-other.txt', text: 'The bench by the pond is new.\n' };
    const { corpus: changed } = openNewsroom({ articles: [other], project: undefined });
    assert.deepEqual(
      check({ ...context, corpus: changed }, draft).verifications.map(it => it.verdict),
      ['not-found', 'not-found'],
    );
  });
});
