import type { NameKind } from '../reading.ts';
import type { NamesDocument } from './document.ts';
import type { NameSpan } from './find.ts';
import { hashWord, hashedWords } from './hash.ts';
import { WordList } from './lexicon.ts';
import { Shape } from './shapes.ts';
import { isInside, KINDS, kindOfTag } from './tags.ts';

/** Titles that are given names or surnames as well: kept, `Dean Acheson`, `Tan Cheng Bock`. */
const NAMES_TOO = hashedWords('dean earl duke tan tun raja rani shah min baron judge major bishop marshal');
/** Words that end a title wherever they stand: `Unification Minister Kwon Young-se`. */
const TITLE_ENDS = hashedWords(
  'minister secretary president chairman chairwoman chairperson director spokesman spokeswoman spokesperson prince princess ambassador commissioner governor senator mayor councillor councilor leader envoy adviser advisor premier chancellor mr mrs ms dr col gen lt sgt capt maj brig prof rev sheikh shaikh sheikha imam rabbi sir manager editor professor founder coach officer analyst ceo',
);
const SUFFIXES = hashedWords('jr sr ii iii iv');
const THE = hashWord('the');

/** Turns tags into names without titles before them and without small words or `'s` at their ends. */
export function bareNames(document: NamesDocument, tags: Uint8Array): readonly NameSpan[] {
  const { runs } = document;
  const names: NameSpan[] = [];
  for (let run = 0; run < runs.starts.length; run++) {
    const runEnd = runs.ends[run] ?? 0;
    let token = runs.starts[run] ?? 0;
    while (token < runEnd) {
      const tag = tags[token] ?? 0;
      let end = token + 1;
      if (tag !== 0) {
        while (end < runEnd && isInside(tags[end] ?? 0)) {
          end++;
        }
        addName(document, KINDS[kindOfTag(tag)] ?? 'person', token, end, names);
      }
      token = end;
    }
  }
  return names;
}

function addName(
  document: NamesDocument,
  kind: NameKind,
  first: number,
  end: number,
  names: NameSpan[],
): void {
  const { tokens } = document;
  const start = kind === 'person' ? afterTitles(document, first, end) : afterArticle(document, first, end);
  const last = beforeEnding(document, start, end);
  if (last > start && !(kind === 'person' && isTitleOnly(document, start, last))) {
    names.push({
      start: tokens.starts[start] ?? 0,
      end: tokens.ends[last - 1] ?? 0,
      kind,
      block: tokens.blocks[start] ?? 0,
    });
  }
}

/** The token after the last title and what belongs to it, so long as a name is left. */
function afterTitles(document: NamesDocument, start: number, end: number): number {
  const { tokens, vocabulary } = document;
  let limit = end - 1;
  while (limit > start && SUFFIXES.has(tokens.hashes[limit] ?? 0)) {
    limit--;
  }
  let bare = start;
  let leading = true;
  for (let token = start; token < limit; token++) {
    const hash = tokens.hashes[token] ?? 0;
    const lists = vocabulary.entries[vocabulary.ofToken[token] ?? 0] ?? 0;
    const isTitle = (lists & WordList.title) !== 0 && (token > start || !NAMES_TOO.has(hash));
    const isCountry =
      (lists & WordList.country) !== 0 &&
      (lists & (WordList.firstName | WordList.lastName)) === 0 &&
      token < limit - 1;
    const isLink = tokens.shapes[token] === Shape.possessive || tokens.shapes[token] === Shape.lower;
    if (TITLE_ENDS.has(hash) || (leading && (isTitle || isCountry))) {
      bare = token + 1;
    } else if (
      !isLink &&
      (lists & (WordList.nationality | WordList.country | WordList.organisationWord)) === 0
    ) {
      leading = false;
    }
  }
  return bare;
}

/** Whether a person's name is a title only: `the Amir`. */
function isTitleOnly(document: NamesDocument, start: number, end: number): boolean {
  const { tokens, vocabulary } = document;
  const lists = vocabulary.entries[vocabulary.ofToken[start] ?? 0] ?? 0;
  return end - start === 1 && (lists & WordList.title) !== 0 && start > 0 && tokens.hashes[start - 1] === THE;
}

function afterArticle(document: NamesDocument, start: number, end: number): number {
  return start < end - 1 && document.tokens.hashes[start] === THE ? start + 1 : start;
}

function beforeEnding(document: NamesDocument, start: number, end: number): number {
  const { shapes } = document.tokens;
  let last = end;
  while (last > start && (shapes[last - 1] ?? 0) <= Shape.lower && shapes[last - 1] !== Shape.number) {
    last--;
  }
  return last;
}
