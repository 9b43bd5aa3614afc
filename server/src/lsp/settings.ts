/** The settings of the editor that the server reads; all that can change a verdict for a team is in `stet.json`. */
export interface Settings {
  /** Folders or globs in place of the project's; empty: the project's. */
  readonly articles: readonly string[];
  /** The line over a draft that counts its quotations. */
  readonly codeLens: boolean;
  /** The source's key after each verified quotation. */
  readonly inlayKeys: boolean;
}

/** Reads what a client sends as the section `stet`; what is missing or of the wrong type counts as its default. */
export function readSettings(section: unknown): Settings {
  const given: Readonly<Record<string, unknown>> =
    typeof section === 'object' && section !== null ? { ...section } : {};
  const { articles, codeLens, inlayKeys } = given;
  return {
    codeLens: codeLens !== false,
    inlayKeys: inlayKeys === true,
    articles: Array.isArray(articles) ? articles.filter(it => typeof it === 'string' && it !== '') : [],
  };
}
