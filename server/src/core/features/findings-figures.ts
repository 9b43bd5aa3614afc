import { keyOf, placesFrom } from '../text/key.ts';
import { Memo } from '../text/memo.ts';
import { say } from '../text/say.ts';
import { moved, overlapping } from '../text/span.ts';
import { CorpusMemory } from '../corpus/corpus-memory.ts';
import { age, figuresIn } from './figures.ts';
import { relevantArticles } from './relevant.ts';
import { severityOf } from './severity.ts';
import { sourceFigures, type NearFigure } from './source-figures.ts';
import { articleName, quoted } from './wording.ts';
import type { Block } from '../parse/reading.ts';
import type { CheckContext } from './context.ts';
import type { Draft } from '../draft/draft.ts';
import type { Figure } from './figures.ts';
import type { Finding } from './finding.ts';
import type { Verification } from '../verify/verdict.ts';

/** Figures in the draft's own words, printed in digits, that no source of the draft has. */
export function* findFigures(
  context: CheckContext,
  draft: Draft,
  verifications: readonly Verification[],
): Generator<Finding | undefined> {
  const severity = severityOf(context.project, 'figure-not-found');
  if (severity === 'off') {
    return;
  }
  const figures = draft.blocks.flatMap(block =>
    block.kind === 'paragraph' || block.kind === 'cell' || block.kind === 'deck' || block.kind === 'title'
      ? printedFigures(draft, block).filter(figure => !isQuoted(draft, figure))
      : [],
  );
  const articles = figures.length === 0 ? [] : yield* relevantArticles(context, draft, verifications);
  if (articles.length === 0) {
    return;
  }
  const sources = sourceFigures(articles);
  for (const figure of figures) {
    const stands = yield* sources.have(figure.value);
    if (!stands && !standsSo(context, figure.text)) {
      yield finding(figure, sources.nearest(figure), severity);
    }
  }
}

function finding(figure: Figure, near: NearFigure | undefined, severity: Finding['severity']): Finding {
  const { start, end, text } = figure;
  const instead = near === undefined ? '' : inPlaceOf(figure, near);
  return {
    start,
    end,
    code: 'figure-not-found',
    class: undefined,
    severity,
    message:
      near === undefined
        ? say('No source of this draft has {0}. Check the figure.', quoted(text))
        : say(
            'No source of this draft has {0}. The nearest is {1} ({2}). Check the figure.',
            quoted(text),
            quoted(near.text),
            articleName(near.article),
          ),
    related:
      near === undefined
        ? []
        : [{ passage: near, message: say('{0} in {1}', quoted(near.text), articleName(near.article)) }],
    fixes:
      near === undefined
        ? []
        : [
            {
              start,
              end,
              newText: instead,
              title: say('Change to {0}', quoted(instead)),
              preferred: false,
            },
          ],
  };
}

/** What is to stand in a figure's place: `an 83-year-old pilot` is no `aged 84 pilot`. */
function inPlaceOf({ text, unit }: Figure, near: NearFigure): string {
  return unit === age ? text.replace(/\d[\d.,]*/, String(near.value)) : near.text;
}

const paragraphs = new Memo<readonly Figure[]>(2000);

/** The figures of a block that are printed in digits; what a keystroke did not touch is not read again. */
function printedFigures({ text }: Draft, block: Block): readonly Figure[] {
  const { start, end } = block;
  const words = text.slice(start, end);
  if (!/\d/.test(words)) {
    return [];
  }
  const hidden = block.hidden.map(it => ({ start: it.start - start, end: it.end - start }));
  const figures = paragraphs.get(keyOf([words, placesFrom(0, hidden)]), () =>
    figuresIn({ text: words }, { ...block, start: 0, end: end - start, hidden }).filter(it =>
      /\d/.test(it.text),
    ),
  );
  return figures.map(it => moved(it, start));
}

const standing = new CorpusMemory<boolean>();

/** Whether a figure stands with its unit anywhere in the sources. */
function standsSo({ corpus }: CheckContext, text: string): boolean {
  return standing.get(corpus, text, () => corpus.candidates({ text, limit: 1 })[0]?.score === 1);
}

function isQuoted(draft: Draft, figure: Figure): boolean {
  return overlapping(draft.quotations, it => it.outer, figure).length > 0;
}
