import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { buildSuite, workspaces } from './build.ts';
import type { Counts } from './counting-reporter.ts';
import { root } from './host/package.ts';
import { layNewsroom } from './newsroom.ts';

/**
 * Runs the tests inside VS Code, once for each workspace: in its server, driven by a browser without a window, so that
 * no display is needed. On Windows, or with `STET_TEST_VSCODE=desktop`, in a desktop VS Code that is downloaded.
 */
const desktop = process.platform === 'win32' || process.env['STET_TEST_VSCODE'] === 'desktop';
const extensionTestsPath = await buildSuite();
const home = realpathSync(mkdtempSync(join(tmpdir(), 'stet-suite-')));
process.once('exit', () => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
const sum = { passed: 0, failed: 0, skipped: 0 };
for (const name of workspaces) {
  const workspace = join(home, name);
  mkdirSync(workspace);
  if (name === 'newsroom') {
    layNewsroom(workspace);
  }
  const counts = join(home, `${name}.json`);
  try {
    await runTests({
      ...(desktop ? {} : { vscodeExecutablePath: join(root, 'test', 'vscode', 'host', 'code.mjs') }),
      extensionDevelopmentPath: root,
      extensionTestsPath,
      extensionTestsEnv: { STET_COUNTS: counts, STET_WORKSPACE: name },
      launchArgs: [
        workspace,
        ...['--user-data-dir', join(home, `${name}-data`)],
        ...['--extensions-dir', join(home, `${name}-extensions`)],
      ],
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
  const ran = readCounts(counts);
  if (ran === undefined) {
    console.error(`The tests in the workspace “${name}” broke off before their end.`);
    process.exitCode = 1;
    sum.failed += 1;
    continue;
  }
  sum.passed += ran.passed;
  sum.failed += ran.failed;
  sum.skipped += ran.skipped;
}
const report = process.env['STET_COUNTS'];
if (report !== undefined) {
  writeFileSync(report, JSON.stringify(sum satisfies Counts));
}

function readCounts(file: string): Counts | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Counts;
  } catch {
    return undefined;
  }
}
