import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { format, parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, needBrowser } from './browser.ts';
import { installHost } from './install.ts';
import { remoteUri, startServer, workbenchAddress, writeSettings, type RunningServer } from './server.ts';

const SUITE_MS = 5 * 60_000;

/** What the workbench and the server say of themselves; a test's own lines never look so. */
const NOISE =
  /^(?:\[|Could not locate the bindings|Error: Could not locate the bindings|Timed out waiting for auth|Ignoring (?:fetching|error)|No search provider|Creating a socket|Resolv(?:ing|ed) connection token|Updating additional builtin|Started (?:local|initializing)|Creation of workbench|ChatSessionStore|A system error occurred \(spawn \S+rg ENOENT|spawn \S+rg ENOENT|Extension host with pid|Settings Sync|Found (?:no|additional)|%c)/;

/**
 * Runs the tests that VS Code’s flags name, in the release that `STET_VSCODE_RELEASE` names. The status is 0 when the
 * extension host says that they passed.
 */
export async function runCode(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string', multiple: true },
      extensionTestsPath: { type: 'string' },
      'extensions-dir': { type: 'string' },
      'user-data-dir': { type: 'string' },
    },
  });
  const text = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const release = process.env['STET_VSCODE_RELEASE'] === 'oldest' ? 'oldest' : 'newest';
  const tests = text('extensionTestsPath');
  if (tests === undefined) {
    console.error('--extensionTestsPath is required');
    return 2;
  }
  const developed = [values['extensionDevelopmentPath'] ?? []]
    .flat()
    .filter(path => typeof path === 'string');
  const workspace = positionals.find(path => existsSync(path));
  const home = mkdtempSync(join(tmpdir(), 'stet-vscode-'));
  const forget = (): void => rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', forget);
  let server: RunningServer | undefined;
  let browser: Browser | undefined;
  try {
    const [host, executable] = [await installHost(release), await needBrowser()];
    const userData = text('user-data-dir') ?? join(home, 'data');
    writeSettings(userData);
    const extensions = text('extensions-dir');
    server = await startServer({
      host,
      home,
      userData,
      trust: false,
      ...(extensions === undefined ? {} : { extensions }),
    });
    browser = await launchBrowser(executable);
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const status = suiteStatus(page, browser, server);
    const { port } = server;
    await reportTo(page, status.settle);
    await page.goto(
      workbenchAddress(port, {
        ...(workspace === undefined ? {} : { workspace }),
        payload: [
          ...developed.map(path => ['extensionDevelopmentPath', remoteUri(port, path)] as const),
          // The server wants the file itself, with its ending.
          ['extensionTestsPath', remoteUri(port, createRequire(import.meta.url).resolve(resolve(tests)))],
          ['skipWelcome', 'true'],
          ['skipReleaseNotes', 'true'],
        ],
      }),
    );
    return await status.promise;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    await browser?.close().catch(() => undefined);
    await server?.stop();
    forget();
  }
}

/** Hands what the extension host prints to this terminal, and its exit status to `settle`. */
async function reportTo(page: Page, settle: (status: number) => void): Promise<void> {
  await page.exposeFunction('codeAutomationLog', (type: string, values: unknown[]) => {
    const line = format(...values);
    if (!NOISE.test(line)) {
      (type === 'error' ? console.error : console.log)(line);
    }
  });
  await page.exposeFunction('codeAutomationExit', settle);
}

/** The status of the tests; rejects when whatever they run in is gone, or they take too long. */
function suiteStatus(
  page: Page,
  browser: Browser,
  server: RunningServer,
): { promise: Promise<number>; settle: (status: number) => void } {
  const { promise, resolve: settle, reject } = withResolvers<number>();
  page.on('crash', () => reject(new Error('The workbench crashed.')));
  browser.on('disconnected', () => reject(new Error('The browser is gone.')));
  void server.ended.then(() => reject(new Error('VS Code’s server ended before the tests did.')));
  setTimeout(() => {
    reject(new Error(`The tests took longer than ${SUITE_MS / 1000} s.`));
  }, SUITE_MS).unref();
  // It may fail before anybody waits for it.
  promise.catch(() => undefined);
  return { promise, settle };
}

function withResolvers<T>(): {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (reason: Error) => void;
} {
  let resolve!: (value: T) => void;
  let reject!: (reason: Error) => void;
  const promise = new Promise<T>((ok, fail) => {
    resolve = ok;
    reject = fail;
  });
  return { promise, resolve, reject };
}
