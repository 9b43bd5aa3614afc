import type { NamesModel } from '../../server/src/core/parse/names/model.ts';
import type { Log } from './measure.ts';
import type { Workspace } from './workspace.ts';

/** Something that a user waits for, measured. */
export type Operation =
  /** Where the number of articles makes no difference. */
  | { readonly name: string; readonly scale: 'once'; run(log: Log, model: NamesModel): Promise<void> | void }
  | {
      readonly name: string;
      readonly scale: 'articles';
      /** What must be there before it is measured: a running server, or the corpus in this process. */
      readonly needs?: 'server' | 'corpus';
      run(log: Log, workspace: Workspace): Promise<void>;
    };
