import assert from 'node:assert/strict';
import type { ArticleReport } from '../../server/src/cli/article-report.ts';
import { temporaryFolder } from '../fs/temporary-folder.ts';
import { newsroom, stet } from './stet.ts';

describe('stet inspect', function () {
  this.timeout(20_000);
  const folder = temporaryFolder({
    ...newsroom,
    'notes/2024-05-04-bridge.txt': 'Okafor: The bridge is shut.\n',
  });

  async function inspect(...files: readonly string[]): Promise<ArticleReport[]> {
    const { status, stdout, stderr } = await stet(
      folder,
      'inspect',
      '--articles',
      'articles',
      '--articles',
      'notes',
      ...files,
    );
    assert.deepEqual([status, stderr], [0, '']);
    return stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as ArticleReport);
  }

  it('says what is read in an article, one line each', async () => {
    const [report, ...others] = await inspect('--format', 'json', 'articles/2024-05-03-budget.md');
    assert.deepEqual(others, []);
    const text = newsroom['articles/2024-05-03-budget.md'];
    const { names, quotations, ...head } = report!;
    assert.deepEqual(head, {
      path: 'articles/2024-05-03-budget.md',
      key: '2024-05-03-budget',
      title: 'Council passes budget',
      date: '2024-05-03',
      outlet: null,
      byline: null,
    });
    const clerk = names.find(it => it.name === 'Tom Okafor')!;
    assert.deepEqual(Object.keys(clerk), ['kind', 'name', 'forms', 'role', 'mentions']);
    assert.deepEqual([clerk.kind, clerk.forms], ['person', ['Tom Okafor', 'Okafor']]);
    for (const { start, end, text: words } of [...clerk.mentions, ...quotations]) {
      assert.equal(text.slice(start, end), words);
    }
    assert.deepEqual(
      clerk.mentions.map(it => it.text),
      ['Tom Okafor', 'Okafor'],
    );
    const said = text.indexOf('Okafor said');
    assert.deepEqual(quotations[1], {
      start: text.indexOf('The bridge needs'),
      end: text.indexOf('” Okafor said'),
      text: 'The bridge needs eleven million pounds and nobody has found them,',
      speaker: { name: 'Tom Okafor', start: said, end: said + 6 },
      cue: { start: said + 7, end: said + 11, text: 'said' },
      kind: 'direct',
    });
  });

  it('gives each article the key that citations use, whatever is shown', async () => {
    const reports = await inspect('articles', 'notes/2024-05-04-bridge.txt');
    assert.deepEqual(
      reports.map(it => [it.path, it.key]),
      [
        ['articles/2024-05-03-budget.md', '2024-05-03-budget'],
        ['articles/2024-05-04-bridge.txt', 'articles-2024-05-04-bridge'],
        ['notes/2024-05-04-bridge.txt', 'notes-2024-05-04-bridge'],
      ],
    );
  });

  it('says what it could not read, and reads the rest', async () => {
    const { status, stdout, stderr } = await stet(
      folder,
      'inspect',
      'gone.txt',
      'articles/2024-05-03-budget.md',
    );
    assert.deepEqual([status, stderr], [2, 'stet: gone.txt: there is no such file\n']);
    assert.equal((JSON.parse(stdout) as ArticleReport).title, 'Council passes budget');
  });

  it('gives an article the key that it has among all, also where it alone is shown', async () => {
    const [first, second] = ['articles/may/wire.txt', 'articles/june/wire.txt'];
    const text = newsroom['articles/2024-05-04-bridge.txt'];
    const twins = temporaryFolder({ [first!]: text, [second!]: text });
    const { stdout } = await stet(twins, 'inspect', first!);
    assert.equal((JSON.parse(stdout) as { key: string }).key, 'may-wire');
    assert.match((await stet(twins, 'inspect', 'articles')).stdout, /"key":"may-wire"/);
  });
});

describe('stet search', function () {
  this.timeout(20_000);
  const folder = temporaryFolder(newsroom);

  it('finds people with their place', async () => {
    const { status, stdout } = await stet(folder, 'search', 'okafor');
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^articles\/2024-05-0[34]-b[a-z]+\.(?:md|txt):\d+: Tom Okafor \(.*in \d sources?\)$/m,
    );
  });

  it('finds headlines and quotations with their line', async () => {
    const { stdout } = await stet(folder, 'search', 'engineers', 'date');
    assert.match(
      stdout,
      /^articles\/2024-05-04-bridge\.txt:7: “We have asked the engineers for a date[^\n]*” \(.*2024-05-04\)$/m,
    );
    const headline = await stet(folder, 'search', 'council budget');
    assert.match(
      headline.stdout,
      /^articles\/2024-05-03-budget\.md:1: Council passes budget \(2024-05-03\)$/m,
    );
  });

  it('names a source that cannot be read, finds what the others say, and gives 2', async () => {
    const unread = temporaryFolder({ ...newsroom, 'articles/scan.pdf': '' });
    const { status, stdout, stderr } = await stet(unread, 'search', 'okafor');
    assert.equal(status, 2);
    assert.match(stdout, /Tom Okafor/);
    assert.match(stderr, /^stet: articles\/scan\.pdf: not read: it is a PDF/m);
  });

  it('says that nothing matches', async () => {
    assert.deepEqual(await stet(folder, 'search', 'zzyzx'), {
      status: 0,
      stdout: '',
      stderr: 'Nothing in 2 sources matches “zzyzx”.\n',
    });
  });
});
