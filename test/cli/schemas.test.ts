import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { AnySchema } from 'ajv';
import { temporaryFolder } from '../fs/temporary-folder.ts';
import { schemaFaults } from '../support/schema.ts';
import { newsroom, stet } from './stet.ts';

/** What a published schema finds fault with. */
function published(name: string): (value: unknown) => readonly string[] {
  return schemaFaults(JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as AnySchema);
}

describe('the shapes that scripts rely on', function () {
  this.timeout(20_000);
  const report = published('check-report');
  const article = published('article-report');

  it('are those of stet check --format json, whatever is found', async () => {
    const { stdout } = await stet('.', 'check', '--format', 'json', '--root', 'samples');
    const value = JSON.parse(stdout) as { drafts: { quotations: { verdict: string }[] }[] };
    assert.deepEqual(report(value), []);
    const verdicts = new Set(value.drafts.flatMap(it => it.quotations.map(({ verdict }) => verdict)));
    assert.ok(verdicts.size >= 9, [...verdicts].join());
  });

  it('are those of stet check --format json where something could not be read', async () => {
    const folder = temporaryFolder({ ...newsroom, 'articles/scan.pdf': '', 'stet.json': '{ "polcy": 1 }' });
    const { stdout } = await stet(folder, 'check', '--format', 'json', 'nowhere.md', 'briefs');
    const value = JSON.parse(stdout) as { problems: unknown[] };
    assert.deepEqual(report(value), []);
    assert.equal(value.problems.length, 3);
  });

  it('are those of stet inspect, line by line', async () => {
    const { stdout } = await stet('samples', 'inspect', 'articles');
    const lines = stdout.trimEnd().split('\n');
    assert.ok(lines.length > 5);
    for (const line of lines) {
      assert.deepEqual(article(JSON.parse(line)), [], line.slice(0, 80));
    }
  });

  it('are closed: one name more or less is a fault', () => {
    const empty = { version: 1, problems: [], articles: { count: 0, words: 0 }, drafts: [] };
    const timings = { readMs: 0, indexMs: 0, checkMs: 0 };
    assert.deepEqual(report({ ...empty, timings }), []);
    assert.equal(report(empty).length, 1);
    assert.equal(report({ ...empty, timings, more: 1 }).length, 1);
  });
});
