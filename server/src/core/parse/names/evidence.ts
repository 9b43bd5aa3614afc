import { foldOf } from './characters.ts';
import type { NamesDocument } from './document.ts';
import type { FeatureWriter } from './features.ts';
import { addToHash, finishHash, hashWord, startHash } from './hash.ts';
import { cleared } from './room.ts';
import { isInside, kindOfTag } from './tags.ts';
import { Shape } from './shapes.ts';

/** What a first reading of the whole text found of each of its words. */
export interface Evidence {
  /** For each word, how often it was taken for no name, and for each kind. */
  readonly counts: Uint8Array;
  /** For each word, bits for first, middle and last word of longer names, three for each kind; and one for initials. */
  readonly roles: Uint16Array;
}

const COLUMNS = 4;
const MOST = 200;
const ORGANISATION = 3;
const INITIALS_OF_ORGANISATION = 1 << 9;
const SEVERAL = 3;

/** Evidence that may be gathered anew, for the next text. */
export class EvidenceRoom implements Evidence {
  counts = new Uint8Array(0);
  roles = new Uint16Array(0);
}

/** Counts, over a text, how its words were taken. `tags` holds the tag of each token. */
export function gatherEvidence(
  document: NamesDocument,
  tags: Uint8Array,
  room = new EvidenceRoom(),
): Evidence {
  const { runs, vocabulary } = document;
  const counts = (room.counts = cleared(room.counts, vocabulary.count * COLUMNS));
  const roles = (room.roles = cleared(room.roles, vocabulary.count));
  for (let run = 0; run < runs.starts.length; run++) {
    const end = runs.ends[run] ?? 0;
    for (let token = runs.starts[run] ?? 0; token < end; token++) {
      const tag = tags[token] ?? 0;
      const word = vocabulary.ofToken[token] ?? 0;
      const column = word * COLUMNS + (tag === 0 ? 0 : kindOfTag(tag) + 1);
      counts[column] = Math.min(MOST, (counts[column] ?? 0) + 1);
      if (tag !== 0) {
        const goesOn = token + 1 < end && isInside(tags[token + 1] ?? 0);
        const role = isInside(tag) ? (goesOn ? 2 : 4) : goesOn ? 1 : 0;
        roles[word] = (roles[word] ?? 0) | (role << (kindOfTag(tag) * 3));
        if (tag === ORGANISATION && goesOn) {
          const initials = vocabulary.wordOf(initialsFrom(document, tags, token, end));
          if (initials >= 0) {
            roles[initials] = (roles[initials] ?? 0) | INITIALS_OF_ORGANISATION;
          }
        }
      }
    }
  }
  return room;
}

/** The hash of the word that the capital letters of a name spell. */
function initialsFrom(document: NamesDocument, tags: Uint8Array, first: number, end: number): number {
  const { text, tokens } = document;
  let hash = startHash();
  for (let token = first; token < end && (token === first || isInside(tags[token] ?? 0)); token++) {
    if ((tokens.shapes[token] ?? 0) >= Shape.capitalised) {
      hash = addToHash(hash, foldOf(text.charCodeAt(tokens.starts[token] ?? 0)));
    }
  }
  return finishHash(hash);
}

/** Adds what a first reading of the whole text says of a word; the word's own tag there does not count as evidence. */
export function addEvidence(
  writer: FeatureWriter,
  document: NamesDocument,
  evidence: Evidence,
  tags: Uint8Array,
  token: number,
  runStart: number,
  runEnd: number,
): void {
  const { ofToken } = document.vocabulary;
  const own = tags[token] ?? 0;
  const others = othersOf(document, evidence, tags, token);
  const roles = evidence.roles[ofToken[token] ?? 0] ?? 0;
  writer.one(70, own);
  writer.one(71, others);
  writer.two(72, others, own);
  writer.two(73, roles, own);
  writer.two(74, roles, others);
  const before = token > runStart ? (tags[token - 1] ?? 0) : 8;
  const after = token + 1 < runEnd ? (tags[token + 1] ?? 0) : 8;
  writer.two(75, (before * 16 + own) * 16 + after, 0);
  writer.two(
    81,
    tagAcrossComma(document, tags, runStart, -1) * 8 + tagAcrossComma(document, tags, runEnd - 1, 1),
    own,
  );
  const side = token === runStart ? 0 : token === runEnd - 1 ? 2 : 1;
  if (runEnd - runStart > 1) {
    writer.two(76, othersOf(document, evidence, tags, runStart), side);
    writer.two(77, othersOf(document, evidence, tags, runEnd - 1), side);
    writer.two(78, evidence.roles[ofToken[runEnd - 1] ?? 0] ?? 0, side);
    writer.two(79, evidence.roles[ofToken[runStart] ?? 0] ?? 0, side);
  } else {
    writer.two(80, roles, (document.tokens.places[token] ?? 0) * 8 + own);
  }
}

const COMMA = hashWord(',');
const NO_NEIGHBOUR = 7;

/** The first tag of the run beyond a comma, as in a list of names: of its nearest word. */
function tagAcrossComma(document: NamesDocument, tags: Uint8Array, edge: number, step: -1 | 1): number {
  const { tokens } = document;
  const beyond = edge + 2 * step;
  const isComma = tokens.hashes[edge + step] === COMMA;
  return isComma && (tokens.shapes[beyond] ?? 0) >= Shape.capitalised
    ? (tags[beyond] ?? NO_NEIGHBOUR)
    : NO_NEIGHBOUR;
}

/** How the word was taken at its other places: each count up to three, in one number. */
function othersOf(document: NamesDocument, evidence: Evidence, tags: Uint8Array, token: number): number {
  const word = document.vocabulary.ofToken[token] ?? 0;
  const tag = tags[token] ?? 0;
  const ownColumn = tag === 0 ? 0 : kindOfTag(tag) + 1;
  let others = 0;
  for (let column = 0; column < COLUMNS; column++) {
    const count = (evidence.counts[word * COLUMNS + column] ?? 0) - (column === ownColumn ? 1 : 0);
    others = others * 4 + Math.min(SEVERAL, count);
  }
  return others;
}
