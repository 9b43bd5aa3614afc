import type { Article } from '../../server/src/core/corpus/article.ts';
import type { Draft } from '../../server/src/core/draft/draft.ts';
import { attributed, composeDraft, drawCases, type Case } from './drafting.ts';
import { syntheticArticle } from './synthetic.ts';
import { WorkCounter } from './work.ts';

/** Prints, as JSON, how much work operations are among few articles and among ten times as many. */
const few = 50;
const many = 500;
const newArticle = 1_000_000;

// Before the core is loaded: see `WorkCounter`.
const counter = new WorkCounter();
const { MemoryCorpus } = await import('../../server/src/core/corpus/memory-corpus.ts');
const { readArticle } = await import('../../server/src/core/corpus/read-article.ts');
const { readDraft } = await import('../../server/src/core/draft/read-draft.ts');
const { check } = await import('../../server/src/core/features/check.ts');
const { completion } = await import('../../server/src/core/features/completion.ts');
const { hover } = await import('../../server/src/core/features/hover.ts');
const { defaultProject } = await import('../../server/src/core/project.ts');
const { Verifier } = await import('../../server/src/core/verify/verifier.ts');
const { verify } = await import('../../server/src/core/verify/verify.ts');
const { readNamesModel } = await import('../../server/src/fs/names-model.ts');

/** What operations cost: how many stretches of code ran. */
export interface Growth {
  readonly verification: number;
  /** Articles whose text verification looked at, of a quotation on average. */
  readonly articlesRead: number;
  readonly keystroke: number;
  /** Verdicts that a keystroke had worked out. */
  readonly computed: number;
  readonly hover: number;
  readonly nameCompletion: number;
  readonly quotationCompletion: number;
  readonly articleChange: number;
}

const model = readNamesModel();
const link = (): string => '';

function readSynthetic(index: number): Article {
  const { path, text } = syntheticArticle(index);
  return readArticle({ path, key: String(index), text }, model);
}

function open(text: string): Draft {
  return readDraft({ path: 'draft.md', text, language: 'markdown' }, model);
}

/** Operations among so many articles, none of which was looked into before. */
function growthAmong(articles: readonly Article[]): Growth {
  const corpus = new MemoryCorpus();
  let looked = new Set<Article>();
  corpus.upsert(
    articles.map(article => ({
      ...article,
      get text() {
        looked.add(article);
        return article.text;
      },
    })),
  );
  corpus.isRead = true;
  const verifier = new Verifier(defaultProject);
  const context = { corpus, project: defaultProject, verifier };
  const { text } = composeDraft(cases);
  const complete = (words: string): number => {
    const draft = open(`${text}\n${words}`);
    return counter.count(() => completion(context, link, draft, draft.text.length));
  };
  const nameOf = ({ speaker }: Case): string => `Then ${speaker.slice(0, 4)}`;
  const beginningOf = ({ words }: Case): string => `“${words.slice(0, 12)}`;

  // What is made with the first question to a corpus, and then kept, is made by other questions than those counted.
  const other = composeDraft(others);
  check(context, open(other.text));
  hover(context, link, open(other.text), other.text.indexOf('“') + 2);
  others.forEach(it => [complete(nameOf(it)), complete(beginningOf(it)), complete('Then the pre')]);

  const alone = cases.map(it => open(attributed(it)));
  let read = 0;
  const verification = counter.count(() => {
    for (const draft of alone) {
      looked = new Set();
      draft.quotations.forEach(it => verify(corpus, draft, it, defaultProject));
      read += looked.size;
    }
  });

  const draft = open(text);
  check(context, draft);
  const inside = text.indexOf(cases[0]?.words ?? '') + 10;
  const typed = open(`${text.slice(0, inside)}x${text.slice(inside)}`);
  const before = verifier.computed;
  const keystroke = counter.count(() => check(context, typed));
  const computed = verifier.computed - before;

  const hovered = counter.count(() =>
    cases.map(({ words, speaker }) => {
      const at = text.indexOf(words);
      return [
        hover(context, link, draft, at + 5),
        hover(context, link, draft, text.indexOf(speaker, at) + 1),
      ];
    }),
  );
  const nameCompletion = cases.reduce((sum, it) => sum + complete(nameOf(it)), 0);
  const quotationCompletion = cases.reduce((sum, it) => sum + complete(beginningOf(it)), 0);

  const added = readSynthetic(newArticle);
  const articleChange = counter.count(() => {
    corpus.upsert([added]);
    corpus.upsert([{ ...added, text: `${added.text} ` }]);
    corpus.remove([added.path]);
    // Names are put together again when they are next asked for.
    corpus.complete('wen', 5);
  });
  return {
    verification,
    articlesRead: read / alone.length,
    keystroke,
    computed,
    hover: hovered,
    nameCompletion,
    quotationCompletion,
    articleChange,
  };
}

const articles = Array.from({ length: many }, (_, index) => readSynthetic(index));
const cases = drawCases(articles.slice(0, few / 2), 12);
const others = drawCases(articles.slice(few / 2 + 3, few), 6);
const half = (text: string): string => text.slice(0, Math.floor(text.length / 2));

/** Work for each character of a text, and of one four times as long. */
export interface Reading {
  readonly once: number;
  readonly fourfold: number;
  /** Milliseconds of the processor: regular expressions are not in the work. */
  readonly onceMs: number;
  readonly eightfoldMs: number;
}

function readingOf(one: string, path = 'article.txt'): Reading {
  const read = (text: string): unknown => readArticle({ path, key: 'article', text }, model);
  const work = (text: string): number => counter.count(() => read(text)) / text.length;
  const milliseconds = (text: string): number =>
    Math.min(
      ...Array.from({ length: 4 }, () => {
        const before = process.cpuUsage();
        read(text);
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1000;
      }),
    );
  // What is made only once is made here.
  read(half(one));
  return {
    once: work(one),
    fourfold: work(one.repeat(4)),
    onceMs: milliseconds(one),
    eightfoldMs: milliseconds(one.repeat(8)),
  };
}

/** Work for each character that reading and checking a draft of so many articles is, among few sources. */
function checkingOf(count: number): number {
  const corpus = new MemoryCorpus();
  corpus.upsert(articles.slice(0, few));
  corpus.isRead = true;
  const text = Array.from({ length: count }, (_, index) => syntheticArticle(many + index).text).join('\n\n');
  const context = { corpus, project: defaultProject, verifier: new Verifier(defaultProject) };
  return (
    counter.count(() => {
      const draft = { path: 'draft.md', text, language: 'markdown' } as const;
      check(context, readDraft(draft, model, corpus));
    }) / text.length
  );
}

const news = Array.from({ length: 12 }, (_, index) => syntheticArticle(index).text).join('\n\n');
/** What a run prints. */
export interface GrowthReport {
  readonly few: Growth;
  readonly many: Growth;
  readonly readings: Readonly<Record<string, Reading>>;
  readonly checking: { readonly once: number; readonly eightfold: number };
}
const report: GrowthReport = {
  few: growthAmong(articles.slice(0, few)),
  many: growthAmong(articles),
  checking: { once: checkingOf(25), eightfold: checkingOf(200) },
  readings: {
    news: readingOf(news),
    'opening marks': readingOf('“We '.repeat(2000)),
    'straight marks': readingOf('"a" \'b '.repeat(2000)),
    names: readingOf('Rosa Maria Lindgren of '.repeat(1000)),
    'one line': readingOf('the council voted and the mayor said so '.repeat(1000)),
    spaces: readingOf(`a${' '.repeat(20_000)}b `),
    'empty lines': readingOf('\n'.repeat(20_000)),
    brackets: readingOf('[a](b *_'.repeat(3000)),
    tables: readingOf(
      `Lane said:\n\n| Who | Said |\n|---|---|\n${'| Ana Lane | “We have waited.” he said |\n| | “For years.” |\n'.repeat(300)}\n“So it goes,” he said.\n\n`,
      'article.md',
    ),
    'one paragraph over and over': readingOf('“We have waited for the boats for years.”\n\n'.repeat(500)),
  },
};
console.log(JSON.stringify(report));
