import type { Candidate, Particulars } from './layout-candidate.ts';
import { capitalShare } from './layout-features.ts';
import { datelineOf, isDashedHeading } from './layout-patterns.ts';

/** Finds title, kicker and deck above the first paragraph of prose. */
export function markHead(all: readonly Candidate[], found: Particulars): void {
  const flowing = all.filter(
    it => it.kind === undefined && (it.features.stopped || it.features.marked),
  ).length;
  let title: Candidate | undefined;
  let decks = 0;
  const isList = listsQuotations(all);
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
    } else if (next !== undefined && decks < 2 && isDeck(it, flowing) && !(isList && isSigned(it))) {
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

/** `“I bake my own.” — Ana Lane, 66`: what people said, each signed, below a headline. */
function isSigned({ line }: Candidate): boolean {
  const code = line.charCodeAt(0);
  return (code === 0x201c || code === 0x22) && /^.[^"“”]{8,400}["”]\s*(?:--?|–|—)\s*[^a-z"“”]/.test(line);
}

/** Whether more than one paragraph is a quotation that somebody signs. */
function listsQuotations(all: readonly Candidate[]): boolean {
  let count = 0;
  for (const it of all) {
    count += it.kind === undefined && isSigned(it) ? 1 : 0;
  }
  return count > 1;
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
export function markHeadings(all: readonly Candidate[]): void {
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
    if (it.raw.kind === 'heading' || (line.length <= 90 && isDashedHeading(line))) {
      it.kind = 'heading';
    } else if (
      next !== undefined &&
      features.words <= 12 &&
      line.length <= 90 &&
      !features.marked &&
      !features.leadsIn &&
      (!features.stopped || (line.endsWith('?') && features.words <= 10)) &&
      !',;–—-'.includes(line.charAt(line.length - 1)) &&
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
export function markTail(all: readonly Candidate[]): void {
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
