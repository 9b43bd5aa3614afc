import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needBrowser } from '../host/browser.ts';
import { Workbench } from '../host/driver.ts';
import { installHost } from '../host/install.ts';
import { packageExtension, root } from '../host/package.ts';
import { installExtension, startServer, workbenchAddress, writeSettings } from '../host/server.ts';
import { layNewsroom, writeInto } from '../newsroom.ts';

/** Where the tests leave what they saw. */
export const pictures = join(root, 'test', 'vscode', 'pictures');

/** A newsroom open in a workbench that has the packed extension installed, as its users have it. */
export interface Stage {
  readonly workbench: Workbench;
  /** A file of the newsroom as it is on disk. */
  read(path: string): string;
  end(): Promise<void>;
}

/** What is to be opened, and how. */
export interface StageOptions {
  /** Fills the folder that is opened. */
  lay(folder: string): void;
  /** Whether the folder must be trusted first, as in VS Code by default. */
  readonly trust: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** The invented newsroom with these drafts in it. */
export function newsroomWith(drafts: Readonly<Record<string, string>>): StageOptions['lay'] {
  return folder => {
    layNewsroom(folder);
    for (const [path, text] of Object.entries(drafts)) {
      writeInto(folder, path, text);
    }
  };
}

/** Packs and installs the extension, lays out a folder, and opens it. */
export async function raiseStage({ lay, trust, settings }: StageOptions): Promise<Stage> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'stet-driven-')));
  const forget = (): void => rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', forget);
  const newsroom = join(home, 'newsroom');
  mkdirSync(newsroom);
  lay(newsroom);
  const [host, browser] = [await installHost(), await needBrowser()];
  const vsix = join(home, 'stet.vsix');
  await packageExtension(vsix);
  await installExtension(host, home, vsix);
  writeSettings(join(home, 'data'), { 'security.workspace.trust.startupPrompt': 'never', ...settings });
  const server = await startServer({ host, home, trust });
  try {
    const workbench = await Workbench.open(workbenchAddress(server.port, { workspace: newsroom }), {
      browser,
    });
    return {
      workbench,
      read: path => readFileSync(join(newsroom, path), 'utf8'),
      async end() {
        await workbench.close();
        await server.stop();
        forget();
      },
    };
  } catch (error) {
    await server.stop();
    forget();
    throw error;
  }
}

/** Takes a picture of what a failed test saw last. */
export async function pictureFailure(stage: Stage | undefined, test: Mocha.Test | undefined): Promise<void> {
  if (test?.state === 'failed') {
    await stage?.workbench.picture(pictures, `failed ${test.title.replace(/[^\w ]/g, '')}`);
  }
}
