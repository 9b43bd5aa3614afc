import type { Article } from '../../server/src/core/corpus/article.ts';
import type { Verdict } from '../../server/src/core/verify/verdict.ts';
import { Random } from '../bench/random.ts';
import { short, table } from './table.ts';
import { green, type Judge } from './verification.ts';

/** A way to draft what an article prints, and whether a verdict is right for it; `wrong` ones must never be green. */
interface Way {
  readonly name: string;
  readonly isWrong: boolean;
  /** The drafted words; undefined where the way leads nowhere. */
  draft(words: readonly string[], random: Random): readonly string[] | undefined;
}

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

/** Shorter ones may stand anywhere; longer ones are speeches. */
const fewestWords = 6;
const mostWords = 60;

const swaps: Readonly<Record<string, string>> = {
  not: '',
  never: 'often',
  will: 'would',
  can: 'could',
  must: 'may',
  have: 'had',
  is: 'was',
  are: 'were',
  all: 'some',
  more: 'less',
  i: 'we',
  he: 'she',
  million: 'billion',
  because: 'although',
  the: 'a',
};

const strangers = ['very', 'not', 'always', 'also', 'never', 'new', 'just'];

const ways: readonly Way[] = [
  { name: 'as printed', isWrong: false, draft: words => words },
  {
    name: 'a part of it',
    isWrong: false,
    draft: (words, random) => {
      const count = random.between(Math.min(5, words.length), words.length);
      const start = random.below(words.length - count + 1);
      return words.slice(start, start + count);
    },
  },
  {
    name: 'a word left out',
    isWrong: true,
    draft: (words, random) => without(words, random.between(1, words.length - 2)),
  },
  {
    name: 'a word put in',
    isWrong: true,
    draft: (words, random) => {
      const at = random.between(1, words.length - 1);
      return [...words.slice(0, at), random.pick(strangers), ...words.slice(at)];
    },
  },
  {
    name: 'a word replaced by its like',
    isWrong: true,
    draft: (words, random) => {
      const places = words.flatMap((word, at) => (word.toLowerCase() in swaps ? [at] : []));
      const at = places.length === 0 ? undefined : random.pick(places);
      const other = at === undefined ? undefined : swaps[(words[at] ?? '').toLowerCase()];
      return at === undefined
        ? undefined
        : [...words.slice(0, at), ...(other ? [other] : []), ...words.slice(at + 1)];
    },
  },
  {
    name: 'its halves in reverse order',
    isWrong: true,
    draft: words => (words.length < 12 ? undefined : [...words.slice(-6), '…', ...words.slice(0, 5)]),
  },
];

function without(words: readonly string[], at: number): readonly string[] | undefined {
  // Of two that are the same, one may be left out of a part that is quoted; a dash is no word.
  const isWord = /[\p{L}\p{N}]/u.test(words[at] ?? '');
  const isTwin = words[at] === words[at - 1] || words[at] === words[at + 1];
  return isWord && !isTwin ? [...words.slice(0, at), ...words.slice(at + 1)] : undefined;
}

/**
 * Drafts every whole quotation of unlabelled articles anew: as printed, in part, in other words, and in the mouth of
 * somebody else whom the article names. What the article prints is the label.
 */
export function redraft(articles: readonly Article[], judge: Judge): RedraftCounts {
  const counts: RedraftCounts = { ways: new Map(), misses: [] };
  articles.forEach((article, index) => {
    const random = new Random(index);
    for (const quotation of article.quotations) {
      const words = wordsOf(article, quotation);
      if (quotation.kind !== 'direct' || words.length < fewestWords || words.length > mostWords) {
        continue;
      }
      const speaker = quotation.speaker ?? article.utterances[quotation.utterance]?.speaker;
      const person = speaker?.entity === undefined ? undefined : article.entities[speaker.entity];
      const name = person?.kind === 'person' ? person.name : undefined;
      for (const way of ways) {
        const drafted = way.draft(words, random);
        if (drafted) {
          score(counts, judge, article.path, way, sentence(drafted, name));
        }
      }
      const others = name === undefined ? [] : strangersTo(article, name);
      if (name !== undefined && others.length > 0) {
        const way = { name: 'in another mouth', isWrong: true };
        score(counts, judge, article.path, way, sentence(words, random.pick(others)));
      }
    }
  });
  return counts;
}

function wordsOf(article: Article, { start, end, block }: Article['quotations'][number]): readonly string[] {
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

/** People in full who share no part of their name with the speaker. */
function strangersTo(article: Article, name: string): readonly string[] {
  const own = new Set(name.toLowerCase().split(/\s+/));
  return article.entities
    .filter(it => it.kind === 'person' && it.name.includes(' '))
    .map(it => it.name)
    .filter(
      it =>
        !it
          .toLowerCase()
          .split(/\s+/)
          .some(part => own.has(part)),
    );
}

function score(
  counts: RedraftCounts,
  judge: Judge,
  path: string,
  { name, isWrong }: Pick<Way, 'name' | 'isWrong'>,
  draft: string,
): void {
  const [judged] = judge(draft);
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
