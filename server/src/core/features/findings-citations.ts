import { didYouMean } from '../text/did-you-mean.ts';
import { say } from '../text/say.ts';
import { severityOf } from './severity.ts';
import { quoted } from './wording.ts';
import type { CheckContext } from './context.ts';
import type { Draft } from '../draft/draft.ts';
import type { Finding } from './finding.ts';

/** Citations whose key is no source. */
export function findCitations(context: CheckContext, draft: Draft): Finding[] {
  const { corpus, project } = context;
  const severity = severityOf(project, 'citation-unknown');
  if (severity === 'off') {
    return [];
  }
  return draft.citations
    .filter(citation => corpus.articleByKey(citation.key) === undefined)
    .map(({ key, keySpan: { start, end } }) => {
      const near = didYouMean(key, articleKeys(context));
      return {
        start,
        end,
        code: 'citation-unknown' as const,
        class: undefined,
        severity,
        message:
          near === undefined
            ? say(
                'No source has the key {0}. Cite a file of the articles folder by its name without the extension.',
                quoted(key),
              )
            : say('No source has the key {0}. The nearest is {1}.', quoted(key), quoted(near)),
        related: [],
        fixes:
          near === undefined
            ? []
            : [{ start, end, newText: near, title: say('Cite {0}', quoted(near)), preferred: false }],
      };
    });
}

function* articleKeys({ corpus }: CheckContext): Iterable<string> {
  for (const article of corpus.articles()) {
    yield article.key;
  }
}
