import { defaultProject } from '../../server/src/core/project.ts';
import type { Article } from '../../server/src/core/corpus/article.ts';
import type { CheckContext } from '../../server/src/core/features/context.ts';
import type { Corpus } from '../../server/src/core/corpus/corpus.ts';
import type { Draft } from '../../server/src/core/draft/draft.ts';
import type { Project } from '../../server/src/core/project.ts';
import type { Passage, Verification } from '../../server/src/core/verify/verdict.ts';
import type { Quotation, Reading } from '../../server/src/core/parse/reading.ts';
import type { Span } from '../../server/src/core/text/span.ts';

/** A text read by hand: each paragraph a block, every pair of “…” or "…" a direct quotation, each word list a mention. */
function readingOf(text: string, people: readonly string[] = []): Reading {
  const blocks = [...text.matchAll(/[^\n]+(?:\n[^\n]+)*/g)].map(({ index, 0: block }, at) => ({
    start: index,
    end: index + block.length,
    kind: 'paragraph' as const,
    paragraph: at + 1,
    hidden: [],
  }));
  const blockOf = (offset: number): number =>
    blocks.findIndex(block => block.start <= offset && offset <= block.end);
  const mentions = people.flatMap((name, entity) =>
    [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({
      start: index,
      end: index + name.length,
      kind: 'person' as const,
      text: name,
      entity,
      block: blockOf(index),
    })),
  );
  const quotations = [...text.matchAll(/“([^“”]*)”|"([^"]*)"/g)].map(({ index, 0: outer }, at): Quotation => {
    const start = index + 1;
    const words = outer.slice(1, -1);
    const after = mentions.find(mention => mention.start >= index + outer.length);
    return {
      start,
      end: start + words.length,
      outer: { start: index, end: index + outer.length },
      mark: 'double',
      closed: true,
      block: blockOf(index),
      utterance: at,
      kind: 'direct',
      speaker: after && {
        start: after.start,
        end: after.end,
        name: after.text,
        entity: after.entity,
        kind: 'name' as const,
      },
      cue: undefined,
      nested: [...words.matchAll(/[‘'](?=\w)([^‘’']*)[’'](?!\w)/g)].map(nested => ({
        start: start + nested.index + 1,
        end: start + nested.index + nested[0].length - 1,
      })),
      hypothetical: false,
    };
  });
  return {
    text,
    blocks,
    mentions,
    entities: people.map(name => ({
      kind: 'person' as const,
      name,
      forms: [name],
      role: undefined,
      affiliation: undefined,
      gender: undefined,
    })),
    quotations,
    utterances: quotations.map((it, index) => ({ quotations: [index], speaker: it.speaker })),
    unbalanced: [],
  };
}

/** A draft read by hand. */
export function draftOf(text: string, people?: readonly string[], parts: Partial<Draft> = {}): Draft {
  return {
    ...readingOf(text, people),
    path: 'briefs/draft.md',
    language: 'markdown',
    written: text,
    references: [],
    citations: [],
    ignores: [],
    marks: text.includes('“') || !text.includes('"') ? 'curly' : 'straight',
    ...parts,
  };
}

/** An article read by hand. */
export function articleOf(text: string, people?: readonly string[], parts: Partial<Article> = {}): Article {
  const path = parts.path ?? 'articles/budget.txt';
  return {
    ...readingOf(text, people),
    path,
    key: path.replace(/^.*\/|\.\w+$/g, ''),
    title: 'Council passes budget',
    date: '2024-05-03',
    outlet: 'Harbor Ledger',
    byline: undefined,
    words: text.split(/\s+/).length,
    ...parts,
  };
}

/** The place of some words in an article. */
export function passageOf(article: Article, words: string, speaker?: string): Passage {
  const span = spanOf(article.text, words);
  const block = article.blocks.find(it => it.start <= span.start && span.end <= it.end);
  return { article, ...span, text: words, paragraph: block?.paragraph ?? 1, speaker };
}

/** Where some words stand in a text; they must. */
export function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) {
    throw new Error(`“${words}” does not stand in the text`);
  }
  return { start, end: start + words.length };
}

/** What verification might find of a quotation. */
export function verificationOf(span: Span, parts: Partial<Verification>): Verification {
  const verdict = parts.verdict ?? 'verified';
  return {
    span: { start: span.start, end: span.end },
    verdict,
    holds: [verdict],
    givenTo: { name: undefined, match: 'unknown' },
    differences: [],
    changes: [],
    clipped: undefined,
    omitted: undefined,
    passages: [],
    variants: [],
    replacements: [],
    spelling: undefined,
    ...parts,
  };
}

/** A corpus that has articles and nothing to search with. */
export function corpusOf(articles: readonly Article[], parts: Partial<Corpus> = {}): Corpus {
  return {
    revision: 1,
    articleCount: articles.length,
    wordCount: articles.reduce((sum, article) => sum + article.words, 0),
    whole: true,
    outOfReach: [],
    articles: () => articles,
    article: path => articles.find(article => article.path === path),
    articleByKey: key => articles.find(article => article.key === key),
    candidates: () => [],
    named: () => [],
    complete: () => [],
    titled: () => [],
    nearNames: () => [],
    quotations: () => [],
    search: () => [],
    ...parts,
  };
}

/** A context in which every quotation gets the verification that the test says. */
export function contextOf(
  verifications: readonly Verification[],
  project: Partial<Project> = {},
  corpus: Corpus = corpusOf([]),
): CheckContext {
  return {
    corpus,
    project: { ...defaultProject, ...project },
    verifier: {
      verify: (_corpus, _draft, quotation) =>
        verifications.find(it => it.span.start === quotation.start) ??
        verificationOf(quotation, { verdict: 'skipped' }),
    },
  };
}
