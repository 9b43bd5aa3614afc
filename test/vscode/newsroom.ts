import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The invented sources that the tests in VS Code draft from, by their paths. */
const ARTICLES = {
  'articles/2024-05-03-harbour-times.txt': `Ferry crews vote to stop work

MARLOW QUAY, May 3 (Harbour Times) — Ferry crews voted on Friday to stop work from Monday morning, their union said.

“We will not sail with fewer than six hands on deck,” said Ines Calloway, the general secretary of the Deckhands’ Union. “The timetable was written by people who have never tied a rope.”

Harbour board chairman Tobias Renn said the offer would not change. “Our offer of four percent is final,” he told reporters on the quay.

Calloway said talks could begin again at any hour.
`,
  'articles/2024-05-04-island-courier.txt': `Islands count their tins

OUTER SKERRY, May 4 (Island Courier) — Shopkeepers on the outer islands filled their shelves on Saturday, two days before the ferries stop.

“The bread will be gone by Tuesday, and the patience by Wednesday,” said Magnus Thorvald, who keeps the only shop on Outer Skerry.

Ines Calloway, the union’s general secretary, said the crews would carry medicine. “Nobody on the islands will go without a doctor,” she said.
`,
};

/** Writes the sources into a folder, which becomes a newsroom as a reporter keeps it. */
export function layNewsroom(folder: string): void {
  for (const [path, text] of Object.entries(ARTICLES)) {
    writeInto(folder, path, text);
  }
}

/** Writes one file of a newsroom, its folders too. */
export function writeInto(folder: string, path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
