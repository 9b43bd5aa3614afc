import type { Article } from '../../server/src/core/corpus/article.ts';
import type { Quotation } from '../../server/src/core/parse/reading.ts';
import type { Verdict } from '../../server/src/core/verify/verdict.ts';
import { Random } from '../bench/random.ts';
import { fewestWords, mostWords, ways, type Way } from './redraft-ways.ts';
import { short, table } from './table.ts';
import { green, type Judge } from './verification.ts';

interface Miss {
  readonly way: string;
  readonly verdict: Verdict | 'no verdict';
  readonly path: string;
  readonly draft: string;
}

export interface RedraftCounts {
  /** By way: how many were drafted, and of them green. */
  readonly ways: Map<string, { drafted: number; green: number; isWrong: boolean }>;
  readonly misses: Miss[];
}

/**
 * Drafts every whole quotation of unlabelled articles anew: as printed, in part, in other words, and in the mouth of
 * somebody else whom the article names. What the article prints is the label.
 */
export function redraft(articles: readonly Article[], judge: Judge): RedraftCounts {
  const counts: RedraftCounts = { ways: new Map(), misses: [] };
  const people = peopleOf(articles);
  articles.forEach((article, index) => {
    const random = new Random(index);
    for (const quotation of article.quotations) {
      const said = saidIn(article, quotation);
      if (said === undefined) {
        continue;
      }
      const { words, name } = said;
      for (const way of ways) {
        const drafted = way.draft(words, random, article.text);
        if (drafted) {
          score(counts, judge, article.path, way, sentence(drafted, name));
        }
      }
      const others = name === undefined ? [] : strangersTo(article, name, people);
      if (name !== undefined && others.length > 0) {
        const way = { name: 'in another mouth', isWrong: true };
        score(counts, judge, article.path, way, sentence(words, random.pick(others)));
      }
    }
  });
  return counts;
}

/** What somebody says, whole, neither a few words nor a speech; and the person who says it, where the article names one. */
export function saidIn(
  article: Article,
  quotation: Quotation,
): { readonly words: readonly string[]; readonly name: string | undefined } | undefined {
  const words = wordsOf(article, quotation);
  if (quotation.kind !== 'direct' || words.length < fewestWords || words.length > mostWords) {
    return undefined;
  }
  const speaker = quotation.speaker ?? article.utterances[quotation.utterance]?.speaker;
  const person = speaker?.entity === undefined ? undefined : article.entities[speaker.entity];
  return { words, name: person?.kind === 'person' ? person.name : undefined };
}

function wordsOf(article: Article, { start, end, block }: Quotation): readonly string[] {
  const kind = article.blocks[block]?.kind;
  const text = article.text.slice(start, end);
  // Marks, brackets and ellipses of the source's own would need marks, brackets and rules of their own.
  return kind === 'title' || kind === 'deck' || kind === 'heading' || /["“”«»„()[\]…]|\.\s?\./.test(text)
    ? []
    : text.trim().split(/\s+/);
}

function sentence(words: readonly string[], speaker: string | undefined): string {
  const said = words.join(' ').replace(/[.,]$/, '');
  return speaker === undefined ? `One resident said: “${said}.”` : `${speaker} said: “${said}.”`;
}

/** People in full who share no part of their name with the speaker, not even misspelt. */
export function strangersTo(article: Article, name: string, people: ReadonlySet<string>): readonly string[] {
  const own = new Set(partsOf(name));
  return article.entities
    .filter(it => it.kind === 'person' && people.has(it.name))
    .map(it => it.name)
    .filter(it => !partsOf(it).some(part => own.has(part)));
}

function partsOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/\s+/)
    .map(it => it.slice(0, 5));
}

/** Full names that most of the articles which have them take for a person's: one of them may mistake a city for somebody. */
export function peopleOf(articles: readonly Article[]): ReadonlySet<string> {
  const votes = new Map<string, number>();
  for (const { kind, name } of articles.flatMap(it => it.entities)) {
    if (/^\p{Lu}\S* /u.test(name)) {
      votes.set(name, (votes.get(name) ?? 0) + (kind === 'person' ? 1 : -1));
    }
  }
  return new Set([...votes].filter(([, vote]) => vote > 0).map(([name]) => name));
}

function score(
  counts: RedraftCounts,
  judge: Judge,
  path: string,
  { name, isWrong }: Pick<Way, 'name' | 'isWrong'>,
  draft: string,
): void {
  // `James “Duke” Lane said: “…”`: a name may have marks of its own.
  const judged = judge(draft).at(-1);
  const isGreen = judged !== undefined && green.includes(judged.verdict);
  const count = counts.ways.get(name) ?? { drafted: 0, green: 0, isWrong };
  counts.ways.set(name, count);
  count.drafted++;
  count.green += isGreen ? 1 : 0;
  if (isGreen === isWrong && judged?.verdict !== 'clipped') {
    counts.misses.push({ way: name, verdict: judged?.verdict ?? 'no verdict', path, draft });
  }
}

export function drawRedraft({ ways: counted }: RedraftCounts): string {
  const rows = [...counted].map(([name, { drafted, green: blessed, isWrong }]) => [
    name,
    drafted,
    blessed,
    isWrong ? 0 : drafted,
  ]);
  return table(['drafted', 'of', 'green', 'should be'], rows);
}

export function drawRedraftMisses({ misses }: RedraftCounts, most: number): string {
  return misses
    .slice(0, most)
    .map(it => `${it.way}: ${it.verdict}, ${it.path}\n  ${short(it.draft, 400)}`)
    .join('\n\n');
}

/** Wrong ones that are green, and right ones that are flagged; `clipped` is right beside a negation or a condition. */
export function redraftScore({ ways: counted, misses }: RedraftCounts): {
  readonly drafted: number;
  readonly falseGreen: number;
  readonly falseAlarm: number;
} {
  const all = [...counted.values()];
  const isWrong = new Map([...counted].map(([name, it]) => [name, it.isWrong]));
  return {
    drafted: all.reduce((sum, it) => sum + it.drafted, 0),
    falseGreen: misses.filter(it => isWrong.get(it.way) === true).length,
    falseAlarm: misses.filter(it => isWrong.get(it.way) === false).length,
  };
}
