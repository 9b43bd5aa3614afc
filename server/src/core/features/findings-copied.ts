import { say } from '../text/say.ts';
import { keyOf, placesFrom } from '../text/key.ts';
import { foldWords } from '../text/words.ts';
import { overlapping, overlaps } from '../text/span.ts';
import { CorpusMemory } from '../corpus/corpus-memory.ts';
import { severityOf } from './severity.ts';
import { articleInSentence, articleName, quoted } from './wording.ts';
import type { Block } from '../parse/reading.ts';
import type { CheckContext } from './context.ts';
import type { Draft } from '../draft/draft.ts';
import type { Finding } from './finding.ts';
import type { Passage } from '../verify/verdict.ts';
import type { Span } from '../text/span.ts';
import type { Words } from '../text/words.ts';

const copied = new CorpusMemory<readonly Copied[]>();

/** So many words are looked for at once. */
const windowWords = 24;

/** Words in a row that the draft takes from a source outside quotation marks. */
export function* findCopied(context: CheckContext, draft: Draft): Generator<Finding | undefined> {
  const { project } = context;
  const severity = severityOf(project, 'copied-text');
  if (severity === 'off') {
    return;
  }
  for (const block of draft.blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'cell' && block.kind !== 'deck') {
      continue;
    }
    for (const stretch of outsideQuotations(draft, block)) {
      const key = memoryKey(project.copiedWords, draft, block, stretch);
      const found = copied.get(context.corpus, key, () => copiedIn(context, draft, block, stretch));
      yield undefined;
      for (const { start, end, passage, words } of found) {
        yield {
          start: stretch.start + start,
          end: stretch.start + end,
          code: 'copied-text',
          class: undefined,
          severity,
          message: say(
            'These {0} words stand so in {1}, ¶{2}. Quote them and name the source, or write it in your own words.',
            words,
            articleInSentence(passage.article),
            passage.paragraph,
          ),
          related: [
            { passage, message: say('{0} in {1}', quoted(passage.text), articleName(passage.article)) },
          ],
          fixes: [],
        };
      }
    }
  }
}

function outsideQuotations(draft: Draft, block: Block): Span[] {
  const stretches: Span[] = [];
  let at = block.start;
  for (const { outer } of overlapping(draft.quotations, it => it.outer, block)) {
    stretches.push({ start: at, end: Math.max(at, outer.start) });
    at = outer.end;
  }
  return [...stretches, { start: at, end: Math.max(at, block.end) }];
}

/** All that the answer for a stretch hangs on: its words, the names in it, and what does not count. */
function memoryKey(least: number, draft: Draft, { hidden }: Block, stretch: Span): string {
  const { start, end } = stretch;
  const names = overlapping(draft.mentions, it => it, stretch);
  return keyOf([
    least,
    draft.text.slice(start, end),
    placesFrom(start, names),
    placesFrom(
      start,
      hidden.filter(it => overlaps(it, stretch)),
    ),
  ]);
}

/** Its offsets count from the start of its stretch. */
interface Copied extends Span {
  readonly passage: Passage;
  readonly words: number;
}

function copiedIn({ corpus, project }: CheckContext, draft: Draft, block: Block, stretch: Span): Copied[] {
  const least = project.copiedWords;
  const words = foldWords(draft.text, stretch, block.hidden);
  const found: Copied[] = [];
  let at = 0;
  while (at + least <= words.length) {
    const last = Math.min(at + windowWords, words.length) - 1;
    const text = draft.text.slice(words.starts[at], words.ends[last]);
    const runs = corpus.candidates({ text, limit: 2 }).flatMap(({ article, span }) => {
      const around = article.blocks.filter(
        it => overlaps(it, span) && it.kind !== 'boilerplate' && it.kind !== 'code',
      );
      return around.flatMap(paragraph =>
        longestRun(words, at, last, foldWords(article.text, paragraph, paragraph.hidden)).map(run => ({
          ...run,
          article,
          around: paragraph,
        })),
      );
    });
    const best = runs.sort((one, other) => other.length - one.length)[0];
    if (best !== undefined && isHeadlineNamed(draft, words, best)) {
      at = best.at + best.length;
    } else if (best !== undefined && counting(draft, words, best.at, best.length) >= least) {
      const { article, around, source, sourceAt } = best;
      const start = source.starts[sourceAt] ?? around.start;
      const end = source.ends[sourceAt + best.length - 1] ?? around.end;
      found.push({
        start: (words.starts[best.at] ?? stretch.start) - stretch.start,
        end: (words.ends[best.at + best.length - 1] ?? stretch.end) - stretch.start,
        words: best.length,
        passage: {
          article,
          start,
          end,
          text: article.text.slice(start, end),
          paragraph: around.paragraph,
          speaker: undefined,
        },
      });
      at = best.at + best.length;
    } else {
      at += Math.max(1, windowWords - least + 1);
    }
  }
  return found;
}

interface Run {
  readonly at: number;
  readonly length: number;
  readonly source: Words;
  readonly sourceAt: number;
}

/** The longest run of words that begins in the window of the draft and stands in the source; it may go on behind it. */
function longestRun(words: Words, first: number, last: number, source: Words): Run[] {
  let best: Run | undefined;
  for (let at = first; at <= last; at++) {
    for (let from = 0; from < source.length; from++) {
      if (words.hashes[at] !== source.hashes[from]) {
        continue;
      }
      // A run is told from its beginning only.
      if (at > first && from > 0 && words.hashes[at - 1] === source.hashes[from - 1]) {
        continue;
      }
      let length = 1;
      while (
        at + length < words.length &&
        from + length < source.length &&
        words.key(at + length) === source.key(from + length)
      ) {
        length++;
      }
      if (best === undefined || length > best.length) {
        best = { at, length, source, sourceAt: from };
      }
    }
  }
  return best === undefined ? [] : [best];
}

/** Whether a run is the whole headline of a source and set off as the name of a work, as in a citation. */
function isHeadlineNamed(draft: Draft, words: Words, run: Run & { readonly around: Block }): boolean {
  const isWhole = run.sourceAt === 0 && run.length === run.source.length;
  const start = words.starts[run.at] ?? 0;
  const end = words.ends[run.at + run.length - 1] ?? start;
  const before = draft.text.slice(Math.max(0, start - 2), start);
  const behind = draft.text.slice(end, end + 8);
  return (
    run.around.kind === 'title' && isWhole && /[*_[]\W?$/.test(before) && /^[^\s\w*_]*[*_\]]/.test(behind)
  );
}

/** The words of a run that are neither name nor title: those nobody can put otherwise. */
function counting(draft: Draft, words: Words, at: number, length: number): number {
  let count = 0;
  for (let index = at; index < at + length; index++) {
    const start = words.starts[index] ?? 0;
    const isNamed = overlapping(draft.mentions, it => it, { start, end: start + 1 }).length > 0;
    const isTitle = /\p{Lu}/u.test(draft.text.charAt(start)) && index > at;
    count += isNamed || isTitle ? 0 : 1;
  }
  return count;
}
