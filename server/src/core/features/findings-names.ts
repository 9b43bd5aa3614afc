import { contains, overlapping, overlaps, type Span } from '../text/span.ts';
import { say } from '../text/say.ts';
import { nearMisses, type NearMiss } from './near-misses.ts';
import { nameWritten, renamed } from './name-written.ts';
import { mentionsOf } from './people.ts';
import { relevantArticles } from './relevant.ts';
import { severityOf } from './severity.ts';
import { articleInSentence, articleName, quoted } from './wording.ts';
import type { CheckContext } from './context.ts';
import type { Article } from '../corpus/article.ts';
import type { CorpusEntity } from '../corpus/corpus.ts';
import type { Draft } from '../draft/draft.ts';
import type { Finding } from './finding.ts';
import type { Mention } from '../parse/reading.ts';
import type { Passage, Verification } from '../verify/verdict.ts';

/** Names that are a near miss of a name in the sources. */
export function* findNames(
  context: CheckContext,
  draft: Draft,
  verifications: readonly Verification[],
): Generator<Finding | undefined> {
  const { corpus, project } = context;
  const severity = severityOf(project, 'name-misspelled');
  if (severity === 'off') {
    return;
  }
  let relevant: readonly Article[] | undefined;
  for (const miss of nearMisses(corpus, draft)) {
    if (miss === undefined) {
      // Who is near a name takes a moment to find out.
      yield undefined;
      continue;
    }
    if (!miss.isSure) {
      relevant ??= yield* relevantArticles(context, draft, verifications);
      // A draft that tells nothing of what it is about rules nobody out.
      if (relevant.length > 0 && !isNamedIn(relevant, miss.entity)) {
        continue;
      }
    }
    const text = draft.text.slice(miss.start, miss.end);
    const edit = renamed(draft, miss, miss.form);
    const isOther = edit.newText !== draft.written.slice(edit.start, edit.end);
    const around = overlapping(verifications, it => it.span, miss);
    if (!isOther || around.some(it => saysChanged(it, miss))) {
      continue;
    }
    yield {
      start: miss.start,
      end: miss.end,
      code: 'name-misspelled',
      class: undefined,
      severity,
      message: message(text, miss),
      related: related(miss.entity),
      fixes: [
        { ...edit, title: say('Change to {0}', quoted(nameWritten(miss.form, text))), preferred: true },
      ],
    };
  }
}

/** Whether somebody is named in one of some articles. */
function isNamedIn(articles: readonly Article[], { name, forms }: CorpusEntity): boolean {
  const known = new Set([name, ...forms]);
  return articles.some(article => article.entities.some(it => known.has(it.name)));
}

function message(text: string, { entity, form, rare }: NearMiss): string {
  const [latest] = entity.latest(1);
  const name = entity.name === form ? quoted(form) : `${quoted(form)} (${entity.name})`;
  const [only] = rare?.latest(1) ?? [];
  if (only !== undefined) {
    return say(
      'Only {0} has the name {1}. {2} other sources have {3}. Correct the spelling, or check that this is another name.',
      articleInSentence(only.article),
      quoted(text),
      entity.sourceCount,
      name,
    );
  }
  return latest === undefined
    ? say(
        'No source has the name {0}. The sources have {1}. Correct the spelling, or check that this is another name.',
        quoted(text),
        name,
      )
    : say(
        'No source has the name {0}. {1} has {2}. Correct the spelling, or check that this is another name.',
        quoted(text),
        articleInSentence(latest.article),
        name,
      );
}

/** A changed name inside a quotation is told once, as a change of the quotation. */
function saysChanged(verification: Verification, name: Span): boolean {
  return (
    contains(verification.span, name) && verification.changes.some(change => overlaps(change.draftSpan, name))
  );
}

function related(entity: CorpusEntity): Finding['related'] {
  return entity.latest(3).flatMap(({ article, entity: index }) => {
    const mention = mentionsOf(article, index)[0];
    return mention === undefined
      ? []
      : [
          {
            passage: mentionPassage(article, mention),
            message: say('{0} in {1}', quoted(mention.text), articleName(article)),
          },
        ];
  });
}

function mentionPassage(article: Passage['article'], { start, end, text, block }: Mention): Passage {
  return { article, start, end, text, paragraph: article.blocks[block]?.paragraph ?? 1, speaker: undefined };
}
