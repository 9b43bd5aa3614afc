import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { buildSuite, type Workspace } from './build.ts';
import type { Counts } from './counting-reporter.ts';
import type { Release } from './host/install.ts';
import { root } from './host/package.ts';
import { layNewsroom } from './newsroom.ts';

/**
 * Runs the tests inside VS Code, once for each workspace: in its server, driven by a browser without a window, so that
 * no display is needed; under CI in the oldest promised release too. On Windows, or with `STET_TEST_VSCODE=desktop`, they
 * run in a desktop VS Code that is downloaded.
 */
const desktop = process.platform === 'win32' || process.env['STET_TEST_VSCODE'] === 'desktop';
const both = Boolean(process.env['CI']) && !desktop;
const runs: readonly { readonly workspace: Workspace; readonly release: Release }[] = [
  { workspace: 'newsroom', release: 'newest' },
  { workspace: 'silent', release: 'newest' },
  ...(both ? [{ workspace: 'newsroom', release: 'oldest' } as const] : []),
];

const extensionTestsPath = await buildSuite();
const home = realpathSync(mkdtempSync(join(tmpdir(), 'stet-suite-')));
process.once('exit', () => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
const sum = { passed: 0, failed: 0, skipped: 0 };
for (const { workspace, release } of runs) {
  const counts = await runIn(workspace, release);
  if (counts === undefined) {
    console.error(`The tests in the workspace “${workspace}” (${release}) broke off before their end.`);
    process.exitCode = 1;
  }
  sum.passed += counts?.passed ?? 0;
  sum.failed += counts?.failed ?? 1;
  sum.skipped += counts?.skipped ?? 0;
}
const report = process.env['STET_COUNTS'];
if (report !== undefined) {
  writeFileSync(report, JSON.stringify(sum satisfies Counts));
}

/** The counts of one run; undefined where it never came to its end, whatever VS Code says of it. */
async function runIn(workspace: Workspace, release: Release): Promise<Counts | undefined> {
  const place = join(home, `${workspace}-${release}`);
  const folder = join(place, workspace);
  const counts = join(place, 'counts.json');
  mkdirSync(folder, { recursive: true });
  if (workspace === 'newsroom') {
    layNewsroom(folder);
  }
  try {
    await runTests({
      ...(desktop ? {} : { vscodeExecutablePath: join(root, 'test', 'vscode', 'host', 'code.mjs') }),
      extensionDevelopmentPath: root,
      extensionTestsPath,
      extensionTestsEnv: { STET_COUNTS: counts, STET_WORKSPACE: workspace, STET_VSCODE_RELEASE: release },
      launchArgs: [
        folder,
        ...['--user-data-dir', join(place, 'data')],
        ...['--extensions-dir', join(place, 'extensions')],
      ],
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
  try {
    return JSON.parse(readFileSync(counts, 'utf8')) as Counts;
  } catch {
    return undefined;
  }
}
