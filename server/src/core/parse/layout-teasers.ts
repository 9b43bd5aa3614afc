import type { Candidate, Particulars } from './layout-candidate.ts';

/** Above these, a page lists other articles. */
const rubric =
  /^(?:read more|see more|read next|read also|also read|see also|more on this(?: story)?|more from .{2,40}|related(?: (?:articles?|stories|content|topics|news|coverage|reading))?|recommended(?: .{2,30})?|most[- ](?:read|viewed|popular|shared|watched)(?: .{2,30})?|popular(?: now)?|trending(?: now)?|you (?:may|might) (?:also )?like|editor['’]s picks?|top stories|in case you missed it|don['’]t miss)[:.!…]*$/i;

/** No list of other articles is longer, in lines, and no headline in it, in words. */
const longestList = 12;
const longestHeadline = 20;

/** Marks the headlines of other articles that stand below `Read more` and its like: nobody says here what is quoted in them. */
export function markTeasers(all: readonly Candidate[]): void {
  for (let index = 0; index < all.length; index++) {
    const it = all[index];
    if (it?.kind !== 'boilerplate' || !rubric.test(it.line)) continue;
    for (let next = index + 1; next <= index + longestList; next++) {
      const line = all[next];
      if (line === undefined || (line.kind !== undefined && line.kind !== 'boilerplate')) break;
      if (line.kind === undefined && !isHeadline(line)) break;
      line.kind = 'boilerplate';
    }
  }
}

function isHeadline({ features, label, raw }: Candidate): boolean {
  return (
    raw.kind === 'paragraph' &&
    label === undefined &&
    !features.stopped &&
    !features.leadsIn &&
    !features.marked &&
    features.words <= longestHeadline
  );
}

/** So much prose may stand above the head of an article: what a page says of cookies. */
const mostProse = 2;
const shortestHeadline = 4;
const longestTitle = 28;
const mostLines = 3;

/**
 * Marks headline and deck right above a byline, where a page was copied with all that stands above them. A title found farther up
 * is none of the article's.
 */
export function markAboveByline(all: readonly Candidate[], found: Particulars): void {
  const byline = all.findIndex(it => it.kind === 'byline');
  const above = all.slice(0, Math.max(byline, 0));
  const prose = above.filter(it => it.kind === undefined && it.features.stopped && it.features.words > 8);
  if (byline < 2 || prose.length > mostProse) return;
  let top = byline;
  while (byline - top < mostLines && isAbove(all[top - 1])) top--;
  const title = all[top];
  if (title === undefined || top === byline) return;
  for (const it of all.slice(top + 1, byline)) it.kind = 'deck';
  for (const it of above.slice(0, top)) {
    if (it.kind === 'title' || it.kind === 'deck') it.kind = 'boilerplate';
  }
  title.kind = 'title';
  found.title = title.line.replace(/[*_`]+/g, '').trim();
}

/** `Home / News / Health` */
const breadcrumb = /^(?:home|news)\b.*\s[/›»>|]\s|(?:\s[/›»>|]\s.*){2}/i;

function isAbove(it: Candidate | undefined): boolean {
  return (
    it !== undefined &&
    it.kind === undefined &&
    !it.features.stopped &&
    !it.features.leadsIn &&
    it.features.words >= shortestHeadline &&
    it.features.words <= longestTitle &&
    !/[,;–—-]["”’']?$/.test(it.line) &&
    !breadcrumb.test(it.line)
  );
}
