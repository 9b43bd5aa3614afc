import { wordsIn } from '../parse/layout-features.ts';
import { layoutArticle } from '../parse/layout.ts';
import type { NamesModel } from '../parse/names/model.ts';
import { read } from '../parse/read.ts';
import type { Block } from '../parse/reading.ts';
import type { Article } from './article.ts';

/** Reads a file of the articles folder. Never fails: bad text is an article with little in it. */
export function readArticle(source: { path: string; key: string; text: string }, model: NamesModel): Article {
  const { path, key, text } = source;
  const { blocks, title, date, outlet, byline } = layoutArticle(text, path);
  const words = countWords(text, blocks);
  return { ...read(text, blocks, model), path, key, title, date, outlet, byline, words };
}

/** Words between white space, in what the article says: neither boilerplate nor code. */
function countWords(text: string, blocks: readonly Block[]): number {
  let words = 0;
  for (const block of blocks) {
    if (block.kind === 'boilerplate' || block.kind === 'code') continue;
    words += wordsIn(text, block);
  }
  return words;
}
