import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Folders of `test/fixtures/` that hold one case a file. */
export const fixtureKinds = ['diagnostics', 'hover', 'completion', 'fixes', 'parse'] as const;
export type FixtureKind = (typeof fixtureKinds)[number];

/** One part of a fixture's file: what stands below a line `-- name --`. */
export interface Section {
  readonly name: string;
  readonly text: string;
}

/** A text of a fixture without what is drawn into it. */
export interface FixtureText {
  readonly path: string;
  readonly text: string;
}

/** A case: articles, a draft, and what is expected of it. */
export interface Fixture {
  readonly kind: FixtureKind;
  /** Of the file, for reports; the file's name without its extension. */
  readonly name: string;
  /** What the case shows, in a sentence. */
  readonly shows: string;
  readonly sections: readonly Section[];
  readonly articles: readonly FixtureText[];
  /** The text of `stet.json`. */
  readonly project: string | undefined;
  /** Undefined only where articles alone are read. */
  readonly draft: FixtureText | undefined;
  /** UTF-16 offset into the draft. */
  readonly cursor: number | undefined;
}

const header = /^-- (\S+) --$/;
/** A line that was drawn under another: carets, and what they say. */
const drawn = /^ *\^+(?: .*)?$/;

/** Reads a fixture. Throws where it holds no case: a file that tests nothing must not look like one that passes. */
export function parseFixture(text: string, kind: FixtureKind, name: string): Fixture {
  const { shows, sections } = splitSections(text);
  const fail = (reason: string): never => {
    throw new Error(`${kind}/${name}: ${reason}`);
  };
  if (!/\w.*[.?!]$/s.test(shows)) {
    fail('it must begin with a sentence that says what it shows');
  }
  const names = sections.map(section => section.name);
  const doubled = names.find((it, index) => names.indexOf(it) !== index);
  if (doubled !== undefined) {
    fail(`two sections are called ${doubled}`);
  }
  for (const section of names) {
    if (!isArticle(section) && !isDraft(section) && !['stet.json', ...results[kind]].includes(section)) {
      fail(`it has a section ${section}, which nothing reads`);
    }
  }
  const articles = sections
    .filter(section => isArticle(section.name))
    .map(section => ({ path: section.name, text: kind === 'parse' ? undrawn(section.text) : section.text }));
  const drafts = sections.filter(section => isDraft(section.name));
  const [section] = drafts;
  if (articles.every(article => article.text.trim() === '') || drafts.length > 1) {
    fail('it needs an article, and no more than one draft');
  }
  if (kind === 'parse') {
    return { kind, name, shows, sections, articles, project: undefined, draft: undefined, cursor: undefined };
  }
  if (section === undefined || section.text.trim() === '') {
    return fail('it needs a draft');
  }
  const { draft, cursor } = readDrawnDraft(section, kind);
  if (kind !== 'diagnostics' && (cursor === undefined || !names.some(it => results[kind].includes(it)))) {
    fail('it needs a cursor, drawn as a bar, and a section that says what is expected');
  }
  const project = sections.find(it => it.name === 'stet.json')?.text;
  return { kind, name, shows, sections, articles, project, draft, cursor };
}

/** Every fixture of some kinds, by name. */
export function loadFixtures(kinds: readonly FixtureKind[] = fixtureKinds): readonly Fixture[] {
  return kinds.flatMap(kind =>
    readdirSync(fixtureFolder(kind))
      .filter(file => file.endsWith('.txt'))
      .sort()
      .map(file =>
        parseFixture(readFileSync(join(fixtureFolder(kind), file), 'utf8'), kind, basename(file, '.txt')),
      ),
  );
}

/** The file that a fixture was loaded from. */
export function fixtureFile({ kind, name }: Pick<Fixture, 'kind' | 'name'>): string {
  return join(fixtureFolder(kind), `${name}.txt`);
}

/** The file of a fixture, written with other text in some of its sections. */
export function writeFixture(fixture: Fixture, texts: ReadonlyMap<string, string>): string {
  const parts = fixture.sections.map(({ name, text }) => `-- ${name} --\n${texts.get(name) ?? text}`);
  return `${fixture.shows}\n\n${parts.join('')}`;
}

/** Sections that hold what is expected. */
const results: Readonly<Record<FixtureKind, readonly string[]>> = {
  diagnostics: ['verdicts', 'exempt', 'lens'],
  hover: ['expect'],
  completion: ['expect', 'inline'],
  fixes: ['expect'],
  parse: [],
};

function isArticle(name: string): boolean {
  return /^(?:articles|notes)\/./.test(name);
}

function isDraft(name: string): boolean {
  return /^(?:\w+\/)*draft\.(?:md|txt)$/.test(name);
}

function fixtureFolder(kind: FixtureKind): string {
  return join(import.meta.dirname, '..', 'fixtures', kind);
}

function splitSections(text: string): { readonly shows: string; readonly sections: readonly Section[] } {
  const lead: string[] = [];
  const sections: { name: string; text: string }[] = [];
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const name = header.exec(line)?.[1];
    const section = sections.at(-1);
    if (name !== undefined) {
      sections.push({ name, text: '' });
    } else if (section === undefined) {
      lead.push(line);
    } else {
      section.text += `${line}\n`;
    }
  }
  return { shows: lead.join('\n').trim(), sections };
}

function undrawn(text: string): string {
  return text
    .split('\n')
    .filter(line => !drawn.test(line))
    .join('\n');
}

function readDrawnDraft(
  { name, text }: Section,
  kind: FixtureKind,
): { readonly draft: FixtureText; readonly cursor: number | undefined } {
  if (kind === 'diagnostics') {
    return { draft: { path: name, text: undrawn(text) }, cursor: undefined };
  }
  const bar = text.indexOf('|');
  return bar < 0
    ? { draft: { path: name, text }, cursor: undefined }
    : { draft: { path: name, text: text.slice(0, bar) + text.slice(bar + 1) }, cursor: bar };
}
