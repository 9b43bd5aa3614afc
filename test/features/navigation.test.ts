import { strict as assert } from 'node:assert';
import { definition, highlights, references } from '../../server/src/core/features/definition.ts';
import { links } from '../../server/src/core/features/links.ts';
import { corpusSymbols, fileSymbols } from '../../server/src/core/features/symbols.ts';
import { openDraft, openNewsroom } from '../support/newsroom.ts';
import type { Target } from '../../server/src/core/features/definition.ts';

const context = openNewsroom({
  project: undefined,
  articles: [
    {
      path: 'articles/2024-02-09-valley-monitor.txt',
      text:
        'River talks stall\n\n“We came here to share a river,” Foreign Secretary Helena Marsh said on Tuesday.\n\n' +
        'Later Marsh went to Port Alder.\n',
    },
    {
      path: 'articles/2024-02-10-gull-news.txt',
      text: 'Marsh speaks\n\nForeign Secretary Helena Marsh said: “We came here to share a river.”\n',
    },
  ],
});
const draft = openDraft({
  path: 'briefs/draft.md',
  text: '“We came here to share a river,” Helena Marsh said [@2024-02-09-valley-monitor, ¶2]. Then Marsh left.\n',
});
const [article] = [...context.corpus.articles()];

function at(words: string): number {
  return draft.text.indexOf(words) + 1;
}

function shown(targets: readonly Target[]): string[] {
  return targets.map(({ text, span }) => `${text.path}: ${text.text.slice(span.start, span.end)}`);
}

describe('definition', () => {
  it('leads from a quotation to the words in every source', () => {
    const found = definition(context, draft, at('We came'));
    assert.deepEqual(shown(found?.targets ?? []).sort(), [
      'articles/2024-02-09-valley-monitor.txt: We came here to share a river,',
      'articles/2024-02-10-gull-news.txt: We came here to share a river.',
    ]);
  });

  it('leads from a name to its fullest mention in each source', () => {
    const found = definition(context, draft, at('Marsh left'));
    assert.deepEqual(shown(found?.targets ?? []).sort(), [
      'articles/2024-02-09-valley-monitor.txt: Helena Marsh',
      'articles/2024-02-10-gull-news.txt: Helena Marsh',
    ]);
    assert.equal(draft.text.slice(found?.origin.start, found?.origin.end), 'Marsh');
  });

  it('leads from a citation to the paragraph', () => {
    assert.deepEqual(shown(definition(context, draft, at('@2024'))?.targets ?? []), [
      'articles/2024-02-09-valley-monitor.txt: “We came here to share a river,” Foreign Secretary Helena Marsh said on Tuesday.',
    ]);
  });

  it('leads from other words nowhere', () => {
    assert.equal(definition(context, draft, at('left')), undefined);
  });
});

describe('references', () => {
  it('lead from a source’s quotation back to the drafts', () => {
    const quotation = article?.quotations[0];
    const found = references(context, article!, quotation!.start + 1, [draft]);
    assert.deepEqual(shown(found), ['briefs/draft.md: We came here to share a river,']);
  });

  it('of a name are all its mentions, in sources and drafts', () => {
    const found = shown(references(context, draft, at('Marsh left'), [draft]));
    assert.ok(found.includes('articles/2024-02-09-valley-monitor.txt: Marsh'), found.join('\n'));
    assert.deepEqual(
      found.filter(it => it.startsWith('briefs/')),
      ['briefs/draft.md: Helena Marsh', 'briefs/draft.md: Marsh'],
    );
  });

  it('of a citation are the citations of the same source', () => {
    assert.deepEqual(shown(references(context, draft, at('@2024'), [draft])), [
      'briefs/draft.md: [@2024-02-09-valley-monitor, ¶2]',
    ]);
  });
});

describe('highlights', () => {
  it('are the mentions of the same person', () => {
    assert.deepEqual(
      highlights(draft, at('Helena')).map(({ start, end }) => draft.text.slice(start, end)),
      ['Helena Marsh', 'Marsh'],
    );
  });
});

describe('links', () => {
  it('open the cited paragraph', () => {
    assert.deepEqual(
      links(context, draft).map(it => [draft.text.slice(it.start, it.end), it.article.path, it.offset]),
      [['2024-02-09-valley-monitor', 'articles/2024-02-09-valley-monitor.txt', article?.text.indexOf('“')]],
    );
  });
});

describe('symbols', () => {
  it('of a file are its quotations and people, in order', () => {
    assert.deepEqual(
      fileSymbols(draft).map(({ kind, name, detail }) => [kind, name, detail]),
      [
        ['quotation', '“We came here to share a river,”', 'Helena Marsh'],
        ['person', 'Helena Marsh', ''],
      ],
    );
  });

  it('of the corpus are people and quotations', () => {
    const found = corpusSymbols(context, 'Helena Marsh', 10);
    const person = found.find(it => it.kind === 'person');
    assert.equal(person?.name, 'Helena Marsh');
    assert.equal(person.article.text.slice(person.start, person.end), 'Helena Marsh');
    const quotation = corpusSymbols(context, 'share a river', 10).find(it => it.kind === 'quotation');
    assert.match(quotation?.name ?? '', /share a river/);
  });
});
