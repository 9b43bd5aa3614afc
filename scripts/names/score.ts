import { findNames } from '../../server/src/core/parse/names/find.ts';
import type { NamesModel } from '../../server/src/core/parse/names/model.ts';
import { KINDS } from '../../server/src/core/parse/names/tags.ts';
import type { Block, NameKind } from '../../server/src/core/parse/reading.ts';
import type { LabelledText } from './data.ts';

/** Names found against names labelled: exact span, exact kind. */
export interface Score {
  readonly right: number;
  readonly found: number;
  readonly labelled: number;
}

/** Scores a model on labelled texts, by kind. */
export function scoreNames(
  texts: readonly LabelledText[],
  model: NamesModel,
  blocksOf: (text: string) => readonly Block[],
): ReadonlyMap<NameKind, Score> {
  const person = { right: 0, found: 0, labelled: 0 };
  const organisation = { ...person };
  const place = { ...person };
  const scores = { person, organisation, place };
  for (const { text, labels } of texts) {
    const wanted = new Set(labels.map(it => `${it.kind} ${it.start} ${it.end}`));
    for (const label of labels) {
      scores[label.kind].labelled++;
    }
    for (const name of findNames(text, blocksOf(text), model)) {
      const score = scores[name.kind];
      score.found++;
      score.right += wanted.has(`${name.kind} ${name.start} ${name.end}`) ? 1 : 0;
    }
  }
  return new Map(KINDS.map(kind => [kind, scores[kind]]));
}

/** `person P 0.85 R 0.83 F1 0.84`, one line a kind and one for all. */
export function formatScores(scores: ReadonlyMap<NameKind, Score>): string {
  const all = { right: 0, found: 0, labelled: 0 };
  const lines: string[] = [];
  for (const [kind, score] of scores) {
    all.right += score.right;
    all.found += score.found;
    all.labelled += score.labelled;
    lines.push(formatScore(kind, score));
  }
  return [...lines, formatScore('all', all)].join('\n');
}

function formatScore(label: string, { right, found, labelled }: Score): string {
  const percent = (part: number, whole: number): string =>
    ((100 * part) / Math.max(1, whole)).toFixed(1).padStart(5);
  return `${label.padEnd(13)} P ${percent(right, found)} R ${percent(right, labelled)} F1 ${percent(2 * right, found + labelled)}  (${labelled})`;
}
