import type { NamesDocument } from './document.ts';
import type { NameSpan } from './find.ts';
import { hashWord } from './hash.ts';
import { WordList } from './lexicon.ts';
import { Shape } from './shapes.ts';
import { isInside, KINDS, kindOfTag } from './tags.ts';

/** Titles that are given names or surnames as well: kept, `Dean Acheson`, `Tan Cheng Bock`. */
const NAMES_TOO = new Set(
  'dean earl duke tan tun raja rani shah min baron judge major bishop marshal'.split(' ').map(hashWord),
);
const THE = hashWord('the');

/** Turns tags into names without titles before them and without small words or `'s` at their ends. */
export function bareNames(document: NamesDocument, tags: Uint8Array): readonly NameSpan[] {
  const { tokens } = document;
  const names: NameSpan[] = [];
  let token = 0;
  while (token < tokens.count) {
    const tag = tags[token] ?? 0;
    if (tag === 0) {
      token++;
      continue;
    }
    let end = token + 1;
    while (end < tokens.count && isInside(tags[end] ?? 0)) {
      end++;
    }
    const kind = KINDS[kindOfTag(tag)] ?? 'person';
    const start = kind === 'person' ? afterTitles(document, token, end) : afterArticle(document, token, end);
    const last = beforeEnding(document, start, end);
    if (last > start) {
      names.push({
        start: tokens.starts[start] ?? 0,
        end: tokens.ends[last - 1] ?? 0,
        kind,
        block: tokens.blocks[start] ?? 0,
      });
    }
    token = end;
  }
  return names;
}

/** The token after the last title and the nationality before it, so long as something is left. */
function afterTitles(document: NamesDocument, start: number, end: number): number {
  const { tokens, vocabulary } = document;
  let bare = start;
  for (let token = start; token < end - 1; token++) {
    const word = vocabulary.ofToken[token] ?? 0;
    const lists = vocabulary.entries[word] ?? 0;
    const isTitle =
      (lists & WordList.title) !== 0 && (token > start || !NAMES_TOO.has(vocabulary.hashes[word] ?? 0));
    const isLink = tokens.shapes[token] === Shape.possessive || tokens.shapes[token] === Shape.lower;
    if (isTitle) {
      bare = token + 1;
    } else if (
      !isLink &&
      (lists & (WordList.nationality | WordList.country | WordList.organisationWord)) === 0
    ) {
      break;
    }
  }
  return bare;
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
