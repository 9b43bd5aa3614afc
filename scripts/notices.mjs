import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes the licences of the libraries that the bundles hold beside them, as those licences ask. */
export function writeNotices(metafiles, outdir) {
  const folders = new Set(
    metafiles.flatMap(({ inputs }) =>
      Object.keys(inputs).flatMap(path => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(path)?.[0] ?? []),
    ),
  );
  const notices = [...folders].sort().map(folder => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find(it => /^(?:licen[cs]e|copying)(?:\.|$)/iu.test(it));
    if (file === undefined || !existsSync(join(folder, file))) {
      throw new Error(`${name} ships no licence file: it cannot be bundled`);
    }
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  const rule = `\n${'-'.repeat(80)}\n\n`;
  writeFileSync(
    join(outdir, 'THIRD-PARTY-NOTICES.txt'),
    `Stet is bundled with these libraries.\n${rule}${notices.join(rule)}`,
  );
}
