import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseProject, severityKeys } from '../../server/src/core/project-parse.ts';
import { defaultProject } from '../../server/src/core/project.ts';
import { schemaFaults } from '../support/schema.ts';

type Schema = Readonly<Record<string, unknown>>;
const schema = JSON.parse(readFileSync('schemas/stet.schema.json', 'utf8')) as Schema;
const faultsOf = schemaFaults(schema);
const properties = schema['properties'] as Record<string, Schema>;

/** Each value of a project file, and the keys that parser and schema both find fault with. */
const table: readonly (readonly [value: unknown, faults: readonly string[]])[] = [
  [{}, []],
  [{ $schema: './schemas/stet.schema.json' }, []],
  [{ $schema: 1 }, ['$schema']],
  [{ articles: ['sources', '../archive/**/*.txt'] }, []],
  [{ articles: 'sources' }, ['articles']],
  [{ articles: [] }, ['articles']],
  [{ articles: ['sources', 7] }, ['articles[1]']],
  [{ articles: [' '] }, ['articles[0]']],
  [{ drafts: ['briefs/*.md'] }, []],
  [{ drafts: [] }, []],
  [{ drafts: { 0: 'briefs' } }, ['drafts']],
  [{ artciles: ['sources'] }, ['artciles']],
  [{ ignore: ['old/**', { draft: 'a.txt', quotation: 'words', reason: 'heard it myself' }] }, []],
  [{ ignore: [{ draft: 'a.txt', quotation: 'words' }] }, []],
  [{ ignore: [{ draft: 'a.txt' }] }, ['ignore[0]']],
  [{ ignore: [{ draft: 'a.txt', quotation: '' }] }, ['ignore[0].quotation']],
  [{ ignore: [{ draft: 'a.txt', quotation: 'words', why: 'x' }] }, ['ignore[0].why']],
  [{ ignore: [{ draft: 'a.txt', quotation: 'words', reason: 3 }] }, ['ignore[0].reason']],
  [{ ignore: ['old/**', null] }, ['ignore[1]']],
  [{ ignore: 'old/**' }, ['ignore']],
  [{ severity: { 'quote-altered': 'error', 'quote-altered.number': 'hint', 'quote-variants': 'off' } }, []],
  [{ severity: { 'quote-altered.colour': 'error' } }, ['severity.quote-altered.colour']],
  [{ severity: { 'quote-not-found': 'fatal' } }, ['severity.quote-not-found']],
  [{ severity: { 'check-failed': 'warning' } }, []],
  [{ severity: { 'check-failed': 'off' } }, ['severity.check-failed']],
  [{ severity: ['error'] }, ['severity']],
  [{ policy: 'tidy' }, []],
  [{ policy: 'Tidy' }, ['policy']],
  [{ minimumWords: 0 }, []],
  [{ minimumWords: -1 }, ['minimumWords']],
  [{ minimumWords: 2.5 }, ['minimumWords']],
  [{ minimumWords: '4' }, ['minimumWords']],
  [{ copiedWords: 12 }, []],
  [{ copiedWords: 0 }, ['copiedWords']],
  [{ citation: 'pandoc' }, []],
  [{ citation: true }, ['citation']],
  [{ people: { 'Ana Ruiz': ['A. Ruiz', 'Ana R.'] } }, []],
  [{ people: { 'Ana Ruiz': 'A. Ruiz' } }, ['people.Ana Ruiz']],
  [{ people: { 'Ana Ruiz': ['A. Ruiz', false] } }, ['people.Ana Ruiz[1]']],
  [{ people: { ' ': [] } }, ['people']],
  [{ people: null }, ['people']],
  [[], ['']],
  ['articles', ['']],
  [{ policy: 1, citation: 2, minimumWords: 9 }, ['policy', 'citation']],
];

describe('stet.json', () => {
  for (const [value, faults] of table) {
    it(`${faults.length === 0 ? 'accepts' : 'finds fault with'} ${JSON.stringify(value)}`, () => {
      const { problems } = parseProject(JSON.stringify(value));
      assert.deepEqual(
        problems.map(it => it.key ?? ''),
        faults,
      );
      assert.equal(faultsOf(value).length === 0, faults.length === 0, 'the schema says otherwise');
      for (const problem of problems) {
        assert.ok(problem.reason.includes(problem.key?.replace(/\[\d+\]$/, '') ?? 'object'), problem.reason);
      }
    });
  }

  it('has the same keys, defaults and severities in schema and parser', () => {
    const defaults = Object.entries(defaultProject).filter(([key]) => key !== 'exclude');
    const written = Object.entries(properties).flatMap(([key, it]) =>
      'default' in it ? [[key, it['default']]] : [],
    );
    assert.deepEqual(Object.fromEntries(written), Object.fromEntries(defaults));
    assert.deepEqual(
      Object.keys(properties['severity']!['properties'] as Schema).sort(),
      [...severityKeys].sort(),
    );
    assert.ok(Object.values(properties).every(it => typeof it['description'] === 'string'));
  });

  it('keeps what can be used, and says line and key of the rest', () => {
    const { project, problems } = parseProject(
      [
        '{',
        '  "articles": ["sources", 3],',
        '  "minimunWords": 6,',
        '  "copiedWords": 10,',
        '  "policy": "lax"',
        '}',
      ].join('\n'),
    );
    assert.deepEqual(project, { ...defaultProject, articles: ['sources'], copiedWords: 10 });
    assert.deepEqual(problems, [
      { key: 'articles[1]', line: 2, reason: '“articles[1]” must be a string, not 3' },
      { key: 'minimunWords', line: 3, reason: 'unknown key “minimunWords”; did you mean “minimumWords”?' },
      { key: 'policy', line: 5, reason: '“policy” must be “strict” or “tidy”, not “lax”' },
    ]);
  });

  it('tells globs from exemptions', () => {
    const { project } = parseProject(
      '{ "ignore": ["old/**", { "draft": "a.txt", "quotation": "As said", "reason": "on tape" }, "*.tmp.md"] }',
    );
    assert.deepEqual(project.exclude, ['old/**', '*.tmp.md']);
    assert.deepEqual(project.ignore, [{ draft: 'a.txt', quotation: 'As said', reason: 'on tape', line: 1 }]);
  });

  it('takes the name of a person for what it is, whatever it is', () => {
    const { project } = parseProject('{ "people": { "__proto__": ["Proto"], "constructor": ["C"] } }');
    assert.deepEqual(Object.entries(project.people), [
      ['__proto__', ['Proto']],
      ['constructor', ['C']],
    ]);
  });

  const broken: readonly (readonly [text: string, reason: string])[] = [
    ['', 'not valid JSON at line 1, column 1: a value is expected here, not the end of the file'],
    ['{ "policy": "tidy"', 'a comma or “}” is expected after the value of “policy”, not the end of the file'],
    ['{ "policy": "tidy", }', 'line 1, column 21: no comma may stand before “}”'],
    [
      '{ "policy": "tidy"\n  "articles": [] }',
      'line 2, column 3: a comma or “}” is expected after the value of “policy”, not “"”',
    ],
    [
      '{ "policy": "tidy", // mine\n }',
      'line 1, column 21: a key in double quotes is expected here, not a comment (JSON has none)',
    ],
    ['{ "policy": "tidy", \'articles\': [] }', "a key in double quotes is expected here, not “'”"],
    ['{ "policy": "tidy", "articles" ["a"] }', 'a colon is expected after “articles”, not “[”'],
    ['{ "policy": "tidy", "articles": ["a", ] }', 'no comma may stand before “]”'],
    ['{ "policy": "tidy", "articles": [“a”] }', 'a value is expected here, not ““”'],
    [
      '{ "policy": "tidy", "articles": ["a\n"] }',
      'this string never closes, or holds a line break or an unknown escape',
    ],
    ['{ "policy": "tidy" } }', 'nothing may follow the closing bracket, but “}” does'],
    [`{ "policy": "tidy", "people": ${'['.repeat(500)}`, 'brackets are nested too deeply'],
  ];
  for (const [text, reason] of broken) {
    it(`says what is wrong with ${JSON.stringify(text.slice(0, 48))}`, () => {
      const { project, problems } = parseProject(text);
      assert.equal(problems.length, 1);
      assert.ok(problems[0]!.reason.includes(reason), problems[0]!.reason);
      assert.equal(
        project.policy,
        text === '' ? 'strict' : 'tidy',
        'what stands whole before the error is kept',
      );
      assert.deepEqual(project.articles, ['articles']);
    });
  }

  it('says of what is cut off before its first key no more than that', () => {
    assert.deepEqual(
      parseProject('[').problems.map(it => it.reason),
      ['not valid JSON at line 1, column 2: a value is expected here, not the end of the file'],
    );
  });

  it('reports a key that is given twice', () => {
    const { project, problems } = parseProject('{ "policy": "tidy",\n "policy": "strict" }');
    assert.equal(project.policy, 'strict');
    assert.deepEqual(problems, [
      { key: 'policy', line: 2, reason: '“policy” is given twice; the last one is used' },
    ]);
  });

  it('agrees with JSON.parse on what is JSON', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"a"',
      '"\\u00e9"',
      '1',
      '-0.5e3',
      '01',
      'true',
      'nul',
      ' ',
      '\n',
    );
    const texts = fc.oneof(
      fc.json(),
      fc.array(pieces, { maxLength: 12 }).map(it => it.join('')),
    );
    fc.assert(
      fc.property(texts, text => {
        const valid = isJson(text);
        const found = parseProject(text).problems.some(it => it.reason.startsWith('not valid JSON'));
        assert.equal(!found, valid, text);
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with the schema on any object of settings', () => {
    const anything = fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.array(fc.string()),
      fc.constantFrom('tidy', 'none', 'off', 3),
    );
    const file = fc.dictionary(fc.constantFrom(...Object.keys(properties), 'other'), anything);
    fc.assert(
      fc.property(file, value => {
        assert.equal(
          parseProject(JSON.stringify(value)).problems.length === 0,
          faultsOf(JSON.parse(JSON.stringify(value))).length === 0,
        );
      }),
      { numRuns: 500 },
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
