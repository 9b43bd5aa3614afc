import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import { documentationFile, exampleText, examples, headings } from './support/documentation.ts';
import { drawFixture } from './support/draw-fixture.ts';
import { checkFixture } from './support/newsroom.ts';
import { findingCodes, severityOf } from '../server/src/core/features/severity.ts';
import { defaultProject } from '../server/src/core/project.ts';

const update = process.env['UPDATE_FIXTURES'] === '1' && process.env['CI'] !== 'true';

/** Said by the front ends when checking itself fails: no draft can show it. */
const withoutExample = new Set(['check-failed']);

describe('docs/diagnostics.md', () => {
  for (const example of examples()) {
    it(`line ${example.line}, an example of ${example.heading}`, () => {
      const drawn = exampleText(drawFixture(example.fixture));
      if (update) {
        writeFileSync(
          documentationFile,
          readFileSync(documentationFile, 'utf8').replace(example.text, () => drawn),
        );
      }
      if (!update) {
        assert.equal(drawn, example.text);
      }
    });
  }

  for (const code of findingCodes) {
    it(`explains ${code}, with its severity, and shows it`, () => {
      assert.ok(headings().includes(code), `no section ${code}`);
      const row = readFileSync(documentationFile, 'utf8')
        .split('\n')
        .find(line => line.startsWith(`| [\`${code}\`](#${code})`));
      const kind = code === 'quote-altered' ? 'number' : undefined;
      assert.match(row ?? '', new RegExp(`\\| ${severityOf(defaultProject, code, kind)}`));
      const shown = examples().filter(it => it.heading === code);
      const codes = shown.flatMap(it => checkFixture(it.fixture).findings.map(finding => finding.code));
      assert.equal(codes.includes(code), !withoutExample.has(code));
    });
  }
});
