import type { Case } from '../drafting.ts';
import type { Workspace } from '../workspace.ts';

/** A way to find where a quotation stands that a user has without Stet; and Stet, asked the same. */
export interface Rival {
  readonly name: string;
  /** How many quotations it is asked for: fewer where each takes long. */
  readonly questions: number;
  /** @throws Unavailable where it is not on this machine, or would take too long. */
  open(workspace: Workspace, cases: readonly Case[]): Promise<Opened>;
}

export interface Opened {
  /** Milliseconds that it took to be made ready, where that was done before. */
  readonly readied?: number;
  /** Gives the path of the article where the words of a case stand or seem to; undefined where they are nowhere. */
  find(asked: Case): string | undefined;
  close(): void;
}

/** Why a rival is left out; the message is printed. */
export class Unavailable extends Error {}

/** A library that the measuring may do without. */
export async function load<Library>(name: string, importing: Promise<Library>): Promise<Library> {
  try {
    return await importing;
  } catch {
    throw new Unavailable(`${name} is not installed`);
  }
}
