import { Decoder } from './decode.ts';
import type { NamesDocument } from './document.ts';
import { addEvidence, gatherEvidence } from './evidence.ts';
import { FeatureWriter } from './features.ts';
import { hashWord } from './hash.ts';
import { WordList } from './lexicon.ts';
import type { NamesModel, Pass } from './model.ts';
import { TAG_COUNT } from './tags.ts';
import { Shape } from './shapes.ts';
import { addRows } from './weights.ts';
import { MEMO_WIDTH } from './word-memo.ts';

const SECOND = 8;

/**
 * Gives every token its tag, in two passes: each run by itself first, then again with what the first pass found of its
 * words in the whole text.
 */
export function judge(document: NamesDocument, model: NamesModel): Uint8Array {
  const { tokens, runs } = document;
  const writer = new FeatureWriter(document, model.lexicon);
  const decoder = new Decoder();
  const sums = new Int32Array(MEMO_WIDTH);
  const scores = new Float64Array(longest(document) * TAG_COUNT);
  const firstTags = new Uint8Array(tokens.count);
  // What the second pass adds up for the features that both passes share.
  const shared = new Int32Array(tokens.count * TAG_COUNT);
  for (let run = 0; run < runs.starts.length; run++) {
    const start = runs.starts[run] ?? 0;
    const end = runs.ends[run] ?? 0;
    if (isHopeless(document, start, end)) {
      continue;
    }
    for (let token = start; token < end; token++) {
      addWordSums(document, model, writer, token, sums);
      writer.count = 0;
      writer.addContext(token, start, end);
      addRows(model.weights, writer.buckets, writer.count, sums, 0);
      for (let tag = 0; tag < TAG_COUNT; tag++) {
        scores[(token - start) * TAG_COUNT + tag] = (sums[tag] ?? 0) * model.first.scale;
        shared[token * TAG_COUNT + tag] = sums[SECOND + tag] ?? 0;
      }
    }
    addBias(scores, end - start, model.first);
    forbid(document, start, end, scores);
    decoder.decode(scores, end - start, model.first.transitions, firstTags, start);
  }

  const evidence = gatherEvidence(document, firstTags);
  const tags = new Uint8Array(tokens.count);
  for (let run = 0; run < runs.starts.length; run++) {
    const start = runs.starts[run] ?? 0;
    const end = runs.ends[run] ?? 0;
    if (isHopeless(document, start, end)) {
      continue;
    }
    for (let token = start; token < end; token++) {
      writer.count = 0;
      addEvidence(writer, document, evidence, firstTags, token, start, end);
      sums.fill(0);
      addRows(model.weights, writer.buckets, writer.count, sums, 0);
      for (let tag = 0; tag < TAG_COUNT; tag++) {
        const sum = (shared[token * TAG_COUNT + tag] ?? 0) + (sums[SECOND + tag] ?? 0);
        scores[(token - start) * TAG_COUNT + tag] = sum * model.second.scale;
      }
    }
    addBias(scores, end - start, model.second);
    forbid(document, start, end, scores);
    decoder.decode(scores, end - start, model.second.transitions, tags, start);
  }
  return tags;
}

/** Sets `sums` to what the weights say of the word by itself. */
function addWordSums(
  document: NamesDocument,
  model: NamesModel,
  writer: FeatureWriter,
  token: number,
  sums: Int32Array,
): void {
  const { memo } = model;
  let offset = memo.claim(document.tokens.hashes[token] ?? 0, document.tokens.shapes[token] ?? 0);
  if (offset < 0) {
    offset = ~offset;
    writer.count = 0;
    writer.addWord(token);
    addRows(model.weights, writer.buckets, writer.count, memo.sums, offset);
  }
  for (let at = 0; at < MEMO_WIDTH; at++) {
    sums[at] = memo.sums[offset + at] ?? 0;
  }
}

function longest(document: NamesDocument): number {
  const { starts, ends } = document.runs;
  let most = 1;
  for (let run = 0; run < starts.length; run++) {
    most = Math.max(most, (ends[run] ?? 0) - (starts[run] ?? 0));
  }
  return most;
}

/** Whether a run is one word that never is a name: most sentence beginnings. */
export function isHopeless(document: NamesDocument, start: number, end: number): boolean {
  const { ofToken, entries } = document.vocabulary;
  const plain = end - start === 1 && document.tokens.shapes[start] !== Shape.capitals;
  return plain && ((entries[ofToken[start] ?? 0] ?? 0) & WordList.stop) !== 0;
}

function addBias(scores: Float64Array, length: number, pass: Pass): void {
  for (let token = 0; token < length; token++) {
    for (let tag = 1; tag < TAG_COUNT; tag++) {
      const at = token * TAG_COUNT + tag;
      scores[at] = (scores[at] ?? 0) + (pass.bias[tag] ?? 0);
    }
  }
}

/** Small words that are in no person's name. */
const NOT_IN_PEOPLE = new Set('of the and for on in at to &'.split(' ').map(hashWord));
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
