import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ParcelWriter } from '../../server/src/core/corpus/parcel-writer.ts';
import { readArticle } from '../../server/src/core/corpus/read-article.ts';
import { nativeText } from '../../server/src/fs/native-text.ts';
import { readNamesModel } from '../../server/src/fs/names-model.ts';

/** Reads the articles of a folder until the engine has compiled all that takes part; now and then garbage is collected. */
const folder = process.argv[2] ?? '';
const rounds = 4;
const readings = 80;

const texts = readdirSync(folder)
  .filter(name => /\.(?:txt|md)$/.test(name))
  .map(name => ({ path: name, key: name, text: readFileSync(join(folder, name), 'utf8') }));
const model = readNamesModel();
for (let round = 0; round < rounds; round++) {
  const writer = new ParcelWriter(nativeText);
  for (let reading = 0; reading < readings; reading++) {
    for (const source of texts) {
      writer.add(readArticle(source, model));
    }
  }
  globalThis.gc?.();
}
