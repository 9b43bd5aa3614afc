/** The settings of `stet.json`: all that can change a verdict. */
export interface Project {
  /** Folders or globs, relative to the root. */
  readonly articles: readonly string[];
  /** Whether a setting of the editor, or an option of the command line, names them in place of the file. */
  readonly articlesAreSet?: boolean;
  /** Globs. */
  readonly drafts: readonly string[];
  /** The globs among `ignore` of the file: never drafts. */
  readonly exclude: readonly string[];
  /** The entries among `ignore` of the file: quotations exempted one by one. */
  readonly ignore: readonly IgnoreEntry[];
  /** Code, or `code.class`, to severity. */
  readonly severity: Readonly<Record<string, Severity | 'off'>>;
  readonly policy: 'strict' | 'tidy';
  /** Quotations of fewer words are checked only beside a speech cue. */
  readonly minimumWords: number;
  readonly copiedWords: number;
  readonly citation: 'none' | 'link' | 'pandoc' | 'footnote';
  /** Name to its other forms. */
  readonly people: Readonly<Record<string, readonly string[]>>;
}

/** A project with the articles that a setting or an option names, if it names any. */
export function withArticles(project: Project, articles: readonly string[]): Project {
  return articles.length > 0 ? { ...project, articles, articlesAreSet: true } : project;
}

/** How severe a finding is, as editors have it. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** An exemption for plain text, where a comment would be copy. */
export interface IgnoreEntry {
  readonly draft: string;
  readonly quotation: string;
  readonly reason: string | undefined;
  /** Where `stet.json` has it, or has its reason; from 1. */
  readonly line: number;
}

/** What counts without a `stet.json`. */
export const defaultProject: Project = {
  articles: ['articles'],
  drafts: ['**/*.{md,markdown,txt}'],
  ignore: [],
  exclude: [],
  severity: {},
  policy: 'strict',
  minimumWords: 4,
  copiedWords: 8,
  citation: 'none',
  people: {},
};
