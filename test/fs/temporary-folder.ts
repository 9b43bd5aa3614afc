import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const made: string[] = [];

/** A new folder with these files; a name that ends in `/` makes an empty folder. Removed when the tests end. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'stet-')));
  made.push(root);
  write(root, files);
  return root;
}

/** Writes files into a folder, with the folders that they need. */
export function write(root: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, path);
    mkdirSync(path.endsWith('/') ? file : dirname(file), { recursive: true });
    if (!path.endsWith('/')) {
      writeFileSync(file, content);
    }
  }
}

process.on('exit', () => {
  for (const root of made) {
    rmSync(root, { recursive: true, force: true });
  }
});
