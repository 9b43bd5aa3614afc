import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './processes.ts';

/** The folder of this project. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

const PACKAGE_MS = 2 * 60_000;

/** Packs the extension, as built, into a `.vsix`. */
export async function packageExtension(vsix: string): Promise<void> {
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const args = [vsce, 'package', '--no-dependencies', '--out', vsix];
  const ended = await run(process.execPath, args, { cwd: root, timeout: PACKAGE_MS, output: 'keep' });
  if (ended.status !== 0) {
    throw new Error(`The extension could not be packed\n${ended.stdout}${ended.stderr}`);
  }
}
