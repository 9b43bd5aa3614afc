import { readDraft } from '../../server/src/core/draft/read-draft.ts';
import type { Article } from '../../server/src/core/corpus/article.ts';
import type { MemoryCorpus } from '../../server/src/core/corpus/memory-corpus.ts';
import { defaultProject } from '../../server/src/core/project.ts';
import { verify } from '../../server/src/core/verify/verify.ts';
import { readNamesModel } from '../../server/src/fs/names-model.ts';
import { syntheticArticle } from '../bench/synthetic.ts';

export const model = readNamesModel();

/** Files of an articles folder: invented news, and two that cannot be read. */
export function inventedFiles(count: number): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {
    'articles/broken.txt': new Uint8Array(9),
    'articles/scan.pdf': '',
  };
  for (let index = 0; index < count; index++) {
    const { path, text } = syntheticArticle(index);
    files[`articles/${path.slice(path.lastIndexOf('/') + 1)}`] = text;
  }
  return files;
}

/** All that an article says, as a plain object. */
function plain(article: Article): Article {
  const { path, key, title, date, outlet, byline, words } = article;
  const { text, blocks, mentions, entities, quotations, utterances, unbalanced } = article;
  return {
    ...{ path, key, title, date, outlet, byline, words },
    ...{ text, blocks, mentions, entities, quotations, utterances, unbalanced },
  };
}

/** What a corpus answers, to be compared with what another does: its articles, verdicts, names, search. */
export function answersOf(corpus: MemoryCorpus): unknown {
  const articles = [...corpus.articles()].map(plain);
  const names = articles.flatMap(it => it.entities.slice(0, 2)).slice(0, 40);
  return {
    counts: [corpus.articleCount, corpus.wordCount, corpus.whole],
    articles,
    verdicts: draftOf(articles),
    names: names.map(({ name }) =>
      [...corpus.named(name), ...corpus.complete(name.slice(0, 3), 5), ...corpus.nearNames(`${name}z`)].map(
        it => [
          it.name,
          it.forms,
          it.role,
          it.occurrences.map(({ article, entity }) => [article.path, entity]),
        ],
      ),
    ),
    quotations: names.map(({ name }) =>
      corpus
        .quotations({ typed: '', speaker: name, context: name, limit: 5 })
        .map(it => [it.article.path, it.quotation, it.agreement]),
    ),
    search: corpus.search(names[0]?.name ?? '', 5).map(it => [it.kind, Math.round(it.score * 1e6)]),
  };

  /** Verdicts of a draft that quotes the articles, every other quotation with a word changed. */
  function draftOf(sources: readonly Article[]): unknown {
    const quoted = sources
      .flatMap(({ text, quotations }) => quotations.slice(0, 1).map(it => text.slice(it.start, it.end)))
      .map((words, index) => (index % 2 === 0 ? words : words.replace(/ [a-z]+ /, ' never ')));
    const text = quoted.map(words => `“${words}” a spokesman said.\n`).join('\n');
    const draft = readDraft({ path: 'draft.md', text, language: 'markdown' }, model);
    return draft.quotations.map(quotation => {
      const { verdict, passages, variants, changes } = verify(corpus, draft, quotation, defaultProject);
      const places = passages.map(it => [it.article.path, it.start, it.end, it.text]);
      return [verdict, places, variants.map(it => it.text), changes];
    });
  }
}
