import type { NamesDocument } from '../../server/src/core/parse/names/document.ts';
import { prepareDocument } from '../../server/src/core/parse/names/document.ts';
import { addEvidence, gatherEvidence } from '../../server/src/core/parse/names/evidence.ts';
import { FeatureWriter } from '../../server/src/core/parse/names/features.ts';
import { isHopeless } from '../../server/src/core/parse/names/judge.ts';
import type { Lexicon } from '../../server/src/core/parse/names/lexicon.ts';
import { Phrase, WordList } from '../../server/src/core/parse/names/lexicon.ts';
import { Decoder } from '../../server/src/core/parse/names/decode.ts';
import { KINDS, TAG_COUNT } from '../../server/src/core/parse/names/tags.ts';
import type { Chain, ConditionalRandomField } from './crf.ts';
import type { LabelledText } from './data.ts';
import { paragraphs } from './data.ts';

const PLACE = WordList.country | WordList.bigCity;

/** A labelled text, cut into words, with the tag each word should get. */
export interface Example {
  readonly document: NamesDocument;
  readonly tags: Uint8Array;
  readonly weight: number;
}

/** Makes an example; labels that no run of words holds are left out. */
export function makeExample(labelled: LabelledText, lexicon: Lexicon): Example {
  const document = prepareDocument(labelled.text, paragraphs(labelled.text), lexicon);
  const { tokens, runs } = document;
  const tags = new Uint8Array(tokens.count);
  const runOf = new Int32Array(tokens.count).fill(-1);
  const startAt = new Map<number, number>();
  const endAt = new Map<number, number>();
  for (let run = 0; run < runs.starts.length; run++) {
    for (let token = runs.starts[run] ?? 0; token < (runs.ends[run] ?? 0); token++) {
      runOf[token] = run;
      startAt.set(tokens.starts[token] ?? 0, token);
      const end = tokens.ends[token] ?? 0;
      endAt.set(end, token);
      if (labelled.text[end - 1] === '.') {
        endAt.set(end - 1, token);
      }
    }
  }
  for (const label of labelled.labels) {
    const first = startAt.get(label.start);
    const last = endAt.get(label.end);
    if (first !== undefined && last !== undefined && first <= last && runOf[first] === runOf[last]) {
      const kind = label.kind === 'organisation' && isPlace(document, first, last) ? 'place' : label.kind;
      const begin = KINDS.indexOf(kind) * 2 + 1;
      tags.fill(begin + 1, first, last + 1);
      tags[first] = begin;
    }
  }
  return { document, tags, weight: labelled.weight };
}

/** Some of the texts label a country that acts as an organisation; newspapers' readers look for the country. */
function isPlace({ tokens, vocabulary, phrases }: NamesDocument, first: number, last: number): boolean {
  const lists = vocabulary.entries[vocabulary.ofToken[first] ?? 0] ?? 0;
  if (first === last) {
    return (lists & PLACE) !== 0 && (lists & WordList.organisation) === 0;
  }
  const inside = (phrases[first] ?? 0) + 1;
  return (
    (inside === Phrase.city * 2 + 1 || inside === Phrase.country * 2 + 1) &&
    phrases.subarray(first + 1, last + 1).every(it => it === inside) &&
    (last + 1 === tokens.count || phrases[last + 1] !== inside)
  );
}

/** The chains of an example for the first pass, or, with the tags of a first pass, for the second. */
export function chainsOf(example: Example, lexicon: Lexicon, firstTags?: Uint8Array): Chain[] {
  const { document, tags, weight } = example;
  const writer = new FeatureWriter(document, lexicon);
  const evidence = firstTags === undefined ? undefined : gatherEvidence(document, firstTags);
  const chains: Chain[] = [];
  for (let run = 0; run < document.runs.starts.length; run++) {
    const start = document.runs.starts[run] ?? 0;
    const end = document.runs.ends[run] ?? 0;
    if (isHopeless(document, start, end)) {
      continue;
    }
    const buckets: Int32Array[] = [];
    for (let token = start; token < end; token++) {
      writer.count = 0;
      writer.addWord(token);
      writer.addContext(token, start, end);
      if (evidence !== undefined && firstTags !== undefined) {
        addEvidence(writer, document, evidence, firstTags, token, start, end);
      }
      buckets.push(writer.buckets.slice(0, writer.count));
    }
    chains.push({ buckets, tags: tags.slice(start, end), weight });
  }
  return chains;
}

/** The tags that a first pass gives to an example. */
export function predict(example: Example, lexicon: Lexicon, field: ConditionalRandomField): Uint8Array {
  const { document } = example;
  const writer = new FeatureWriter(document, lexicon);
  const decoder = new Decoder();
  const transitions = field.transitions();
  const tags = new Uint8Array(document.tokens.count);
  for (let run = 0; run < document.runs.starts.length; run++) {
    const start = document.runs.starts[run] ?? 0;
    const end = document.runs.ends[run] ?? 0;
    if (isHopeless(document, start, end)) {
      continue;
    }
    const scores = new Float64Array((end - start) * TAG_COUNT);
    for (let token = start; token < end; token++) {
      writer.count = 0;
      writer.addWord(token);
      writer.addContext(token, start, end);
      field.score(writer.buckets.slice(0, writer.count), scores, (token - start) * TAG_COUNT);
    }
    decoder.decode(scores, end - start, transitions, tags, start);
  }
  return tags;
}
