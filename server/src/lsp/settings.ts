/** The settings of the editor that the server reads; all that can change a verdict for a team is in `stet.json`. */
export interface Settings {
  /** Folders or globs in place of the project's; empty: the project's. */
  readonly articles: readonly string[];
}

/** Reads what a client sends as the section `stet`; what is missing or of the wrong type counts as its default. */
export function readSettings(section: unknown): Settings {
  const articles: unknown =
    typeof section === 'object' && section !== null && 'articles' in section ? section.articles : [];
  return {
    articles: Array.isArray(articles) ? articles.filter(it => typeof it === 'string' && it !== '') : [],
  };
}
