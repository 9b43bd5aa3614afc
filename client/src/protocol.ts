/** What the server tells this client beyond the Language Server Protocol; the server's side is `lsp/status.ts`. */

/** `stet/status`: how the corpus of one workspace folder stands. */
export interface CorpusStatus {
  /** URI of the workspace folder. */
  readonly root: string;
  /** `silent`: no articles folder and no `stet.json`, so Stet has nothing to say. */
  readonly state: 'silent' | 'indexing' | 'ready';
  readonly articles: number;
  /** What could not be read, with the reason. */
  readonly problems: readonly { readonly path: string; readonly reason: string }[];
}

/** `stet/draft`: how the quotations of one draft stand. */
export interface DraftStatus {
  readonly uri: string;
  readonly total: number;
  readonly verified: number;
  /** `7 quotations: 5 verified, 1 altered, 1 not found` */
  readonly summary: string;
}
