import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import CountingReporter from '../counting-reporter.ts';

const TEST_MS = 30_000;

/** What VS Code calls: runs the tests of the workspace that is open; fails when one of them does. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ reporter: CountingReporter, timeout: TEST_MS, color: false });
  console.log(`VS Code ${vscode.version}`);
  const folder = join(__dirname, process.env['STET_WORKSPACE'] ?? '');
  for (const file of readdirSync(folder)) {
    mocha.addFile(join(folder, file));
  }
  const failures = await new Promise<number>(resolve => mocha.run(resolve));
  if (failures > 0) {
    throw new Error(`${failures} failed`);
  }
}
