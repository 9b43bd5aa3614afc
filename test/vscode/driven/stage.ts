import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Box } from '../host/driver.ts';
import { root } from '../host/package.ts';
import { layNewsroom, writeInto } from '../newsroom.ts';
import { Theatre, type Stage, type StageOptions } from './theatre.ts';

/** Where the tests leave what they saw, if they are asked to: of failures always, of all with `STET_PICTURES=1`. */
const pictures = join(root, 'test', 'vscode', 'pictures');
/** Whether pictures of all that is shown are asked for. */
export const wanted = Boolean(process.env['STET_PICTURES']);

let theatre: Promise<Theatre> | undefined;

/** Opens a stage for a suite of tests. All suites of one run share the server and the browser. */
export async function raiseStage(options: StageOptions): Promise<Stage> {
  theatre ??= Theatre.open();
  return (await theatre).raise(options);
}

after(async () => {
  await (await theatre)?.close();
});

/** The invented newsroom with these drafts in it. */
export function newsroomWith(drafts: Readonly<Record<string, string>>): StageOptions['lay'] {
  return folder => {
    layNewsroom(folder);
    for (const [path, text] of Object.entries(drafts)) {
      writeInto(folder, path, text);
    }
  };
}

/** A draft of two quotations, both as the newsroom's sources have them. */
export const verifiedBrief = `“We will not sail with fewer than six hands on deck,” said Ines Calloway.

“Our offer of four percent is final,” Tobias Renn said.
`;

/** Opens a stage with that draft as `brief.md`, in the editor and checked. */
export async function raiseVerifiedBrief(): Promise<Stage> {
  const stage = await raiseStage({ lay: newsroomWith({ 'brief.md': verifiedBrief }), trust: false });
  await stage.workbench.openFile('brief.md');
  await stage.workbench.page.locator('.part.statusbar', { hasText: '2 of 2 verified' }).waitFor();
  return stage;
}

/** Takes a picture of what is shown now, where pictures are asked for. */
export async function picture(
  { workbench }: Pick<Stage, 'workbench'>,
  name: string,
  clip?: Box,
): Promise<void> {
  if (wanted) {
    await workbench.picture(pictures, name, clip);
  }
}

/** Takes a picture of the whole of another page, where pictures are asked for. */
export async function pictureOf(page: Page, name: string): Promise<void> {
  if (wanted) {
    await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  }
}

/** Takes a picture of what a failed test saw last. */
export async function pictureFailure(
  stage: Pick<Stage, 'workbench'> | undefined,
  test: Mocha.Test | undefined,
): Promise<void> {
  if (test?.state === 'failed') {
    await stage?.workbench.picture(pictures, `failed ${test.title.replace(/[^\w ]/g, '')}`);
  }
}
