import type { Candidate, Particulars } from './layout-candidate.ts';
import { dateOfDateLine, dateOfPath, findDate } from './layout-dates.ts';
import { isForeign } from './layout-features.ts';
import { Openings } from './layout-openings.ts';
import { bylineOf, isCaption, isFurniture } from './layout-patterns.ts';
import type { BlockKind } from './reading.ts';

const address = /^(?:https?:\/\/|www\.)(?:www\.)?([^\s/]+)(\/\S*)?$/i;

const sourceOpenings = new Openings('so ou pu vi');
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
export function markKnown(all: readonly Candidate[], found: Particulars): void {
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
  if (dateLine(line, found) || (updatedOpenings.has(line) && updatedLine.test(line))) return 'dateline';
  if (near) {
    const source = sourceOpenings.has(line) ? sourceLine.exec(line) : null;
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

const updatedOpenings = new Openings('la up pu po mo');
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
  for (let back = 1; back <= Math.min(3, index); back++) {
    const earlier = all[index - back];
    if (earlier === undefined || earlier.line !== it.line || earlier.kind === 'boilerplate') continue;
    it.kind = 'boilerplate';
    const plain = !it.features.marked && it.line.length <= 300 && it.label === undefined;
    if (back === 1 && plain && earlier.kind === undefined && index > 1) earlier.kind = 'caption';
    return;
  }
}
