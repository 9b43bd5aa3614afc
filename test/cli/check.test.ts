import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckReport } from '../../server/src/cli/check-report.ts';
import { temporaryFolder, write } from '../fs/temporary-folder.ts';
import { newsroom, stet } from './stet.ts';

async function report(
  folder: string,
  ...words: readonly string[]
): Promise<{ status: number; stderr: string; report: CheckReport }> {
  const { status, stdout, stderr } = await stet(folder, 'check', '--format', 'json', ...words);
  return { status, stderr, report: JSON.parse(stdout) as CheckReport };
}

describe('stet check', function () {
  this.timeout(20_000);
  it('checks all drafts of the project and reports each quotation', async () => {
    const folder = temporaryFolder(newsroom);
    const { status, stderr, report: found } = await report(folder);
    assert.deepEqual([status, stderr], [1, '']);
    assert.deepEqual(Object.keys(found), ['version', 'problems', 'articles', 'drafts', 'timings']);
    assert.equal(found.version, 1);
    assert.deepEqual(found.problems, []);
    assert.equal(found.articles.count, 2);
    assert.ok(found.articles.words > 50);
    assert.deepEqual(Object.keys(found.timings), ['readMs', 'indexMs', 'checkMs']);
    assert.ok(Object.values(found.timings).every(it => it >= 0 && Number.isFinite(it)));
    assert.deepEqual(
      found.drafts.map(it => it.path),
      ['briefs/bad.md', 'briefs/good.md'],
    );
    const text = newsroom['briefs/good.md'];
    const words = 'We will not raise taxes this year,';
    const source = newsroom['articles/2024-05-03-budget.md'];
    assert.deepEqual(found.drafts[1], {
      path: 'briefs/good.md',
      quotations: [
        {
          start: text.indexOf(words),
          end: text.indexOf(words) + words.length,
          line: 1,
          column: text.indexOf(words) + 1,
          text: words,
          speaker: 'Ana Ortiz',
          verdict: 'verified',
          speakerMatch: 'same',
          differences: [],
          changes: [],
          passages: [
            {
              path: 'articles/2024-05-03-budget.md',
              key: '2024-05-03-budget',
              date: '2024-05-03',
              outlet: null,
              paragraph: 2,
              start: source.indexOf(words),
              end: source.indexOf(words) + words.length,
              line: 3,
              text: words,
              speaker: 'Ana Ortiz',
            },
          ],
          variants: [],
        },
      ],
      findings: [],
    });
  });

  it('reports what is wrong with its place, its class and its fixes', async () => {
    const folder = temporaryFolder(newsroom);
    const { report: found } = await report(folder, 'briefs/bad.md');
    const [draft] = found.drafts;
    const text = newsroom['briefs/bad.md'];
    const [quotation] = draft!.quotations;
    assert.equal(quotation!.verdict, 'altered');
    assert.deepEqual([quotation!.line, quotation!.column], [3, 2]);
    assert.deepEqual(quotation!.changes, [{ kind: 'dropped', class: 'negation', draft: '', source: 'not' }]);
    const finding = draft!.findings.find(it => it.code === 'quote-altered')!;
    assert.deepEqual(Object.keys(finding), [
      'code',
      'class',
      'severity',
      'start',
      'end',
      'line',
      'column',
      'message',
      'fixes',
    ]);
    assert.deepEqual(
      [finding.class, finding.severity, finding.line, finding.column],
      ['negation', 'error', 3, 2],
    );
    assert.equal(text.slice(finding.start, finding.end), 'We will raise taxes this year,');
    const fix = finding.fixes[0]!;
    assert.deepEqual(Object.keys(fix), ['title', 'start', 'end', 'newText']);
    assert.ok(
      (text.slice(0, fix.start) + fix.newText + text.slice(fix.end)).includes(
        '“We will not raise taxes this year,”',
      ),
    );
  });

  it('counts columns in UTF-16 units and lines as editors do, after a byte-order mark that is no text', async () => {
    const draft = '\ufeff𝒜 brief.\r\n\r\n🌉 “We will not raise taxes this year,” Ortiz said.\r\n';
    const folder = temporaryFolder({ ...newsroom, 'briefs/good.md': draft });
    const { report: found } = await report(folder, 'briefs/good.md');
    const [quotation] = found.drafts[0]!.quotations;
    assert.deepEqual([quotation!.line, quotation!.column, quotation!.start], [3, 5, draft.indexOf('We') - 1]);
    assert.equal(quotation!.verdict, 'verified');
  });

  it('gives the words of a quotation as the file has them, character references and all', async () => {
    const written = 'We&nbsp;will not raise taxes this&#32;year,';
    const folder = temporaryFolder({ ...newsroom, 'briefs/good.md': `“${written}” Ortiz said.\n` });
    const { report: found } = await report(folder, 'briefs/good.md');
    const [quotation] = found.drafts[0]!.quotations;
    assert.deepEqual([quotation!.text, quotation!.verdict], [written, 'verified']);
  });

  const thresholds: readonly (readonly [failOn: string, severity: string, status: number])[] = [
    ['error', 'error', 1],
    ['error', 'warning', 0],
    ['warning', 'warning', 1],
    ['warning', 'information', 0],
    ['information', 'information', 1],
    ['information', 'hint', 0],
    ['never', 'error', 0],
  ];
  for (const [failOn, severity, status] of thresholds) {
    it(`gives ${status} for a finding of severity ${severity} with --fail-on ${failOn}`, async () => {
      const settings = JSON.stringify({ severity: { 'quote-altered': severity } });
      const folder = temporaryFolder({ ...newsroom, 'stet.json': settings });
      assert.equal((await stet(folder, 'check', '--fail-on', failOn, 'briefs/bad.md')).status, status);
    });
  }

  it('finds stet.json above the current folder and names files from there', async () => {
    const folder = temporaryFolder({ ...newsroom, 'stet.json': '{ "drafts": ["briefs/g*.md"] }' });
    const all = await report(join(folder, 'articles'));
    assert.deepEqual(
      all.report.drafts.map(it => it.path),
      ['briefs/good.md'],
    );
    const one = await report(join(folder, 'briefs'), 'bad.md', './bad.md');
    assert.deepEqual(
      one.report.drafts.map(it => it.path),
      ['briefs/bad.md'],
    );
  });

  it('checks a draft that is named, wherever it lies, and a folder of drafts', async () => {
    const folder = temporaryFolder({
      ...newsroom,
      'stet.json': '{ "drafts": [], "ignore": ["briefs/**"] }',
      'desk/plain': newsroom['briefs/good.md'],
    });
    const outside = temporaryFolder({ 'x.txt': newsroom['briefs/bad.md'] });
    const named = await report(folder, 'briefs', 'desk/plain', join(outside, 'x.txt'));
    assert.equal(named.status, 1);
    assert.deepEqual(
      named.report.drafts.map(it => [it.path.replace(/^(?:\.\.\/)+.*\//, '…/'), it.quotations[0]?.verdict]),
      [
        ['…/x.txt', 'altered'],
        ['briefs/bad.md', 'altered'],
        ['briefs/good.md', 'verified'],
        ['desk/plain', 'verified'],
      ],
    );
    const none = await stet(folder, 'check');
    assert.equal(none.status, 0);
    assert.match(none.stderr, /^stet: no drafts/);
  });

  it('takes accents that are written by themselves, as a Mac copies them, for no spelling', async () => {
    const words = '“We paid José at the café for the labour,” Mayor Zoë Núñez said.\n';
    const folder = temporaryFolder({
      'articles/a.txt': `Council pays\n\n${words}`,
      'same.md': words.normalize('NFD'),
      'other.md': words.replace('labour', 'labor').normalize('NFD'),
      'wrong.md': words.replace('café', 'cafés').normalize('NFD'),
    });
    const { report: found } = await report(folder);
    assert.deepEqual(
      found.drafts.map(it => [
        it.path,
        it.quotations[0]!.differences,
        it.findings.map(({ message }) => message),
      ]),
      [
        [
          'other.md',
          ['typography', 'spelling'],
          [
            '“Council pays”, articles/a.txt spells it “labour”. The words are the same; use the source’s form if your style allows it.',
          ],
        ],
        ['same.md', ['typography'], []],
        [
          'wrong.md',
          ['typography'],
          [
            'The words are changed: the draft has “cafés”, the source “café” (Zoë Núñez, “Council pays”, articles/a.txt). Use the source’s words, or make it a paraphrase.'.replace(
              'cafés',
              'cafés'.normalize('NFD'),
            ),
          ],
        ],
      ],
    );
  });

  it('takes globs for the drafts that match, as not every shell does', async () => {
    const folder = temporaryFolder({ ...newsroom, 'briefs/[old] good.md': newsroom['briefs/good.md'] });
    const checked = async (...words: readonly string[]): Promise<readonly string[]> => {
      const { stdout } = await stet(folder, 'check', '--format', 'json', ...words);
      return (JSON.parse(stdout) as CheckReport).drafts.map(it => it.path);
    };
    assert.deepEqual(await checked('briefs/b*.md'), ['briefs/bad.md']);
    assert.deepEqual(await checked('brief?/**/*.MD', 'briefs/bad.md'), [
      'briefs/[old] good.md',
      'briefs/bad.md',
      'briefs/good.md',
    ]);
    assert.deepEqual(await checked('briefs/[old] good.md'), ['briefs/[old] good.md']);
    const { status, stderr } = await stet(folder, 'check', 'briefs/*.pdf');
    assert.equal(status, 2);
    assert.match(stderr, /^stet: briefs\/\*\.pdf: no text or Markdown file matches it$/m);
  });

  it('gives 2 where a folder among the drafts cannot be read', async function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    const folder = temporaryFolder(newsroom);
    const deep = join(folder, 'briefs', 'deep');
    // Deeper than a path may be long, which not even the superuser is spared.
    const steps = 'mkdir "$0" && cd -P "$0" && for i in $(seq 20); do mkdir $1 && cd -P $1; done';
    execFileSync('sh', ['-c', steps, deep, 'a'.repeat(240)], { stdio: 'ignore' });
    try {
      for (const words of [[], ['briefs']]) {
        const { status, stderr } = await stet(folder, 'check', ...words);
        assert.match(stderr, /^stet: briefs\/deep\/.*: its name is too long$/m, words.join());
        assert.equal(status, 2, words.join());
      }
    } finally {
      execFileSync('rm', ['-rf', deep]);
    }
  });

  it('says so where a folder that is named holds no draft', async () => {
    const root = temporaryFolder({ ...newsroom, 'pictures/a.png': '' });
    const { status, stderr } = await stet(root, 'check', 'pictures');
    assert.equal(stderr, 'stet: no drafts: nothing below pictures is a text or Markdown file\n');
    assert.equal(status, 0);
  });

  it('finds the articles in whatever letters their folder is named, and takes none of them for a draft', async () => {
    const folder = temporaryFolder(
      Object.fromEntries(Object.entries(newsroom).map(([path, text]) => [path.replace(/^a/, 'A'), text])),
    );
    for (const words of [[], ['--articles', 'ARTICLES']]) {
      const { status, report: found } = await report(folder, ...words);
      const drafts = found.drafts.map(it => it.path).join();
      const told = [status, found.articles.count, drafts];
      assert.deepEqual(told, [1, 2, 'briefs/bad.md,briefs/good.md'], words.join(' '));
    }
  });

  it('reads other articles than the project’s where it is told to', async () => {
    const folder = temporaryFolder({
      ...newsroom,
      'wire/a.txt': newsroom['articles/2024-05-03-budget.md'],
      'notes/b.txt': 'Okafor: The bridge is shut.',
    });
    const { status, report: found } = await report(
      folder,
      '--articles',
      'wire',
      '--articles=notes',
      '--no-cache',
      'briefs/good.md',
    );
    assert.equal(status, 0);
    assert.equal(found.articles.count, 2);
    assert.deepEqual(
      found.drafts[0]!.quotations[0]!.passages.map(it => it.path),
      ['wire/a.txt'],
    );
  });

  describe('with bad input', () => {
    const good = (it: CheckReport): void => {
      const draft = it.drafts.find(draft => draft.path === 'briefs/good.md')!;
      assert.equal(draft.quotations[0]!.verdict, 'verified', 'everything else still works');
    };
    const noSources = (it: CheckReport): void => {
      assert.equal(it.articles.count, 0);
      assert.deepEqual(it.drafts, [{ path: 'briefs/good.md', quotations: [], findings: [] }]);
    };
    const { 'briefs/good.md': brief } = newsroom;
    const table: readonly (readonly [
      what: string,
      make: () => string,
      path: string,
      reason: RegExp,
      rest: (it: CheckReport) => void,
    ])[] = [
      [
        'no articles folder',
        () => temporaryFolder({ 'briefs/good.md': brief }),
        'articles',
        /^there is no such folder: put the source articles there/,
        noSources,
      ],
      [
        'an empty articles folder',
        () => temporaryFolder({ 'briefs/good.md': brief, 'articles/': '' }),
        'articles',
        /^the folder holds no article/,
        noSources,
      ],
      [
        'a binary file called .txt',
        () =>
          temporaryFolder({
            ...newsroom,
            'articles/photo.txt': Uint8Array.from({ length: 900 }, (_, at) => (at * 31) % 256),
          }),
        'articles/photo.txt',
        /^not read: it is not text/,
        good,
      ],
      [
        'a PDF called .txt',
        () => temporaryFolder({ ...newsroom, 'articles/scan.txt': '%PDF-1.4\n…' }),
        'articles/scan.txt',
        /^not read: it is a PDF, whatever its name says/,
        good,
      ],
      [
        'a document',
        () => temporaryFolder({ ...newsroom, 'articles/a.docx': 'PK' }),
        'articles/a.docx',
        /^not read: it is a Word document; save it as text/,
        good,
      ],
      [
        'an article of 50 MB',
        () =>
          temporaryFolder({
            ...newsroom,
            'articles/huge.txt': Buffer.alloc(50 * 1024 * 1024, 'All work and no play. '),
          }),
        'articles/huge.txt',
        /^not read: too large \(50 MB; the limit is 4 MB\)/,
        good,
      ],
      [
        'an article in another language',
        () =>
          temporaryFolder({
            ...newsroom,
            'articles/es.txt':
              'El alcalde dijo que no subirá los impuestos este año, pero que la ciudad tendrá que gastar más en las escuelas porque hay menos dinero para ellas y también para el puente.',
          }),
        'articles/es.txt',
        /^not read: mostly in Spanish/,
        good,
      ],
      [
        'a folder called .txt',
        () => temporaryFolder({ ...newsroom, 'articles/b.txt/': '' }),
        'articles/b.txt',
        /^it is a folder, not a file/,
        good,
      ],
      [
        'a link to nothing',
        () => {
          const folder = temporaryFolder(newsroom);
          symlinkSync('gone.txt', join(folder, 'articles', 'link.txt'));
          return folder;
        },
        'articles/link.txt',
        /^it is a symbolic link to a file that is not there$/,
        good,
      ],
      [
        'a link to a device',
        () => {
          const folder = temporaryFolder(newsroom);
          symlinkSync('/dev/zero', join(folder, 'articles', 'zero.txt'));
          return folder;
        },
        'articles/zero.txt',
        /^it is not a plain file/,
        good,
      ],
      [
        'a malformed stet.json',
        () =>
          temporaryFolder({ ...newsroom, 'stet.json': '{ "articles": ["articles"],\n  "policy": strict }' }),
        'stet.json',
        /^not valid JSON at line 2, column 13: a value is expected here, not “s”/,
        good,
      ],
      [
        'an unknown key',
        () => temporaryFolder({ ...newsroom, 'stet.json': '{\n "artciles": ["wire"] }' }),
        'stet.json',
        /^line 2: unknown key “artciles”; did you mean “articles”\?/,
        good,
      ],
      [
        'a wrong type',
        () => temporaryFolder({ ...newsroom, 'stet.json': '{ "minimumWords": "4" }' }),
        'stet.json',
        /^line 1: “minimumWords” must be a whole number/,
        good,
      ],
      [
        'a folder called stet.json',
        () => temporaryFolder({ ...newsroom, 'stet.json/': '' }),
        'stet.json',
        /^it is a folder, not a file/,
        good,
      ],
      [
        'a binary draft',
        () => temporaryFolder({ ...newsroom, 'briefs/b.txt': new Uint8Array(64) }),
        'briefs/b.txt',
        /^not read: it is not text/,
        good,
      ],
    ];
    for (const [what, make, path, reason, rest] of table) {
      it(`names file and reason of ${what}, and gives 2`, async () => {
        const { status, stderr, report: found } = await report(make());
        assert.equal(status, 2);
        assert.equal(found.problems.length, 1, JSON.stringify(found.problems));
        assert.equal(found.problems[0]!.path, path);
        assert.match(found.problems[0]!.reason, reason);
        assert.equal(stderr, `stet: ${path}: ${found.problems[0]!.reason}\n`);
        rest(found);
      });
    }

    for (const [draft, reason] of [
      ['gone.md', 'there is no such file'],
      ['a.pdf', 'not read: it is a PDF; save it as text (.txt or .md)'],
    ]) {
      it(`names ${draft} among the drafts, and checks the others`, async () => {
        const {
          status,
          stderr,
          report: found,
        } = await report(temporaryFolder(newsroom), draft!, 'briefs/good.md');
        assert.equal(status, 2);
        assert.deepEqual(found.problems, [{ path: draft, reason }]);
        assert.equal(stderr, `stet: ${draft}: ${reason}\n`);
        good(found);
      });
    }

    it('checks what follows an unbalanced mark', async () => {
      const folder = temporaryFolder(newsroom);
      write(folder, { 'briefs/open.md': `“We never closed this, Ortiz said.\n\n${brief}` });
      const { status, report: found } = await report(folder, 'briefs/open.md');
      assert.equal(status, 1);
      assert.deepEqual(
        found.drafts[0]!.findings.map(it => [it.code, it.line]),
        [['quote-unbalanced', 1]],
      );
      assert.equal(found.drafts[0]!.quotations.at(-1)!.verdict, 'verified');
    });
  });
});
