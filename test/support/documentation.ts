import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFixture } from './fixture.ts';
import type { Fixture } from './fixture.ts';

/** An example of the documentation: a fixture without the sentence, since the page around it says what it shows. */
export interface Example {
  readonly heading: string;
  readonly line: number;
  /** Between the fences. */
  readonly text: string;
  readonly fixture: Fixture;
}

/** The page of `docs/` that explains the findings. */
export const documentationFile = join(import.meta.dirname, '..', '..', 'docs', 'diagnostics.md');

const lead = 'An example of the documentation.';

/** Every example of the page. */
export function examples(): readonly Example[] {
  const page = readFileSync(documentationFile, 'utf8');
  return [...page.matchAll(/^```text\n(-- .*?\n)```$/gms)].map(({ index, 1: text = '' }) => {
    const before = page.slice(0, index);
    const heading = [...before.matchAll(/^## (.+)$/gm)].at(-1)?.[1] ?? '';
    const line = before.split('\n').length;
    return {
      heading,
      line,
      text,
      fixture: parseFixture(`${lead}\n\n${text}`, 'diagnostics', `line ${line}`),
    };
  });
}

/** The headings of the page's sections. */
export function headings(): readonly string[] {
  return [...readFileSync(documentationFile, 'utf8').matchAll(/^## (.+)$/gm)].map(match => match[1] ?? '');
}

/** The text of an example out of a fixture's file. */
export function exampleText(file: string): string {
  return file.slice(`${lead}\n\n`.length);
}
