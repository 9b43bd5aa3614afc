import { contains, overlapping, overlaps } from '../text/span.ts';
import { say } from '../text/say.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { CorpusMemory } from '../corpus/corpus-memory.ts';
import { nameWritten, renamed } from './name-written.ts';
import { mentionsOf } from './people.ts';
import { severityOf } from './severity.ts';
import { articleInSentence, articleName, quoted } from './wording.ts';
import type { CheckContext } from './context.ts';
import type { CorpusEntity } from '../corpus/corpus.ts';
import type { Draft } from '../draft/draft.ts';
import type { Finding } from './finding.ts';
import type { Mention } from '../parse/reading.ts';
import type { Passage, Verification } from '../verify/verdict.ts';

const nearNames = new CorpusMemory<readonly CorpusEntity[]>();

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
  for (const mention of draft.mentions) {
    const around = overlapping(verifications, it => it.span, mention);
    if (!isProse(draft, mention) || around.some(it => saysNameChanged(it, mention))) {
      continue;
    }
    // Who is near a name takes a moment to find out.
    yield undefined;
    const near = nearNames.get(corpus, mention.text, () => corpus.nearNames(mention.text));
    const entity = near.find(it => it.kind === mention.kind);
    const form = entity && nearestForm(entity, mention.text);
    const edit = form === undefined ? undefined : renamed(draft, mention, form);
    const isOther = edit !== undefined && edit.newText !== draft.written.slice(edit.start, edit.end);
    if (entity !== undefined && form !== undefined && isOther) {
      yield {
        start: mention.start,
        end: mention.end,
        code: 'name-misspelled',
        class: undefined,
        severity,
        message: message(mention, entity, form),
        related: related(entity),
        fixes: [
          { ...edit, title: say('Change to {0}', quoted(nameWritten(form, mention.text))), preferred: true },
        ],
      };
    }
  }
}

function message(mention: Mention, entity: CorpusEntity, form: string): string {
  const [latest] = entity.latest(1);
  const name = entity.name === form ? quoted(form) : `${quoted(form)} (${entity.name})`;
  return latest === undefined
    ? say(
        'No source has the name {0}. The sources have {1}. Correct the spelling, or check that this is another name.',
        quoted(mention.text),
        name,
      )
    : say(
        'No source has the name {0}. {1} has {2}. Correct the spelling, or check that this is another name.',
        quoted(mention.text),
        articleInSentence(latest.article),
        name,
      );
}

/** Bylines are the desk's own names, and a draft's code and tables are no prose. */
function isProse(draft: Draft, mention: Mention): boolean {
  const kind = draft.blocks[mention.block]?.kind;
  return kind !== 'byline' && kind !== 'code' && kind !== 'boilerplate';
}

/** A changed name inside a quotation is told once, as a change of the quotation. */
function saysNameChanged(verification: Verification, mention: Mention): boolean {
  return (
    contains(verification.span, mention) &&
    verification.changes.some(change => change.class === 'name' && overlaps(change.draftSpan, mention))
  );
}

/** The form with as many words that is nearest in letters; a surname alone is the end of a full name. */
function nearestForm(entity: CorpusEntity, text: string): string | undefined {
  const words = wordCount(text);
  const ends = [entity.name, ...entity.forms].map(form => form.split(/\s+/).slice(-words).join(' '));
  return didYouMean(text, new Set(ends.filter(end => wordCount(end) === words)));
}

function wordCount(text: string): number {
  return text.trim().split(/\s+/).length;
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
