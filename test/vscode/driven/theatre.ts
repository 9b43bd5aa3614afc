import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser, needBrowser } from '../host/browser.ts';
import { Workbench } from '../host/driver.ts';
import { installHost } from '../host/install.ts';
import { packageExtension } from '../host/package.ts';
import {
  installExtension,
  startServer,
  workbenchAddress,
  writeSettings,
  type RunningServer,
} from '../host/server.ts';

/** A newsroom open in a workbench that has the packed extension installed, as its users have it. */
export interface Stage {
  readonly workbench: Workbench;
  /** The folder that is open. */
  readonly folder: string;
  /** A file of the newsroom as it is on disk. */
  read(path: string, encoding?: BufferEncoding): string;
  /** Files that the extension keeps for itself, below the storage that all workspaces share. */
  stored(): readonly string[];
  /** The language servers that run in it, by their process ids. */
  servers(): readonly number[];
  /** Has every server that starts while `run` does fail in some requests of the extension. */
  whileFailing(requests: readonly string[], run: () => Promise<void>): Promise<void>;
  /** Has every server that starts while `run` does die as soon as it has read the sources. */
  whileDyingOverSources(run: () => Promise<void>): Promise<void>;
  end(): Promise<void>;
}

/** What is to be opened, and how. */
export interface StageOptions {
  /** Fills the folder that is opened. */
  lay(folder: string): void;
  /** Whether the folder must be trusted first, as in VS Code by default. */
  readonly trust: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A `.code-workspace` file in the folder to open in its place. */
  readonly workspace?: string;
  /** The display language; English without. */
  readonly language?: string;
  readonly width?: number;
  readonly height?: number;
}

/**
 * One server with the packed extension installed in it, and one browser, for one stage after the other: each stage has
 * a folder, settings and a browser profile of its own.
 */
export class Theatre {
  readonly #home: string;
  readonly #server: RunningServer;
  readonly #browser: Browser;
  #stages = 0;

  private constructor(home: string, server: RunningServer, browser: Browser) {
    this.#home = home;
    this.#server = server;
    this.#browser = browser;
  }

  /** Packs and installs the extension, starts the server and the browser. */
  static async open(): Promise<Theatre> {
    const home = realpathSync(mkdtempSync(join(tmpdir(), 'stet-driven-')));
    process.once('exit', () => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
    const [host, executable] = [await installHost(), await needBrowser()];
    const vsix = join(home, 'stet.vsix');
    await packageExtension(vsix);
    await installExtension(host, home, vsix);
    const server = await startServer({ host, home, trust: true });
    try {
      return new Theatre(home, server, await launchBrowser(executable));
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** Lays out a folder and opens it. The stage before must have ended. */
  async raise({ lay, trust, settings, workspace, ...look }: StageOptions): Promise<Stage> {
    const place = join(this.#home, 'stages', String((this.#stages += 1)));
    const folder = join(place, 'newsroom');
    mkdirSync(folder, { recursive: true });
    lay(folder);
    writeSettings(join(this.#home, 'data'), {
      'security.workspace.trust.enabled': trust,
      'security.workspace.trust.startupPrompt': 'never',
      ...settings,
    });
    const opened = workspace === undefined ? folder : join(folder, workspace);
    const address = workbenchAddress(this.#server.port, { workspace: opened });
    const workbench = await Workbench.open(address, { browser: this.#browser, ...look });
    return {
      workbench,
      folder,
      read: (path, encoding = 'utf8') => readFileSync(join(folder, path), encoding),
      stored: () => {
        const storage = join(this.#home, 'data', 'User', 'globalStorage', 'stet.stet');
        return existsSync(storage) ? readdirSync(storage, { recursive: true, encoding: 'utf8' }) : [];
      },
      servers: () =>
        spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
          .stdout.split('\n')
          .filter(it => it.includes(join(this.#home, 'extensions')) && it.includes('dist/server.cjs'))
          .map(it => Number.parseInt(it, 10)),
      whileFailing: (requests, run) =>
        this.#whilePatched(
          requests.map(it => [`on("${it}",`, `on("${it}",()=>{throw Error("a stone in the shoe")},`]),
          run,
        ),
      whileDyingOverSources: run =>
        this.#whilePatched([['this.#state="ready",', 'process.kill(process.pid,"SIGKILL"),']], run),
      async end() {
        await workbench.close();
        rmSync(place, { recursive: true, force: true, maxRetries: 5 });
      },
    };
  }

  /** Has the servers that start while `run` does run another text than the packed one. */
  async #whilePatched(
    patches: readonly (readonly [string, string])[],
    run: () => Promise<void>,
  ): Promise<void> {
    const extensions = join(this.#home, 'extensions');
    const [name = ''] = readdirSync(extensions).filter(it => it.startsWith('stet.stet'));
    const bundle = join(extensions, name, 'dist', 'server.cjs');
    const whole = readFileSync(bundle, 'utf8');
    const patched = patches.reduce((text, [place, other]) => {
      assert.equal(text.split(place).length, 2, `${place} is not once in the server's bundle`);
      return text.replace(place, other);
    }, whole);
    writeFileSync(bundle, patched);
    try {
      await run();
    } finally {
      writeFileSync(bundle, whole);
    }
  }

  /** Ends the browser and the server, and whatever they wrote. */
  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.stop();
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 5 });
  }
}
