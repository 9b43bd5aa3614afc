import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { defaultProject, type Project } from '../../server/src/core/project.ts';
import { asOnDisk } from '../../server/src/fs/as-on-disk.ts';
import { listArticles, listDrafts } from '../../server/src/fs/list-files.ts';
import { temporaryFolder } from './temporary-folder.ts';

const composed = 'r\u00e9sum\u00e9s';
const parted = 're\u0301sume\u0301s';

describe('the folders of a project, as the disk spells them', () => {
  const cases: readonly {
    readonly what: string;
    readonly files: readonly string[];
    readonly named: Partial<Project>;
    readonly found: Partial<Project>;
  }[] = [
    {
      what: 'in other letters',
      files: ['Articles/a.txt'],
      named: { articles: ['articles'] },
      found: { articles: ['Articles'] },
    },
    {
      what: 'however deep, and beside the root',
      files: ['Wire/2024 May/a.txt', '../SHARED/b.txt'],
      named: { articles: ['wire/2024 may', '../shared'] },
      found: { articles: ['Wire/2024 May', '../SHARED'] },
    },
    {
      what: 'with an accent in one character or two',
      files: [`${parted}/a.txt`],
      named: { articles: [composed] },
      found: { articles: [process.platform === 'darwin' ? composed : parted] },
    },
    {
      what: 'that globs start from, of drafts too',
      files: ['Wire/a.txt', 'Briefs/old/b.md'],
      named: { articles: ['./wire/**/*.txt'], drafts: ['briefs/**'], exclude: ['briefs/OLD/*'] },
      found: { articles: ['Wire/**/*.txt'], drafts: ['Briefs/**'], exclude: ['Briefs/old/*'] },
    },
    {
      what: 'just as they are named, before any other',
      files: ['articles/a.txt', 'Articles/b.txt'],
      named: { articles: ['articles'] },
      found: { articles: ['articles'] },
    },
    {
      what: 'never by guess among several',
      files: ['Articles/a.txt', 'ARTICLES/b.txt'],
      named: { articles: ['articles'] },
      found: { articles: ['articles'] },
    },
    {
      what: 'behind the backslashes of Windows',
      files: ['Wire/2024/a.txt', 'briefs/b.md'],
      named: {
        articles: ['wire\\2024', '.\\wire\\*\\*.txt'],
        drafts: ['briefs\\**\\*.md', 'briefs\\*.md'],
        exclude: ['briefs\\old'],
      },
      found: {
        articles: ['Wire/2024', 'Wire/*/*.txt'],
        drafts: ['briefs/**/*.md', 'briefs/*.md'],
        exclude: ['briefs\\old'],
      },
    },
    ...(sep === '/'
      ? [
          {
            what: 'with a backslash that is part of a name, or escapes',
            files: ['wire\\2024/a.txt', 'wire/2024/b.txt', 'desk [1]/c.txt'],
            named: { articles: ['wire\\2024', 'desk \\[1\\]/*.txt', '*\\.txt'] },
            found: { articles: ['wire\\2024', 'desk \\[1\\]/*.txt', '*\\.txt'] },
          },
        ]
      : []),
    {
      what: 'as they are named where nothing is there',
      files: ['Wire/a.txt'],
      named: { articles: ['wire/2024', 'elsewhere', '/nowhere/Wire', '.'] },
      found: { articles: ['wire/2024', 'elsewhere', '/nowhere/Wire', '.'] },
    },
  ];
  for (const { what, files, named, found } of cases) {
    it(`are found ${what}`, async () => {
      const laid = temporaryFolder(
        Object.fromEntries(['root/', ...files.map(it => `root/${it}`)].map(it => [it, ''])),
      );
      const project = { ...defaultProject, ...named };
      assert.deepEqual(await asOnDisk(join(laid, 'root'), project), { ...project, ...found });
    });
  }

  it('are looked for in each folder once, however many entries lead through it', async () => {
    const root = temporaryFolder({ 'Wire/May/a.txt': '', 'Wire/June/b.txt': '', 'Briefs/a.md': '' });
    const listed: string[] = [];
    const list = (folder: string): Promise<readonly string[]> => {
      listed.push(folder);
      return readdir(folder);
    };
    const named = {
      articles: ['wire/may', 'wire/june', 'wire/june/*.txt', 'gone/a', 'gone/b'],
      drafts: ['briefs/*.md', '**/*.txt'],
      exclude: ['briefs/old/a.md', 'briefs/old/b.md'],
    };
    const found = await asOnDisk(root, { ...defaultProject, ...named }, list);
    assert.deepEqual(found.articles, ['Wire/May', 'Wire/June', 'Wire/June/*.txt', 'gone/a', 'gone/b']);
    assert.deepEqual(
      listed.sort(),
      ['', 'Briefs', 'Wire'].map(it => join(root, it)),
    );
  });

  it('are the same object where nothing is spelled otherwise', async () => {
    const root = temporaryFolder({ 'articles/a.txt': '' });
    assert.equal(await asOnDisk(root, defaultProject), defaultProject);
  });

  it('hold articles, and no drafts', async () => {
    const root = temporaryFolder({ 'Articles/a.txt': '', 'brief.md': '' });
    const project = await asOnDisk(root, defaultProject);
    assert.deepEqual((await listArticles(root, project)).paths, ['Articles/a.txt']);
    assert.deepEqual((await listDrafts(root, project)).paths, ['brief.md']);
  });
});
