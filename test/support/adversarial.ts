import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { verdicts, type Verdict, type Verification } from '../../server/src/core/verify/verdict.ts';
import { verify } from '../../server/src/core/verify/verify.ts';
import { openDraft } from './newsroom.ts';
import type { CheckContext } from '../../server/src/core/features/context.ts';

/** One line of a file of `test/fixtures/adversarial`: the verdicts that are right, and the draft. */
export interface AdversarialCase {
  readonly file: string;
  readonly line: number;
  readonly right: readonly Verdict[];
  readonly draft: string;
}

/** A file of cases: articles, and drafts of one paragraph each that are judged against them. */
export interface AdversarialSet {
  readonly file: string;
  readonly articles: readonly { readonly path: string; readonly text: string }[];
  readonly cases: readonly AdversarialCase[];
}

/** What Stet says of a case: of several quotations in it, the least flattering. */
export interface Judged {
  readonly verdict: Verdict;
  readonly verifications: readonly Verification[];
}

const folder = join(import.meta.dirname, '../fixtures/adversarial');

/** Every set in the folder; a file without cases, or a case without a known verdict, is an error. */
export function adversarialSets(): readonly AdversarialSet[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.txt'))
    .map(name => parseSet(name, readFileSync(join(folder, name), 'utf8')));
}

function parseSet(file: string, text: string): AdversarialSet {
  const articles: { path: string; text: string }[] = [];
  const cases: AdversarialCase[] = [];
  const parts = text.split(/^-- (.+) --\n/mu);
  let line = parts[0]!.split('\n').length;
  for (let at = 1; at < parts.length; at += 2) {
    const [name, body] = [parts[at]!, parts[at + 1]!];
    if (name === 'cases') {
      cases.push(...body.split('\n').flatMap((row, index) => parseCase(file, line + 1 + index, row)));
    } else {
      articles.push({ path: name, text: body });
    }
    line += body.split('\n').length;
  }
  if (articles.length === 0 || cases.length === 0) {
    throw new Error(`${file}: no articles or no cases`);
  }
  return { file, articles, cases };
}

function parseCase(file: string, line: number, row: string): readonly AdversarialCase[] {
  if (row.trim() === '') {
    return [];
  }
  const match = /^([a-z/-]+) \| (.+)$/u.exec(row);
  const right = match?.[1]?.split('/') ?? [];
  const unknown = right.filter(name => !(verdicts as readonly string[]).includes(name));
  if (match === null || unknown.length > 0) {
    throw new Error(`${file}:${line}: not “verdict | draft”: ${row}`);
  }
  return [{ file, line, right: right as Verdict[], draft: match[2]! }];
}

/** Judges one case against the newsroom of its set. */
export function judge({ corpus, project }: CheckContext, one: AdversarialCase): Judged {
  const draft = openDraft({ path: 'draft.md', text: `${one.draft}\n` }, corpus);
  const verifications = draft.quotations.map(quotation => verify(corpus, draft, quotation, project));
  const order = verifications.map(it => verdicts.indexOf(it.verdict)).filter(rank => rank > 0);
  return { verdict: verdicts[Math.min(...order, verdicts.length)] ?? 'skipped', verifications };
}

const green: readonly Verdict[] = ['verified', 'variants', 'skipped'];

/** A wrong quotation that Stet lets pass: what must never happen. */
export function isFalseGreen(one: AdversarialCase, judged: Judged): boolean {
  return !one.right.some(verdict => green.includes(verdict)) && green.includes(judged.verdict);
}

/** A right quotation that Stet flags. */
export function isFalseAlarm(one: AdversarialCase, judged: Judged): boolean {
  return one.right.every(verdict => green.includes(verdict)) && !green.includes(judged.verdict);
}
