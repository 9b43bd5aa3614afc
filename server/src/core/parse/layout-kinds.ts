import { findDate, dateOfDateLine, dateOfPath, gluedDate } from './layout-dates.ts';
import { capitalShare, featuresOf, flatten, isForeign, type Features } from './layout-features.ts';
import type { RawBlock } from './layout-markdown.ts';
import { bylineOf, dashedHeading, datelineOf, isCaption, isFurniture } from './layout-patterns.ts';
import { isSpeech, labelOf, type LabelledLine } from './layout-transcript.ts';
import type { ArticleLayout } from './layout.ts';
import type { Block, BlockKind } from './reading.ts';

/** A block on its way to its kind. */
interface Candidate {
  start: number;
  readonly end: number;
  readonly raw: RawBlock;
  readonly line: string;
  readonly features: Features;
  readonly label: LabelledLine | undefined;
  kind: BlockKind | undefined;
}

/** What the article says of itself, the surer statements in front. */
interface Particulars {
  published?: string | undefined;
  updated?: string | undefined;
  inText?: string | undefined;
  outlet?: string | undefined;
  copyright?: string | undefined;
  byline?: string | undefined;
  title?: string | undefined;
}

/** Gives every block its kind and gathers title, date, outlet and byline. */
export function classify(
  text: string,
  raw: readonly RawBlock[],
  frontMatter: ReadonlyMap<string, string>,
  path: string,
): ArticleLayout {
  const found: Particulars = {};
  const all = raw.map((block, index) => candidate(text, block, index, found));
  markKnown(all, found);
  markSpeech(text, all);
  markHead(all, found);
  markHeadings(all);
  markTail(all);
  let paragraphs = 0;
  for (const it of all) {
    if (it.kind !== 'paragraph') continue;
    readDateline(it.line, found);
    if (++paragraphs === 3) break;
  }
  const blocks = all.map((it, index): Block => ({
    start: it.start,
    end: it.end,
    kind: it.kind ?? 'paragraph',
    paragraph: index + 1,
    hidden: it.raw.hidden,
  }));
  const field = (...names: string[]): string | undefined =>
    names.map(it => frontMatter.get(it)).find(it => it);
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
  };
}

function candidate(text: string, raw: RawBlock, index: number, found: Particulars): Candidate {
  let start = raw.start;
  const preset = raw.kind === 'paragraph' ? undefined : raw.kind;
  if (index < 4 && preset === undefined) {
    const glued = gluedDate(text.slice(raw.start, Math.min(raw.end, raw.start + 80)));
    if (glued !== undefined) {
      found.published ??= glued.iso;
      start += glued.end;
    }
  }
  if (index < 2 && preset === undefined && /^#{1,6}[ \t]+\S/.test(text.slice(start, start + 10))) {
    // A Markdown headline in a file that is not called Markdown.
    while (start < raw.end && /[#\s]/.test(text.charAt(start))) start++;
    if (start === raw.end) start = raw.start;
  }
  const span = { start, end: raw.end };
  const features = featuresOf(text, span);
  const line = preset === 'code' ? '' : flatten(text, span);
  const label = preset === undefined ? labelOf(text.slice(start, Math.min(raw.end, start + 200))) : undefined;
  return { start, end: raw.end, raw, line, features, label, kind: preset === 'heading' ? undefined : preset };
}

const address = /^(?:https?:\/\/|www\.)(?:www\.)?([^\s/]+)(\/\S*)?$/i;
const sourceLine = /^(?:source|outlet|publication|publisher|via)\s?:\s*(.{2,80})$/i;
const copyrightLine =
  /(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?,?\s+(?:by\s+)?(?:the\s)?(\p{Lu}[\p{L}\d&.'’ -]{1,40}?)(?=[.,;|]|\s(?:all|ltd|llc|inc)\b|$)/iu;
/** Class names of style sheets and the like: `medium-wide-browser`, with or without a bullet. */
const className = /^[•*·-]?\s*[a-z][a-z\d]*(?:[-_][a-z\d]+)+$/;
const program =
  /^(?:(?:var|let|const) [\w$]+ ?=|function ?\w*\(|window\.\w|document\.\w|[.#][\w-]+\s*\{|@media\b|<\/?(?:div|span|p|a|img|script|style|iframe|br|hr|ul|li|table|h\d|section|figure|video|tweet|blockquote)\b)/;

/** Style sheets and scripts that a scraper took for text. */
function isProgram(line: string): boolean {
  const last = line.charCodeAt(line.length - 1);
  if (last === 123 || last === 125) return true;
  if (last === 59 && /[)}\]'"];$/.test(line)) return true;
  return program.test(line);
}

/** Finds what can be told from a block's own words: furniture, captions, bylines, dates, repeats. */
function markKnown(all: readonly Candidate[], found: Particulars): void {
  const share = all.reduce((sum, it) => sum + it.features.foreign, 0) * 2;
  const english = share < all.reduce((sum, it) => sum + it.features.letters, 0);
  for (let index = 0; index < all.length; index++) {
    const it = all[index];
    if (it === undefined || it.kind !== undefined) continue;
    const near = index < 8 || index >= all.length - 6;
    it.kind = knownKind(it, near, english, found);
    if (it.kind === undefined || it.kind === 'caption') markRepeat(all, index);
  }
}

function knownKind(
  it: Candidate,
  near: boolean,
  english: boolean,
  found: Particulars,
): BlockKind | undefined {
  const { line, features } = it;
  if (features.letters === 0) return dateLine(line, found) ? 'dateline' : 'boilerplate';
  if (features.words > 110) return undefined;
  if (english && isForeign(line, features)) return 'boilerplate';
  if (features.words <= 3) {
    const site = address.exec(line);
    if (site !== null) {
      if (near) {
        found.outlet ??= site[1];
        const date = dateOfPath(site[2] ?? '');
        if (date !== undefined) found.inText ??= date;
      }
      return 'boilerplate';
    }
    if (className.test(line)) return 'boilerplate';
  }
  if (dateLine(line, found) || updatedLine.test(line)) return 'dateline';
  if (near) {
    const source = sourceLine.exec(line);
    if (source?.[1] !== undefined && !features.marked) {
      found.outlet ??= address.exec(source[1])?.[1] ?? source[1].replace(/[.\s]+$/, '');
      return 'boilerplate';
    }
    const copyright = /^(?:©|\(c\)|copyright)/i.test(line) ? copyrightLine.exec(line) : null;
    if (copyright !== null) found.copyright ??= copyright[1]?.trim();
  }
  if ((!features.marked || features.words < 30) && (isFurniture(line) || isProgram(line))) {
    // Somebody's words are never thrown away for the words around them, unless a label calls them a link.
    if (!features.marked || /^[\p{L} ]{2,16}:/u.test(line)) return 'boilerplate';
  }
  if (isCaption(line)) return 'caption';
  const byline = bylineOf(line);
  if (byline !== undefined) {
    if (byline.names !== undefined) found.byline ??= byline.names;
    const date = findDate(line);
    if (date !== undefined) found.published ??= date.iso;
    return 'byline';
  }
  return undefined;
}

const updatedLine =
  /^(?:last )?(?:updated|published|posted|modified)\b[\s:|]*(?:at |on )?[\d:.,/ |-]*(?:[ap]\.?m\.?)?,? ?(?:[A-Z]{2,4})?[\s.]*(?:\d+ \w+ ago)?$/i;

function dateLine(line: string, found: Particulars): boolean {
  const date = dateOfDateLine(line);
  if (date === undefined) return false;
  if (/updated|modified/i.test(line) && !/publi|posted|created/i.test(line)) found.updated ??= date;
  else found.published ??= date;
  return true;
}

/** A caption or headline that is printed twice counts once. */
function markRepeat(all: readonly Candidate[], index: number): void {
  const it = all[index];
  if (it === undefined || it.features.words < 3) return;
  for (let back = 1; back <= 3; back++) {
    const earlier = all[index - back];
    if (earlier === undefined || earlier.line !== it.line || earlier.kind === 'boilerplate') continue;
    it.kind = 'boilerplate';
    const plain = !it.features.marked && it.line.length <= 300 && it.label === undefined;
    if (back === 1 && plain && earlier.kind === undefined && index > 1) earlier.kind = 'caption';
    return;
  }
}

/** Marks the lines `NAME: …` that are speech, and in a whole transcript the paragraphs that go on with it. */
function markSpeech(text: string, all: readonly Candidate[]): void {
  const labels = new Map<string, number>();
  let count = 0;
  for (const it of all) {
    if (it.kind !== undefined || it.label === undefined) continue;
    labels.set(it.label.label, (labels.get(it.label.label) ?? 0) + 1);
    count++;
  }
  if (count === 0) return;
  const flowing = all.filter(it => it.kind === undefined).length;
  const elsewhere = new Map<string, boolean>();
  let body = false;
  let speech = 0;
  let prose = 0;
  let last = -1;
  for (let index = 0; index < all.length; index++) {
    const it = all[index];
    if (it?.kind !== undefined || it === undefined) continue;
    prose++;
    const label = it.label;
    if (
      label !== undefined &&
      !/^["“«„‘']/.test(text.slice(it.start + label.words, it.start + label.words + 1))
    ) {
      let named = elsewhere.get(label.label);
      if (named === undefined) {
        named = elsewhere.size < 64 && isNamedElsewhere(text, label.label);
        elsewhere.set(label.label, named);
      }
      const evidence = {
        sameLabel: labels.get(label.label) ?? 1,
        labels: count,
        share: count / flowing,
        namedElsewhere: named,
        opensBody: !body,
        headsText: prose === 1 && all[index + 1]?.label === undefined,
      };
      if (isSpeech(label, text.slice(it.start, it.end), evidence)) {
        it.kind = 'transcript';
        speech++;
        last = index;
      }
    }
    body ||= it.features.stopped && it.features.words > 8;
  }
  if (speech < 4 || speech * 5 < prose * 2) return;
  let talking = false;
  for (const it of all.slice(0, last)) {
    if (it.kind === 'transcript') talking = true;
    else if (it.kind !== undefined) continue;
    else if (talking && it.features.stopped && !/^[([{*]/.test(it.line) && it.label === undefined)
      it.kind = 'transcript';
    else talking = false;
  }
}

/** Whether the last word of a label stands in the text as a name, too. */
function isNamedElsewhere(text: string, label: string): boolean {
  const last = label.slice(label.lastIndexOf(' ') + 1);
  if (last.length < 3) return false;
  const name = last === last.toUpperCase() ? last.charAt(0) + last.slice(1).toLowerCase() : last;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const after = text.charAt(at + name.length);
    if (!/[\p{L}:]/u.test(after)) return true;
  }
  return false;
}

/** Finds title, kicker and deck above the first paragraph of prose. */
function markHead(all: readonly Candidate[], found: Particulars): void {
  const flowing = all.filter(
    it => it.kind === undefined && (it.features.stopped || it.features.marked),
  ).length;
  let title: Candidate | undefined;
  let decks = 0;
  for (let index = 0; index < all.length; index++) {
    const it = all[index];
    if (it === undefined) continue;
    if (it.kind !== undefined && it.kind !== 'caption') {
      if (it.kind === 'transcript' || it.kind === 'blockquote') return;
      continue;
    }
    const next = all
      .slice(index + 1, index + 40)
      .find(other => other.kind === undefined || other.kind === 'transcript');
    if (it.kind === 'caption') continue;
    if (it.raw.kind === 'heading') {
      if (title !== undefined) return;
      title = it;
    } else if (title === undefined) {
      if (next === undefined || !isTitle(it, next, flowing)) return;
      if (it.features.words <= 2 && next.kind === undefined && isKickerBefore(next)) {
        it.kind = 'boilerplate';
        continue;
      }
      title = it;
    } else if (next !== undefined && decks < 2 && isDeck(it, flowing)) {
      it.kind = 'deck';
      decks++;
      continue;
    } else {
      return;
    }
    title.kind = 'title';
    found.title = title.line.replace(/[*_`]+/g, '').trim();
  }
}

const reportedSpeech = /[,.?!]["”’']{1,2}\s.*\b(?:said|told|added)\b|\b(?:said|told|added)\b[,:]?\s["“‘']/;

function isTitle(it: Candidate, next: Candidate, flowing: number): boolean {
  const { line, features } = it;
  if (it.raw.start !== it.start && /^#/.test(line)) return true;
  if (line.length > 180 || features.words > 28 || features.leadsIn) return false;
  if (/[,;–—-]["”’']?$/.test(line) || /^["“].*["”]$/.test(line)) return false;
  if (line === line.toUpperCase()) return true;
  const capitals = capitalShare(line) >= 0.7;
  const dated = datelineOf(line);
  if (dated !== undefined && (dated.agency !== undefined || (features.stopped && !capitals))) return false;
  if (capitals) return true;
  if (reportedSpeech.test(line)) return false;
  if (!features.stopped || (/[?!…]["”’']?$/.test(line) && features.words <= 22)) return true;
  // A short sentence with a full stop may be a headline, or the first words of notes.
  return features.words <= 14 && !features.marked && flowing >= 4 && next.line.length > line.length;
}

function isKickerBefore(next: Candidate): boolean {
  return (
    next.features.words >= 4 && next.features.words <= 20 && !next.features.stopped && !next.features.leadsIn
  );
}

function isDeck(it: Candidate, flowing: number): boolean {
  const { line, features } = it;
  if (features.stopped || features.leadsIn || features.words < 4 || features.words > 50 || flowing < 2)
    return false;
  const dated = datelineOf(line);
  return (
    (dated === undefined || (dated.agency === undefined && !/[-–—_]/.test(line.slice(0, dated.length)))) &&
    !reportedSpeech.test(line)
  );
}

/** Finds sub-heads: short lines without a stop above a paragraph. In notes that never use a stop there are none. */
function markHeadings(all: readonly Candidate[]): void {
  let stopped = 0;
  let open = 0;
  for (const it of all) {
    if (it.kind !== undefined) continue;
    if (it.features.stopped || it.features.leadsIn) stopped++;
    else open++;
  }
  const plain = stopped >= open;
  for (let index = 0; index < all.length; index++) {
    const it = all[index];
    if (it === undefined || it.kind !== undefined) continue;
    const { line, features } = it;
    const next = all[index + 1];
    if (it.raw.kind === 'heading' || (line.length <= 90 && dashedHeading.test(line))) {
      it.kind = 'heading';
    } else if (
      next !== undefined &&
      features.words <= 12 &&
      line.length <= 90 &&
      !features.marked &&
      !features.leadsIn &&
      (!features.stopped || (line.endsWith('?') && features.words <= 10)) &&
      !/[,;–—-]$/.test(line) &&
      (plain || line === line.toUpperCase()) &&
      /^[\p{Lu}\d‘'(#]/u.test(line)
    ) {
      it.kind = 'heading';
    } else {
      it.kind = 'paragraph';
    }
  }
}

/** What trails after the last sentence of an article, line by line and without a stop, belongs to the page. */
function markTail(all: readonly Candidate[]): void {
  const prose = all.filter(it => it.kind === 'paragraph' && it.features.stopped).length;
  if (prose < 3) return;
  for (let index = all.length - 1; index >= 0; index--) {
    const it = all[index];
    if (it === undefined) return;
    if (it.kind === 'boilerplate' || it.kind === 'byline' || it.kind === 'caption' || it.kind === 'dateline')
      continue;
    const loose = (it.kind === 'paragraph' || it.kind === 'heading') && it.raw.kind !== 'heading';
    if (!loose || it.features.stopped || it.features.marked || it.features.leadsIn || it.features.words > 14)
      return;
    it.kind = 'boilerplate';
  }
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
