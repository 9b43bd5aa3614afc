import { candidate, noParticulars, type Candidate, type Particulars } from './layout-candidate.ts';
import { dateOfPath, findDate } from './layout-dates.ts';
import { markHead, markHeadings, markTail } from './layout-head.ts';
import { markKnown } from './layout-known.ts';
import type { RawBlock } from './layout-block.ts';
import { datelineOf } from './layout-patterns.ts';
import { markInterview } from './layout-interview.ts';
import { markIntroduced, markSpeech } from './layout-speech.ts';
import { markPosts } from './layout-posts.ts';
import { markAboveByline, markTeasers } from './layout-teasers.ts';
import { markTurns } from './layout-turns.ts';
import type { ArticleLayout } from './layout.ts';
import type { Block } from './reading.ts';

/** Gives every block its kind and gathers title, date, outlet and byline. */
export function classify(
  text: string,
  raw: readonly RawBlock[],
  frontMatter: ReadonlyMap<string, string>,
  path: string,
): ArticleLayout {
  const found = noParticulars();
  // Loops, here and elsewhere: what the engine makes of `map` is another kind of array once it is compiled, and all
  // code that has met the first kind would be compiled again.
  const all: Candidate[] = [];
  for (const block of raw) {
    all.push(candidate(text, block, all.length, found));
  }
  markKnown(all, found);
  markSpeech(text, all);
  markTurns(all);
  markInterview(all);
  markTeasers(all);
  markHead(all, found);
  markAboveByline(all, found);
  markHeadings(all);
  markPosts(all);
  markIntroduced(text, all);
  markTail(all);
  let paragraphs = 0;
  for (const it of all) {
    if (it.kind !== 'paragraph') continue;
    readDateline(it.line, found);
    if (++paragraphs === 3) break;
  }
  const blocks: Block[] = [];
  let words = 0;
  for (const { start, end, kind = 'paragraph', raw, features } of all) {
    blocks.push({ start, end, kind, paragraph: blocks.length + 1, hidden: raw.hidden });
    words += kind === 'boilerplate' || kind === 'code' ? 0 : features.words;
  }
  const field = (...names: string[]): string | undefined =>
    frontMatter.size === 0 ? undefined : names.map(it => frontMatter.get(it)).find(it => it);
  const matterDate = field(
    'date',
    'published',
    'pubdate',
    'publishdate',
    'publish_date',
    'date_published',
    'created',
  );
  return {
    text,
    blocks,
    title: field('title', 'headline') ?? found.title,
    date:
      (matterDate === undefined ? undefined : findDate(matterDate)?.iso) ??
      found.published ??
      dateOfPath(path) ??
      found.inText ??
      found.updated,
    outlet:
      field('outlet', 'publisher', 'publication', 'site_name', 'site', 'newspaper', 'website', 'source') ??
      found.outlet ??
      found.copyright,
    byline: field('byline', 'author', 'authors') ?? found.byline,
    words,
  };
}

function readDateline(line: string, found: Particulars): void {
  if (found.outlet !== undefined && found.inText !== undefined) return;
  if (!/^\p{Lu}/u.test(line)) return;
  const dateline = datelineOf(line);
  if (dateline === undefined) return;
  if (dateline.agency !== undefined && /^\p{Lu}/u.test(dateline.agency))
    found.outlet ??= dateline.agency.trim();
  const date = findDate(line.slice(0, dateline.length));
  if (date !== undefined) found.inText ??= date.iso;
}
