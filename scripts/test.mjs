/** `npm test`: installs and builds what is needed, runs every suite, and ends with one line that sums them all up. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

prepare();

// From here on the project's own TypeScript can be loaded.
const { register } = await import('tsx/esm/api');
register();
const { npm, run, whenNpmEnds } = await import('../test/vscode/host/processes.ts');
const { needBrowser, NoBrowser } = await import('../test/vscode/host/browser.ts');

whenNpmEnds(() => process.exit(143));
const reporter = ['--reporter', './test/vscode/counting-reporter.ts'];
const mocha = ['--import', 'tsx', 'node_modules/mocha/bin/mocha.js', ...reporter];
const inCi = Boolean(process.env.CI) && process.env.CI !== 'false';

const suites = [
  {
    name: 'the engine, the server and the command line',
    minutes: 10,
    start: options => npm(['run', '--silent', 'unit', '--', ...reporter], options),
  },
  {
    name: 'the extension inside VS Code',
    minutes: 8,
    browser: true,
    start: options => run(process.execPath, ['--import', 'tsx', 'test/vscode/run-suite.ts'], options),
  },
  {
    name: 'the installed package, driven as a person would',
    minutes: 8,
    browser: true,
    start: options =>
      run(process.execPath, [...mocha, '--timeout', '90000', 'test/vscode/driven/*.test.ts'], options),
  },
];

const home = mkdtempSync(join(tmpdir(), 'stet-test-'));
process.once('exit', () => rmSync(home, { recursive: true, force: true }));
const sum = { passed: 0, failed: 0, skipped: 0 };
let sound = true;

const without = await reasonWithoutBrowser();
for (const [index, suite] of suites.entries()) {
  console.log(`\n— ${suite.name} —`);
  if (suite.browser && without !== undefined) {
    console.log(`${inCi ? 'failed' : 'skipped'}: ${without}`);
    sum[inCi ? 'failed' : 'skipped'] += 1;
    sound &&= !inCi;
    continue;
  }
  const file = join(home, `${index}.json`);
  const { status, timedOut } = await suite.start({
    cwd: root,
    env: { ...process.env, STET_COUNTS: file },
    timeout: suite.minutes * 60_000,
    output: 'show',
  });
  const counts = readCounts(file);
  for (const key of Object.keys(sum)) {
    sum[key] += counts[key];
  }
  const trouble = troubleOf({ status, timedOut, ...counts }, suite.minutes);
  if (trouble !== undefined) {
    console.log(`${suite.name}: ${trouble}`);
    sound = false;
    // A suite that broke off counts as a failure of its own, so that the last line tells.
    sum.failed += counts.failed === 0 ? 1 : 0;
  }
}

const { passed, failed, skipped } = sum;
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = sound ? 0 : 1;

function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 0, skipped: 0, missing: true };
  }
}

function troubleOf({ status, timedOut, passed, failed, missing }, minutes) {
  if (timedOut) {
    return `stopped after ${minutes} minutes`;
  }
  if (missing) {
    return 'broke off before its end';
  }
  if (failed > 0) {
    return `${failed} failed`;
  }
  if (passed === 0) {
    return 'ran no test';
  }
  return status === 0 ? undefined : `ended with status ${status}`;
}

async function reasonWithoutBrowser() {
  try {
    await needBrowser();
    return undefined;
  } catch (error) {
    if (error instanceof NoBrowser) {
      return error.message;
    }
    throw error;
  }
}
