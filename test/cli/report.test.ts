import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import type { CheckReport } from '../../server/src/cli/check-report.ts';
import { temporaryFolder, write } from '../fs/temporary-folder.ts';
import { newsroom, stet } from './stet.ts';

const draft = `The mayor was firm on Friday. “We will raise taxes this year,” Ana Ortiz said. It rained.

“The bridge needs eleven million pounds,” Okafor said.

<!-- stet-ignore quote-not-found: she told me on the stairs -->
“I have never liked that bridge at all,” Ortiz said.

“The river will rise before the council does,” Ortiz said. <!-- stet-ignore -->
`;

describe('stet report', function () {
  this.timeout(20_000);
  const folder = temporaryFolder({ ...newsroom, 'briefs/mixed.md': draft });

  it('records verdict, speaker, source with date, passage in context and word diff in Markdown', async () => {
    const { status, stdout, stderr } = await stet(folder, 'report', 'briefs/mixed.md');
    assert.deepEqual([status, stderr], [0, '']);
    const [altered, verified, exempted, other] = stdout.split('\n### ').slice(1);
    assert.match(
      stdout,
      /^<!-- stet-disable -->\n\n# Quotations and their sources\n\n## briefs\/mixed\.md\n\n4 quotations: 1 verified, 2 not found, 1 altered\. Checked on \d{4}-\d\d-\d\d\.\n/,
    );
    assert.ok(
      altered!.startsWith('Line 1: altered\n\n> “**We will raise taxes this year,**” Ana Ortiz said.\n'),
      altered,
    );
    assert.ok(altered!.includes('- **Speaker:** Ana Ortiz, as in the source\n'));
    assert.ok(
      altered!.includes(
        '- **Source:** Council passes budget, 2024-05-03, ¶2 (articles/2024-05-03-budget.md:3): “**We will not raise taxes this year,**” Mayor Ana Ortiz said on Friday.\n',
      ),
      altered,
    );
    assert.ok(
      altered!.includes('- **Differs** (~~draft~~ **source**): We will **not** raise taxes this year,\n'),
      altered,
    );
    assert.ok(altered!.includes('- **Error** (`quote-altered.negation`): '));
    assert.match(verified!, /^Line 3: verified\n/);
    assert.ok(verified!.includes('- **Verdict:** Stands so in this source\n'));
    assert.ok(
      exempted!.includes('- **Exempted** (`quote-not-found`) in the draft: she told me on the stairs'),
      exempted,
    );
    assert.ok(other!.includes('- **Exempted** (`quote-not-found`) in the draft: no reason given'), other);
  });

  it('says that nothing was checked where there is no source, in every format', async () => {
    const { 'briefs/good.md': brief } = newsroom;
    const empty = temporaryFolder({ 'briefs/good.md': brief });
    for (const [format, said] of [
      ['markdown', /## briefs\/good\.md\n\nNothing is checked: there is no source\. Checked on /],
      ['html', /<h2>briefs\/good\.md<\/h2>\n<p>Nothing is checked: there is no source\.<\/p>\n\n<\/section>/],
      ['csv', /^briefs\/good\.md,,.*,Nothing is checked: there is no source,/m],
    ] as const) {
      const { status, stdout, stderr } = await stet(empty, 'report', '--format', format, 'briefs/good.md');
      assert.match(stdout, said);
      assert.equal(stdout.includes('not found'), false, format);
      assert.equal(status, 2);
      assert.match(stderr, /^stet: articles: there is no such folder/);
    }
  });

  it('is no draft with faults of its own where it is kept beside them', async () => {
    const { stdout } = await stet(folder, 'report', 'briefs');
    const kept = temporaryFolder({ ...newsroom, 'briefs/record.md': stdout });
    const checked = await stet(
      kept,
      'check',
      '--format',
      'json',
      '--fail-on',
      'information',
      'briefs/record.md',
    );
    const [record] = (JSON.parse(checked.stdout) as CheckReport).drafts;
    assert.deepEqual([checked.status, record!.findings], [0, []]);
    assert.ok(record!.quotations.length > 0, 'it holds quotations');
  });

  const commit = (folder: string, author: string): void => {
    for (const what of [['init'], ['add', '.'], ['commit', '-m', 'Briefs']]) {
      const who = ['-c', `user.name=${author}`, '-c', 'user.email=e@example.org'];
      execFileSync('git', [...who, ...what, ...(what[0] === 'add' ? [] : ['-q'])], { cwd: folder });
    }
  };

  it('names the author of an exemption where git knows one', async () => {
    const repository = temporaryFolder({ ...newsroom, 'briefs/mixed.md': draft });
    commit(repository, 'Edith Quill');
    const { stdout } = await stet(repository, 'report', 'briefs/mixed.md');
    assert.ok(
      stdout.includes('- **Exempted** (`quote-not-found`) by Edith Quill: she told me on the stairs'),
      stdout,
    );
    write(repository, { 'briefs/mixed.md': draft.replace('on the stairs', 'in the lift') });
    const changed = await stet(repository, 'report', 'briefs/mixed.md');
    assert.ok(
      changed.stdout.includes('- **Exempted** (`quote-not-found`) in the draft: she told me in the lift'),
      changed.stdout,
    );
  });

  it('records an exemption of the project file', async () => {
    const entry = {
      draft: 'briefs/a.txt',
      quotation: 'I have never liked that bridge at all',
      reason: 'on tape',
    };
    const root = temporaryFolder({
      ...newsroom,
      'stet.json': JSON.stringify({ ignore: [entry] }),
      'briefs/a.txt': '“I have never liked that bridge at all,” Ortiz said.\n',
    });
    const { stdout } = await stet(root, 'report', 'briefs/a.txt');
    assert.ok(stdout.includes('- **Exempted** (`quote-not-found`) in stet.json: on tape'), stdout);
    commit(root, 'Edith Quill');
    // Each entry is its author's, and the one who gave the reason is meant.
    write(root, {
      'stet.json': `{ "ignore": [\n ${JSON.stringify({ ...entry, reason: undefined }).replace('}', ',')}\n "reason": "on tape" } ] }`,
    });
    commit(root, 'Otto Blank');
    const named = [
      ['markdown', '- **Exempted** (`quote-not-found`) by Otto Blank in stet.json: on tape'],
      ['html', 'on tape, in stet.json, by Otto Blank <code>quote-not-found</code>'],
      ['csv', ',quote-not-found,on tape,Otto Blank\r\n'],
    ] as const;
    for (const [format, expected] of named) {
      const record = await stet(root, 'report', '--format', format, 'briefs/a.txt');
      assert.ok(record.stdout.includes(expected), record.stdout);
    }
  });

  it('shows the words of drafts and sources, and never obeys them', async () => {
    const root = temporaryFolder({
      ...newsroom,
      'articles/evil.txt':
        '“We <script>alert(1)</script> never [click](http://x.example) on *that* at all,” Mayor Ana Ortiz said.',
      'briefs/evil.txt':
        '“We <script>alert(1)</script> often [click](http://x.example) on *that* at all,” Ana Ortiz said.\n\n“=SUM(A1:A9) is what we told them all,” Ortiz said.\n',
    });
    const markdown = await stet(root, 'report', 'briefs/evil.txt');
    assert.doesNotMatch(markdown.stdout, /(?<!\\)<script|(?<!\\)\[click|(?<!\\)\*that/);
    const html = await stet(root, 'report', '--format', 'html', 'briefs/evil.txt');
    assert.doesNotMatch(html.stdout, /<script/);
    assert.match(html.stdout, /&lt;script&gt;alert\(1\)/);
    const csv = await stet(root, 'report', '--format', 'csv', 'briefs/evil.txt');
    assert.match(csv.stdout, /,"'=SUM\(A1:A9\) is/);
  });

  it('writes a page that stands alone', async () => {
    const { status, stdout } = await stet(
      folder,
      'report',
      '--format',
      'html',
      'briefs/mixed.md',
      'briefs/good.md',
    );
    assert.equal(status, 0);
    assert.match(stdout, /^<!doctype html>\n<html lang="en">/);
    assert.doesNotMatch(stdout, /\b(?:src|href)=|url\(|@import/);
    assert.equal(stdout.match(/<h1>/g)?.length, 1);
    assert.deepEqual(stdout.match(/<h2>.*<\/h2>/g), ['<h2>briefs/good.md</h2>', '<h2>briefs/mixed.md</h2>']);
    assert.match(stdout, /We will <ins><span class="said">source: <\/span>not<\/ins> raise taxes/);
    for (const tag of [
      'html',
      'head',
      'body',
      'main',
      'section',
      'article',
      'dl',
      'div',
      'dt',
      'dd',
      'blockquote',
      'mark',
      'cite',
      'ins',
      'span',
      'h3',
    ]) {
      const opened = stdout.match(new RegExp(`<${tag}[ >]`, 'g'))?.length;
      assert.equal(opened, stdout.match(new RegExp(`</${tag}>`, 'g'))?.length, tag);
    }
  });

  it('writes a table by RFC 4180: a line for each quotation and source', async () => {
    const { stdout } = await stet(folder, 'report', '--format', 'csv', 'briefs/mixed.md');
    const rows = table(stdout);
    const [head] = rows;
    assert.ok(rows.every(it => it.length === head!.length));
    const named = rows
      .slice(1)
      .map(row => Object.fromEntries(row.map((value, index) => [head![index]!, value])));
    assert.deepEqual(
      named.map(it => [it['line'], it['verdict'], it['date'], it['source words']]),
      [
        ['1', 'altered', '2024-05-03', 'We will not raise taxes this year,'],
        ['3', 'verified', '2024-05-03', 'The bridge needs eleven million pounds'],
        ['6', 'not-found', '', ''],
        ['8', 'not-found', '', ''],
      ],
    );
    assert.equal(named[0]!['sentence'], '“We will raise taxes this year,” Ana Ortiz said.');
    assert.equal(named[0]!['word diff'], 'We will {+not+} raise taxes this year,');
    assert.deepEqual(
      [named[2]!['exempted'], named[2]!['reason']],
      ['quote-not-found', 'she told me on the stairs'],
    );
  });

  it('records what it can where a draft is missing, and gives 2', async () => {
    const { status, stdout, stderr } = await stet(folder, 'report', 'gone.md', 'briefs/good.md');
    assert.deepEqual([status, stderr], [2, 'stet: gone.md: there is no such file\n']);
    assert.match(stdout, /### Line 1: verified/);
  });
});

/** Reads RFC 4180, strictly: lines end in CRLF, quotes are doubled inside quotes and stand nowhere else. */
function table(text: string): string[][] {
  const rows: string[][] = [];
  let rest = text;
  let row: string[] = [];
  while (rest !== '') {
    const match = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest);
    assert.ok(match, `not RFC 4180: ${rest.slice(0, 80)}`);
    row.push((match[1] ?? match[2] ?? '').replaceAll('""', '"'));
    if (match[3] !== ',') {
      rows.push(row);
      row = [];
    }
    rest = rest.slice(match[0].length);
  }
  return rows;
}
