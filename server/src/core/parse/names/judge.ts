import { Last } from '../../text/last.ts';
import { foldOf } from './characters.ts';
import { Decoder } from './decode.ts';
import type { NamesDocument } from './document.ts';
import { addEvidence, EvidenceRoom, gatherEvidence } from './evidence.ts';
import { FeatureWriter, MOST_FEATURES } from './features.ts';
import { addToHash, hashedWords, startHash } from './hash.ts';
import { WordList } from './lexicon.ts';
import type { NamesModel, Pass } from './model.ts';
import { cleared } from './room.ts';
import type { Runs } from './runs.ts';
import { LONGEST_RUN } from './runs.ts';
import { TAG_COUNT } from './tags.ts';
import { Shape } from './shapes.ts';
import { addRows, SECOND_PASS } from './weights.ts';
import { MEMO_WIDTH } from './word-memo.ts';

const lastWriter = new Last<FeatureWriter>();

/** Where texts are judged, one after the other. */
export class JudgingRoom {
  readonly decoder = new Decoder();
  readonly evidence = new EvidenceRoom();
  scores = new Float64Array(LONGEST_RUN * TAG_COUNT);
  shared = new Int32Array(0);
  readonly sums = new Int32Array(MEMO_WIDTH);
  /** Of the features of one word. */
  readonly buckets = new Int32Array(MOST_FEATURES);
  firstTags = new Uint8Array(0);
  tags = new Uint8Array(0);
  /** Of the tags of each word. */
  counts = new Uint16Array(0);
}

/**
 * Gives every token its tag, in two passes: each run by itself first, then again with what the first pass found of its
 * words in the whole text. The tags hold until the room is used again.
 */
export function judge(document: NamesDocument, model: NamesModel, room: JudgingRoom): Uint8Array {
  const { tokens, runs } = document;
  const { first, second, weights } = model;
  const { decoder, scores, sums } = room;
  const writer = lastWriter.hold(new FeatureWriter(document, model.lexicon, room.buckets));
  const firstTags = (room.firstTags = cleared(room.firstTags, tokens.count));
  // What the weights say of the features that both passes share, of one token of a run after the other.
  const shared = (room.shared = cleared(room.shared, lengthOf(runs) * MEMO_WIDTH));
  let at = 0;
  for (let run = 0; run < runs.starts.length; run++) {
    const start = runs.starts[run] ?? 0;
    const end = runs.ends[run] ?? 0;
    if (isHopeless(document, start, end)) {
      continue;
    }
    for (let token = start; token < end; token++) {
      const word = wordSums(document, model, writer, token);
      writer.count = 0;
      writer.addContext(token, start, end);
      addRows(weights, writer.buckets, writer.count, model.memo.sums, word, shared, at);
      score(shared, at, first, scores, (token - start) * TAG_COUNT);
      at += MEMO_WIDTH;
    }
    forbid(document, start, end, scores);
    decoder.decode(scores, end - start, first.transitions, firstTags, start);
  }

  const evidence = gatherEvidence(document, firstTags, room.evidence);
  const tags = (room.tags = cleared(room.tags, tokens.count));
  at = 0;
  for (let run = 0; run < runs.starts.length; run++) {
    const start = runs.starts[run] ?? 0;
    const end = runs.ends[run] ?? 0;
    if (isHopeless(document, start, end)) {
      continue;
    }
    for (let token = start; token < end; token++) {
      writer.count = 0;
      addEvidence(writer, document, evidence, firstTags, token, start, end);
      addRows(weights, writer.buckets, writer.count, shared, at, sums, 0);
      score(sums, SECOND_PASS, second, scores, (token - start) * TAG_COUNT);
      at += MEMO_WIDTH;
    }
    forbid(document, start, end, scores);
    decoder.decode(scores, end - start, second.transitions, tags, start);
  }
  return tags;
}

/** Where in the memo it stands what the weights say of a word by itself. */
function wordSums(document: NamesDocument, model: NamesModel, writer: FeatureWriter, token: number): number {
  const { memo } = model;
  const { hashes, shapes, starts, ends } = document.tokens;
  const printed = printedHash(document.text, starts[token] ?? 0, ends[token] ?? 0);
  const offset = memo.claim(hashes[token] ?? 0, printed, shapes[token] ?? 0);
  if (offset >= 0) {
    return offset;
  }
  writer.count = 0;
  writer.addWord(token);
  addRows(model.weights, writer.buckets, writer.count, memo.sums, ~offset, memo.sums, ~offset);
  return ~offset;
}

function printedHash(text: string, start: number, end: number): number {
  let hash = startHash();
  for (let at = start; at < end; at++) {
    hash = addToHash(hash, foldOf(text.charCodeAt(at)));
  }
  return hash;
}

/** The tokens of all runs. */
function lengthOf({ starts, ends }: Runs): number {
  let length = 0;
  for (let run = 0; run < starts.length; run++) {
    length += (ends[run] ?? 0) - (starts[run] ?? 0);
  }
  return length;
}

/** Writes the score of each tag of one token. */
function score(
  sums: Int32Array,
  from: number,
  { scale, bias }: Pass,
  scores: Float64Array,
  to: number,
): void {
  scores[to] = (sums[from] ?? 0) * scale;
  for (let tag = 1; tag < TAG_COUNT; tag++) {
    scores[to + tag] = (sums[from + tag] ?? 0) * scale + (bias[tag] ?? 0);
  }
}

/** Whether a run is one word that never is a name: most sentence beginnings. */
export function isHopeless(document: NamesDocument, start: number, end: number): boolean {
  const { ofToken, entries } = document.vocabulary;
  const plain = end - start === 1 && document.tokens.shapes[start] !== Shape.capitals;
  return plain && ((entries[ofToken[start] ?? 0] ?? 0) & WordList.stop) !== 0;
}

/** Small words that are in no person's name. */
const NOT_IN_PEOPLE = hashedWords('of the and for on in at to &');
const INSIDE_PERSON = 2;
const INSIDE_PLACE = 6;

/** Rules out what no name does: begin with a mark, a number or `'s`, be a person with `of` inside, or a person or place with `'s` inside. */
function forbid(document: NamesDocument, start: number, end: number, scores: Float64Array): void {
  const { shapes, hashes } = document.tokens;
  for (let token = start; token < end; token++) {
    const shape = shapes[token] ?? 0;
    if (shape > Shape.lower) {
      continue;
    }
    const row = (token - start) * TAG_COUNT;
    if (shape === Shape.possessive) {
      scores[row + INSIDE_PLACE] = -Infinity;
    }
    if (shape !== Shape.lower || NOT_IN_PEOPLE.has(hashes[token] ?? 0)) {
      scores[row + INSIDE_PERSON] = -Infinity;
      for (let begin = 1; begin < TAG_COUNT; begin += 2) {
        scores[row + begin] = -Infinity;
      }
    }
  }
}
