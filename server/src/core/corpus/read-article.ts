import { layoutArticle } from '../parse/layout.ts';
import type { NamesModel } from '../parse/names/model.ts';
import { read } from '../parse/read.ts';
import type { Article } from './article.ts';

/** Reads a file of the articles folder. Never fails: bad text is an article with little in it. */
export function readArticle(source: { path: string; key: string; text: string }, model: NamesModel): Article {
  const { path, key } = source;
  const { text, blocks, title, date, outlet, byline, words } = layoutArticle(source.text, path);
  const { mentions, entities, quotations, utterances, unbalanced } = read(text, blocks, model);
  // Field by field: `...` takes the engine as long as reading a sentence.
  return {
    text,
    blocks,
    mentions,
    entities,
    quotations,
    utterances,
    unbalanced,
    path,
    key,
    title,
    date,
    outlet,
    byline,
    words,
  };
}
