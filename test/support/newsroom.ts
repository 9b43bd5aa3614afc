import { check } from '../../server/src/core/features/check.ts';
import { articleKeys } from '../../server/src/core/corpus/keys.ts';
import { MemoryCorpus } from '../../server/src/core/corpus/memory-corpus.ts';
import { readArticle } from '../../server/src/core/corpus/read-article.ts';
import { readDraft } from '../../server/src/core/draft/read-draft.ts';
import { Lines } from '../../server/src/core/text/lines.ts';
import { parseProject } from '../../server/src/core/project-parse.ts';
import { defaultProject } from '../../server/src/core/project.ts';
import { Verifier } from '../../server/src/core/verify/verifier.ts';
import { namesModel } from './names-model.ts';
import type { CheckContext, Link } from '../../server/src/core/features/context.ts';
import type { KnownForms } from '../../server/src/core/draft/sourced-names.ts';
import type { Draft } from '../../server/src/core/draft/draft.ts';
import type { DraftCheck } from '../../server/src/core/features/check.ts';
import type { Fixture, FixtureText } from './fixture.ts';

/** The sources and settings of a fixture, read as the front ends read them. */
export function openNewsroom(fixture: Pick<Fixture, 'articles' | 'project'>): CheckContext {
  const project = fixture.project === undefined ? defaultProject : readProject(fixture.project);
  const keys = articleKeys(fixture.articles.map(article => article.path));
  const corpus = new MemoryCorpus(project.people);
  corpus.upsert(
    fixture.articles.map(({ path, text }) =>
      readArticle({ path, key: keys.get(path) ?? path, text }, namesModel()),
    ),
  );
  corpus.isRead = true;
  return { corpus, project, verifier: new Verifier(project) };
}

/** A draft, read as the front ends read it: with the people whom the sources name, where they are given. */
export function openDraft({ path, text }: FixtureText, sources?: KnownForms): Draft {
  return readDraft(
    { path, text, language: path.endsWith('.md') ? 'markdown' : 'plaintext' },
    namesModel(),
    sources,
  );
}

/** All that Stet says of a fixture's draft. */
export function checkFixture(fixture: Fixture): DraftCheck {
  if (fixture.draft === undefined) {
    throw new Error(`${fixture.name} has no draft`);
  }
  const context = openNewsroom(fixture);
  return check(context, openDraft(fixture.draft, context.corpus));
}

/** Links as fixtures show them: the path with the line. */
export const drawnLink: Link = (article, offset) =>
  `${article.path}#L${new Lines(article.text).position(offset).line}`;

function readProject(text: string): ReturnType<typeof parseProject>['project'] {
  const { project, problems } = parseProject(text);
  const [problem] = problems;
  if (problem !== undefined) {
    throw new Error(`stet.json: ${problem.reason}`);
  }
  return project;
}
