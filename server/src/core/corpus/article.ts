import type { Reading } from '../parse/reading.ts';

/** A file of the articles folder, read. */
export interface Article extends Reading {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** What citations call it: the file's name without extension, `A-Za-z0-9_.-` only; unique in the corpus. */
  readonly key: string;
  readonly title: string | undefined;
  /** ISO, `2018-02-02`. */
  readonly date: string | undefined;
  readonly outlet: string | undefined;
  readonly byline: string | undefined;
  readonly words: number;
}
