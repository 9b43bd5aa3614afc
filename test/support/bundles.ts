import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundling } from '../../scripts/bundling.mjs';

const root = join(import.meta.dirname, '../..');

/**
 * Bundles entry points of the server into a folder, as `NAME.cjs` beside the weights of the name finder: what runs as a
 * process of its own runs from a bundle. `reading` stands for the hash of the code that reads, by which what is
 * remembered is known; without it nothing is.
 */
export async function bundleInto(
  folder: string,
  entryPoints: Readonly<Record<string, string>>,
  reading?: string,
): Promise<void> {
  await build({
    ...bundling,
    absWorkingDir: root,
    outdir: folder,
    define: {
      'import.meta.url': '""',
      ...(reading === undefined ? {} : { STET_READING: JSON.stringify(reading) }),
    },
    logLevel: 'error',
    entryPoints,
  });
  copyFileSync(join(root, 'server/names.bin'), join(folder, 'names.bin'));
}
