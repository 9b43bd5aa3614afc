import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Project } from '../../server/src/core/project.ts';
import { defaultProject } from '../../server/src/core/project.ts';
import { listArticles, listDrafts, listFolder } from '../../server/src/fs/list-files.ts';
import { articleMatcher, draftMatcher } from '../../server/src/fs/patterns.ts';
import { temporaryFolder, write } from './temporary-folder.ts';

function project(settings: Partial<Project>): Project {
  return { ...defaultProject, ...settings };
}

describe('the articles of a folder', () => {
  it('are all text and Markdown files below it, in order; pictures are passed over, documents named', async () => {
    const root = temporaryFolder({
      'articles/b.txt': 'B',
      'articles/a.md': 'A',
      'articles/2018/c.TXT': 'C',
      'articles/2018/photo.png': '',
      'articles/2018/report.pdf': '%PDF-',
      'articles/.hidden/d.txt': 'D',
      'articles/.DS_Store': '',
      'articles/node_modules/e.txt': 'E',
      'articles/README': 'no extension',
      'elsewhere/f.txt': 'F',
    });
    assert.deepEqual(await listArticles(root, defaultProject), {
      paths: ['articles/2018/c.TXT', 'articles/a.md', 'articles/b.txt'],
      problems: [
        { path: 'articles/2018/report.pdf', reason: 'not read: it is a PDF; save it as text (.txt or .md)' },
      ],
      outOfReach: [],
    });
  });

  it('come from several folders, globs and files, each once', async () => {
    const root = temporaryFolder({
      'wire/a.txt': '',
      'wire/b.md': '',
      'notes/2018/c.txt': '',
      'notes/2019/d.txt': '',
      'one.txt': '',
    });
    const articles = ['./wire/', 'notes/2018/**', 'wire/*.txt', 'one.txt', join(root, 'notes', '2019')];
    const { paths, problems } = await listArticles(root, project({ articles }));
    assert.deepEqual(paths, ['notes/2018/c.txt', 'notes/2019/d.txt', 'one.txt', 'wire/a.txt', 'wire/b.md']);
    assert.deepEqual(problems, []);
  });

  it('may lie beside the root, or be the root itself', async () => {
    const folder = temporaryFolder({ 'desk/brief.md': '', 'archive/a.txt': '', 'archive/b.md': '' });
    const root = join(folder, 'desk');
    const beside = await listArticles(root, project({ articles: ['../archive', '../archive/*.md'] }));
    const nothing = { problems: [], outOfReach: [] };
    assert.deepEqual(beside, { paths: ['../archive/a.txt', '../archive/b.md'], ...nothing });
    const glob = await listArticles(root, project({ articles: ['../archive/*.md'] }));
    assert.deepEqual(glob, { paths: ['../archive/b.md'], ...nothing });
    const itself = await listArticles(join(folder, 'archive'), project({ articles: ['.'] }));
    assert.deepEqual(itself, { paths: ['a.txt', 'b.md'], ...nothing });
  });

  const unusable: readonly (readonly [
    what: string,
    files: Record<string, string>,
    articles: string[],
    path: string,
    reason: RegExp,
  ])[] = [
    [
      'a missing folder',
      {},
      ['articles'],
      'articles',
      /^there is no such folder: put the source articles there, or name/,
    ],
    [
      'an empty folder',
      { 'articles/': '' },
      ['articles'],
      'articles',
      /^the folder holds no article \(\.txt, \.text/,
    ],
    [
      'a folder of pictures',
      { 'articles/a.png': '' },
      ['articles'],
      'articles',
      /^the folder holds no article/,
    ],
    [
      'a glob that matches nothing',
      { 'articles/a.md': '' },
      ['articles/*.txt'],
      'articles/*.txt',
      /^no article matches it/,
    ],
    [
      'a glob in a missing folder',
      {},
      ['wire/*.txt'],
      'wire/*.txt',
      /^no article matches it: there is no folder “wire”$/,
    ],
    ['a picture by name', { 'a.png': '' }, ['a.png'], 'a.png', /^not read: only \.txt/],
    ['a file as a folder', { 'a.txt': '' }, ['a.txt/b'], 'a.txt/b', /^there is no such file/],
  ];
  for (const [what, files, articles, path, reason] of unusable) {
    it(`says what is wrong with ${what}`, async () => {
      const listing = await listArticles(temporaryFolder(files), project({ articles }));
      assert.deepEqual(listing.paths, []);
      assert.equal(listing.problems.length, 1);
      assert.equal(listing.problems[0]!.path, path);
      assert.match(listing.problems[0]!.reason, reason);
    });
  }

  it('that are missing are named where they are set', async () => {
    const reason = async (settings: Partial<Project>): Promise<string | undefined> =>
      (await listArticles(temporaryFolder({}), project({ articles: ['wire'], ...settings }))).problems[0]
        ?.reason;
    assert.match((await reason({})) ?? '', /or name their folder under “articles” in stet\.json$/);
    assert.match(
      (await reason({ articlesAreSet: true })) ?? '',
      /or mend “stet\.articles” or --articles, which/,
    );
  });

  it('are missed as a folder, however far it has been read when it goes', async () => {
    const root = temporaryFolder({ 'wire/a.txt': '', 'wire/2024/b.txt': '' });
    const [wire, away] = [join(root, 'wire'), join(root, 'away')];
    const reasons = new Set<string>();
    for (let turns = 0; turns < 60; turns++) {
      const listed = listArticles(root, project({ articles: ['wire'] }));
      for (let turn = 0; turn < turns; turn++) {
        await new Promise(resolve => setImmediate(resolve));
      }
      renameSync(wire, away);
      const { problems } = await listed;
      problems.filter(it => it.path === 'wire').forEach(it => reasons.add(it.reason));
      renameSync(away, wire);
    }
    assert.equal(reasons.size, 1);
    assert.match([...reasons].join(), /^there is no such folder:/);
  });

  it('may lie where nobody can look, which is told apart from folders that hold none', async () => {
    const root = temporaryFolder({ 'empty/': '', 'wire/a.txt': '' });
    symlinkSync('nowhere', join(root, 'drive'));
    symlinkSync('circle', join(root, 'circle'));
    const articles = ['empty', 'gone', 'gone/*.txt', 'drive', 'circle', 'wire', 'wire/*.md'];
    const { paths, problems, outOfReach } = await listArticles(root, project({ articles }));
    assert.deepEqual(paths, ['wire/a.txt']);
    assert.deepEqual(outOfReach, ['circle', 'drive', 'gone', 'gone/*.txt']);
    const reasons = new Map(problems.map(it => [it.path, it.reason]));
    assert.equal(reasons.get('drive'), 'it is a symbolic link to a folder that is not there');
    assert.equal(reasons.get('circle'), 'its symbolic links lead in a circle');
    assert.equal(reasons.size, 6);
  });

  it('are named among the problems where a folder has the name of a file', async () => {
    const root = temporaryFolder({ 'articles/a.txt': '', 'articles/b.txt/': '', 'articles/c.md/d.txt': '' });
    assert.deepEqual(await listArticles(root, defaultProject), {
      paths: ['articles/a.txt', 'articles/c.md/d.txt'],
      problems: [{ path: 'articles/b.txt', reason: 'it is a folder, not a file' }],
      outOfReach: [],
    });
  });

  it('are none of the folders, though one is empty, or named like a file where no glob looks', async () => {
    const root = temporaryFolder({ 'articles/a.txt': '', 'articles/later/': '', 'articles/old/b.txt/': '' });
    const listing = await listArticles(root, project({ articles: ['articles/*.txt', 'articles/*/c*'] }));
    assert.deepEqual(
      [listing.paths, listing.problems.map(it => it.path)],
      [['articles/a.txt'], ['articles/*/c*']],
    );
    const all = await listArticles(root, defaultProject);
    assert.deepEqual(
      all.problems.map(it => it.path),
      ['articles/old/b.txt'],
    );
  });

  it('are found once each where links lead in a circle, and through links to folders', async () => {
    const root = temporaryFolder({ 'articles/a.txt': '', 'archive/old/b.txt': '' });
    symlinkSync('..', join(root, 'articles', 'up'));
    symlinkSync('.', join(root, 'articles', 'self'));
    symlinkSync('../archive', join(root, 'articles', 'linked'));
    symlinkSync('nowhere.txt', join(root, 'articles', 'dangling.txt'));
    const { paths, problems } = await listArticles(root, defaultProject);
    assert.deepEqual(paths, ['articles/a.txt', 'articles/dangling.txt', 'articles/linked/old/b.txt']);
    assert.deepEqual(problems, []);
  });

  it('are none of the drafts beside the folder, though a link in it leads there', async () => {
    const root = temporaryFolder({ 'articles/b.txt': '', 'briefs/a.txt': '' });
    symlinkSync('..', join(root, 'articles', 'all'));
    symlinkSync('/', join(root, 'articles', 'disk'));
    assert.deepEqual((await listArticles(root, defaultProject)).paths, ['articles/b.txt']);
  });

  it('are found in a folder whose name looks like a glob', async () => {
    const root = temporaryFolder({ 'articles [old]/a.txt': '' });
    const settings = project({ articles: ['articles [old]'] });
    assert.deepEqual((await listArticles(root, settings)).paths, ['articles [old]/a.txt']);
    assert.equal(articleMatcher(root, settings)('articles [old]/a.txt'), true);
  });
});

describe('the drafts of a project', () => {
  const files = {
    'a.md': '',
    'b.txt': '',
    'c.docx': '',
    'articles/d.txt': '',
    'briefs/e.markdown': '',
    'briefs/old/f.md': '',
    'node_modules/x/README.md': '',
    '.github/g.md': '',
  };

  it('are its globs, without articles, dot-folders and node_modules', async () => {
    const { paths } = await listDrafts(temporaryFolder(files), defaultProject);
    assert.deepEqual(paths, ['a.md', 'b.txt', 'briefs/e.markdown', 'briefs/old/f.md']);
  });

  it('are text and Markdown alone, whatever else their globs take in', async () => {
    const root = temporaryFolder({
      'a.md': '',
      'b.txt': '',
      'photo.png': '',
      'page.html': '',
      'scan.pdf': '',
    });
    const { paths, problems } = await listDrafts(root, project({ drafts: ['**/*'] }));
    assert.deepEqual([paths, problems], [['a.md', 'b.txt'], []]);
  });

  it('are in whatever letters their names end', async () => {
    const root = temporaryFolder({ 'A.MD': '', 'BRIEFS/b.Txt': '', 'Wire/c.TXT': '' });
    const { paths } = await listDrafts(root, project({ articles: ['Wire/*.txt'] }));
    assert.deepEqual(paths, ['A.MD', 'BRIEFS/b.Txt']);
    const { paths: others } = await listDrafts(root, project({ exclude: ['briefs/**'] }));
    assert.deepEqual(others, ['A.MD', 'Wire/c.TXT']);
  });

  it('leave out what the project ignores, by glob or by folder', async () => {
    const settings = project({ drafts: ['**/*.{md,markdown}'], exclude: ['briefs/old/**', 'a.*'] });
    assert.deepEqual((await listDrafts(temporaryFolder(files), settings)).paths, ['briefs/e.markdown']);
    const folder = project({ exclude: ['briefs/'] });
    assert.deepEqual((await listDrafts(temporaryFolder(files), folder)).paths, ['a.md', 'b.txt']);
  });

  it('are told by their paths alone, as an editor asks', () => {
    const isDraft = draftMatcher(
      '/newsroom',
      project({ articles: ['sources', 'wire/*.txt'], exclude: ['briefs/old/**'] }),
    );
    const answers = [
      'a.md',
      'wire/a.md',
      'wire/a.txt',
      'sources/x.md',
      'briefs/old/f.md',
      'x/.git/a.md',
      '../a.md',
      'a.pdf',
    ];
    assert.deepEqual(answers.filter(isDraft), ['a.md', 'wire/a.md']);
  });

  const gitignore = ['*.txt', '/briefs/old/', '!keep.txt', '# a comment', '', 'build', 'a.md/'].join('\n');
  const ignored = {
    '.gitignore': gitignore,
    'a.md': '',
    'b.txt': '',
    'keep.txt': '',
    'briefs/e.markdown': '',
    'briefs/old/f.md': '',
    'briefs/old/keep.txt': '',
    'build/g.md': '',
    'sub/build/h.md': '',
    'sub/briefs/old/i.md': '',
    'sub/.gitignore': 'j.md\n!b.txt\n',
    'sub/j.md': '',
    'sub/b.txt': '',
    'articles/k.txt': '',
  };
  const kept = ['a.md', 'briefs/e.markdown', 'keep.txt', 'sub/b.txt', 'sub/briefs/old/i.md'];

  it('leave out what git ignores, but never an article', async () => {
    const root = temporaryFolder(ignored);
    git(root, 'init', '-q');
    assert.deepEqual((await listDrafts(root, defaultProject)).paths, kept);
    assert.deepEqual((await listArticles(root, defaultProject)).paths, ['articles/k.txt']);
  });

  it('leave out the same where there is no repository to ask', async () => {
    assert.deepEqual((await listDrafts(temporaryFolder(ignored), defaultProject)).paths, kept);
  });

  it('leave out what git ignores in a repository of their own, and keep what is tracked all the same', async () => {
    const root = temporaryFolder({
      'sub/.gitignore': '*.txt',
      'sub/a.txt': '',
      'sub/b.txt': '',
      'c.txt': '',
    });
    git(root, 'init', '-q');
    git(join(root, 'sub'), 'init', '-q');
    git(join(root, 'sub'), 'add', '-f', 'b.txt');
    write(root, { 'sub/:odd.md': '', 'sub/ünï “x”.md': '' });
    // Only git itself knows of this.
    write(root, { 'sub/.git/info/exclude': 'own.md\n', 'sub/own.md': '' });
    assert.deepEqual((await listDrafts(root, defaultProject)).paths, [
      'c.txt',
      'sub/:odd.md',
      'sub/b.txt',
      'sub/ünï “x”.md',
    ]);
  });

  it('are found through a link, of which git knows nothing', async () => {
    const root = temporaryFolder({ 'a.md': '' });
    symlinkSync(temporaryFolder({ 'b.md': '' }), join(root, 'linked'));
    git(root, 'init', '-q');
    write(root, { '.git/info/exclude': 'own.md\n', 'own.md': '' });
    assert.deepEqual((await listDrafts(root, defaultProject)).paths, ['a.md', 'linked/b.md']);
  });

  it('are all below a folder that is named, but for dot-folders and node_modules', async () => {
    const { paths } = await listFolder(temporaryFolder(files), '.');
    assert.deepEqual(paths, ['a.md', 'articles/d.txt', 'b.txt', 'briefs/e.markdown', 'briefs/old/f.md']);
  });
});

function git(folder: string, ...what: readonly string[]): void {
  execFileSync('git', what, { cwd: folder });
}
