import type { Article } from '../../server/src/core/corpus/article.ts';
import type { Quotation } from '../../server/src/core/parse/reading.ts';
import { Random } from '../bench/random.ts';
import { forms, formsOfTwo } from './forms.ts';
import { peopleOf, saidIn, strangersTo, type RedraftCounts } from './redraft.ts';
import { green, type Judge } from './verification.ts';

interface Said {
  readonly words: string;
  readonly name: string;
}

/**
 * Sets what somebody says in unlabelled articles in many forms, in their own mouth and in another's whom the article names. What
 * the article prints, and the speaker that the build finds there, are the labels.
 */
export function redraftForms(articles: readonly Article[], judge: Judge): RedraftCounts {
  const counts: RedraftCounts = { ways: new Map(), misses: [] };
  const people = peopleOf(articles);
  articles.forEach((article, index) => {
    const random = new Random(index);
    let before: Said | undefined;
    for (const quotation of article.quotations) {
      const said = sentencesIn(article, quotation, people);
      if (said === undefined) {
        continue;
      }
      const { words, name } = said;
      const others = strangersTo(article, name, people);
      for (const form of forms) {
        const other = others.length === 0 ? undefined : random.pick(others);
        const right = form.draft(words, name, random);
        const wrong = other === undefined ? undefined : form.draft(words, other, random);
        score(counts, judge, article.path, form, right, false);
        score(counts, judge, article.path, form, wrong, true);
      }
      if (before !== undefined && others.includes(before.name)) {
        for (const form of formsOfTwo) {
          const right = form.draft(before.words, before.name, words, name);
          const wrong = form.draft(before.words, name, words, before.name);
          score(counts, judge, article.path, form, right, false);
          score(counts, judge, article.path, form, wrong, true);
        }
      }
      before = said;
    }
  });
  return counts;
}

/** Whole sentences of somebody by name; without what Markdown takes for marks of its own, and without inner quotations. */
function sentencesIn(article: Article, quotation: Quotation, people: ReadonlySet<string>): Said | undefined {
  const said = saidIn(article, quotation);
  const words = said?.words.join(' ') ?? '';
  const isPlain = /^\p{Lu}/u.test(words) && !/[‘*_<>&|#`]|(?<!\w)'/.test(words);
  return isPlain && said?.name !== undefined && people.has(said.name)
    ? { words, name: said.name }
    : undefined;
}

/** Right are drafts of which every quotation is green, wrong ones those of which any is. */
function score(
  counts: RedraftCounts,
  judge: Judge,
  path: string,
  { name, language }: { readonly name: string; readonly language?: 'markdown' },
  draft: string | undefined,
  isWrong: boolean,
): void {
  if (draft === undefined) {
    return;
  }
  const judged = judge(draft, language);
  const greens = judged.filter(it => green.includes(it.verdict)).length;
  const isGreen = isWrong ? greens > 0 : judged.length > 0 && greens === judged.length;
  const way = isWrong ? `${name}, in another mouth` : name;
  const count = counts.ways.get(way) ?? { drafted: 0, green: 0, isWrong };
  counts.ways.set(way, count);
  count.drafted++;
  count.green += isGreen ? 1 : 0;
  if (isGreen === isWrong && !judged.some(it => it.verdict === 'clipped')) {
    const verdict = judged.find(it => green.includes(it.verdict) === isWrong)?.verdict ?? 'no verdict';
    counts.misses.push({ way, verdict, path, draft });
  }
}
