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
  const { mentions, entities, quotations, utterances, unbalanced } = read(text, blocks, model);
  // Spelt out: a spread takes as long as counting the words.
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

/** Words between white space, in what the article says: neither boilerplate nor code. */
function countWords(text: string, blocks: readonly Block[]): number {
  let words = 0;
  for (const block of blocks) {
    if (block.kind === 'boilerplate' || block.kind === 'code') continue;
    // Without a branch, since no processor foresees the ends of words.
    let before = 1;
    for (let at = block.start; at < block.end; at++) {
      const space = spaces[text.charCodeAt(at)] ?? 0;
      words += before & ~space;
      before = space;
    }
  }
  return words;
}

/** 1 for white space. */
const spaces = new Uint8Array(0x10000).fill(1, 0, 33).fill(1, 0xa0, 0xa1);
