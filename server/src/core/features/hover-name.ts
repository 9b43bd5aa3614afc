import { say, sayCount } from '../text/say.ts';
import { clip, escapeMarkdown } from './escape.ts';
import { isHeading, quotationsBy } from './people.ts';
import { quotationPassage } from './places.ts';
import { articleName } from './wording.ts';
import { foldedWords } from './folded.ts';
import type { Article } from '../corpus/article.ts';
import type { Link } from './context.ts';
import type { CorpusEntity } from '../corpus/corpus.ts';
import type { Span } from '../text/span.ts';

const mostShown = 4;
/** So many articles are looked into; where they hold fewer passages than are shown, more. */
const fewestRead = 12;
const mostRead = 50;

/** Who somebody is in the sources: the fullest form, the role, the best passages with their places, how many sources. */
export function hoverEntity(link: Link, entity: CorpusEntity): string {
  const role = entity.role === undefined ? '' : `, ${escapeMarkdown(clip(entity.role, 80))}`;
  const { said, isAll } = saidBy(entity);
  const shown = said.slice(0, mostShown).map(({ words, places }) => `- “${words}” (${links(places, link)})`);
  const passages = shown.length > 0 ? shown : mentionedIn(entity, link);
  const left = said.length - shown.length;
  const total = [
    sayCount(entity.sourceCount, 'In 1 source', 'In {0} sources'),
    ...(isAll ? [] : [say('the latest are shown')]),
    ...(isAll && left > 0 ? [sayCount(left, '1 more quotation', '{0} more quotations')] : []),
  ];
  return [`**${escapeMarkdown(entity.name)}**${role}`, passages.join('\n'), `${total.join('; ')}.`]
    .filter(Boolean)
    .join('\n\n');
}

interface Said {
  /** Escaped and cut to length. */
  readonly words: string;
  readonly places: { readonly article: Article; readonly at: number }[];
}

/**
 * Every quotation by a person once, with the places that print it; one of each article before a second of any. Of
 * somebody who is in many articles, those of the latest: each has to be opened.
 */
function saidBy(entity: CorpusEntity): { readonly said: readonly Said[]; readonly isAll: boolean } {
  const known = new Map<string, Said>();
  const rounds: Said[][] = [];
  let read = 0;
  for (const { article, entity: index } of entity.latest(mostRead)) {
    if (read >= fewestRead && known.size >= mostShown) {
      break;
    }
    read++;
    let round = 0;
    for (const quotation of quotationsBy(article, index)) {
      const key = foldedWords(article.text, quotation);
      const before = known.get(key);
      if (before !== undefined) {
        if (!before.places.some(place => place.article === article)) {
          before.places.push({ article, at: quotation.start });
        }
        continue;
      }
      const words = escapeMarkdown(clip(quotationPassage(article, quotation).text, 160));
      const said: Said = { words, places: [{ article, at: quotation.start }] };
      known.set(key, said);
      (rounds[round] ??= []).push(said);
      round++;
    }
  }
  return { said: rounds.flat(), isAll: read === entity.occurrenceCount };
}

function links(places: Said['places'], link: Link): string {
  const shown = places
    .slice(0, 3)
    .map(({ article, at }) => `[${escapeMarkdown(articleName(article))}](${link(article, at)})`);
  const more = places.length > 3 ? [say('{0} more', places.length - 3)] : [];
  return [...shown, ...more].join('; ');
}

/** Where nothing is quoted: what the latest sources say around the name. */
function mentionedIn(entity: CorpusEntity, link: Link): string[] {
  return entity.latest(mostShown).flatMap(({ article, entity: index }) => {
    const mentions = article.mentions.filter(it => it.entity === index);
    const mention = mentions.find(it => !isHeading(article.blocks[it.block]?.kind)) ?? mentions[0];
    const block = mention === undefined ? undefined : article.blocks[mention.block];
    if (mention === undefined || block === undefined) {
      return [];
    }
    const words = escapeMarkdown(around(article.text, block, mention));
    return [`- ${words} ([${escapeMarkdown(articleName(article))}](${link(article, mention.start)}))`];
  });
}

/** The stretch of a paragraph that shows a name: from its beginning where the name is near it. */
function around(text: string, block: Span, mention: Span): string {
  const start =
    mention.start - block.start < 100 ? block.start : text.lastIndexOf(' ', mention.start - 60) + 1;
  return (start > block.start ? '… ' : '') + clip(text.slice(start, block.end), 160);
}
