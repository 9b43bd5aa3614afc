import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = import.meta.dirname;
const root = join(folder, '../..');

describe('grammar', () => {
  for (const file of readdirSync(folder).filter(name => name.endsWith('.md'))) {
    it(`colours ${file} as drawn`, () => {
      const run = spawnSync(
        process.execPath,
        [
          join(root, 'node_modules/vscode-tmgrammar-test/dist/unit.js'),
          ...['-g', join(folder, 'markdown.tmLanguage.json')],
          join(folder, file),
        ],
        { cwd: root, encoding: 'utf8' },
      );
      assert.equal(run.status, 0, run.stdout + run.stderr);
      assert.match(run.stdout, /run success/u, 'the tool ran the file');
    });
  }

  it('names only scopes that no theme colours', () => {
    const grammar = readFileSync(join(root, 'syntaxes/stet.tmLanguage.json'), 'utf8');
    const names = [...grammar.matchAll(/"name": "([^"]+)"/gu)].flatMap(match => match[1]!.split(' '));
    const scopes = names.filter(name => name.endsWith('.stet'));
    assert.ok(scopes.length >= 10);
    assert.deepEqual(
      scopes.filter(scope => !scope.startsWith('meta.')),
      [],
    );
  });
});
