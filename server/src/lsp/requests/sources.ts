import { URI } from 'vscode-uri';
import { clip, collapse } from '../../core/features/escape.ts';
import { mentionsOf } from '../../core/features/people.ts';
import { blockOf, quotationPassage } from '../../core/features/places.ts';
import { sourceContents, sourceList } from '../../core/features/source-list.ts';
import { articleName, passageName, quoted } from '../../core/features/wording.ts';
import { sayCount } from '../../core/text/say.ts';
import type { SearchHit } from '../../core/corpus/corpus.ts';
import type { PersonItem, SearchItem, SearchParams, SourceItem, SourcesParams } from '../own-protocol.ts';
import type { Root } from '../root.ts';
import type { Session } from '../session.ts';
import { articleUri, toLocation } from '../to-protocol.ts';
import { referenceTo } from './insert.ts';

const mostFound = 60;

/** People, headlines and quotations of all sources, best first in each workspace folder. */
export function searchSources(session: Session, { words }: SearchParams): SearchItem[] {
  return words.trim() === ''
    ? []
    : session.roots.flatMap(root =>
        root.context.corpus.search(words, mostFound).flatMap(hit => toSearchItem(root, hit)),
      );
}

/** The articles of a workspace folder, the latest first. */
export function listSources(session: Session, { root: uri, period }: SourcesParams): SourceItem[] {
  const root = session.roots.find(it => it.uri === uri);
  return root === undefined
    ? []
    : sourceList(root.context.corpus, period ?? '').map((entry): SourceItem => {
        if (entry.kind === 'period') {
          return entry;
        }
        const { title, outlet, date, path, key, quotations } = entry.article;
        return {
          kind: 'article',
          uri: articleUri(root.path, path),
          title: title === undefined ? key : clip(title, 160),
          outlet: outlet === undefined ? null : collapse(outlet),
          date: date ?? null,
          path,
          quotations: quotations.filter(it => it.kind !== 'scare').length,
        };
      });
}

/** The people of an article with their quotations, whether or not it is open. */
export function listContents(session: Session, uri: string): PersonItem[] {
  for (const root of session.roots) {
    const path = root.relative(URI.parse(uri).fsPath);
    const article = path === undefined ? undefined : root.articleAt(path);
    if (article !== undefined) {
      return sourceContents(article).map(({ name, kind, role, start, end, quotations }) => ({
        name: name ?? null,
        kind,
        role: role ?? null,
        location: toLocation(root.path, article, { start, end }),
        quotations: quotations.map(passage => ({
          words: quoted(passage.text, 160),
          paragraph: passage.paragraph,
          location: toLocation(root.path, article, passage),
          reference: referenceTo(root, article, passage),
        })),
      }));
    }
  }
  return [];
}

function toSearchItem(root: Root, hit: SearchHit): SearchItem[] {
  switch (hit.kind) {
    case 'entity': {
      const { kind, name, role, sourceCount } = hit.entity;
      const [latest] = hit.entity.latest(1);
      const mention = latest && mentionsOf(latest.article, latest.entity)[0];
      if (latest === undefined || mention === undefined) {
        return [];
      }
      const detail = sayCount(
        sourceCount,
        '1 source, the latest: {1}',
        '{0} sources, the latest: {1}',
        articleName(latest.article),
      );
      const location = toLocation(root.path, latest.article, mention);
      return [{ kind, label: name, description: collapse(role ?? ''), detail, location }];
    }
    case 'article': {
      const { article } = hit;
      return [
        {
          kind: 'article',
          label: clip(article.title ?? article.key, 160),
          description: [article.outlet, article.date].filter(it => it !== undefined).join(', '),
          detail: article.path,
          location: toLocation(root.path, article, { start: 0, end: 0 }),
        },
      ];
    }
    case 'quotation': {
      const { article } = hit.ref;
      const quotation = article.quotations[hit.ref.quotation];
      if (quotation === undefined) {
        return [];
      }
      const passage = quotationPassage(article, quotation);
      const block = blockOf(passage);
      return [
        {
          kind: 'quotation',
          label: quoted(passage.text, 160),
          description: passageName(passage),
          detail: clip(block === undefined ? passage.text : article.text.slice(block.start, block.end), 240),
          location: toLocation(root.path, article, passage),
        },
      ];
    }
  }
}
