import type { Article } from '../../server/src/core/corpus/article.ts';
import { articleKeys } from '../../server/src/core/corpus/keys.ts';
import { MemoryCorpus } from '../../server/src/core/corpus/memory-corpus.ts';
import { readArticle } from '../../server/src/core/corpus/read-article.ts';
import { readDraft } from '../../server/src/core/draft/read-draft.ts';
import type { NamesModel } from '../../server/src/core/parse/names/model.ts';
import type { Reading } from '../../server/src/core/parse/reading.ts';
import { defaultProject } from '../../server/src/core/project.ts';
import type { Verification } from '../../server/src/core/verify/verdict.ts';
import { verify } from '../../server/src/core/verify/verify.ts';
import { listFiles, readText } from './data.ts';
import { short } from './table.ts';
import type { Judge } from './verification.ts';

/** The build under test as a judge of drafts, with the articles folder of the data read in. */
export function judgeOf(folder: string, model: NamesModel): Judge {
  const texts = listFiles(folder, 'articles').map(name => ({
    path: `articles/${name}`,
    text: readText(folder, 'articles', name),
  }));
  return judgeAmong(articlesOf(texts, model), model);
}

/** Articles as the build under test reads them. */
export function articlesOf(
  texts: readonly { readonly path: string; readonly text: string }[],
  model: NamesModel,
): readonly Article[] {
  const keys = articleKeys(texts.map(it => it.path));
  return texts.map(({ path, text }) => readArticle({ path, key: keys.get(path) ?? path, text }, model));
}

/** The build under test as a judge of drafts among some articles. */
export function judgeAmong(articles: readonly Article[], model: NamesModel): Judge {
  const corpus = new MemoryCorpus();
  corpus.upsert(articles);
  corpus.isRead = true;
  return (text, language = 'plaintext') => {
    const path = language === 'markdown' ? 'draft.md' : 'draft.txt';
    const draft = readDraft({ path, text, language }, model, corpus);
    return draft.quotations.map(quotation => {
      const verification = verify(corpus, draft, quotation, defaultProject);
      const { start, end } = quotation;
      return { start, end, verdict: verification.verdict, why: why(verification) };
    });
  };
}

/** The build under test as a reader of articles. */
export function readerOf(model: NamesModel): (text: string) => Reading {
  return text => readArticle({ path: 'article.txt', key: 'article', text }, model);
}

function why({ holds, givenTo, changes, clipped, passages }: Verification): string {
  const said = changes.map(it => `${it.class} “${it.source}” → “${it.draft}”`);
  const found = passages
    .slice(0, 2)
    .map(
      it =>
        `\n         ${it.article.key} ¶${it.paragraph} (${it.speaker ?? 'nobody'}): ${short(it.text, 200)}`,
    );
  return [
    holds.slice(1).join(', '),
    `speaker ${givenTo.name ?? 'nobody'} ${givenTo.match}`,
    said.join(', '),
    clipped ? `clipped “${clipped.text}”` : '',
    found.join(''),
  ]
    .filter(part => part !== '')
    .join('; ');
}
