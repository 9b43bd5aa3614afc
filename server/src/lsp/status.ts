import type { Problem } from '../fs/problem.ts';

// Notifications that begin with `$/` are passed over by whoever does not know them; of any other some editors complain, each time.

/** Notification `$/stet/status`: how the corpus of one workspace folder stands; the client's side is `client/src/protocol.ts`. */
export interface CorpusStatus {
  /** URI of the workspace folder. */
  readonly root: string;
  /** `silent`: no articles folder and no `stet.json`, so Stet has nothing to say. */
  readonly state: 'silent' | 'indexing' | 'ready';
  readonly articles: number;
  /** What could not be read, with the reason. */
  readonly problems: readonly Problem[];
}

/** Notification `$/stet/draft`: how the quotations of one draft stand. */
export interface DraftStatus {
  readonly uri: string;
  readonly total: number;
  readonly verified: number;
  /** `7 quotations: 5 verified, 1 altered, 1 not found` */
  readonly summary: string;
}

/** Notification `$/stet/noDraft`: of a document that is still open, what was told in `$/stet/draft` holds no more: it is no draft now. */
export interface NoDraft {
  readonly uri: string;
}
