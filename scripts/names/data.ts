import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Block, NameKind } from '../../server/src/core/parse/reading.ts';
import { titleWords } from './hand-lists.ts';

/** A name as labelled. */
export interface Label {
  readonly start: number;
  readonly end: number;
  readonly kind: NameKind;
}

/** A text with its names. Offsets are UTF-16 code units. */
export interface LabelledText {
  readonly id: string;
  readonly text: string;
  readonly labels: readonly Label[];
  /** How much it counts in training. */
  readonly weight: number;
}

interface Line {
  readonly doc_id: string;
  readonly text: string;
  readonly entities: readonly { readonly start: number; readonly end: number; readonly type: string }[];
}

const KIND_OF_TYPE: Readonly<Record<string, NameKind | undefined>> = {
  PER: 'person',
  person: 'person',
  Person: 'person',
  ORG: 'organisation',
  organization: 'organisation',
  Organization: 'organisation',
  LOC: 'place',
  place: 'place',
  Location: 'place',
};

/** Reads a file of one JSON object a line. */
export function readLabelled(path: string, weight = 1): readonly LabelledText[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => fromLine(JSON.parse(line) as Line, weight));
}

function fromLine(line: Line, weight: number): LabelledText {
  const toUnits = unitOffsets(line.text);
  const labels = line.entities.flatMap(({ start, end, type }) => {
    const kind = KIND_OF_TYPE[type];
    return kind === undefined ? [] : [{ start: toUnits(start), end: toUnits(end), kind }];
  });
  return { id: line.doc_id, text: line.text, labels, weight };
}

/** Labels count code points; texts here count UTF-16 code units. */
function unitOffsets(text: string): (offset: number) => number {
  if (!/[\u{10000}-\u{10ffff}]/u.test(text)) {
    return offset => offset;
  }
  const units: number[] = [];
  let at = 0;
  for (const character of text) {
    units.push(at);
    at += character.length;
  }
  units.push(at);
  return offset => units[offset] ?? text.length;
}

/** The texts whose licence is CC BY. */
export function readAttributionOnly(folder: string): readonly LabelledText[] {
  return [
    ...readLabelled(join(folder, 'wikigold.jsonl')),
    ...readLabelled(join(folder, 'wikinews.jsonl'), 0.5).map(tidyMentions),
  ];
}

/** The texts whose licence is CC BY-SA. */
export function readShareAlike(folder: string): readonly LabelledText[] {
  return [
    ...joined(readLabelled(join(folder, 'ewt.jsonl'), 0.7)),
    ...joined(readLabelled(join(folder, 'pud.jsonl'))),
  ];
}

/** Joins sentences to the document that they are from: all but the last number of their name. */
function joined(sentences: readonly LabelledText[]): readonly LabelledText[] {
  const documents = new Map<string, LabelledText>();
  for (const sentence of sentences) {
    const id = sentence.id.replace(/-\d+$/u, '');
    const before = documents.get(id);
    const shift = before === undefined ? 0 : before.text.length + 1;
    documents.set(id, {
      id,
      text: before === undefined ? sentence.text : `${before.text} ${sentence.text}`,
      labels: [
        ...(before?.labels ?? []),
        ...sentence.labels.map(it => ({ ...it, start: it.start + shift, end: it.end + shift })),
      ],
      weight: sentence.weight,
    });
  }
  return [...documents.values()];
}

const TITLES = new Set([
  ...titleWords,
  'of',
  'state',
  'the',
  'u.s.',
  'us',
  'foreign',
  'interior',
  'defense',
  'defence',
]);

/** Makes names of mentions: those of the Wikinews set were labelled with titles and articles, one inside the other. */
function tidyMentions(document: LabelledText): LabelledText {
  const { text } = document;
  const labels: Label[] = [];
  const outer = document.labels.filter(
    it =>
      !document.labels.some(
        other =>
          other !== it &&
          other.start <= it.start &&
          it.end <= other.end &&
          other.end - other.start > it.end - it.start,
      ),
  );
  for (const label of outer) {
    for (const part of parts(text, label)) {
      let { start } = part;
      const { end } = part;
      const article = /^(?:the|a|an)\s+/iu.exec(text.slice(start, end));
      start += article?.[0].length ?? 0;
      if (part.kind === 'person') {
        for (
          let word = /^(\S+)\s+/u.exec(text.slice(start, end));
          word !== null;
          word = /^(\S+)\s+/u.exec(text.slice(start, end))
        ) {
          if (!TITLES.has((word[1] ?? '').toLowerCase())) {
            break;
          }
          start += word[0].length;
        }
        if (TITLES.has(text.slice(start, end).toLowerCase())) {
          continue;
        }
      }
      if (start < end) {
        labels.push({ start, end, kind: part.kind });
      }
    }
  }
  return { ...document, labels };
}

function parts(text: string, label: Label): readonly Label[] {
  const found = /^(\p{Lu}\S*(?: \p{Lu}\S*)*) and (\p{Lu}\S*(?: \p{Lu}\S*)*)$/u.exec(
    text.slice(label.start, label.end),
  );
  if (found === null || label.kind === 'organisation') {
    return [label];
  }
  const middle = label.start + (found[1] ?? '').length;
  return [
    { ...label, end: middle },
    { ...label, start: middle + ' and '.length },
  ];
}

/** Paragraphs between blank lines, for texts that are read without a layout. */
export function paragraphs(text: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const found of text.matchAll(/\S[^]*?(?=\s*\n\s*\n|\s*$(?![^]))/gu)) {
    blocks.push({
      start: found.index,
      end: found.index + found[0].length,
      kind: 'paragraph',
      paragraph: blocks.length + 1,
      hidden: [],
    });
  }
  return blocks;
}
