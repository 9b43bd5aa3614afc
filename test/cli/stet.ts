import { run } from '../../server/src/cli/run.ts';

/** What one run of `stet` gave. */
export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where a run takes place. */
export interface Place {
  readonly folder: string;
  readonly isTerminal?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs `stet` in this process, in a folder. */
export async function stet(place: string | Place, ...words: readonly string[]): Promise<Ran> {
  const {
    folder,
    isTerminal = false,
    environment = {},
  } = typeof place === 'string' ? { folder: place } : place;
  let stdout = '';
  let stderr = '';
  const status = await run(words, {
    stdout: { write: text => void (stdout += text), isTerminal },
    stderr: { write: text => void (stderr += text), isTerminal },
    folder,
    environment,
  });
  return { status, stdout, stderr };
}

/** A small newsroom, invented. */
export const newsroom = {
  'articles/2024-05-03-budget.md': `# Council passes budget

“We will not raise taxes this year,” Mayor Ana Ortiz said on Friday.

The clerk, Tom Okafor, was less sure. “The bridge needs eleven million pounds and nobody has found them,” Okafor said.
`,
  'articles/2024-05-04-bridge.txt': `Bridge to close

2024-05-04

The bridge will close in June, Okafor told reporters.

“We have asked the engineers for a date and they have given us three,” he said.
`,
  'briefs/good.md': `The mayor was firm. “We will not raise taxes this year,” Ana Ortiz said.\n`,
  'briefs/bad.md': `The mayor was firm.\n\n“We will raise taxes this year,” Ana Ortiz said.\n`,
} as const;
