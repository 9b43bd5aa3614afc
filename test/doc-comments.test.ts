import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '..');

/** The exports of a file that no doc comment says anything of: each as `path:line`. */
function undocumented(path: string): readonly string[] {
  const text = readFileSync(join(root, path), 'utf8');
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return source.statements
    .filter(it => ts.canHaveModifiers(it) && ts.getModifiers(it)?.some(isExport) === true)
    .filter(it => ts.getJSDocCommentsAndTags(it).length === 0)
    .map(it => `${path}:${String(source.getLineAndCharacterOfPosition(it.getStart()).line + 1)}`);
}

function isExport({ kind }: ts.Modifier): boolean {
  return kind === ts.SyntaxKind.ExportKeyword;
}

describe('doc comments', () => {
  for (const folder of ['client/src', 'server/src']) {
    it(`say what every export of ${folder} gives`, () => {
      const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
      const paths = files.filter(it => it.endsWith('.ts')).map(it => `${folder}/${it.replaceAll('\\', '/')}`);
      assert.ok(paths.length > 0);
      assert.deepEqual(paths.flatMap(undocumented), []);
    });
  }
});
