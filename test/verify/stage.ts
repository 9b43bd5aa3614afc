import type { Article } from '../../server/src/core/corpus/article.ts';
import { MemoryCorpus } from '../../server/src/core/corpus/memory-corpus.ts';
import type { Draft } from '../../server/src/core/draft/draft.ts';
import type { Entity, Mention, Quotation, Reading, Utterance } from '../../server/src/core/parse/reading.ts';
import { defaultProject } from '../../server/src/core/project.ts';
import type { Project } from '../../server/src/core/project.ts';
import type { Verification } from '../../server/src/core/verify/verdict.ts';
import { verify } from '../../server/src/core/verify/verify.ts';

/**
 * Texts read by hand, so that a verdict is tested apart from parsing. A paragraph is `Name | text`: all its “…” are one
 * utterance by that person. `+ Name | …` goes on with the utterance before, `? | …` has a cue and no name, `an official |`
 * and other small-letter names are descriptions, `# …` is a headline, and without a bar a pair of marks is a scare quote.
 */
function readingOf(source: string, people: readonly Partial<Entity>[] = []): Reading {
  const names = new Set(
    [...source.matchAll(/^(?:\+ )?(\p{Lu}[^|“\n]*?) \|/gmu)]
      .map(match => match[1]!)
      .concat(people.map(it => it.name!)),
  );
  const entities: Entity[] = [...names].map(name => ({
    kind: 'person',
    name,
    forms: [name],
    role: undefined,
    affiliation: undefined,
    gender: undefined,
    ...people.find(it => it.name === name),
  }));
  const blocks: Reading['blocks'][number][] = [];
  const quotations: Quotation[] = [];
  const utterances: { quotations: number[]; speaker: Utterance['speaker'] }[] = [];
  const mentions: Mention[] = [];
  let text = '';
  for (const line of source.split(/\n+/).filter(it => it !== '')) {
    const match = /^(\+ )?(?:([^|“”]*?) \| )?(.*)$/u.exec(line)!;
    const [, goesOn, name, rest = ''] = match;
    const isTitle = rest.startsWith('# ');
    const body = isTitle ? rest.slice(2) : rest;
    const start = text.length;
    text += `${body}\n\n`;
    blocks.push({
      start,
      end: start + body.length,
      kind: isTitle ? 'title' : 'paragraph',
      paragraph: blocks.length + 1,
      hidden: [],
    });
    if (goesOn === undefined) {
      utterances.push({ quotations: [], speaker: undefined });
    }
    for (const quoted of body.matchAll(/“([^”]*)”?/gu)) {
      const inner = start + quoted.index + 1;
      const words = quoted[1]!;
      const entity = entities.findIndex(it => it.name === name);
      const speaker =
        name === undefined || name === '?'
          ? undefined
          : {
              start,
              end: start,
              name,
              entity: entity < 0 ? undefined : entity,
              kind: entity < 0 ? ('description' as const) : ('name' as const),
            };
      utterances.at(-1)!.quotations.push(quotations.length);
      utterances.at(-1)!.speaker ??= speaker;
      quotations.push({
        start: inner,
        end: inner + words.length,
        outer: { start: inner - 1, end: start + quoted.index + quoted[0].length },
        mark: 'double',
        closed: quoted[0].endsWith('”'),
        block: blocks.length - 1,
        utterance: utterances.length - 1,
        kind: name === undefined ? 'scare' : 'direct',
        speaker,
        cue: name === undefined ? undefined : { start, end: start },
        nested: [...words.matchAll(/‘([^’]*)’(?!\p{L})/gu)].map(it => ({
          start: inner + it.index + 1,
          end: inner + it.index + it[0].length - 1,
        })),
        hypothetical: false,
      });
    }
    for (const entity of entities) {
      for (let at = body.indexOf(entity.name); at >= 0; at = body.indexOf(entity.name, at + 1)) {
        mentions.push({
          start: start + at,
          end: start + at + entity.name.length,
          kind: entity.kind,
          text: entity.name,
          entity: entities.indexOf(entity),
          block: blocks.length - 1,
        });
      }
    }
  }
  mentions.sort((one, other) => one.start - other.start);
  return { text, blocks, mentions, entities, quotations, utterances, unbalanced: [] };
}

/** An article read by hand. */
export function article(
  path: string,
  source: string,
  more: Partial<Article> & { people?: Partial<Entity>[] } = {},
): Article {
  const { people, ...rest } = more;
  const reading = readingOf(source, people);
  const words = reading.text.split(/\s+/).length;
  const key = path.replace(/\W+/g, '-');
  return {
    title: undefined,
    date: undefined,
    outlet: undefined,
    byline: undefined,
    words,
    ...reading,
    path,
    key,
    ...rest,
  };
}

/** A draft read by hand. */
export function draftOf(source: string, people: readonly Partial<Entity>[] = []): Draft {
  const reading = readingOf(source, people);
  const about = { path: 'draft.md', language: 'markdown', written: reading.text, references: [] } as const;
  return { ...reading, ...about, citations: [], ignores: [], marks: 'curly' };
}

/** The articles as a corpus. */
export function corpusOf(...articles: readonly Article[]): MemoryCorpus {
  const corpus = new MemoryCorpus();
  corpus.upsert(articles);
  corpus.isRead = true;
  return corpus;
}

/** What is said of the quotations of a draft. */
export function judge(
  corpus: MemoryCorpus,
  draft: string | Draft,
  project: Project = defaultProject,
): Verification[] {
  const read = typeof draft === 'string' ? draftOf(draft) : draft;
  return read.quotations.map(quotation => verify(corpus, read, quotation, project));
}
