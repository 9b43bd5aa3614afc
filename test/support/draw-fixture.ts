import { actions } from '../../server/src/core/features/actions.ts';
import { check } from '../../server/src/core/features/check.ts';
import { completion } from '../../server/src/core/features/completion.ts';
import { hover } from '../../server/src/core/features/hover.ts';
import { inlineCompletion } from '../../server/src/core/features/inline-completion.ts';
import { lenses } from '../../server/src/core/features/lenses.ts';
import {
  applyEdits,
  drawActions,
  drawCompletions,
  drawDiagnostics,
  drawReading,
  drawVerdicts,
} from './draw.ts';
import { writeFixture } from './fixture.ts';
import { drawnLink, openDraft, openNewsroom } from './newsroom.ts';
import type { CheckContext } from '../../server/src/core/features/context.ts';
import type { Draft } from '../../server/src/core/draft/draft.ts';
import type { Fixture } from './fixture.ts';

/** The file of a fixture as it should be, with all that Stet says of it drawn in. */
export function drawFixture(fixture: Fixture): string {
  return writeFixture(fixture, drawings(fixture));
}

function drawings(fixture: Fixture): ReadonlyMap<string, string> {
  const context = openNewsroom(fixture);
  if (fixture.kind === 'parse') {
    return new Map([...context.corpus.articles()].map(article => [article.path, drawReading(article)]));
  }
  const { draft: source, cursor } = fixture;
  if (source === undefined) {
    throw new Error(`${fixture.name} has no draft`);
  }
  const draft = openDraft(source, context.corpus);
  switch (fixture.kind) {
    case 'diagnostics':
      return drawChecked(context, draft);
    case 'hover': {
      const hovered = cursor === undefined ? undefined : hover(context, drawnLink, draft, cursor);
      const on = hovered && `on “${draft.written.slice(hovered.start, hovered.end)}”\n\n`;
      return new Map([['expect', hovered === undefined ? 'nothing\n' : `${on}${hovered.markdown}\n`]]);
    }
    case 'completion':
      return drawCompleted(context, draft, cursor ?? 0);
    case 'fixes': {
      const place = { start: cursor ?? 0, end: cursor ?? 0 };
      const offered = actions(context, check(context, draft), place);
      return new Map([['expect', drawActions(draft.written, offered) || 'nothing\n']]);
    }
  }
}

function drawChecked(context: CheckContext, draft: Draft): ReadonlyMap<string, string> {
  const checked = check(context, draft);
  return new Map([
    [draft.path, drawDiagnostics(draft.written, checked.findings)],
    ['verdicts', drawVerdicts(draft, checked.verifications)],
    [
      'exempt',
      checked.exemptions
        .map(({ finding, by, reason }) => `${finding.code} by ${by}: ${reason ?? 'no reason'}\n`)
        .join(''),
    ],
    [
      'lens',
      lenses(checked)
        .map(lens => `${lens.title}\n`)
        .join(''),
    ],
  ]);
}

function drawCompleted(context: CheckContext, draft: Draft, cursor: number): ReadonlyMap<string, string> {
  const inline = inlineCompletion(context, draft, cursor);
  return new Map([
    ['expect', drawCompletions(draft.written, completion(context, drawnLink, draft, cursor)) || 'nothing\n'],
    [
      'inline',
      inline === undefined
        ? 'nothing\n'
        : applyEdits(draft.written, [{ ...inline.replace, newText: inline.newText }]),
    ],
  ]);
}
