import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import { drawFixture } from './support/draw-fixture.ts';
import { fixtureFile, fixtureKinds, loadFixtures, parseFixture } from './support/fixture.ts';
import { safeEdits } from '../server/src/core/features/actions.ts';
import { check } from '../server/src/core/features/check.ts';
import { applyEdits } from './support/draw.ts';
import { examples } from './support/documentation.ts';
import { openDraft, openNewsroom } from './support/newsroom.ts';

/** Drawings are written back only where somebody can read the diff. */
const update = process.env['UPDATE_FIXTURES'] === '1' && process.env['CI'] !== 'true';

describe('fixtures', () => {
  for (const kind of fixtureKinds) {
    describe(kind, () => {
      for (const fixture of loadFixtures([kind])) {
        it(`${fixture.name}: ${fixture.shows}`, () => {
          const file = fixtureFile(fixture);
          const drawn = drawFixture(fixture);
          if (update) {
            writeFileSync(file, drawn);
          }
          assert.equal(drawn, readFileSync(file, 'utf8'));
          // What is drawn must not be read as text of the draft or of an article.
          const again = parseFixture(drawn, kind, fixture.name);
          assert.deepEqual(again.draft, fixture.draft);
          assert.deepEqual(again.articles, fixture.articles);
        });
      }
    });
  }
});

describe('a preferred fix', () => {
  for (const fixture of [...loadFixtures(['diagnostics', 'fixes']), ...examples().map(it => it.fixture)]) {
    const { draft: source } = fixture;
    if (source === undefined) {
      continue;
    }
    it(`mends what it says it mends: ${fixture.kind}/${fixture.name}`, () => {
      const context = openNewsroom(fixture);
      const before = check(context, openDraft(source, context.corpus));
      for (const finding of before.findings) {
        for (const fix of finding.fixes.filter(it => it.preferred)) {
          const text = applyEdits(source.text, [fix]);
          const after = check(context, openDraft({ ...source, text }, context.corpus));
          const mended = after.verifications.find(
            it => it.span.start <= fix.start && fix.start <= it.span.end,
          );
          if (finding.code.startsWith('quote-')) {
            assert.match(mended?.verdict ?? 'no quotation', /^(?:verified|variants)$/, text);
          }
          const again = after.findings.filter(it => it.code === finding.code && it.start === finding.start);
          assert.deepEqual(again, [], text);
        }
      }
    });

    it(`leaves nothing to be mended after all: ${fixture.kind}/${fixture.name}`, () => {
      const context = openNewsroom(fixture);
      const text = applyEdits(source.text, safeEdits(check(context, openDraft(source, context.corpus))));
      assert.deepEqual(safeEdits(check(context, openDraft({ ...source, text }, context.corpus))), []);
    });
  }
});

describe('a file that is no fixture', () => {
  const article = '-- articles/a.txt --\nWords.\n';
  for (const [why, text] of [
    ['is empty', ''],
    ['has no sentence', `${article}-- draft.md --\nWords.\n`],
    ['has no article', 'It shows something.\n\n-- draft.md --\nWords.\n'],
    ['has no draft', `It shows something.\n\n${article}`],
    ['has an empty draft', `It shows something.\n\n${article}-- draft.md --\n`],
    ['has two drafts', `It shows something.\n\n${article}-- draft.md --\nA.\n-- draft.txt --\nB.\n`],
    ['has a section twice', `It shows something.\n\n${article}${article}-- draft.md --\nA.\n`],
    [
      'has a section that nothing reads',
      `It shows something.\n\n${article}-- drafts.md --\nA.\n-- draft.md --\nA.\n`,
    ],
  ] as const) {
    it(`fails: it ${why}`, () => {
      assert.throws(() => parseFixture(text, 'diagnostics', 'some'), /diagnostics\/some: /);
    });
  }

  it('fails: it has no cursor where one is needed', () => {
    const text = `It shows something.\n\n${article}-- draft.md --\nA.\n-- expect --\nnothing\n`;
    assert.throws(() => parseFixture(text, 'hover', 'some'), /cursor/);
  });
});
