import { mentionsOf } from './people.ts';
import { quotationPassage, wordsIn } from './places.ts';
import { articleName, quoted } from './wording.ts';
import type { Article } from '../corpus/article.ts';
import type { CheckContext } from './context.ts';
import type { Draft } from '../draft/draft.ts';
import type { NameKind } from '../parse/reading.ts';
import type { Span } from '../text/span.ts';

/** Something that an outline or a search box lists. */
export interface FileSymbol extends Span {
  readonly kind: 'quotation' | NameKind;
  readonly name: string;
  readonly detail: string;
}

/** A person or a quotation of the corpus with the article to open. */
export interface CorpusSymbol extends FileSymbol {
  readonly article: Article;
}

/** The quotations of a text, and the people and organisations that it names, each at its first mention; in order. */
export function fileSymbols(text: Draft | Article): readonly FileSymbol[] {
  const quotations = text.quotations.map(({ start, end, block, speaker }) => ({
    kind: 'quotation' as const,
    name: quoted(wordsIn(text, { start, end, block }), 70),
    detail: speaker?.name ?? '',
    start,
    end,
  }));
  const names = text.entities.flatMap((entity, index) => {
    const first = text.mentions.find(mention => mention.entity === index);
    return first === undefined || entity.kind === 'place'
      ? []
      : [
          {
            kind: entity.kind,
            name: entity.name,
            detail: entity.role ?? '',
            start: first.start,
            end: first.end,
          },
        ];
  });
  return [...quotations, ...names].sort((one, other) => one.start - other.start);
}

/** People, headlines and quotations of the corpus that fit the words, best first. */
export function corpusSymbols(
  { corpus }: CheckContext,
  words: string,
  limit: number,
): readonly CorpusSymbol[] {
  return corpus.search(words, limit).flatMap((hit): readonly CorpusSymbol[] => {
    switch (hit.kind) {
      case 'entity': {
        const { kind, name, role } = hit.entity;
        const [latest] = hit.entity.latest(1);
        const mention = latest && mentionsOf(latest.article, latest.entity)[0];
        return latest === undefined || mention === undefined
          ? []
          : [
              {
                kind,
                name,
                detail: role ?? '',
                article: latest.article,
                start: mention.start,
                end: mention.end,
              },
            ];
      }
      case 'quotation': {
        const { article } = hit.ref;
        const quotation = article.quotations[hit.ref.quotation];
        if (quotation === undefined) {
          return [];
        }
        const { start, end, text, speaker } = quotationPassage(article, quotation);
        const detail = speaker === undefined ? articleName(article) : `${speaker}, ${articleName(article)}`;
        return [{ kind: 'quotation', name: quoted(text, 90), detail, article, start, end }];
      }
      case 'article':
        // Files have a search of their own in every editor.
        return [];
    }
  });
}
