const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const day = '(\\d{1,2})(?:st|nd|rd|th)?';
const year = '((?:19|20)\\d\\d)';

const iso = /(?<!\d)((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)/;
const monthFirst = new RegExp(`\\b${month}\\s+${day},?\\s+${year}(?!\\d)`, 'i');
const dayFirst = new RegExp(`(?<![\\d/.-])${day}(?:\\s+of)?[\\s-]+${month},?[\\s-]+${year}(?!\\d)`, 'i');
/** Day and month in figures; which is which is only told where one of them is above twelve. */
const figures = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)/;

/** A date as printed: its place in the text, and in ISO. */
export interface PrintedDate {
  readonly start: number;
  readonly end: number;
  readonly iso: string;
}

/** The first full date (day, month and year) in a line. */
export function findDate(line: string): PrintedDate | undefined {
  if (!/(?:19|20)\d\d/.test(line)) return undefined;
  const found = [
    dated(iso.exec(line), 1, 3, 4),
    dated(monthFirst.exec(line), 3, 1, 2),
    dated(dayFirst.exec(line), 3, 2, 1),
    inFigures(line),
  ];
  let first: PrintedDate | undefined;
  for (const it of found) if (it !== undefined && (first === undefined || it.start < first.start)) first = it;
  return first;
}

/** The date in a path: `2024-05-03-budget.md`, `2024/05/03/budget.txt`, `20240503_budget.txt`; the last of several. */
export function dateOfPath(path: string): string | undefined {
  let last: string | undefined;
  dateInPath.lastIndex = 0;
  for (let found = dateInPath.exec(path); found !== null; found = dateInPath.exec(path))
    last = isoDate(found[1], found[3], found[4]) ?? last;
  return last;
}

const dateInPath = /(?<!\d)((?:19|20)\d\d)([-_/.]?)(\d\d)\2(\d\d)(?!\d)/g;

const aroundDates =
  /\b(?:first |originally )?(?:published|posted|updated|modified|created|date|dated|last|issued|release[d]?|on|at|by|the|as of|time|am|pm|a\.m\.?|p\.m\.?|noon|midnight|gmt|utc|bst|cet|est|edt|et|cst|cdt|ct|mst|pst|pdt|pt|ist|aest|sast|hrs?|[hm]|min(?:ute)?s?|read|ago|hours?|days?|weeks?|months?|years?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|local|story|article|issue|edition)\b/gi;

/** The date of a line that says nothing but when: `Published: 3 May 2024`, `February 8, 2017 / 2:48 AM / 2 years ago`. */
export function dateOfDateLine(line: string): string | undefined {
  if (line.length > 140) return undefined;
  let rest = line;
  let first: PrintedDate | undefined;
  for (let count = 0; count < 3; count++) {
    const found = findDate(rest);
    if (found === undefined) break;
    first ??= found;
    rest = rest.slice(0, found.start) + ' ' + rest.slice(found.end);
  }
  return first !== undefined && !/\p{L}/u.test(rest.replace(aroundDates, '')) ? first.iso : undefined;
}

const glued = /(?:date|published|posted|updated)\s*:?\s+/iy;

/** A date set before a paragraph's first word by the scraper: ` date 2018-02-02 The minister …`. */
export function gluedDate(block: string): PrintedDate | undefined {
  glued.lastIndex = 0;
  if (!glued.test(block)) return undefined;
  const start = glued.lastIndex;
  const found = findDate(block.slice(start, start + 40));
  if (found === undefined || found.start > 0) return undefined;
  let end = start + found.end;
  while (end < block.length && /[\s:|/–—-]/.test(block.charAt(end))) end++;
  return end < block.length ? { start, end, iso: found.iso } : undefined;
}

function dated(found: RegExpExecArray | null, y: number, m: number, d: number): PrintedDate | undefined {
  if (found === null) return undefined;
  const iso = isoDate(found[y], monthNumber(found[m] ?? ''), found[d]);
  return iso === undefined ? undefined : { start: found.index, end: found.index + found[0].length, iso };
}

function inFigures(line: string): PrintedDate | undefined {
  const found = figures.exec(line);
  if (found === null) return undefined;
  const one = Number(found[1]);
  const other = Number(found[3]);
  if (one <= 12 && other <= 12 && one !== other) return undefined;
  const iso = one > 12 ? isoDate(found[4], found[3], found[1]) : isoDate(found[4], found[1], found[3]);
  return iso === undefined ? undefined : { start: found.index, end: found.index + found[0].length, iso };
}

function monthNumber(name: string): string {
  const index = monthNames.indexOf(name.slice(0, 3).toLowerCase());
  return index < 0 ? name : String(index + 1);
}

function isoDate(y: string | undefined, m: string | undefined, d: string | undefined): string | undefined {
  const inMonth = Number(d);
  const inYear = Number(m);
  if (y === undefined || !(inYear >= 1 && inYear <= 12 && inMonth >= 1)) return undefined;
  const longest =
    [31, Number(y) % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][inYear - 1] ?? 0;
  if (inMonth > longest) return undefined;
  return `${y}-${String(inYear).padStart(2, '0')}-${String(inMonth).padStart(2, '0')}`;
}
